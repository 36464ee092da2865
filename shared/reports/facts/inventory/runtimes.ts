import type { LocalDate } from '../../../kernel/calendar.ts';
import { localDate } from '../../../kernel/calendar.ts';

/** When the table below was last held against the provider's page. */
export const RUNTIMES_AS_OF = localDate('2026-07-31');

/** The day after which functions on a runtime that had lost support by then can no longer be changed. */
export const UPDATES_STOP_ON = localDate('2027-03-03');

/** The last day of support of each runtime, as the provider announced it (tflint-ruleset-aws, deprecated runtimes). */
const END_OF_SUPPORT: Readonly<Record<string, string>> = {
  'nodejs16.x': '2024-06-12',
  'nodejs18.x': '2025-09-01',
  'nodejs20.x': '2026-04-30',
  'nodejs22.x': '2027-04-30',
  'nodejs24.x': '2028-04-30',
  'python3.9': '2025-12-15',
  'python3.10': '2026-10-31',
  'python3.11': '2027-06-30',
  'python3.12': '2028-10-31',
  'python3.13': '2029-06-30',
  'python3.14': '2029-06-30',
};

/** The last day of support of a runtime; nothing where the table does not know it. */
export function endOfSupport(runtime: string): LocalDate | undefined {
  const day = END_OF_SUPPORT[runtime];
  return day === undefined ? undefined : localDate(day);
}

/** Whether changes to a runtime stop on the announced day: it had lost support when the table was read. */
export function updatesWillStop(runtime: string): boolean {
  const ends = endOfSupport(runtime);
  return ends !== undefined && ends <= RUNTIMES_AS_OF;
}
