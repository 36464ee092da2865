import type { LocalDate, Month } from '../../shared/kernel/calendar.ts';
import { isLocalDate, isMonth, plusDays } from '../../shared/kernel/calendar.ts';
import type { Problem } from '../../shared/kernel/fault.ts';
import type { Period } from '../../shared/kernel/period.ts';
import { monthPeriod } from '../../shared/kernel/period.ts';
import type { CatalogResponse } from '../../shared/wire/reports.ts';
import type { PreviewRequest, StartRunRequest } from './reports-api.ts';

/** What a person has chosen in the dialog so far. */
export interface RunChoice {
  readonly reports: readonly string[];
  readonly entityIds: readonly string[];
  readonly span: 'month' | 'days';
  readonly month: string;
  readonly from: string;
  readonly through: string;
  readonly sendTo: StartRunRequest['sendTo'];
}

/** The choice the dialog opens with: every report, every entity, the last closed month, sent to nobody. */
export function firstChoice(catalog: CatalogResponse): RunChoice {
  return {
    reports: runnable(catalog).map(({ report }) => report),
    entityIds: catalog.entities.map(({ id }) => id),
    span: 'month',
    month: catalog.lastMonth,
    from: '',
    through: '',
    sendTo: 'nobody',
  };
}

/** The reports that can be made for a period; a charter's debrief is made when its charter completes. */
export function runnable(catalog: CatalogResponse): CatalogResponse['reports'] {
  return catalog.reports.filter(({ perCharter }) => !perCharter);
}

/** The list with a value in or out; the order of the others stays. */
export function toggled(list: readonly string[], value: string, isIn: boolean): readonly string[] {
  const without = list.filter((held) => held !== value);
  return isIn ? [...without, value] : without;
}

/** Everything that keeps the choice from being run, by field. */
export function choiceProblems(choice: RunChoice): readonly Problem[] {
  return [
    ...(choice.reports.length === 0 ? [{ field: 'reports', message: 'Choose at least one report.' }] : []),
    ...(choice.entityIds.length === 0 ? [{ field: 'entityIds', message: 'Choose at least one company.' }] : []),
    ...(periodOf(choice) === undefined ? [{ field: 'period', message: periodMessage(choice) }] : []),
  ];
}

/** The request to run; the choice must have no problems. Every entity and the default month are left to the server. */
export function runRequest(choice: RunChoice, catalog: CatalogResponse, requestKey: string): StartRunRequest {
  return {
    requestKey,
    reports: inOrder(choice.reports, catalog),
    sendTo: choice.sendTo,
    ...narrowing(choice, catalog),
  };
}

/** The request to preview one of the chosen reports. */
export function previewRequest(report: string, choice: RunChoice, catalog: CatalogResponse): PreviewRequest {
  return { report, ...narrowing(choice, catalog) };
}

function narrowing(choice: RunChoice, catalog: CatalogResponse): { entityIds?: string[]; period?: Period } {
  const period = periodOf(choice);
  const all = choice.entityIds.length === catalog.entities.length;
  const usual = choice.span === 'month' && choice.month === catalog.lastMonth;
  return {
    ...(all ? {} : { entityIds: [...choice.entityIds].sort() }),
    ...(usual || period === undefined ? {} : { period }),
  };
}

/** The days meant; nothing while they make no period. The last day is chosen included and sent excluded. */
function periodOf(choice: RunChoice): Period | undefined {
  if (choice.span === 'month') return isMonth(choice.month) ? monthPeriod(choice.month as Month) : undefined;
  const { from, through } = choice;
  if (!isLocalDate(from) || !isLocalDate(through) || through < from) return undefined;
  return { from, until: plusDays(through as LocalDate, 1) };
}

function periodMessage(choice: RunChoice): string {
  if (choice.span === 'month') return 'Enter a month, such as 2026-10.';
  return 'Enter a first and a last day, the last not before the first.';
}

function inOrder(reports: readonly string[], catalog: CatalogResponse): string[] {
  return catalog.reports.map(({ report }) => report).filter((report) => reports.includes(report));
}
