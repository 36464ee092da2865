import type { Month } from '../../shared/kernel/calendar.ts';
import { monthOf, monthsThrough, plusMonths } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import type { Target } from '../../shared/records/money.ts';
import type { CharterEntity } from './company.ts';
import { CHARTER_ENTITIES } from './company.ts';
import { usualCharters } from './demand.ts';
import type { SampleDay } from './sample-day.ts';
import { firstMonth, openingDay, stampOn } from './sample-day.ts';

/** To the end of the second quarter after the running one, whichever month of it this is. */
const MONTHS_AHEAD = 8;
/** What a charter is planned to bring, a little more than it usually does. */
const PLANNED_CENTS: Readonly<Record<CharterEntity, number>> = { jada: 196_000, qos: 283_000 };

/** Revenue and charters meant to be had, month by month from the first of the books through the next two quarters. */
export function sampleTargets(day: SampleDay): Target[] {
  const months = monthsThrough(firstMonth(day), plusMonths(monthOf(day.today), MONTHS_AHEAD));
  return months.flatMap((month) => CHARTER_ENTITIES.flatMap((entityId) => targetsOf(day, entityId, month)));
}

/** In every other month one more charter than usual is aimed for. */
function targetsOf(day: SampleDay, entityId: CharterEntity, month: Month): Target[] {
  const charters = usualCharters(entityId, month) + (Number(month.slice(5)) % 2);
  const target = (metric: Target['metric'], value: number): Target => ({
    id: `tgt_${entityId}-${month}.${metric}`,
    entityId,
    month,
    metric,
    value: cents(value),
    ...stampOn(day, openingDay(day)),
  });
  const revenueCents = usualCharters(entityId, month) * PLANNED_CENTS[entityId];
  return [target('charters', charters), target('revenue', Math.ceil(revenueCents / 10_000) * 10_000)];
}
