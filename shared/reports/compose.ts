import type { Period } from '../kernel/period.ts';
import type { Snapshot } from '../records/snapshot.ts';
import { documentProblems } from './document/invariants.ts';
import type { ReportDocument } from './document/report-document.ts';
import { factSheet } from './facts/fact-sheet.ts';
import { findingsOf } from './findings/finding.ts';
import { reportOf } from './personas/catalog.ts';
import type { ReportContext, ReportDefinition } from './personas/report.ts';
import { businessesOf, scopeNameOf } from './plan.ts';

/** What may be known beside the snapshot: the issue before, when the next is due, days that are closed. */
export type ComposeOptions = Omit<ReportContext, 'scope'>;

/**
 * A report about some entities and one period, from one snapshot: figures, then findings, then the document.
 * @throws RangeError when there is no such report, no entity, none it is about, or the period is not whole months or month to date.
 * @throws Error when the document breaks its own promises: a defect, never a matter of the records.
 */
export function compose(
  reportId: string,
  snapshot: Snapshot,
  entityIds: readonly string[],
  period: Period,
  company: string,
  options: ComposeOptions = {},
): ReportDocument {
  const report = reportOf(reportId);
  requireBusiness(report, snapshot, entityIds);
  const sheet = factSheet(snapshot, entityIds, period);
  const findings = findingsOf(report.rules, sheet);
  const document = report.compose(sheet, findings, { ...options, scope: scopeOf(snapshot, sheet.entityIds, company) });
  const problems = documentProblems(document);
  if (problems.length > 0) throw new Error(`the ${reportId} report is not fit to issue: ${problems.join('; ')}`);
  return document;
}

/** @throws RangeError when the report is about kinds of business of which the scope has none. */
function requireBusiness(report: ReportDefinition, snapshot: Snapshot, entityIds: readonly string[]): void {
  const source = snapshot.registers.entity;
  if (source.state === 'unreadable') return;
  const scope = source.records.filter(({ id }) => entityIds.includes(id));
  if (businessesOf(report, scope).length > 0 || report.kinds === undefined) return;
  throw new RangeError(`the ${report.id} report is about no business of this scope`);
}

/** The scope's name for keys, and its title for people: the company when it is all of several businesses, else the names. */
function scopeOf(snapshot: Snapshot, entityIds: readonly string[], company: string): ReportContext['scope'] {
  const source = snapshot.registers.entity;
  const entities = source.state === 'read' ? source.records : [];
  const active = entities.filter((entity) => entity.active).map((entity) => entity.id);
  const name = scopeNameOf(entityIds, active);
  const names = entityIds.map((id) => entities.find((entity) => entity.id === id)?.name ?? id);
  return { name, title: name === 'group' && names.length > 1 ? company : names.join(', ') };
}
