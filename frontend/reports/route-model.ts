import { isMonth } from '../../shared/kernel/calendar.ts';
import { isSlug } from '../../shared/kernel/ids.ts';
import type { IssueAddress, LibraryFilter } from './reports-api.ts';

/** Where in the reports tab someone is. */
export type ReportsPlace =
  | { readonly at: 'home' }
  | { readonly at: 'run'; readonly runKey: string }
  /** A run's progress inside a page of the host. */
  | { readonly at: 'progress'; readonly runKey: string }
  | { readonly at: 'issue'; readonly issue: IssueAddress; readonly section?: string }
  | { readonly at: 'library'; readonly filter: LibraryFilter }
  | { readonly at: 'compare'; readonly left: IssueAddress; readonly right: IssueAddress }
  | { readonly at: 'nowhere' };

/** The place the rest of the address names, behind #/reports. */
export function reportsPlaceOf(route: string): ReportsPlace {
  const [room, key, scope, slug, section, ...more] = route
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  if (room === undefined) return { at: 'home' };
  if (room === 'library') return section !== undefined ? { at: 'nowhere' } : libraryPlaceOf(key, scope, slug);
  if (room === 'compare') return comparePlaceOf(key, scope, slug);
  if (key === undefined || more.length > 0) return { at: 'nowhere' };
  if (room === 'progress' && scope === undefined) return { at: 'progress', runKey: key };
  if (room !== 'runs') return { at: 'nowhere' };
  if (scope === undefined) return { at: 'run', runKey: key };
  if (slug === undefined) return { at: 'nowhere' };
  return { at: 'issue', issue: { runKey: key, scope, slug }, ...(section === undefined ? {} : { section }) };
}

/** The address of a run's page. */
export function runHash(runKey: string): string {
  return `#/reports/runs/${encodeURIComponent(runKey)}`;
}

/** The address of an archived issue. */
export function issueHash({ runKey, scope, slug }: IssueAddress): string {
  return `${runHash(runKey)}/${encodeURIComponent(scope)}/${encodeURIComponent(slug)}`;
}

/** The address of a section of an archived issue. */
export function sectionHash(issue: IssueAddress, sectionId: string): string {
  return `${issueHash(issue)}/${encodeURIComponent(sectionId)}`;
}

/** Stands in an address for whatever is not narrowed. */
const ANY = '-';

/** The address of the library, narrowed as a filter says. */
export function libraryHash({ report, entity, month }: LibraryFilter): string {
  const parts = [report ?? ANY, entity ?? ANY, month ?? ANY];
  return parts.every((part) => part === ANY) ? '#/reports/library' : `#/reports/library/${parts.join('/')}`;
}

/** The address of two issues side by side, the earlier one on the left. */
export function compareHash(left: IssueAddress, right: IssueAddress): string {
  return `#/reports/compare/${encodeURIComponent(issueName(left))}/${encodeURIComponent(issueName(right))}`;
}

/** An issue in one word, as the API knows it. */
export function issueName({ runKey, scope, slug }: IssueAddress): string {
  return `${runKey}/${scope}/${slug}`;
}

function libraryPlaceOf(report = ANY, entity = ANY, month = ANY): ReportsPlace {
  const fits = (part: string, check: (text: string) => boolean) => part === ANY || check(part);
  if (!fits(report, isSlug) || !fits(entity, isSlug) || !fits(month, isMonth)) return { at: 'nowhere' };
  return {
    at: 'library',
    filter: {
      ...(report === ANY ? {} : { report }),
      ...(entity === ANY ? {} : { entity }),
      ...(month === ANY ? {} : { month }),
    },
  };
}

function comparePlaceOf(left = '', right = '', more?: string): ReportsPlace {
  const [first, second] = [issueNamed(left), issueNamed(right)];
  if (first === undefined || second === undefined || more !== undefined) return { at: 'nowhere' };
  return { at: 'compare', left: first, right: second };
}

function issueNamed(name: string): IssueAddress | undefined {
  const [runKey = '', scope = '', slug = '', ...more] = name.split('/');
  return runKey === '' || scope === '' || slug === '' || more.length > 0 ? undefined : { runKey, scope, slug };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
