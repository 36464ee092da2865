import { dayIn, minutesBetween, timeIn } from '../kernel/calendar.ts';
import type { Charter } from '../records/charter.ts';
import type { NewCharterInput } from './new-charter-input.ts';

/** What the office may change about a charter; what is left out stays as it is. */
export type CharterChange = Partial<
  Pick<
    NewCharterInput,
    | 'title'
    | 'day'
    | 'time'
    | 'durationMin'
    | 'paxExpected'
    | 'departurePort'
    | 'returnPort'
    | 'priceLines'
    | 'depositCents'
  >
>;

/** All of it. */
export type Details = Required<CharterChange>;

/** What can be changed about a charter, as it is now. */
export function detailsOf(charter: Charter): Details {
  const { title, zone, startAt, endAt, paxExpected, departurePort, returnPort, priceLines, depositCents } = charter;
  return {
    title,
    day: dayIn(zone, startAt),
    time: timeIn(zone, startAt),
    durationMin: minutesBetween(startAt, endAt),
    paxExpected,
    departurePort,
    returnPort,
    priceLines,
    depositCents,
  };
}
