import type { LocalDate } from '../../kernel/calendar.ts';
import { dayIn, daysBetween, plusDays } from '../../kernel/calendar.ts';
import { combined } from '../../kernel/measured.ts';
import type { CharterOutline } from '../../records/charter.ts';
import type { Vessel } from '../../records/vessel.ts';
import { isInService } from '../../records/vessel.ts';
import { firmBetween } from './bookings-ahead.ts';
import type { FactDefinition } from './fact.ts';
import { recordsOf } from './readings.ts';

/** Further ahead than anybody books. */
const HORIZON_DAYS = 3_650;

/** The local days a charter sails on. */
function daysOf({ zone, sailsOn, endAt }: CharterOutline): readonly LocalDate[] {
  const more = daysBetween(sailsOn, dayIn(zone, endAt));
  return Array.from({ length: more + 1 }, (_, i) => plusDays(sailsOn, i));
}

/** Whether a charter is promised on a vessel that cannot sail on one of its days. */
function isGrounded(charter: CharterOutline, vessels: readonly Vessel[]): boolean {
  const vessel = vessels.find(({ id }) => id === charter.vesselId);
  return vessel !== undefined && !daysOf(charter).every((day) => isInService(vessel, day));
}

/** Guests who hold a booking for a boat that will be in the yard. */
export const GROUNDED_FACTS: readonly FactDefinition[] = [
  {
    id: 'grounded-bookings',
    title: 'Booked on a vessel out of service',
    unit: 'count',
    perEntity: true,
    kinds: ['charter'],
    definition: 'Firm charters from today on whose vessel is out of service, or no longer ours, on one of their days.',
    formula: 'number of charters booked, confirmed or under way on days without their vessel',
    source: 'policy default',
    needs: ['upcoming', 'vessel'],
    compute: (view) =>
      combined(
        firmBetween(view, view.today, plusDays(view.today, HORIZON_DAYS)),
        recordsOf(view, 'vessel'),
        (charters, vessels) => charters.filter((charter) => isGrounded(charter, vessels)).length,
      ),
  },
];
