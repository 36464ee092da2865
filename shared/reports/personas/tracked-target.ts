import { firstDay, monthOf, plusMonths } from '../../kernel/calendar.ts';
import type { Fact } from '../facts/fact.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { numberIn } from '../findings/judging.ts';

/** The month’s target of the businesses whose books are kept; nothing when it is of others too, or of fewer. */
export function trackedTarget(sheet: FactSheet): Fact | undefined {
  const month = monthOf(sheet.period.from);
  const isMonth = sheet.period.until <= firstDay(plusMonths(month, 1));
  if (!isMonth || !sheet.has('targeted-month-revenue', month)) return undefined;
  const isSame = numberIn(sheet.get('targeted-month-revenue', month)) === numberIn(sheet.get('tracked-revenue'));
  const aim = sheet.get('targeted-month-revenue-target', month);
  return isSame && numberIn(aim) !== undefined ? aim : undefined;
}

/** The names of the businesses that have a revenue target for the period. */
export function withTarget(sheet: FactSheet): readonly string[] {
  return sheet.entities
    .filter(({ id }) => sheet.has('revenue-target', id) && numberIn(sheet.get('revenue-target', id)) !== undefined)
    .map(({ name }) => name);
}
