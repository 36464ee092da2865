import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { entryIn } from '../../../lambda/stores/entry-items.ts';
import type { Figures } from './canonical.ts';
import { itemInLine } from './exported-items.ts';
import { Adding } from './ours.ts';

/** The figures of our own pass from a table export in the database's JSON: items as stored, each made an entry again. */
export async function exportedFigures(file: string, asOf: string): Promise<Figures> {
  const adding = new Adding();
  for await (const line of createInterface({ input: createReadStream(file) })) adding.take(entryIn(itemInLine(line)));
  return adding.figures(asOf);
}
