import { setTimeout as pause } from 'node:timers/promises';
import { PRESS } from '../../lambda/reports/press.ts';
import { consoleLink } from '../../scripts/dev/console-link.ts';
import { startLocalStack } from '../../scripts/dev/local-stack.ts';
import { ensureSample } from '../../scripts/sample/ensure-sample.ts';
import { plusMinutes } from '../../shared/kernel/calendar.ts';
import { testClock } from '../support/a-clock.ts';
import type { LiveOrder } from './a-live-app.ts';

/**
 * The whole product in a process of its own that can be killed and started again on what it left, as a local start is:
 * on the same data, at the same address, with a sweep at once. Told to, it dies by SIGKILL at a mail it has claimed,
 * before SES is asked; or it takes its time for each report.
 */
const [folder = '', webFolder = '', port = '0', aheadMin = '0'] = process.argv.slice(2);
let claimsLeft = Number.POSITIVE_INFINITY;
let printsInMs = 0;

const stack = await startLocalStack({
  folder,
  webFolder,
  ports: { app: Number(port), inbox: 0, dynamo: 0, s3: 0 },
  log(step) {
    if (step === 'delivery.claimed') claimsLeft -= 1;
    if (claimsLeft === 0) process.kill(process.pid, 'SIGKILL');
  },
  report: () => undefined,
  substitutes: {
    clock: () => plusMinutes(testClock(), Number(aheadMin)),
    press: {
      ...PRESS,
      async printed(copy) {
        await pause(printsInMs);
        return PRESS.printed(copy);
      },
    },
  },
});
await ensureSample(stack.runtime.tables, stack.runtime.config.zone, testClock(), () => undefined);
process.on('message', (order: LiveOrder) => {
  if ('dieAtClaim' in order) claimsLeft = order.dieAtClaim;
  else if ('printsInMs' in order) printsInMs = order.printsInMs;
  else void consoleLink(stack.runtime, order.linkFor, 'reports').then((link) => process.send?.(link));
});
process.on('disconnect', () => process.exit());
process.send?.({ appUrl: stack.appUrl, inboxUrl: stack.inboxUrl });
await stack.invoke({ source: 'scc.scheduler', kind: 'sweep', scheduledTime: new Date().toISOString() });
