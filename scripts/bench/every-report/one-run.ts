import { readFileSync } from 'node:fs';
import { messageBytes } from '../../../lambda/mail/message.ts';
import { illustratedRenderings, mailParts } from '../../../lambda/reports/illustrated.ts';
import { orThrow } from '../../../shared/kernel/fault.ts';
import type { Snapshot } from '../../../shared/records/snapshot.ts';
import { compose } from '../../../shared/reports/compose.ts';
import { decodedDocument } from '../../../shared/reports/document/decoder.ts';
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
      ...(await mailParts(archived, asked.letterhead)),
      at: snapshot.takenAt,
      headers: { 'X-Run': 'bench' },
    });
    made.push(...Object.values(formats).map(({ body }) => body), mail);
  }
  return made;
}
