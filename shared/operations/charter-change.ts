import type { Problem, Result } from '../kernel/fault.ts';
import { ok, refused } from '../kernel/fault.ts';
import type { Charter, CharterFile } from '../records/charter.ts';
import type { Lifecycle } from '../records/charter-terms.ts';
import type { CharterChange, Details } from './charter-details.ts';
import { detailsOf } from './charter-details.ts';
import type { NewCharterContext } from './new-charter.ts';
import { newCharter } from './new-charter.ts';
import { frozenProblems } from './states.ts';

/**
 * A charter with its details changed, over the rules a new one is opened by. Its price, and when it sails, change only
 * until it is held: from then on others rely on them. Everything else changes until boarding. Refused by field.
 */
export function changedCharter(
  { charter, slots }: Pick<CharterFile, 'charter' | 'slots'>,
  change: CharterChange,
  context: NewCharterContext,
): Result<Charter> {
  const before = detailsOf(charter);
  const wanted = { ...before, ...change };
  const keepsItsTime = !sailsElsewhen(before, wanted);
  const problems = [
    ...frozenProblems(charter),
    ...dayProblems(charter.lifecycle),
    ...(OPEN.includes(charter.lifecycle) ? [] : relied(before, wanted)),
    ...(!keepsItsTime && slots.some(({ claim }) => claim !== undefined) ? [CLAIMED] : []),
  ];
  if (problems.length > 0) return refused('refused', 'The charter was not changed.', problems);
  const { entityId, vesselId, customerId, channelId, cancellationTiers } = charter;
  const input = { entityId, vesselId, customerId, channelId, cancellationTiers, ...wanted };
  const made = newCharter(input, { charterId: charter.id }, { ...context, keepsItsTime });
  if (!made.ok) return refused('invalid', 'The charter was not changed.', made.fault.problems);
  const { balanceDueOn: _, ...rest } = charter;
  const next = made.value.charter;
  return ok({
    ...rest,
    title: next.title,
    startAt: next.startAt,
    endAt: next.endAt,
    sailsOn: next.sailsOn,
    paxExpected: next.paxExpected,
    departurePort: next.departurePort,
    returnPort: next.returnPort,
    priceLines: next.priceLines,
    depositCents: next.depositCents,
    ...(next.balanceDueOn === undefined ? {} : { balanceDueOn: next.balanceDueOn }),
    milestones: keepsItsTime ? charter.milestones : next.milestones,
  });
}

const OPEN: readonly Lifecycle[] = ['inquiry', 'quoted'];
const ON_THE_DAY: readonly Lifecycle[] = ['boarding', 'underway', 'returned'];
const CLAIMED: Problem = { field: 'day', message: 'Somebody has claimed a role for that time. Release it first.' };

function dayProblems(lifecycle: Lifecycle): readonly Problem[] {
  if (!ON_THE_DAY.includes(lifecycle)) return [];
  return [{ field: 'lifecycle', message: 'Boarding has begun: what happens now is recorded, not changed.' }];
}

/** What others rely on once it is held, as far as it was to change. */
function relied(before: Details, wanted: Details): readonly Problem[] {
  const message = {
    price: 'The guest holds it at this price. Cancel it, or record a refund.',
    time: 'The boat is held for this time. Move it to another day instead.',
  };
  const fields = ['day', 'time', 'durationMin', 'priceLines', 'depositCents'] as const;
  return fields
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(wanted[field]))
    .map((field) => ({
      field,
      message: field === 'priceLines' || field === 'depositCents' ? message.price : message.time,
    }));
}

function sailsElsewhen(before: Details, wanted: Details): boolean {
  return before.day !== wanted.day || before.time !== wanted.time || before.durationMin !== wanted.durationMin;
}
