import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CheckRequest } from '../../lambda/collect/spreadsheet/import-check.ts';
import { checkSheet } from '../../lambda/collect/spreadsheet/import-check.ts';
import { openSheet } from '../../lambda/collect/spreadsheet/open-sheet.ts';
import { bytesInMemory } from '../../lambda/collect/spreadsheet/sheet-bytes.ts';
import type { ImportKind } from '../../shared/imports/import-kind.ts';
import type { PlannedRow } from '../../shared/imports/import-plan.ts';
import { bankLines } from '../../shared/imports/kinds/bank-lines.ts';
import { cardBalance } from '../../shared/imports/kinds/card-balance.ts';
import { expenses } from '../../shared/imports/kinds/expenses.ts';
import { payouts } from '../../shared/imports/kinds/payouts.ts';
import type { Zone } from '../../shared/kernel/calendar.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/sheets', name));

/** A file checked from its bytes on: the rows that came out of it, and what was found. */
async function checked<Body>(bytes: Uint8Array, kind: ImportKind<Body>, changed: Partial<CheckRequest<Body>> = {}) {
  const rows: PlannedRow<Body>[] = [];
  const steps: string[] = [];
  const request: CheckRequest<Body> = {
    kind,
    entityId: 'qos',
    zone: 'America/Los_Angeles' as Zone,
    names: { account: [{ id: '5025', names: ['Provisions and consumables'] }] },
    wishes: {},
    answers: {},
    keepProblems: 100,
    progress: (step, count) => steps.push(`${step} ${count}`),
    ...changed,
  };
  const found = await checkSheet(await openSheet(bytesInMemory(bytes)), request, (row) => {
    rows.push(row);
  });
  const bodies = rows.flatMap((row) => (row.state === 'record' ? [row.body] : []));
  const problems = found.summary?.problems.map(({ row, letters, code }) => `${letters}${row} ${code}`);
  return { ...found, rows, bodies, problems, steps };
}

