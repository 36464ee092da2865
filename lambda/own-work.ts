import * as z from 'zod/mini';
import { instantAt } from '../shared/records/fields.ts';
import { DESTINATIONS } from '../shared/wire/sign-in.ts';
import type { Runtime } from './runtime.ts';

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

/** Work the function gave itself, or the scheduler's tick, as something to do; nothing for an event of no such kind. */
export function ownWorkIn(
  event: unknown,
): ((runtime: Runtime, remaining?: () => number) => Promise<unknown>) | undefined {
  const self = selfEvent.safeParse(event);
  if (self.success) {
    return async (runtime, remaining) => {
      await done(runtime, self.data, remaining);
      return { done: self.data.kind };
    };
  }
  const tick = tickEvent.safeParse(event);
  if (!tick.success) return undefined;
  return async (runtime, remaining) => {
    await dailyPostings(runtime);
    return runtime.reporting.clockTicked(tick.data.scheduledTime, remaining);
  };
}

/** Postings that cannot be made today never stop the reports; the next tick tries again. */
async function dailyPostings(runtime: Runtime): Promise<void> {
  try {
    await runtime.postWhatTimeBrings();
  } catch (error) {
    runtime.log('daily-postings.error', { error: String(error) });
  }
}

function done(runtime: Runtime, work: z.infer<typeof selfEvent>, remaining?: () => number): Promise<void> {
  switch (work.kind) {
    case 'finish-run':
      return runtime.reporting.runAnnounced(work.runKey, remaining);
    case 'refresh-dashboard':
      return runtime.reporting.recordsMoved();
    case 'sign-in-mail':
      return runtime.sendSignInMail(work);
  }
}
