import type { Instant } from '../../shared/kernel/calendar.ts';
import { isMonth } from '../../shared/kernel/calendar.ts';
import { formatInstant, formatPeriod } from '../../shared/reports/render/format-days.ts';
import type { CatalogResponse, ListIssuesResponse } from '../../shared/wire/reports.ts';
import type { IssueAddress, LibraryFilter } from './reports-api.ts';
import { compareHash } from './route-model.ts';
import { OCCASION_WORDS, scopeWords } from './run-model.ts';

type Line = ListIssuesResponse['issues'][number];

/** An archived issue as a row of the library says it. */
export interface LibraryRow {
  readonly address: IssueAddress;
  readonly report: string;
  readonly title: string;
  /** Whose figures: the names of the businesses. */
  readonly scope: string;
  readonly period: string;
  readonly made: string;
  readonly occasion: string;
  /** Where it is held against the one before it, when that is on the page. */
  readonly change?: string;
}

/** The rows of a page, in its order: newest first. */
export function libraryRows(issues: readonly Line[], catalog: CatalogResponse | undefined, zone: string): LibraryRow[] {
  return issues.map((line, at) => {
    const earlier = issues.slice(at + 1).find((other) => isAlike(line, other));
    return {
      address: addressOfLine(line),
      report: line.report,
      title: line.title,
      scope: scopeWords(line.entityIds, catalog),
      period: formatPeriod(line.about ?? line.period),
      made: formatInstant(line.madeAt as Instant, zone),
      occasion: OCCASION_WORDS[line.occasion],
      ...(earlier === undefined ? {} : { change: compareHash(addressOfLine(earlier), addressOfLine(line)) }),
    };
  });
}

/**
 * The newest issue like the given one that is older than it, among issues newest first: of the same report, of the same
 * businesses, made on the same occasion. Nothing where either is not among them.
 */
export function issueBefore(issues: readonly Line[], { runKey, scope, slug }: IssueAddress): IssueAddress | undefined {
  const at = issues.findIndex((one) => one.runKey === runKey && one.scopeName === scope && one.slug === slug);
  const line = issues[at];
  const earlier = line && issues.slice(at + 1).find((other) => isAlike(line, other));
  return earlier && addressOfLine(earlier);
}

/** The address where two rows are held against each other, whichever was chosen first: the earlier stands left. */
export function comparedRows(rows: readonly LibraryRow[], one: LibraryRow, other: LibraryRow): string {
  const [later, earlier] = rows.indexOf(one) < rows.indexOf(other) ? [one, other] : [other, one];
  return compareHash(earlier.address, later.address);
}

/** The filter with one part of it changed; an empty choice is no choice, nor is a month that is still being typed. */
export function changedFilter(filter: LibraryFilter, name: keyof LibraryFilter, value: string): LibraryFilter {
  const { [name]: _before, ...rest } = filter;
  const isChoice = name === 'month' ? isMonth(value) : value !== '';
  return isChoice ? { ...rest, [name]: value } : rest;
}

/** Whether anything is narrowed at all. */
export function isNarrowed(filter: LibraryFilter): boolean {
  return Object.keys(filter).length > 0;
}

function addressOfLine({ runKey, scopeName, slug }: Line): IssueAddress {
  return { runKey, scope: scopeName, slug };
}

function isAlike(a: Line, b: Line): boolean {
  return a.report === b.report && a.occasion === b.occasion && a.scopeName === b.scopeName;
}
