import { createHash } from 'node:crypto';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import type { ImportRecord, OpenImportBody } from '../../shared/wire/imports.ts';
import { MOST_IMPORT_BYTES, PART_BYTES } from '../../shared/wire/imports.ts';
import type { SheetBytes } from '../collect/spreadsheet/sheet-bytes.ts';
import { bytesInMemory } from '../collect/spreadsheet/sheet-bytes.ts';
import type { HostDeps } from '../host/deps.ts';
import { readImportParts } from '../stores/import-store.ts';

/** @throws FaultError `too-large` for a file beyond ten megabytes. */
export function requireFits({ sizeBytes }: Pick<OpenImportBody, 'sizeBytes'>): void {
  if (sizeBytes <= MOST_IMPORT_BYTES) return;
  throw new FaultError(
    fault('too-large', 'The file is larger than 10 MB. Divide it, or import it at the command line.'),
  );
}

/** The bytes of one part. @throws FaultError `invalid` when it is not the part of this file it says it is. */
export function partIn(
  { sizeBytes }: Pick<ImportRecord, 'sizeBytes'>,
  part: string,
  pieces: readonly string[],
): { readonly number: number; readonly bytes: Uint8Array } {
  const number = /^\d{1,4}$/.test(part) ? Number(part) : Number.NaN;
  const expected = Math.min(PART_BYTES, sizeBytes - number * PART_BYTES);
  const bytes = Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64')));
  if (expected > 0 && bytes.length === expected) return { number, bytes };
  const message = expected > 0 ? `expected ${expected} bytes` : 'the file has no such part';
  throw new FaultError(fault('invalid', 'This is no part of the file.', [{ field: 'pieces', message }]));
}

/** The whole file, as it was announced. @throws FaultError `refused` while parts are missing or when it is another file. */
export async function uploadedFile(deps: HostDeps, { id, sizeBytes, digest }: ImportRecord): Promise<SheetBytes> {
  const bytes = Buffer.concat(await readImportParts(deps.tables, id));
  if (bytes.length !== sizeBytes) {
    throw new FaultError(
      fault('refused', 'The file has not arrived whole, or was sent more than a week ago. Send it again.'),
    );
  }
  if (createHash('sha256').update(bytes).digest('hex') !== digest) {
    throw new FaultError(fault('refused', 'What arrived is not the file that was chosen. Send it again.'));
  }
  return bytesInMemory(bytes);
}
