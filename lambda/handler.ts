import type { LambdaContext, LambdaEvent } from 'hono/aws-lambda';
import { handle } from 'hono/aws-lambda';
import { configOf } from './config.ts';
import type { Runtime } from './runtime.ts';
import { runtimeOf } from './runtime.ts';

/** An event of no kind this function knows. */
export class UnknownEvent extends Error {
  constructor() {
    super('an event of no known kind');
    this.name = 'UnknownEvent';
  }
}

/**
 * The function: tells an HTTP request from its own asynchronous work and the scheduler's tick by the envelope alone. A
 * request body that looks like one of the others is just a body. @throws UnknownEvent for anything else.
 */
export function handlerOf(runtime: Runtime): (event: unknown, context?: LambdaContext) => Promise<unknown> {
  const http = handle(runtime.app);
  return async (event, context) => {
    if (isHttpRequest(event)) return http(event, context);
    const { ownWorkIn } = await import('./own-work.ts');
    const work = ownWorkIn(event);
    if (work) return work(runtime);
    runtime.log('event.unknown', {});
    throw new UnknownEvent();
  };
}

let held: ReturnType<typeof handlerOf> | undefined;

/** Lambda's entry point. Wired at the first event, so that a configuration error names every variable in the log. */
export async function handler(event: unknown, context?: LambdaContext): Promise<unknown> {
  held ??= handlerOf(runtimeOf(configOf(process.env)));
  return held(event, context);
}

/** API Gateway's payload 2.0: the version and the request context are the gateway's own, not the caller's. */
function isHttpRequest(event: unknown): event is LambdaEvent {
  if (typeof event !== 'object' || event === null) return false;
  const { version, requestContext } = event as { version?: unknown; requestContext?: { http?: unknown } };
  return version === '2.0' && typeof requestContext?.http === 'object';
}
