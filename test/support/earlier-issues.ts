import { libraryWrite } from '../../lambda/stores/issue-store.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import type { Write } from '../../lambda/stores/transaction.ts';
import { storedTogether } from '../../lambda/stores/transaction.ts';
import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { instantIn, plusDays } from '../../shared/kernel/calendar.ts';
import { REPORTS } from '../../shared/reports/personas/catalog.ts';

/** Enters issues of every report into the library, one of each on every day before a day: what years of runs leave behind. */
export async function enterIssues(
  tables: Tables,
  entityIds: readonly string[],
  before: LocalDate,
  days: number,
): Promise<void> {
  for (const writes of issuesBefore(tables, entityIds, before, days)) await storedTogether(tables, writes);
}

/** The writes of those issues, a day together. */
export function* issuesBefore(
  tables: Pick<Tables, 'main'>,
  entityIds: readonly string[],
  before: LocalDate,
  days: number,
): Generator<readonly Write[]> {
  for (let i = 1; i <= days; i += 1) {
    const on = plusDays(before, -i);
    yield REPORTS.map(({ id, slug, title }) =>
      libraryWrite(tables, {
        runKey: `charter.chr_past-${on}.1`,
        report: id,
        slug,
        title,
        scopeName: 'group',
        entityIds,
        occasion: 'charter',
        period: { from: on, until: before },
        archivedOn: on,
        madeAt: instantIn('America/Los_Angeles' as never, on, '12:00'),
        snapshotKey: `${on}/none/snapshot.json`,
        snapshotDigest: '0'.repeat(64),
      } as never),
    );
  }
}
