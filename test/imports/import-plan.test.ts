import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { bankLines } from '../../shared/imports/kinds/bank-lines.ts';
import { customers } from '../../shared/imports/kinds/customers.ts';
import { expenses } from '../../shared/imports/kinds/expenses.ts';
import type { Cell } from '../../shared/imports/sheet-row.ts';
import { bodiesOf, idsOf, planned } from './a-sheet.ts';

const HEAD = ['Date', 'Vendor', 'Amount', 'Account', 'Paid from'];
const COFFEE = ['2026-11-12', 'Café', '4.50', '5025', 'cash'];
const FUEL = ['2026-11-13', 'Harbor Fuel', '512.40', '5020', 'visa'];
const plan = (...rows: readonly (readonly Cell[])[]) => planned(expenses, [HEAD, ...rows]);

describe('the rows of a file', () => {
  it('become the bodies of records', () => {
    const { rows, summary } = plan(COFFEE, ['', '', '', '', ''], [], FUEL);
    expect(bodiesOf(rows)).toEqual([
      {
        entityId: 'jada',
        on: '2026-11-12',
        vendor: 'Café',
        cents: 450,
        account: '5025',
        paidFrom: '1030',
        receiptOnFile: false,
      },
      {
        entityId: 'jada',
        on: '2026-11-13',
        vendor: 'Harbor Fuel',
        cents: 51240,
        account: '5020',
        paidFrom: '2020',
        receiptOnFile: false,
      },
    ]);
    expect(summary).toMatchObject({ rows: 2, records: 2, badRows: 0, problemCount: 0, problems: [] });
  });

  it('are told apart from the one that is bad among ten thousand', () => {
    const rows = Array.from({ length: 10_000 }, (_none, index) => [
      '2026-11-12',
      `Vendor ${index}`,
      '4.50',
      '5025',
      'cash',
    ]);
    rows[6_999] = ['2026-11-12', 'Vendor', '4,50 €', '5025', 'cash'];
    const { summary } = plan(...rows);
    expect(summary).toMatchObject({ rows: 10_000, records: 9_999, badRows: 1, byCode: { 'other-currency': 1 } });
    expect(summary.problems).toEqual([
      {
        code: 'other-currency',
        row: 7_001,
        letters: 'C',
        header: 'Amount',
        value: '4,50 €',
        message: 'expected US dollars; this is in EUR, and the books are kept in dollars',
      },
    ]);
  });

  it('say everything that is wrong with them at once', () => {
    const { summary } = plan(['31/31/2026', '', '(3.00)', '5025', 'wampum']);
    expect(summary.problems.map(({ code, letters, row }) => [row, letters, code])).toEqual([
      [2, 'A', 'not-understood'],
      [2, 'B', 'missing'],
      [2, 'C', 'not-allowed'],
      [2, 'E', 'not-understood'],
    ]);
  });

  it('with more problems than are kept still count them all', () => {
    const bad = ['x', 'Dock', 'y', '5025', 'cash'];
    const { summary } = planned(expenses, [HEAD, bad, bad, bad], { keepProblems: 4 });
    expect([summary.problems.length, summary.problemCount, summary.badRows]).toEqual([4, 6, 3]);
  });

  it('with a value beyond the last header are broken: a quote or separator went wrong', () => {
    const { summary } = plan([...COFFEE, '', 'stray']);
    expect(summary.problems).toMatchObject([{ code: 'broken-row', row: 2, letters: 'G', value: 'stray' }]);
  });

  it('show control characters where they quote a cell, and never send them', () => {
    const { summary } = plan(['2026-11-12', 'a\u001b[2Jb', '1.00', '5025', 'cash']);
    expect(summary.problems).toMatchObject([{ code: 'control-characters', value: 'a\\u001b[2Jb' }]);
  });

  it('keep a formula as the text it is', () => {
    const { rows } = plan(['2026-11-12', '=cmd|calc!A1', '1.00', '5025', 'cash']);
    expect(bodiesOf(rows)).toMatchObject([{ vendor: '=cmd|calc!A1' }]);
  });

  it('take what the person says of every row', () => {
    const table = [
      ['Date', 'Description', 'Debit', 'Credit'],
      ['2026-11-12', 'FUEL', '84.20', ''],
      ['2026-11-13', 'IN', '', '10.00'],
    ];
    const { rows } = planned(bankLines, table, { wishes: { values: { account: 'checking' } } });
    expect(bodiesOf(rows).map(({ account, cents }) => [account, cents])).toEqual([
      ['1010', -8420],
      ['1010', 1000],
    ]);
  });

  it('refuse a value for every row that does not read', () => {
    const { summary } = planned(bankLines, [['Date', 'Description', 'Amount']], {
      wishes: { values: { account: 'mattress', colour: 'red' } },
    });
    expect(summary.problems.map(({ code, header, value }) => [code, header, value])).toEqual([
      ['not-understood', 'Account', 'mattress'],
      ['not-understood', 'colour', 'red'],
    ]);
  });
});

