import type { Invoker } from '../../lambda/invoker.ts';

/** The function as asynchronous invocation sees it. */
export type Handler = (event: unknown) => Promise<unknown>;

/** Lambda's own defaults: two retries, a minute and two later; shorter here. */
const RETRY_AFTER_MS = [2_000, 4_000];

/** Asynchronous invocation within this process, of work the function gives itself and of what a topic hands it. */
export interface LocalInvoker extends Invoker {
  /** Hands over a message of a topic, as SNS does. */
  tell(topicEvent: unknown): void;
  isBusy(): boolean;
  idle(): Promise<void>;
}

/** Asynchronous invocation: accepted at once, run soon, tried three times. */
export function localInvoker(handler: () => Handler, report: (message: string) => void): LocalInvoker {
  const underway = new Set<Promise<void>>();
  const begin = (event: unknown, name: string) => {
    const work = attempt(handler, event, name, report).finally(() => underway.delete(work));
    underway.add(work);
  };
  return {
    invoke: async (event) => begin(event, event.kind),
    tell: (topicEvent) => begin(topicEvent, 'a message of the topic'),
    isBusy: () => underway.size > 0,
    async idle() {
      while (underway.size > 0) await Promise.allSettled(underway);
    },
  };
}

async function attempt(
  handler: () => Handler,
  event: unknown,
  name: string,
  report: (message: string) => void,
): Promise<void> {
  await pause(0);
  for (const [tries, waitMs] of [...RETRY_AFTER_MS, undefined].entries()) {
    try {
      await handler()(event);
      return;
    } catch (error) {
      report(
        `background work ${name} failed (attempt ${tries + 1}): ${error instanceof Error ? error.message : String(error)}`,
      );
      if (waitMs === undefined) return;
      await pause(waitMs);
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
