import { isLocalDate, isLocalTime } from '../kernel/calendar.ts';
import type { Problem } from '../kernel/fault.ts';
import type { PriceLine } from '../records/charter.ts';
import { priceTotals } from '../records/pricing.ts';
import type { Vessel } from '../records/vessel.ts';
import type { NewCharterInput } from './new-charter-input.ts';

const SHORTEST_MIN = 30;
const LONGEST_MIN = 14 * 24 * 60;
/** A hundred million dollars a line: no charter costs that, and sums stay whole cents. */
const LARGEST_LINE_CENTS = 1e10;

/** What is wrong with an entered charter, all of it, by field. Texts and ids are left to the record's schema. */
export function newCharterProblems(input: NewCharterInput, vessel: Vessel): readonly Problem[] {
  const lines = input.priceLines.flatMap(lineProblems);
  return [
    ...unless(input.vesselId === vessel.id, 'vesselId', 'Choose a vessel that is on file.'),
    ...unless(
      vessel.entityId === input.entityId,
      'vesselId',
      `Choose a vessel of this company: ${vessel.name} is another's.`,
    ),
    ...unless(isLocalDate(input.day), 'day', 'Enter a day, such as 2026-11-21.'),
    ...unless(isLocalTime(input.time), 'time', 'Enter a time of day, such as 09:30.'),
    ...unless(
      isWithin(input.durationMin, SHORTEST_MIN, LONGEST_MIN),
      'durationMin',
      `Enter the length in minutes, from ${SHORTEST_MIN} to ${LONGEST_MIN}.`,
    ),
    ...paxProblems(input.paxExpected, vessel),
    ...unless(input.priceLines.length > 0, 'priceLines', 'Enter at least one price line.'),
    ...lines,
    ...(input.priceLines.length > 0 && lines.length === 0 ? totalProblems(input) : []),
    ...(input.guests ?? []).flatMap(({ name }, index) =>
      unless(name.trim() !== '', `guests[${index}].name`, "Enter the guest's name."),
    ),
    ...unless(
      input.balanceDueOn === undefined || input.balanceDueOn <= input.day,
      'balanceDueOn',
      'Let the balance be due no later than the day it sails.',
    ),
  ];
}

function paxProblems(pax: number, vessel: Vessel): readonly Problem[] {
  if (!isWithin(pax, 1, Number.MAX_SAFE_INTEGER)) {
    return [{ field: 'paxExpected', message: 'Enter how many passengers come: at least one.' }];
  }
  const message = `Reduce the party to ${vessel.maxPax}, or choose a larger vessel: ${vessel.name} may carry no more.`;
  return unless(pax <= vessel.maxPax, 'paxExpected', message);
}

function lineProblems(line: PriceLine, index: number): readonly Problem[] {
  const at = `priceLines[${index}]`;
  if (!isWithin(line.totalCents, -LARGEST_LINE_CENTS, LARGEST_LINE_CENTS)) {
    return [{ field: `${at}.totalCents`, message: 'Enter an amount in whole cents.' }];
  }
  const isRightSign = line.kind === 'discount' ? line.totalCents <= 0 : line.totalCents >= 0;
  return [
    ...unless(
      line.qty * line.unitCents === line.totalCents,
      `${at}.totalCents`,
      'Enter quantity times unit price as the total.',
    ),
    ...unless(
      isRightSign,
      `${at}.totalCents`,
      line.kind === 'discount' ? 'Enter a discount as a negative amount.' : 'Enter an amount of zero or more.',
    ),
  ];
}

function totalProblems({ priceLines, depositCents }: NewCharterInput): readonly Problem[] {
  const { totalCents } = priceTotals(priceLines);
  if (totalCents < 0) return [{ field: 'priceLines', message: 'Lower the discount: it is more than the price.' }];
  return unless(
    isWithin(depositCents, 0, totalCents),
    'depositCents',
    'Enter a deposit between nothing and the price.',
  );
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}

function unless(isFine: boolean, field: string, message: string): readonly Problem[] {
  return isFine ? [] : [{ field, message }];
}