describe('the id of a row', () => {
  it('is the same when the same file comes again', () => {
    expect(idsOf(plan(COFFEE, FUEL).rows)).toEqual(idsOf(plan(COFFEE, FUEL).rows));
  });

  it('does not hang on the order of rows, blank rows, or columns nobody reads', () => {
    const shuffled = planned(expenses, [['', ...HEAD], [], ['x', ...FUEL], ['y', ...COFFEE]]);
    expect([...idsOf(shuffled.rows)].sort()).toEqual([...idsOf(plan(COFFEE, FUEL).rows)].sort());
  });

  it('does not hang on how the row is written', () => {
    const other = ['12 Nov 2026', ' CAFÉ ', '$4.50', '5025', 'petty cash'];
    expect(idsOf(plan(other).rows)).toEqual(idsOf(plan(COFFEE).rows));
  });

  it('counts rows that are equal: two coffees are two, again and in a longer file too', () => {
    const two = idsOf(plan(COFFEE, COFFEE).rows);
    expect(new Set(two).size).toBe(2);
    expect(idsOf(plan(FUEL, COFFEE, COFFEE, COFFEE).rows).slice(1, 3)).toEqual(two);
  });

  it('is of one entity and one kind', () => {
    const here = idsOf(planned(expenses, [HEAD, COFFEE], { entityId: 'qos' }).rows);
    expect(here).not.toEqual(idsOf(plan(COFFEE).rows));
  });

  it('tells nothing twice where a row names itself', () => {
    const head = ['Name', 'E-mail'];
    const { summary, rows } = planned(customers, [head, ['Zoë', 'zoe@example.com'], ['Z.', 'ZOE@example.com']]);
    expect(idsOf(rows)).toHaveLength(1);
    expect(summary.problems).toMatchObject([{ code: 'repeated', row: 3, message: expect.stringContaining('row 2') }]);
  });

  it('is one for each row, whatever the rows: files that overlap bring together what one file would', () => {
    const row = fc.record({
      day: fc.integer({ min: 1, max: 3 }),
      vendor: fc.constantFrom('Café', 'Dock'),
      cents: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.integer({ min: 1, max: 3 }), (rows, until) => {
        const written = rows.map(({ day, vendor, cents }) => [
          `2026-11-0${day}`,
          vendor,
          `0.0${cents}`,
          '5025',
          'cash',
        ]);
        const ids = (days: (day: number) => boolean) =>
          idsOf(plan(...written.filter((_row, at) => days(rows[at]?.day ?? 0))).rows);
        const all = ids(() => true);
        expect(new Set(all).size).toBe(rows.length);
        expect(new Set([...ids((day) => day <= until), ...ids((day) => day >= until)])).toEqual(new Set(all));
      }),
    );
  });
});

describe('a row of totals', () => {
  test.each<[string, readonly Cell[]]>([
    ['says Total', ['Total', '', '516.90']],
    ['says Grand total in a column nobody reads', ['', 'GRAND TOTAL:', '516.90', '', '', 'x']],
    ['says nothing but has the sums', ['', '', '516.90']],
    ['says Total and looks whole', ['2026-11-30', 'Total', '516.90', '6900', 'cash']],
    ['is a subtotal', ['', 'Subtotal November', '516.90']],
    ['is a closing balance', ['', 'Closing balance', '1.00']],
  ])('that %s is a problem and not an entry', (_what, total) => {
    const { summary, rows } = planned(expenses, [[...HEAD, 'Other'], COFFEE, FUEL, total]);
    expect(summary).toMatchObject({ records: 2, badRows: 1, byCode: { 'looks-like-total': 1 } });
    expect(rows[3]?.state).toBe('bad');
    expect(summary.problems[0]?.row).toBe(4);
  });

  it('is not every row with such a word: Total Wine is a shop', () => {
    const { summary } = plan(COFFEE, ['2026-11-14', 'Total Wine', '80.00', '5025', 'cash']);
    expect(summary).toMatchObject({ records: 2, badRows: 0 });
  });

  it('is not every row that costs what all before it cost', () => {
    const { summary } = plan(COFFEE, COFFEE, ['2026-11-14', 'Dock', '9.00', '5050', 'cash']);
    expect(summary).toMatchObject({ records: 3, badRows: 0 });
  });
});
