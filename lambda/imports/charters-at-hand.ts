import type { StoredCharterFile } from '../stores/charter-store.ts';
import { readCharterFile } from '../stores/charter-store.ts';
import type { Tables } from '../stores/tables.ts';

/** Charters with their money as some rows would leave it. */
export interface ChartersAtHand {
  /** The charter of this id with what was moved so far, or nothing when there is none. */
  readonly of: (charterId: string) => Promise<StoredCharterFile | undefined>;
  /** Notes what a row does to its charter's money, so that the next row is decided on it. */
  readonly move: (file: StoredCharterFile) => void;
  /** The charters whose money was moved, with it. */
  readonly moved: () => readonly StoredCharterFile[];
}

/** So many charters are kept. One that was let go is read again, and rows about it are then decided when they are stored. */
const KEPT = 2_000;

/** No charters yet: each is read when the first row names it. */
export function chartersAtHand(tables: Tables): ChartersAtHand {
  const files = new Map<string, StoredCharterFile>();
  const moved = new Set<string>();
  const keep = (file: StoredCharterFile) => {
    const [oldest] = files.keys();
    if (files.size >= KEPT && oldest !== undefined && !files.has(file.charter.id)) files.delete(oldest);
    files.set(file.charter.id, file);
  };
  return {
    of: async (charterId) => {
      const held = files.get(charterId);
      if (held) return held;
      const file = await readCharterFile(tables, charterId);
      if (file) keep(file);
      return file;
    },
    move: (file) => {
      keep(file);
      moved.add(file.charter.id);
    },
    moved: () => [...moved].flatMap((id) => files.get(id) ?? []),
  };
}
