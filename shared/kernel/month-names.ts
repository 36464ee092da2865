import type { LocalDate, Month } from './calendar.ts';
import { isMonth } from './calendar.ts';

/** Months and days as people write them, for sentences; reports that print a day alone have a form of their own. */

const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A month by name: Nov 2026. */
export function monthInWords(month: Month): string {
  return `${NAMES[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

/** A day by name: Nov 21, 2026. */
export function dayInWords(day: LocalDate): string {
  return `${NAMES[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(8))}, ${day.slice(0, 4)}`;
}

/** The month somebody wrote as Nov 2026; nothing when it is not one. */
export function monthFromWords(words: string): Month | undefined {
  const [name = '', year = '', ...more] = words.split(' ');
  if (more.length > 0) return undefined;
  const month = `${year}-${String(NAMES.indexOf(name) + 1).padStart(2, '0')}`;
  return isMonth(month) ? month : undefined;
}
