import type { Invoker, SelfEvent } from '../../lambda/invoker.ts';

/** The function as asynchronous invocation sees it. */
export type Handler = (event: unknown) => Promise<unknown>;

/** Lambda's own defaults: two retries, a minute and two later; shorter here. */
const RETRY_AFTER_MS = [2_000, 4_000];

/** Asynchronous invocation within this process: accepted at once, run soon, tried three times. */
export function localInvoker(
  handler: () => Handler,
  report: (message: string) => void,
): Invoker & { idle(): Promise<void> } {
  const underway = new Set<Promise<void>>();
  return {
    async invoke(event) {
      const work = attempt(handler, event, report).finally(() => underway.delete(work));
      underway.add(work);
    },
    async idle() {
      while (underway.size > 0) await Promise.allSettled(underway);
    },
  };
}

async function attempt(handler: () => Handler, event: SelfEvent, report: (message: string) => void): Promise<void> {
  await pause(0);
  for (const [tries, waitMs] of [...RETRY_AFTER_MS, undefined].entries()) {
    try {
      await handler()(event);
      return;
    } catch (error) {
      report(
        `background work ${event.kind} failed (attempt ${tries + 1}): ${error instanceof Error ? error.message : String(error)}`,
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
