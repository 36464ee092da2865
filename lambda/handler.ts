import type { LambdaContext, LambdaEvent } from 'hono/aws-lambda';
import { handle } from 'hono/aws-lambda';
import * as z from 'zod/mini';
import { instantAt } from '../shared/records/fields.ts';
import { DESTINATIONS } from '../shared/wire/sign-in.ts';
import { configOf } from './config.ts';
import type { Runtime } from './runtime.ts';
import { runtimeOf } from './runtime.ts';

const selfEvent = z.discriminatedUnion('kind', [
  z.strictObject({ source: z.literal('scc.self'), kind: z.literal('finish-run'), runKey: z.string() }),
  z.strictObject({ source: z.literal('scc.self'), kind: z.literal('refresh-dashboard') }),
  z.strictObject({
    source: z.literal('scc.self'),
    kind: z.literal('sign-in-mail'),
    userId: z.string(),
    bindDigest: z.string(),
    destination: z.enum(DESTINATIONS),
    requestedAt: instantAt,
  }),
]);

const tickEvent = z.strictObject({
  source: z.literal('scc.scheduler'),
  kind: z.literal('sweep'),
  scheduledTime: instantAt,
});

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
    const self = selfEvent.safeParse(event);
    if (self.success) {
      await ownWork(runtime, self.data);
      return { done: self.data.kind };
    }
    const tick = tickEvent.safeParse(event);
    if (tick.success) return runtime.reporting.clockTicked(tick.data.scheduledTime);
    runtime.log('event.unknown', {});
    throw new UnknownEvent();
  };
}

function ownWork(runtime: Runtime, work: z.infer<typeof selfEvent>): Promise<void> {
  switch (work.kind) {
    case 'finish-run':
      return runtime.reporting.runAnnounced(work.runKey);
    case 'refresh-dashboard':
      return runtime.reporting.recordsMoved();
    case 'sign-in-mail':
      return runtime.sendSignInMail(work);
  }
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
