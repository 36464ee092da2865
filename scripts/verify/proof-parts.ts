import { join } from 'node:path';
import { readBalances, readEntries } from '../../lambda/stores/ledger-store.ts';
import { companyRegisters } from '../../lambda/stores/register-store.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import type { Month } from '../../shared/kernel/calendar.ts';
import { differences } from '../../shared/ledger/balances.ts';
import { eachEntry } from '../../shared/ledger/entry-lines.ts';
import { Rebuilding } from '../../shared/ledger/rebuilding.ts';
import { archiveFindings, manifestsIn } from './archive-check.ts';
import { auditFindings } from './audit-check.ts';
import type { Evidence } from './evidence.ts';
import type { ExportedBooks } from './export-folder.ts';
import { ENTRIES, exportedBalances } from './export-folder.ts';
import { withBytesOf } from './file-bytes.ts';
import type { Gathered } from './gathering.ts';
import type { Checked } from './outcome.ts';
import { checked, DIFFERS, UNCHECKED } from './outcome.ts';

/** Whether the lines of history hold, and their ends are where others saw them. */
export function auditPart(evidence: Evidence): Checked {
  const { problems, notes } = auditFindings(evidence);
  const objects = [...evidence.objects.values()];
  const lines = [...evidence.streams.values()].reduce((sum, held) => sum + held.length, 0);
  const checkpoints = objects.filter(({ key }) => key.startsWith('audit/')).length;
  const mails = objects.filter(({ auditHead }) => auditHead !== undefined).length;
  const what = `${lines} lines in ${evidence.streams.size} streams, seen by ${checkpoints} checkpoints and ${mails} mails.`;
  return checked(what, problems, notes, 'Every line is as it was written, and every end is where it was seen.');
}

/** Whether the archive holds what its manifests and the lines name, and nothing else. */
export function archivePart(evidence: Evidence): Checked {
  const { problems, notes } = archiveFindings(evidence);
  const what = `${evidence.objects.size} objects, ${manifestsIn(evidence).length} manifests.`;
  return checked(what, problems, notes, 'Every object is the one that was archived, and none is strange.');
}

/** Whether issues come out as they are archived when they are printed again: one by its name, or all. */
export async function reprintPart({ evidence, read }: Gathered, version: string, only?: string): Promise<Checked> {
  const { issueName, reprinter } = await import('./reprint-check.ts'); // all that prints reports loads with it
  const manifests = manifestsIn(evidence).filter((one) => only === undefined || issueName(one) === only);
  if (manifests.length === 0)
    return {
      lines: [only === undefined ? 'There is no issue to print.' : `There is no issue ${only}.`],
      code: UNCHECKED,
    };
  const reprint = reprinter(read, version);
  const problems: string[] = [];
  const others: string[] = [];
  for (const manifest of manifests) {
    const result = await reprint(manifest);
    if (result.outcome === 'same') continue;
    (result.outcome === 'differs' ? problems : others).push(`${issueName(manifest)}: ${result.because}.`);
  }
  const same = manifests.length - problems.length - others.length;
  const [other, ...more] = others;
  const what = `${same} of ${manifests.length} issues are printed again byte for byte.`;
  const unsure =
    other && `Not comparable, printed by another version: ${other}${more.length ? ` And ${more.length} more.` : ''}`;
  const { lines, code } = checked(what, problems, [], 'No issue differs from what this version prints.');
  return {
    lines: unsure === undefined ? lines : [...lines, unsure],
    code: code === DIFFERS || !unsure ? code : UNCHECKED,
  };
}

/** Whether the exported month balances are what the exported entries say. */
export async function exportedBooksPart(folder: string): Promise<Checked> {
  const books = new Rebuilding();
  withBytesOf(join(folder, ENTRIES), (source) => eachEntry(source, (entry) => books.add(entry)));
  const problems = [
    ...books.unbalanced.map((id) => `Entry ${id} does not sum to zero.`),
    ...differences(await exportedBalances(folder), books.months()).map(
      ({ entityId, month, group, name, left, right }) =>
        `${entityId} ${month}, ${group} ${name}: ${left} was stored, the entries say ${right}.`,
    ),
  ];
  return checked(`${books.entries} entries.`, problems, [], 'The month balances are what the entries say.');
}

/** The books of every business, to go out with an export. */
export async function booksToExport(tables: Tables): Promise<ExportedBooks> {
  const { entity = [] } = await companyRegisters(tables);
  const balances = (await Promise.all(entity.map(({ id }) => readBalances(tables, id)))).flat();
  const entries = await Promise.all(
    balances.map(({ entityId, month }) => readEntries(tables, entityId, month as Month)),
  );
  return { balances, entries: entries.flat() };
}
