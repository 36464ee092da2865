import type { Instant, LocalDate, Zone } from '../kernel/calendar.ts';
import { dayIn, plusMinutes } from '../kernel/calendar.ts';
import type { Problem } from '../kernel/fault.ts';
import type { CharterOutline } from '../records/charter.ts';
import type { Vessel } from '../records/vessel.ts';
import { isStillOurs } from '../records/vessel.ts';
import type { Guard } from './guards.ts';

/** The vessel is ours and in service on every day of the charter. */
export const vesselInService: Guard = ({ charter }, { vessel }) => serviceProblems(vessel, charter);

/** Why a vessel cannot sail a charter: she has left the fleet by then, or is out of service on one of its days. */
export function serviceProblems(
  vessel: Vessel,
  { zone, startAt, endAt }: Pick<CharterOutline, 'zone' | 'startAt' | 'endAt'>,
): readonly Problem[] {
  const [from, through] = [dayIn(zone, startAt), lastDay(zone, endAt)];
  const { name, outOfService = [], retiredOn } = vessel;
  const away = outOfService.filter((span) => span.from <= through && from <= span.through);
  return [
    ...(isStillOurs(vessel, through)
      ? []
      : [`${name} leaves the fleet on ${retiredOn}. Choose another vessel, or an earlier day.`]),
    ...away.map(
      (span) =>
        `${name} is out of service from ${span.from} through ${span.through}: ${span.reason}. Choose another vessel or day.`,
    ),
  ].map((message) => ({ field: 'vesselId', message }));
}

/** The day the last minute of a trip falls on; one that ends at midnight takes no minute of the next day. */
function lastDay(zone: Zone, endAt: Instant): LocalDate {
  return dayIn(zone, plusMinutes(endAt, -1));
}
