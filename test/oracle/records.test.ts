import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalText, trialOf } from '../../scripts/bench/records/canonical.ts';
import { duckFromJson, duckNative, keepForDuck } from '../../scripts/bench/records/duckdb.ts';
import { AS_OF } from '../../scripts/bench/records/made-records.ts';
import { ourFigures } from '../../scripts/bench/records/ours.ts';
import { PROGRAMS, trialBalanceBy } from '../../scripts/bench/records/programs.ts';
import { writeJournals, writeLines } from '../../scripts/bench/records/written-records.ts';

const folder = mkdtempSync(join(tmpdir(), 'scc-records-'));
const lines = join(folder, 'entries.jsonl');
beforeAll(() => {
  writeLines(lines, 2_500, 'oracle');
  writeJournals(lines, 2_500, 'oracle');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('DuckDB computes the same figures by SQL, from JSON and from tables of its own', async () => {
  const ours = canonicalText(await ourFigures(lines, AS_OF));
  await keepForDuck(lines);
  expect(canonicalText(await duckFromJson(lines, AS_OF))).toBe(ours);
  expect(canonicalText(await duckNative(lines, AS_OF))).toBe(ours);
});

test.each(PROGRAMS)('$name has the same trial balance of the same entries', async (program) => {
  const ours = trialOf(await ourFigures(lines, AS_OF));
  expect(ours.split('\n').length).toBeGreaterThan(15);
  expect(trialBalanceBy(program, `${lines}.${program.form}`)).toBe(ours);
});