describe('a file checked from its bytes', () => {
  it('of a card processor is read by the names of its balance history', async () => {
    const { bodies, problems } = await checked(fixture('card-balance-history.csv'), cardBalance);
    expect(
      bodies.map(({ transactionId, type, on, grossCents, feeCents, netCents }) => [
        transactionId,
        type,
        on,
        grossCents,
        feeCents,
        netCents,
      ]),
    ).toEqual([
      ['txn_1A001', 'charge', '2026-11-11', 40000, 1190, 38810],
      ['txn_1A002', 'charge', '2026-11-12', 10840, 375, 10465],
      ['txn_1A003', 'refund', '2026-11-13', -12000, 0, -12000],
      ['txn_1A004', 'payout', '2026-11-13', -37275, 0, -37275],
    ]);
    expect(bodies[2]?.description).toBe('refund');
    expect(problems).toEqual(['I6 not-allowed', 'J7 other-currency']);
  });

  it('of a card processor is read by the names of its itemised report', async () => {
    const { bodies, problems } = await checked(fixture('card-balance-itemised.csv'), cardBalance);
    expect(
      bodies.map(({ transactionId, type, on, netCents, charterId }) => [transactionId, type, on, netCents, charterId]),
    ).toEqual([
      ['txn_2B001', 'charge', '2026-10-31', 116490, 'chr_0007'],
      ['txn_2B002', 'dispute', '2026-11-05', -121500, 'chr_0007'],
      ['txn_2B003', 'dispute_reversal', '2026-11-20', 121500, 'chr_0007'],
      ['txn_2B004', 'fee', '2026-11-21', -200, undefined],
    ]);
    expect(problems).toEqual(['J6 not-understood']);
  });

  it('names every bad cell of a workbook and reads the rest', async () => {
    const { bodies, problems } = await checked(fixture('openpyxl-expenses.xlsx'), expenses, { names: {} });
    expect(problems).toEqual([
      'D6 unknown-name',
      'C7 error-cell',
      'C8 error-cell',
      'C9 other-currency',
      'A10 out-of-range',
      'A11 looks-like-total',
    ]);
    expect(bodies).toEqual([
      {
        entityId: 'qos',
        on: '2026-11-02',
        vendor: 'Harbor Fuel Dock',
        cents: 51240,
        account: '5020',
        paidFrom: '2020',
        receiptOnFile: true,
        memo: 'Diesel',
      },
    ]);
  });

  it('with a header of two rows is read', async () => {
    const { bodies } = await checked(fixture('openpyxl-payouts.xlsx'), payouts, {
      names: {
        channel: [
          { id: 'getmyboat', names: ['GetMyBoat'] },
          { id: 'boatsetter', names: ['Boatsetter'] },
        ],
      },
    });
    expect(
      bodies.map(({ charterId, channelId, expectedCents, receivedCents, arrivedOn }) => [
        charterId,
        channelId,
        expectedCents,
        receivedCents,
        arrivedOn,
      ]),
    ).toEqual([
      ['chr_0001', 'getmyboat', 109800, 109800, '2026-10-14'],
      ['chr_0002', 'boatsetter', 81045, 81045, '2026-10-20'],
    ]);
  });

  it('counted from 1904 has the days its makers meant', async () => {
    const { bodies } = await checked(fixture('xlsxwriter-bank-1904.xlsx'), bankLines, {
      wishes: { values: { account: '1010' } },
    });
    expect(bodies.map(({ on, cents, memo }) => [on, cents, memo])).toEqual([
      ['2026-01-01', 250000, 'Opening transfer'],
      ['2026-02-28', -8420, 'HARBOR FUEL DOCK'],
      ['2028-02-29', -120000, 'Leap day & <slip> rent'],
    ]);
  });

  it('gives the same ids as the same table in another form', async () => {
    const csv =
      'Posting date;Description;Credit;Debit\n1 Jan 2026;opening transfer;$2,500.00;\n28 Feb 2026;Harbor Fuel Dock;;(84.20)\n29 Feb 2028;Leap day & <slip> rent;;1200.00\n';
    const wishes = { values: { account: '1010' } };
    const [one, other] = await Promise.all([
      checked(fixture('xlsxwriter-bank-1904.xlsx'), bankLines, { wishes }),
      checked(Buffer.from(csv), bankLines, { wishes }),
    ]);
    const ids = ({ rows }: typeof one) => rows.map((row) => (row.state === 'record' ? row.rowId : row.state));
    expect(ids(other)).toEqual(ids(one));
  });

  it('reads no row before a question is answered', async () => {
    const csv = Buffer.from('Date,Vendor,Amount,Account,Paid from\n11/12/2026,Dock,1.00,5025,cash\n');
    const asked = await checked(csv, expenses);
    expect([asked.questions.length, asked.summary, asked.rows]).toEqual([1, undefined, []]);
    const { bodies } = await checked(csv, expenses, { answers: { dateOrder: 'day-first' } });
    expect(bodies).toMatchObject([{ on: '2026-12-11' }]);
  });

  it('reads no row while a column is missing', async () => {
    const found = await checked(Buffer.from('Date,Vendor\n2026-11-12,Dock\n'), expenses);
    expect([found.summary, found.rows]).toEqual([undefined, []]);
    expect(found.survey.mapping.problems.map(({ code }) => code)).toEqual([
      'missing-column',
      'missing-column',
      'missing-column',
    ]);
  });

  it('tells how far it is, in both readings', async () => {
    const csv = `Date,Vendor,Amount,Account,Paid from\n${'2026-11-12,Dock,1.00,5025,cash\n'.repeat(2_500)}`;
    const { steps, summary } = await checked(Buffer.from(csv), expenses);
    expect(steps).toEqual(['survey 1000', 'survey 2000', 'plan 1000', 'plan 2000']);
    expect(summary?.records).toBe(2_500);
  });
});
