import { takeSnapshot } from '../../../lambda/reports/snapshot-loader.ts';
import { chartersIn, readCharterFile } from '../../../lambda/stores/charter-store.ts';
import type { Tables } from '../../../lambda/stores/tables.ts';
import type { Instant, Zone } from '../../../shared/kernel/calendar.ts';
import { dayIn, monthOf, plusMonths } from '../../../shared/kernel/calendar.ts';
import type { Period } from '../../../shared/kernel/period.ts';
import { monthToDate } from '../../../shared/kernel/period.ts';
import type { Charter } from '../../../shared/records/charter.ts';
import type { Snapshot } from '../../../shared/records/snapshot.ts';
import { REPORTS } from '../../../shared/reports/personas/catalog.ts';
import { isScheduled } from '../../../shared/reports/plan.ts';
import type { Letterhead } from '../../../shared/reports/render/letterhead.ts';

/** Issues to be made of one snapshot, and the paper they are printed on. */
export interface Asked {
  readonly issues: readonly {
    readonly report: string;
    readonly entityIds: readonly string[];
    readonly period: Period;
  }[];
  readonly letterhead: Letterhead;
}

/** The snapshot a charter's completion takes today, and every report there is of it: the debrief for its boat alone. */
export async function everythingAsked(
  tables: Tables,
  zone: Zone,
  now: Instant,
): Promise<{ readonly snapshot: Snapshot; readonly asked: Asked }> {
  const entityIds = ids((await takeSnapshot(tables, zone, now)).registers.entity);
  const completed = await lastCompleted(tables, entityIds, zone, now);
  const snapshot = await takeSnapshot(tables, zone, now, completed.id);
  const period = monthToDate(snapshot.today);
  const made = REPORTS.filter((report) => isScheduled(report) || report.perCharter === 'debrief');
  const issues = made.map(({ id, perCharter }) => ({
    report: id,
    entityIds: perCharter === 'debrief' ? [completed.entityId] : entityIds,
    period,
  }));
  const link = { label: 'Open the reports tab', url: 'https://app.example.com/#/reports' };
  return {
    snapshot,
    asked: { issues, letterhead: { companyName: 'Ship Captain Crew', footer: 'For the bench.', link } },
  };
}

async function lastCompleted(tables: Tables, entityIds: readonly string[], zone: Zone, now: Instant): Promise<Charter> {
  const month = monthOf(dayIn(zone, now));
  const pairs = entityIds.flatMap((id) => [month, plusMonths(month, -1)].map((at) => [id, at] as const));
  const charters = (await Promise.all(pairs.map(([id, at]) => chartersIn(tables, id, at)))).flat();
  const done = charters.filter(({ performedOn, completionSeq }) => performedOn !== undefined && completionSeq > 0);
  const [last] = [...done].sort((a, b) => ((a.performedOn ?? '') > (b.performedOn ?? '') ? -1 : 1));
  if (last === undefined) throw new Error('the sample has no charter that sailed of late');
  const file = await readCharterFile(tables, last.id);
  if (file === undefined) throw new Error(`charter ${last.id} is not on record`);
  return file.charter;
}

function ids(source: Snapshot['registers']['entity']): readonly string[] {
  if (source.state === 'unreadable') throw new Error(`the businesses cannot be read: ${source.because}`);
  return source.records.filter(({ active }) => active).map(({ id }) => id);
}
