import { startLocalStack } from '../../scripts/dev/local-stack.ts';
import { plusMinutes } from '../../shared/kernel/calendar.ts';
import { testClock } from '../support/a-clock.ts';
import type { StruckOrder, StruckWord } from './struck.ts';

/**
 * The function in a process of its own, on services that outlive it. Every request of every client, as it leaves for the
 * wire, is counted from the moment it is told to; at the one it is told this process kills itself, as SIGKILL does.
 */
const [folder = '', dynamo = '', ses = '', s3 = ''] = process.argv.slice(2);
let order: StruckOrder | undefined;
let calls = 0;

const stack = await startLocalStack({
  folder,
  webFolder: folder,
  ports: { app: 0, inbox: 0, dynamo: 0, s3: 0 },
  endpoints: { dynamo, ses, s3 },
  log: () => undefined,
  report: () => undefined,
  substitutes: { clock: () => plusMinutes(testClock(), order?.aheadMin ?? 0) },
});

interface Wire {
  handle(request: { readonly port?: number }, options: unknown): Promise<unknown>;
}
// All clients of the SDK send through one kind of handler, so one place counts them all, as the product wires them.
const wire = Object.getPrototypeOf(stack.runtime.tables.client.config.requestHandler) as Wire;
const { handle } = wire;
const asked = { dynamo: 0, ses: 0, s3: 0 };

wire.handle = async function (this: Wire, request, options) {
  if (order === undefined) return handle.call(this, request, options);
  const n = calls;
  calls += 1;
  for (const [name, endpoint] of Object.entries({ dynamo, ses, s3 })) {
    if (Number(new URL(endpoint).port) === request.port) asked[name as keyof typeof asked] += 1;
  }
  if (order.at === n && order.when === 'before') die();
  const answer = await handle.call(this, request, options);
  if (order.at === n && order.when === 'after') die();
  return answer;
};

process.on('message', (message: StruckOrder | 'finish') => {
  if (message === 'finish') void stack.idle().then(() => tell({ is: 'finished', calls, asked }));
  else {
    order = message;
    tell({ is: 'armed' });
  }
});
process.on('disconnect', () => process.exit());
tell({ is: 'up', appUrl: stack.appUrl });

function tell(word: StruckWord): void {
  process.send?.(word);
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('unreachable');
}
