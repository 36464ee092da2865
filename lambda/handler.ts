import { configOf } from './config.ts';
import { isGatewayEvent, requestIn, resultOf } from './http/gateway.ts';
import type { Runtime } from './runtime.ts';
import { runtimeOf } from './runtime.ts';

/** The function as Lambda calls it. */
export type Handler = (event: unknown, context?: unknown) => Promise<unknown>;

/** An event of no kind this function knows. */
export class UnknownEvent extends Error {
  constructor() {
    super('an event of no known kind');
    this.name = 'UnknownEvent';
  }
}

/**
 * The function: tells an HTTP request from its own asynchronous work, the scheduler's tick and the messages of a topic by
 * the envelope alone. A request body that looks like one of the others is just a body. @throws UnknownEvent for anything
 * else.
 */
export function handlerOf(runtime: Runtime): Handler {
  return async (event, context) => {
    if (isGatewayEvent(event)) return resultOf(await runtime.app.answer(requestIn(event)));
    const { ownWorkIn } = await import('./own-work.ts');
    const work = ownWorkIn(event);
    if (work) return work(runtime, remainingIn(context));
    runtime.log('event.unknown', {});
    throw new UnknownEvent();
  };
}

/** How long the invocation may still run, as Lambda says it; without bound where nobody ends it. */
function remainingIn(context: unknown): (() => number) | undefined {
  const { getRemainingTimeInMillis: ask } = (context ?? {}) as { getRemainingTimeInMillis?: unknown };
  return typeof ask === 'function' ? () => Number(ask.call(context)) : undefined;
}

let held: Handler | undefined;

/** Lambda's entry point. Wired at the first event, so that a configuration error names every variable in the log. */
export async function handler(event: unknown, context?: unknown): Promise<unknown> {
  held ??= handlerOf(runtimeOf(configOf(process.env)));
  return held(event, context);
}
