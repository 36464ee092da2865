import type { LocalDate, Month } from '../../shared/kernel/calendar.ts';
import { firstDay, monthOf, monthsThrough, plusDays, plusMonths } from '../../shared/kernel/calendar.ts';
import { orThrow } from '../../shared/kernel/fault.ts';
import { cents } from '../../shared/kernel/money.ts';
import { overheadExpense } from '../../shared/ledger/costs.ts';
import { ownerMoneyMoved } from '../../shared/ledger/house-cash.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type { Expense, FixedCost } from '../../shared/records/money.ts';
import type { SampleEntity } from './company.ts';
import type { SampleDay } from './sample-day.ts';
import { firstMonth, openingDay, postingOn, stampOn } from './sample-day.ts';

type Row = readonly [
  entity: SampleEntity,
  key: string,
  name: string,
  vendor: string,
  account: string,
  cents: number,
  on: number,
];

/** What comes every month, on which day of it; the two boats together about $8,300. */
const MONTHLY: readonly Row[] = [
  ['jada', 'slip', 'Slip rent', 'Shelter Cove Marina', '6010', 128_500, 1],
  ['jada', 'insurance', 'Vessel insurance', 'Harbor Mutual', '6020', 69_000, 3],
  ['jada', 'repairs', 'Maintenance plan', 'Point Loma Riggers', '6030', 55_000, 12],
  ['jada', 'licences', 'Permits and drug consortium', 'Port permits office', '6040', 9_500, 6],
  ['jada', 'advertising', 'Search advertising', 'Search ads', '6100', 38_000, 20],
  ['jada', 'software', 'Booking and office software', 'Dockside Software', '6110', 16_500, 5],
  ['jada', 'phone', 'Phone and internet', 'Baylink', '6140', 11_000, 8],
  ['qos', 'slip', 'Slip rent', 'Embarcadero Basin', '6010', 187_500, 1],
  ['qos', 'insurance', 'Vessel insurance', 'Harbor Mutual', '6020', 121_000, 3],
  ['qos', 'repairs', 'Maintenance plan', 'Bayfront Marine Diesel', '6030', 92_000, 14],
  ['qos', 'licences', 'Inspection and permits', 'Port permits office', '6040', 18_500, 6],
  ['qos', 'advertising', 'Wedding fairs and search', 'Search ads', '6100', 49_000, 20],
  ['qos', 'software', 'Booking and office software', 'Dockside Software', '6110', 16_500, 5],
  ['qos', 'professional', 'Bookkeeping', 'Halloran Bookkeeping', '6120', 18_000, 25],
  ['qdn', 'vehicle', 'Truck lease and fuel', 'Mission Fleet', '6160', 12_500, 2],
  ['qdn', 'advertising', 'Local search ads', 'Search ads', '6100', 6_500, 20],
  ['qdn', 'software', 'Dispatch software', 'Dockside Software', '6110', 4_500, 5],
];

/** Full months since an old reservation system was last paid for. */
const DROPPED_MONTHS_AGO = 8;
/** Prices that rose: what each was before, from when it is more, and who agreed, where anybody did. */
interface RaisedPrice {
  readonly cents: number;
  readonly monthsAgo: number;
  readonly approvedBy?: string;
}
const RAISED: Readonly<Record<string, RaisedPrice>> = {
  'qos-insurance': { cents: 103_000, monthsAgo: 5 },
  'jada-slip': { cents: 109_500, monthsAgo: 9, approvedBy: 'CFO' },
};
const DROPPED: Row = ['jada', 'old-software', 'Old reservation system', 'Reserve Classic', '6110', 8_900, 9];

/** What comes once a year, in one month of it: no fixed cost, and in no month's plan. */
const YEARLY: readonly { readonly month: string; readonly row: Row }[] = [
  { month: '03', row: ['jada', 'haul-out', 'Haul-out and bottom paint', 'Driscoll Yard', '6030', 620_000, 17] },
  { month: '05', row: ['jada', 'sails', 'New jib', 'Coronado Sailmakers', '6030', 480_000, 22] },
  { month: '10', row: ['qos', 'haul-out', 'Haul-out and zincs', 'Driscoll Yard', '6030', 560_000, 17] },
];

