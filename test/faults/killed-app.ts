import type { Mailer } from '../../lambda/mail/ses.ts';
import { sesMailer } from '../../lambda/mail/ses.ts';
import type { Substitutes } from '../../lambda/runtime.ts';
import { consoleLink } from '../../scripts/dev/console-link.ts';
import { startLocalStack } from '../../scripts/dev/local-stack.ts';
import { ensureSample } from '../../scripts/sample/ensure-sample.ts';
import { testClock } from '../support/a-clock.ts';

/** SES as it is, reached once the stack is up. */
let ses: Mailer | undefined;

const standing = async () => ({ isEnabled: true });

/** The moments at which this process kills itself, as SIGKILL does: nothing is flushed, closed or said. */
const DEATHS: Readonly<Record<string, Substitutes>> = {
  'before-fast-path': { invoker: { invoke: async (event) => (event.kind === 'finish-run' ? die() : undefined) } },
  'before-ses-is-asked': { mailer: { send: async () => die(), standing } },
  'after-ses-accepted': {
    mailer: {
      async send(mail) {
        await ses?.send(mail);
        return die();
      },
      standing,
    },
  },
};

const [folder = '', death = ''] = process.argv.slice(2);
const stack = await startLocalStack({
  folder,
  webFolder: folder,
  ports: { app: 0, inbox: 0, dynamo: 0, s3: 0 },
  log: () => undefined,
  report: () => undefined,
  substitutes: { clock: testClock, ...DEATHS[death] },
});
const { tables, config, reportingDeps } = stack.runtime;
ses = sesMailer({
  region: config.region,
  endpoint: stack.endpoints.ses,
  ...(config.configurationSet === undefined ? {} : { configurationSet: config.configurationSet }),
});
await ensureSample(tables, config.zone, reportingDeps.clock(), () => undefined);
const link = await consoleLink(stack.runtime, 'captain@example.com', 'charters');
process.send?.({ appUrl: stack.appUrl, inboxUrl: stack.inboxUrl, link });

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('unreachable');
}
