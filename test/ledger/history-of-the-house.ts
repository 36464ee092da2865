import type { MoneyKind } from '../../shared/records/money-registry.ts';
import { MONEY } from '../../shared/records/money-registry.ts';
import { STAMP } from './a-record.ts';
import type { HistoryBooks } from './history-books.ts';
import type { Dice, HistoryKind } from './history-dice.ts';
import { HISTORY_ENTITIES } from './history-dice.ts';

/** Money of the house: no charter, but loans, bills, assets, staff, taxes, owners and our other businesses. */
export const HOUSE_KINDS: readonly HistoryKind[] = [
  money(8, 'owner-money', ({ chance }) => ({ direction: chance(75) ? 'in' : 'out', owner: 'The owner' }), 900_000),
  money(6, 'expense', (dice) => ({
    vendor: 'Marina "Ocean" & Söhne; pier 4 \\ west',
    account: dice.pick(['6010', '6020', '6030', '6100', '6110', '6900']),
    paidFrom: dice.pick(['1010', '1030', '2020']),
    receiptOnFile: dice.chance(80),
  })),
  money(4, 'cash-transfer', (dice) => ({
    from: dice.pick(['1010', '1020', '1030']),
    to: dice.pick(['1010', '1015', '2020']),
  })),
  money(3, 'loan-receipt', (dice) => ({ loanId: one('loa', dice), lender: 'The bank' }), 500_000),
  money(4, 'loan-payment', (dice) => ({
    loanId: one('loa', dice),
    interestCents: dice.int(0, 900),
    interestAccount: dice.pick(['6200', '6340']),
  })),
  money(2, 'tax-remittance', (dice) => ({ tax: dice.pick(['sales', 'occupancy']), authority: 'CDTFA' }), 4_000),
  { weight: 4, happen: payStaff },
  money(3, 'payroll-payment', (dice) => ({ payee: dice.pick(['staff', 'authority']) })),
  money(3, 'asset-purchase', (dice) => ({
    assetId: one('ast', dice),
    account: dice.pick(['1500', '1600']),
    what: 'New engine',
    paidFrom: dice.pick(['1010', '2020', '2600']),
  })),
  money(4, 'depreciation', (dice) => ({ assetId: one('ast', dice), of: dice.pick(['vessel', 'building']) }), 3_000),
  money(3, 'prepayment', (dice) => ({ prepaidId: one('ppd', dice), paidFrom: '1010', what: 'Hull insurance' })),
  money(
    4,
    'prepayment-use',
    (dice) => ({ prepaidId: one('ppd', dice), account: '6020', month: dice.on.slice(0, 7) }),
    5_000,
  ),
  money(6, 'bill-receipt', (dice) => ({
    billId: one('bil', dice),
    number: `${dice.serial}`,
    vendor: 'Harbor Rigging',
    dueOn: '2026-12-31',
    account: dice.pick(['6030', '5025', '6120']),
    receiptOnFile: true,
  })),
  money(
    6,
    'bill-payment',
    (dice) => ({ billId: one('bil', dice), paidFrom: dice.pick(['1010', '1030', '2020']) }),
    9_000,
  ),
  money(5, 'between-entities', (dice) => ({
    otherEntityId: dice.pick([...HISTORY_ENTITIES]),
    what: 'Cleaning',
    revenueAccount: dice.pick(['4120', '4310']),
    expenseAccount: dice.pick(['5050', '6030', '6130']),
  })),
  money(
    4,
    'between-transfer',
    (dice) => ({ otherEntityId: dice.pick([...HISTORY_ENTITIES]), what: 'Settled' }),
    30_000,
  ),
];

/** A kind of money that comes up so often, of at most so many cents, with the fields it has beyond every money's. */
export function money(
  weight: number,
  kind: MoneyKind,
  fields: (dice: Dice, books: HistoryBooks) => object,
  most = 60_000,
): HistoryKind {
  return {
    weight,
    happen: (books, dice) => {
      const cents = dice.int(1, dice.chance(50) ? most : Math.min(most, 999));
      books.record(kind, { ...moneyOf(kind, dice), cents, ...fields(dice, books) });
    },
  };
}

/** What every record of money carries. */
export function moneyOf(kind: MoneyKind, { entityId, on, serial }: Dice): object {
  return { ...STAMP, id: `${MONEY[kind].prefix}_${serial}`, entityId, [MONEY[kind].day]: on };
}

/** One of a few subjects a business has of a kind, so that payments find what they are for. */
function one(prefix: string, { entityId, int }: Dice): string {
  return `${prefix}_${entityId}-${int(1, 4)}`;
}

function payStaff(books: HistoryBooks, dice: Dice): void {
  const parts = (['5015', '6050', '6060', '6070'] as const).map((account) => ({ account, cents: dice.int(0, 80_000) }));
  const cents = parts.reduce((sum, part) => sum + part.cents, 0);
  books.record('pay-run', { ...moneyOf('pay-run', dice), cents, parts });
}