const OPENING: readonly (readonly [SampleEntity, number])[] = [
  ['jada', 900_000],
  ['qos', 1_300_000],
  ['qdn', 450_000],
];

/** What comes every month, as the owner would enter it; one of them has ended. */
export function sampleFixedCosts(day: SampleDay): FixedCost[] {
  const cost = ([entityId, key, name, , , centsPerMonth, dayOfMonth]: Row): FixedCost => ({
    id: `fix_${entityId}-${key}`,
    entityId,
    name,
    centsPerMonth: cents(centsPerMonth),
    from: firstMonth(day),
    dayOfMonth,
    ...stampOn(day, openingDay(day)),
  });
  return [
    ...MONTHLY.flatMap((row) => withPriceBefore(day, row, cost(row))),
    { ...cost(DROPPED), until: lastDroppedMonth(day) },
  ];
}

/** A price that rose is two records: the old one until the month before, and the new one from then on. */
function withPriceBefore(day: SampleDay, [entityId, key]: Row, cost: FixedCost): FixedCost[] {
  const raised = RAISED[`${entityId}-${key}`];
  if (raised === undefined) return [cost];
  const from = plusMonths(monthOf(day.today), -raised.monthsAgo);
  const on = firstDay(from);
  const approval =
    raised.approvedBy === undefined ? {} : { approvedBy: raised.approvedBy, approvedOn: plusDays(on, -6) };
  return [
    { ...cost, id: `${cost.id}-before`, centsPerMonth: cents(raised.cents), until: plusMonths(from, -1) },
    { ...cost, from, ...approval, ...stampOn(day, plusDays(on, -5)) },
  ];
}

/** What a cost came to in a month, before or after its price rose. */
function priceIn(day: SampleDay, month: Month, [entityId, key, , , , amount]: Row): number {
  const raised = RAISED[`${entityId}-${key}`];
  return raised !== undefined && month < plusMonths(monthOf(day.today), -raised.monthsAgo) ? raised.cents : amount;
}

/** Every overhead paid up to today: the same costs month by month, and what comes once a year. */
export function sampleOverheads(day: SampleDay): Expense[] {
  const months = monthsThrough(firstMonth(day), monthOf(day.today));
  return months
    .flatMap((month) => [
      ...MONTHLY.map((row) => expense(day, month, row)),
      ...(month <= lastDroppedMonth(day) ? [expense(day, month, DROPPED)] : []),
      ...YEARLY.filter((yearly) => month.endsWith(yearly.month)).map(({ row }) => expense(day, month, row)),
    ])
    .filter(({ on }) => on <= day.today);
}

/** The owners' first money, and every overhead, as entries. */
export function overheadEntries(day: SampleDay, overheads: readonly Expense[]): JournalEntry[] {
  const on = openingDay(day);
  const opening = OPENING.map(([entityId, amount]) =>
    ownerMoneyMoved(
      {
        id: `own_${entityId}-opening`,
        entityId,
        cents: cents(amount),
        on,
        direction: 'in',
        owner: 'the owners',
        ...stampOn(day, on),
      },
      postingOn(day, on),
    ),
  );
  return [...opening, ...overheads.map((paid) => overheadExpense(paid, postingOn(day, paid.on)))].map(orThrow);
}

function expense(day: SampleDay, month: Month, row: Row): Expense {
  const [entityId, key, name, vendor, account, , dayOfMonth] = row;
  const on: LocalDate = plusDays(firstDay(month), dayOfMonth - 1);
  return {
    id: `exp_${entityId}-${month}.${key}`,
    entityId,
    on,
    vendor,
    cents: cents(priceIn(day, month, row)),
    account,
    paidFrom: '1010',
    memo: name,
    receiptOnFile: key !== 'advertising',
    ...stampOn(day, on),
  };
}

function lastDroppedMonth(day: SampleDay): Month {
  return plusMonths(monthOf(day.today), -DROPPED_MONTHS_AGO);
}
