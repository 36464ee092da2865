import { consoleLink } from '../../scripts/dev/console-link.ts';
import { startLocalStack } from '../../scripts/dev/local-stack.ts';
import { ensureSample } from '../../scripts/sample/ensure-sample.ts';
import { plusMinutes } from '../../shared/kernel/calendar.ts';
import { testClock } from '../support/a-clock.ts';

/**
 * The whole product in a process of its own that can be killed and started again on what it left, as a local start is:
 * on the same data, at the same address, with a sweep at once. Answers an address with a sign-in link for it.
 */
const [folder = '', webFolder = '', port = '0', aheadMin = '0'] = process.argv.slice(2);
const stack = await startLocalStack({
  folder,
  webFolder,
  ports: { app: Number(port), inbox: 0, dynamo: 0, s3: 0 },
  log: () => undefined,
  report: () => undefined,
  substitutes: { clock: () => plusMinutes(testClock(), Number(aheadMin)) },
});
await ensureSample(stack.runtime.tables, stack.runtime.config.zone, testClock(), () => undefined);
process.on('message', (email: string) => {
  void consoleLink(stack.runtime, email, 'reports').then((link) => process.send?.(link));
});
process.on('disconnect', () => process.exit());
process.send?.({ appUrl: stack.appUrl, inboxUrl: stack.inboxUrl });
await stack.invoke({ source: 'scc.scheduler', kind: 'sweep', scheduledTime: new Date().toISOString() });
