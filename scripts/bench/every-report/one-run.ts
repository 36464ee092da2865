import { readFileSync } from 'node:fs';
import { messageBytes } from '../../../lambda/mail/message.ts';
import { illustratedRenderings, mailParts } from '../../../lambda/reports/illustrated.ts';
import { orThrow } from '../../../shared/kernel/fault.ts';
import type { Snapshot } from '../../../shared/records/snapshot.ts';
import { compose } from '../../../shared/reports/compose.ts';
import { decodedDocument } from '../../../shared/reports/document/decoder.ts';
import { FACT_CATALOG } from '../../../shared/reports/facts/catalog.ts';
import { factView, narrowedTo } from '../../../shared/reports/facts/view.ts';
import { inboxLines } from '../../../shared/reports/render/subject.ts';
import type { Asked } from './asked.ts';

/** Reads a snapshot as a run does, makes every issue in five formats and a mail of each, and answers all their bytes. */
export async function everyReport(snapshotFile: string, asked: Asked): Promise<readonly (string | Uint8Array)[]> {
  const snapshot = JSON.parse(readFileSync(snapshotFile, 'utf8')) as Snapshot;
  const made: (string | Uint8Array)[] = [];
  for (const { report, entityIds, period } of asked.issues) {
    const document = compose(report, snapshot, entityIds, period, 'Ship Captain Crew');
    const formats = await illustratedRenderings(document, asked.letterhead);
    const archived = orThrow(decodedDocument(JSON.parse(formats.json.body)));
    const mail = await messageBytes({
      id: `bench-${report}`,
      from: 'Ship Captain Crew <reports@example.com>',
      to: { name: 'The Office', address: 'office@example.com' },
      subject: inboxLines(archived).subject,
      ...mailParts(archived, formats.html.body, formats.txt.body),
      at: snapshot.takenAt,
      headers: { 'X-Run': 'bench' },
    });
    made.push(...Object.values(formats).map(({ body }) => body), mail);
  }
  return made;
}

/** Milliseconds of the first pass over every figure of the group that is read off month balances. */
export function factsFromBalances(snapshotFile: string, asked: Asked): { readonly ms: number; readonly facts: number } {
  const snapshot = JSON.parse(readFileSync(snapshotFile, 'utf8')) as Snapshot;
  const [issue] = asked.issues;
  if (issue === undefined) throw new Error('no report was asked for');
  const definitions = FACT_CATALOG.filter(({ needs }) => needs.includes('balances'));
  const began = performance.now();
  const view = factView(snapshot, issue.entityIds, issue.period);
  for (const { kinds, compute } of definitions) {
    const fits = (id: string) => kinds === undefined || kinds.some((kind) => kind === view.entityOf(id)?.kind);
    compute(narrowedTo(view, view.entityIds.filter(fits)));
  }
  return { ms: performance.now() - began, facts: definitions.length };
}
