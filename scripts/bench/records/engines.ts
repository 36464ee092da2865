import type { Figures } from './canonical.ts';

type Engine = (file: string, asOf: string) => Promise<Figures>;

/** What runs in a process of this program, by name; each loads only what it is made of. Floors answer nothing. */
export const ENGINES = {
  read: async (file) => (await import('./floors.ts')).onlyRead(file),
  parse: async (file) => (await import('./floors.ts')).onlyParsed(file),
  ours: async (file, asOf) => (await import('./ours.ts')).ourFigures(file, asOf),
  exported: async (file, asOf) => (await import('./exported.ts')).exportedFigures(file, asOf),
  'duckdb-json': async (file, asOf) => (await import('./duckdb.ts')).duckFromJson(file, asOf),
  'duckdb-csv': async (file, asOf) => (await import('./duckdb.ts')).duckFromCsv(file, asOf),
  'duckdb-native': async (file, asOf) => (await import('./duckdb.ts')).duckNative(file, asOf),
  naive: async (file, asOf) => (await import('./naive.ts')).naiveFigures(file, asOf),
} as const satisfies Readonly<Record<string, Engine>>;
export type EngineName = keyof typeof ENGINES;
