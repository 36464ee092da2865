import { closeSync, openSync, readSync } from 'node:fs';
import type { BytesSource } from '../../shared/ledger/entry-lines.ts';

/** Lets something read a file from its beginning, into memory of its own, and closes it afterwards. */
export function withBytesOf<T>(path: string, use: (source: BytesSource) => T): T {
  const file = openSync(path, 'r');
  try {
    return use({
      read: (into) => readSync(file, into),
      textOf: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'),
    });
  } finally {
    closeSync(file);
  }
}
