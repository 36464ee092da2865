import type { Instant, LocalDate, Zone } from '../kernel/calendar.ts';
import { dayIn, instantIn, plusDays, plusMinutes } from '../kernel/calendar.ts';
import type { Problem, Result } from '../kernel/fault.ts';
import { ok, refused } from '../kernel/fault.ts';
import { basisPoints } from '../kernel/money.ts';
import type { Charter, CharterFile } from '../records/charter.ts';
import { charterSchema } from '../records/charter.ts';
import { parsed } from '../records/fields.ts';
import { priceTotals } from '../records/pricing.ts';
import type { Vessel } from '../records/vessel.ts';
import type { Actor } from './actor.ts';
import { firstGuests, firstSlots, ownChecklist } from './charter-parts.ts';
import { serviceProblems } from './in-service.ts';
import type { NewCharterInput } from './new-charter-input.ts';
import { newCharterProblems } from './new-charter-problems.ts';
import { plannedMilestones } from './timeline.ts';

/** Who opens the charter, when, where and for which vessel. */
export interface NewCharterContext {
  readonly now: Instant;
  readonly actor: Actor;
  readonly zone: Zone;
  readonly vessel: Vessel;
  /** The charter is on record and keeps its time: whether the vessel is in service then is no matter of this change. */
  readonly keepsItsTime?: boolean;
  /** Left out: manual. */
  readonly source?: Charter['source'];
}

/** Sailo's public standard policy: a full refund at least six days before departure. */
export const STANDARD_CANCELLATION: Charter['cancellationTiers'] = [
  { hoursBefore: 144, retainBps: basisPoints(0) },
  { hoursBefore: 0, retainBps: basisPoints(10_000) },
];

const BALANCE_DUE_BEFORE_DAYS = 2;

/**
 * An inquiry as a person entered it, with its day planned, the standard checklist, and roles for captain, first mate
 * and deckhand. Checklist items, roles and guests take their ids from the charter's. Refused with every field that is wrong.
 */
export function newCharter(
  input: NewCharterInput,
  ids: { readonly charterId: string },
  context: NewCharterContext,
): Result<CharterFile> {
  const problems = newCharterProblems(input, context.vessel);
  if (problems.some(({ field }) => needsFirst(field))) return notCreated(problems);
  const charter = parsed(charterSchema, charterOf(input, ids.charterId, context), 'The charter');
  if (!charter.ok) return notCreated([...problems, ...charter.fault.problems]);
  const away = context.keepsItsTime ? [] : serviceProblems(context.vessel, charter.value);
  if (problems.length + away.length > 0) return notCreated([...problems, ...away]);
  return ok({
    charter: charter.value,
    checklist: ownChecklist(ids.charterId),
    slots: firstSlots(ids.charterId),
    guests: firstGuests(ids.charterId, input.guests ?? []),
    balances: {},
  });
}

/** Without a day, a time, a length and prices that add up there is no charter whose other fields could be looked at. */
function needsFirst(field: string): boolean {
  return ['day', 'time', 'durationMin'].includes(field) || field.startsWith('priceLines');
}

function notCreated(problems: readonly Problem[]): Result<CharterFile> {
  const first = problems.filter((one, index) => problems.findIndex((other) => other.field === one.field) === index);
  return refused('invalid', 'The charter was not created.', first);
}

function charterOf(
  input: NewCharterInput,
  id: string,
  { now, actor, zone, vessel, source }: NewCharterContext,
): Charter {
  const startAt = instantIn(zone, input.day, input.time);
  const endAt = plusMinutes(startAt, input.durationMin);
  const dueOn = balanceDueOn(input);
  return {
    id,
    entityId: input.entityId,
    vesselId: input.vesselId,
    customerId: input.customerId,
    channelId: input.channelId,
    title: input.title.trim(),
    lifecycle: 'inquiry',
    zone,
    startAt,
    endAt,
    sailsOn: dayIn(zone, startAt),
    paxExpected: input.paxExpected,
    departurePort: input.departurePort?.trim() || vessel.homePort,
    returnPort: input.returnPort?.trim() || input.departurePort?.trim() || vessel.homePort,
    priceLines: input.priceLines,
    depositCents: input.depositCents,
    ...(dueOn === undefined ? {} : { balanceDueOn: dueOn }),
    cancellationTiers: input.cancellationTiers ?? STANDARD_CANCELLATION,
    ...(input.rebookedFrom === undefined ? {} : { rebookedFrom: input.rebookedFrom }),
    overrides: [],
    milestones: plannedMilestones(startAt, endAt),
    completionSeq: 0,
    createdAt: now,
    createdBy: actor.name,
    updatedAt: now,
    version: 1,
    source: source ?? 'manual',
    schemaVersion: 1,
  };
}

function balanceDueOn(input: NewCharterInput): LocalDate | undefined {
  if (input.balanceDueOn !== undefined) return input.balanceDueOn;
  const isBalance = priceTotals(input.priceLines).totalCents > input.depositCents;
  return isBalance ? plusDays(input.day, -BALANCE_DUE_BEFORE_DAYS) : undefined;
}
