import { closeSync, openSync, readSync } from 'node:fs';
import { textPieces } from '../../verify/text-pieces.ts';
import type { Figures } from './canonical.ts';

/** The file read and nothing done with it. */
export async function onlyRead(file: string): Promise<Figures> {
  const bytes = Buffer.allocUnsafe(1 << 16);
  const opened = openSync(file, 'r');
  let total = 0;
  for (let count = readSync(opened, bytes); count > 0; count = readSync(opened, bytes)) total += count;
  closeSync(opened);
  if (total === 0) throw new Error('nothing to read');
  return new Map();
}

/** Every line parsed and dropped, read in the same pieces as ours: what JSON itself costs. */
export async function onlyParsed(file: string): Promise<Figures> {
  let rest = '';
  let parsed = 0;
  for (const piece of textPieces(file)) {
    const text: string = rest + piece;
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      if (JSON.parse(text.slice(from, end)) !== null) parsed += 1;
      from = end + 1;
    }
    rest = text.slice(from);
  }
  if (parsed === 0) throw new Error('nothing to parse');
  return new Map();
}
