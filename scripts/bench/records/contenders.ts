import type { EngineName } from './engines.ts';
import type { Program, Statement } from './programs.ts';
import { asking, PROGRAMS, statementIn } from './programs.ts';
import type { Said } from './said.ts';
import { saidBy } from './said.ts';
import type { Command, Spent } from './spent.ts';
import { isInstalled, spentBy } from './spent.ts';
import { SQLITE, sqliteFigures, sqliteFromCsv, sqliteFromJson, sqliteNative } from './sqlite.ts';
import type { RecordFiles } from './written-records.ts';

/** One go: how long it took, how much memory it held, what came of it. */
export interface Go {
  readonly ms: number;
  readonly peakMb: number;
  readonly said: Said;
}

/** Somebody who answers from the records, in a process of their own each time. */
export interface Contender {
  readonly name: string;
  go(): Promise<Go>;
}

/** Where the records lie, and where DuckDB and SQLite keep tables of their own. */
export interface Kept extends RecordFiles {
  readonly duckdb: string;
  readonly sqlite: string;
}

/** Everybody who can be asked on this machine; `child` is the program in which engines of ours run. */
export function contenders(kept: Kept, child: string, asOf: string): readonly Contender[] {
  const engine = (name: EngineName, file: string): Contender => ({
    name,
    go: async () => {
      const { stdout, ms } = await spentBy({ program: process.execPath, args: [child, name, file, asOf] });
      return { ms, ...(JSON.parse(stdout) as Pick<Go, 'said' | 'peakMb'>) };
    },
  });
  const sqlite = (name: string, command: Command): Contender => ({
    name,
    go: async () => goOf(await spentBy(command), (stdout) => saidBy(sqliteFigures(stdout))),
  });
  return [
    engine('read', kept.lines),
    engine('parse', kept.lines),
    engine('ours', kept.lines),
    engine('exported', kept.exported),
    engine('duckdb-json', kept.lines),
    engine('duckdb-csv', kept.csv),
    engine('duckdb-native', kept.duckdb),
    engine('naive', kept.lines),
    ...(isInstalled(SQLITE)
      ? [
          sqlite('sqlite-json', sqliteFromJson(kept.lines, asOf)),
          sqlite('sqlite-csv', sqliteFromCsv(kept.csv, asOf)),
          sqlite('sqlite-native', sqliteNative(kept.sqlite, asOf)),
        ]
      : []),
    ...PROGRAMS.filter(({ command }) => isInstalled(command)).flatMap((program) => [
      keeper(program, 'trial', kept[program.form]),
      keeper(program, 'income', kept[program.form]),
    ]),
  ];
}

function keeper(program: Program, statement: Statement, file: string): Contender {
  return {
    name: `${program.name} ${statement}`,
    go: async () => {
      const spent = await spentBy(asking(program, statement, file));
      return goOf(spent, (stdout) => ({ [statement]: statementIn(program, stdout) }));
    },
  };
}

function goOf({ stdout, ms, peakMb }: Spent, said: (stdout: string) => Said): Go {
  return { ms, peakMb, said: said(stdout) };
}
