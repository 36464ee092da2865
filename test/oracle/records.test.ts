import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalText, linesOf } from '../../scripts/bench/records/canonical.ts';
import { AS_OF } from '../../scripts/bench/records/made-records.ts';
import { ourFigures } from '../../scripts/bench/records/ours.ts';
import { asking, PROGRAMS, statementIn } from '../../scripts/bench/records/programs.ts';
import { spentBy } from '../../scripts/bench/records/spent.ts';
import {
  keepForSqlite,
  sqliteFigures,
  sqliteFromCsv,
  sqliteFromJson,
  sqliteNative,
} from '../../scripts/bench/records/sqlite.ts';
import { recordFiles, writeRecords } from '../../scripts/bench/records/written-records.ts';

const folder = mkdtempSync(join(tmpdir(), 'scc-records-'));
const files = recordFiles(join(folder, 'entries'));
beforeAll(() => writeRecords(files, 2_500, 'oracle'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('SQLite computes the same figures by the same SQL, from JSON, from a table and from tables of its own', async () => {
  const ours = canonicalText(await ourFigures(files.lines, AS_OF));
  const own = join(folder, 'own.sqlite');
  await spentBy(keepForSqlite(files.lines, own));
  for (const command of [
    sqliteFromJson(files.lines, AS_OF),
    sqliteFromCsv(files.csv, AS_OF),
    sqliteNative(own, AS_OF),
  ]) {
    expect(canonicalText(sqliteFigures((await spentBy(command)).stdout))).toBe(ours);
  }
});

test.each(PROGRAMS)('$name has the same trial balance and the same monthly income statement', async (program) => {
  const figures = await ourFigures(files.lines, AS_OF);
  for (const [statement, least] of [
    ['trial', 15],
    ['income', 200],
  ] as const) {
    const ours = linesOf(statement, figures);
    expect(ours.split('\n').length).toBeGreaterThan(least);
    const { stdout } = await spentBy(asking(program, statement, files[program.form]));
    expect(statementIn(program, stdout), statement).toBe(ours);
  }
});
