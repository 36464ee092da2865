import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const PIECE_BYTES = 1 << 16;

/** The text of a file in pieces, read into the same memory over and over, so that a file of any length takes little. */
export function* textPieces(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.allocUnsafe(PIECE_BYTES);
    const decoder = new StringDecoder('utf8');
    for (let count = readSync(file, bytes); count > 0; count = readSync(file, bytes)) {
      yield decoder.write(bytes.subarray(0, count));
    }
    const rest = decoder.end();
    if (rest !== '') yield rest;
  } finally {
    closeSync(file);
  }
}
