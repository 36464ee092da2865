import type { Basis } from '../../kernel/measured.ts';
import { nameOf } from './naming.ts';
import type { FactView } from './view.ts';

/** A record as far as it matters here: where it is written down, when it was read from a document. */
interface MaybeWritten {
  readonly writtenIn?: { readonly file: string; readonly line: number };
}

/** The basis with the documents some records were read from: vessels of JADA; read from jada.md, lines 12-14 and 20. */
export function withPlaces(basis: Basis, records: readonly object[]): Basis {
  const places = records.flatMap((record) => (record as MaybeWritten).writtenIn ?? []);
  if (places.length === 0) return basis;
  const files = [...new Set(places.map(({ file }) => file))].sort();
  const told = files.map((file) => `${file}, ${linesText(places.filter((place) => place.file === file))}`);
  return { ...basis, records: [basis.records, ...told.map((text) => `read from ${text}`)].join('; ') };
}

/** The basis of a figure of one record: its own place where it was read from a document, else that of all of them. */
export function recordBasis(view: FactView, many: string) {
  return (record: MaybeWritten & { readonly entityId: string }, all: Basis): Basis => {
    if (record.writtenIn === undefined) return all;
    return withPlaces({ records: `${many} of ${nameOf(view, record.entityId)}`, asOf: all.asOf }, [record]);
  };
}

/** Lines in order, those that follow each other joined. */
function linesText(places: readonly { readonly line: number }[]): string {
  const runs: { from: number; through: number }[] = [];
  for (const line of [...new Set(places.map((place) => place.line))].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.through === line - 1) last.through = line;
    else runs.push({ from: line, through: line });
  }
  const parts = runs.map(({ from, through }) => (from === through ? `${from}` : `${from}-${through}`));
  const joined = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '');
  return `${parts.length === 1 && !joined.includes('-') ? 'line' : 'lines'} ${joined}`;
}
