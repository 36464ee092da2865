import type { IssueAddress } from './reports-api.ts';

/** Where in the reports tab someone is. */
export type ReportsPlace =
  | { readonly at: 'home' }
  | { readonly at: 'run'; readonly runKey: string }
  /** A run's progress inside a page of the host. */
  | { readonly at: 'progress'; readonly runKey: string }
  | { readonly at: 'issue'; readonly issue: IssueAddress }
  | { readonly at: 'nowhere' };

/** The place the rest of the address names, behind #/reports. */
export function reportsPlaceOf(route: string): ReportsPlace {
  const [room, key, scope, slug, ...more] = route
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  if (room === undefined) return { at: 'home' };
  if (key === undefined || more.length > 0) return { at: 'nowhere' };
  if (room === 'progress' && scope === undefined) return { at: 'progress', runKey: key };
  if (room !== 'runs') return { at: 'nowhere' };
  if (scope === undefined) return { at: 'run', runKey: key };
  return slug === undefined ? { at: 'nowhere' } : { at: 'issue', issue: { runKey: key, scope, slug } };
}

/** The address of a run's page. */
export function runHash(runKey: string): string {
  return `#/reports/runs/${encodeURIComponent(runKey)}`;
}

/** The address of an archived issue. */
export function issueHash({ runKey, scope, slug }: IssueAddress): string {
  return `${runHash(runKey)}/${encodeURIComponent(scope)}/${encodeURIComponent(slug)}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
