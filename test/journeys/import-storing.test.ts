import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSheet } from '../../lambda/collect/spreadsheet/open-sheet.ts';
import { bytesInMemory } from '../../lambda/collect/spreadsheet/sheet-bytes.ts';
import type { ImportWorld } from '../../lambda/imports/import-world.ts';
import { importWorld } from '../../lambda/imports/import-world.ts';
import type { ImportStanding } from '../../lambda/imports/store-import.ts';
import { NOTHING_YET, storeImport } from '../../lambda/imports/store-import.ts';
import { readHead } from '../../lambda/stores/books-head.ts';
import { closedThroughWrite } from '../../lambda/stores/period-store.ts';
import { mustCommit } from '../../lambda/stores/transaction.ts';
import { OPERATOR } from '../../scripts/report/operator.ts';
import { expenses } from '../../shared/imports/kinds/expenses.ts';
import type { Month } from '../../shared/kernel/calendar.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, signedIn } from '../support/a-stack.ts';
import { anImportOffice, EXPENSE_HEAD, TODAY } from '../support/an-import-office.ts';
import { requestsDuring } from '../support/capacity.ts';

const SETTINGS = { wishes: {}, answers: {}, leaveOutBadRows: false, excluded: [] };
const START = { throughRow: 0, counts: NOTHING_YET, isDone: false };

let stack: TestStack;
let admin: Caller;
const { imported, moved } = anImportOffice(
  () => stack,
  () => admin,
);

beforeAll(async () => {
  stack = await aStack();
  admin = await signedIn(stack, 'admin@example.com');
}, 120_000);
afterAll(() => stack.remove());

describe('a file of many rows', () => {
  it('that broke off in the middle is finished by importing it again', async () => {
    const before = await moved();
    const text = [EXPENSE_HEAD, ...upTo(130).map((n) => `${TODAY},Chandler ${n},1.00,Fuel,cash`)].join('\n');
    const first = await storedDirectly(text, { isEnough: () => true });
    expect(first).toMatchObject({ throughRow: 101, isDone: false, counts: { new: 100 } });
    expect(await moved(before)).toEqual({ '1030': -10_000, '5020': 10_000 });
    expect((await imported(text, 'expenses')).counts).toEqual({ new: 30, there: 100, differs: 0, leftOut: 0 });
    expect(await moved(before)).toEqual({ '1030': -13_000, '5020': 13_000 });
  });

  it.each([300, 1_200])('of %i rows holds a hundred in hand, and asks the books once for many', async (count) => {
    const text = [EXPENSE_HEAD, ...upTo(count).map((n) => `${TODAY},Of ${count} ${n},1.00,Fuel,cash`)].join('\n');
    const sheet = await openSheet(bytesInMemory(Buffer.from(text)));
    const readings: number[] = [];
    let ahead = 0;
    let stored = 1;
    const watched = {
      ...sheet,
      rows: async function* () {
        const reading = readings.push(0);
        for await (const row of sheet.rows()) {
          if (reading === 2) ahead = Math.max(ahead, row.row - stored); // the first reading only looks at the columns
          yield row;
        }
      },
    };
    const progress = ({ throughRow }: ImportStanding) => {
      stored = throughRow;
    };
    const world = await aWorld();
    const requests = await requestsDuring(stack.runtime.tables, async () => {
      const done = await storeImport(world, watched, SETTINGS, START, { isEnough: () => false, progress });
      expect(done.counts.new).toBe(count);
    });
    expect(ahead).toBe(100);
    // A row writes its money, a question about its receipt, an audit line and an entry: 76 to 100 writes hold nineteen or more.
    expect(requests.length).toBeLessThanOrEqual(count / 10);
  });

  it('imported twice at the same time posts every row once', async () => {
    const before = await moved();
    const text = [EXPENSE_HEAD, ...upTo(60).map((n) => `${TODAY},Twice ${n},1.00,Fuel,cash`)].join('\n');
    const both = await Promise.all([storedDirectly(text), storedDirectly(text)]);
    expect(both.map(({ isDone }) => isDone)).toEqual([true, true]);
    expect(both.map(({ counts }) => counts.new + counts.there)).toEqual([60, 60]);
    expect(both[0].counts.new + both[1].counts.new).toBe(60);
    expect(await moved(before)).toEqual({ '1030': -6_000, '5020': 6_000 });
  });

  it('stops at a row the books refuse by then and keeps those before it; told to, it leaves that row out', async () => {
    const before = await moved();
    const text = [
      EXPENSE_HEAD,
      `${TODAY},A,1.00,Fuel,cash`,
      '2000-12-31,B,2.00,Fuel,cash',
      `${TODAY},C,4.00,Fuel,cash`,
    ].join('\n');
    const stale = { ...(await aWorld()), closed: new Map() };
    const { tables } = stack.runtime;
    const closed = closedThroughWrite(tables, await readHead(tables, 'jada'), '2000-12' as Month);
    await mustCommit(tables, [closed], 'the books moved');
    const stopped = await storedDirectly(text, {}, stale);
    expect(stopped).toMatchObject({ throughRow: 2, isDone: false, counts: { new: 1, leftOut: 0 } });
    expect(stopped.refused?.fault.problems.map(({ field }) => field)).toEqual(['row 3, on']);
    expect(await moved(before)).toEqual({ '1030': -100, '5020': 100 });
    const rest = await storedDirectly(text, { leaveOutBadRows: true }, stale);
    expect(rest).toMatchObject({ isDone: true, counts: { new: 1, there: 1, leftOut: 1 } });
    expect(await moved(before)).toEqual({ '1030': -500, '5020': 500 });
  });
});

function aWorld() {
  const { config, tables, log, reporting, reportingDeps } = stack.runtime;
  const { clock, random } = reportingDeps;
  const deps = { config, tables, log, reporting, clock, random };
  return importWorld(deps, { user: OPERATOR, now: clock() }, expenses, 'jada');
}

/** Stores a file of expenses without the checks before it, as far as one stretch goes. */
async function storedDirectly(
  text: string,
  { isEnough = (): boolean => false, leaveOutBadRows = false } = {},
  known?: ImportWorld,
) {
  const world = known ?? (await aWorld());
  const sheet = await openSheet(bytesInMemory(Buffer.from(text)));
  const stretch = { isEnough, progress: () => undefined };
  return storeImport(world, sheet, { ...SETTINGS, leaveOutBadRows }, START, stretch);
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}
