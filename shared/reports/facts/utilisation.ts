import type { LocalDate } from '../../kernel/calendar.ts';
import { daysBetween, firstDay, plusDays } from '../../kernel/calendar.ts';
import type { Measured } from '../../kernel/measured.ts';
import { combined, mapped, unknown } from '../../kernel/measured.ts';
import { ratio } from '../../kernel/money.ts';
import type { Vessel } from '../../records/vessel.ts';
import { isInService, isStillOurs } from '../../records/vessel.ts';
import { BY_WEATHER } from './cancellations.ts';
import type { FactDefinition } from './fact.ts';
import { orMissing } from './known-when.ts';
import { recordsOf } from './readings.ts';
import { countIn } from './trips.ts';
import type { FactView } from './view.ts';

/** The charters a vessel could have sailed from one day to another: her slots of every day on which she was in service. */
export function slotsOf(vessel: Vessel, from: LocalDate, through: LocalDate): number {
  const days = Array.from({ length: Math.max(0, daysBetween(from, through) + 1) }, (_, i) => plusDays(from, i));
  return days.filter((day) => isInService(vessel, day)).length * (vessel.slotsPerDay ?? 0);
}

/** The slots of all vessels in the days of the period so far. Unknown while one vessel's slots a day are not on record. */
function available(view: FactView): Measured<number> {
  const vessels = recordsOf(view, 'vessel');
  if (vessels.state === 'unknown') return vessels;
  const [first] = view.months;
  if (first === undefined) return unknown('a month of the period that has begun');
  const ours = vessels.value.filter((vessel) => isStillOurs(vessel, firstDay(first)));
  const without = ours.filter(({ slotsPerDay }) => slotsPerDay === undefined);
  if (without.length > 0) return unknown(...without.map(({ name }) => `charters a day of the vessel ${name}`));
  return mapped(vessels, (all) => all.reduce((sum, vessel) => sum + slotsOf(vessel, firstDay(first), view.asOn), 0));
}

function sailed(view: FactView, of: Measured<number>): Measured<number> {
  return combined(countIn(view, view.months, 'performed'), of, (performed, slots) =>
    orMissing(slots > 0 ? ratio(performed, slots) : undefined, 'a day of the period on which a vessel was in service'),
  );
}

const USE = {
  perEntity: true,
  kinds: ['charter'],
  needs: ['balances', 'vessel'],
  source: 'policy default: days out of service do not count, days of bad weather do',
  owner: 'CFO',
} as const;

export const UTILISATION_FACTS: readonly FactDefinition[] = [
  {
    ...USE,
    id: 'available-slots',
    title: 'Charters that could have sailed',
    unit: 'count',
    definition:
      'Days of the period so far on which each vessel was in service, times the charters she can sail in a day.',
    formula: 'sum over vessels of days in service × charters a day',
    compute: available,
  },
  {
    ...USE,
    id: 'utilisation',
    title: 'Utilisation',
    unit: 'share',
    definition:
      'Charters sailed as a share of those that could have sailed; what bad weather took counts as not sailed.',
    formula: 'charters sailed ÷ charters that could have sailed',
    compute: (view) => sailed(view, available(view)),
  },
  {
    ...USE,
    id: 'utilisation-but-weather',
    title: 'Utilisation, bad weather left out',
    unit: 'share',
    definition: 'The same without the charters that weather or an authority cancelled.',
    formula: 'charters sailed ÷ (charters that could have sailed − cancelled for weather or by an authority)',
    compute: (view) =>
      sailed(
        view,
        combined(available(view), countIn(view, view.months, ...BY_WEATHER), (slots, lost) => slots - lost),
      ),
  },
];
