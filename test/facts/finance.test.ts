import { expect, test } from 'vitest';
import { factSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { aMonth, anEntity, anUpcomingCharter, aSheet, aSnapshot, NOVEMBER_TO_DATE, valueOn } from './a-snapshot.ts';

const TWO = [anEntity(), anEntity({ id: 'qos', name: 'Queen' })];
const said = (entityIds: readonly string[]) => ({
  metric: 'net-burn',
  low: 700_000,
  high: 900_000,
  unit: 'cents',
  saidBy: 'CANARY',
  saidOn: '2026-10-02',
  entityIds,
});

test.each([
  [['jada', 'qos'], ['jada', 'qos'], true],
  [['qos', 'jada'], ['jada', 'qos'], true],
  [['jada', 'qos'], ['jada'], false],
  [['jada'], ['jada', 'qos'], false],
  [['qos'], ['jada'], false],
] as const)('a belief about %j in a report of %j is told: %s', (about, ids, isTold) => {
  const snapshot = aSnapshot({ records: { entity: TWO, belief: [said(about)] } });
  const sheet = factSheet(snapshot, ids, NOVEMBER_TO_DATE);
  expect(sheet.has('net-burn-believed-low')).toBe(isTold);
  expect(JSON.stringify(sheet).includes('CANARY')).toBe(isTold);
});

test('7,000 to 9,000 dollars of burn and a break-even of 6 imply 1,166.67 to 1,500.00 a charter', () => {
  const six = { ...said(['jada']), metric: 'break-even', low: 6, high: 6, unit: 'count' };
  const sheet = aSheet({ records: { belief: [said(['jada']), six] } });
  expect(valueOn(sheet, 'implied-contribution-low')).toBe(116_667);
  expect(valueOn(sheet, 'implied-contribution-high')).toBe(150_000);
  expect(sheet.measuredOf('net-burn-believed-low').state).toBe('entered');
});

const sailed = (month: string, direct: number, contribution: number) =>
  aMonth(month, {
    accounts: { '1010': 1_000_000, '2100': -100_000, '4010': -200_000 },
    cash: { 'operating-out': -500_000, 'customer-in': 300_000 },
    operations: { performed: direct },
    margin: {
      performed: direct,
      contribution,
      'direct.performed': direct,
      'direct.contribution': contribution,
      'direct.earned': 200_000,
    },
    channels: { 'direct.revenue': 200_000 },
  });
const BOOKS = ['2026-08', '2026-09', '2026-10', '2026-11'].map((month) => sailed(month, 2, 100_000));
const FIXED = { name: 'Slip', centsPerMonth: 100_000, from: '2026-01', dayOfMonth: 31 };
const CHANNELS = [
  { id: 'direct', name: 'Direct', collects: false, revenueModel: 'gross', commissionBps: 0, payoutLagDays: 0 },
  { id: 'getmyboat', name: 'GetMyBoat', collects: true, revenueModel: 'gross', commissionBps: 1_150, payoutLagDays: 7 },
];

test('margin of safety, coverage and scenarios are the ones worked by hand', () => {
  const sheet = aSheet({ balances: BOOKS, records: { 'fixed-cost': [FIXED] } });
  expect(valueOn(sheet, 'break-even-last-full-month')).toBe(2); // 1,000 ÷ 500
  expect(valueOn(sheet, 'margin-of-safety')).toBe(0);
  expect(valueOn(sheet, 'deposit-coverage')).toBe(100_000); // 40,000 ÷ 4,000
  expect(valueOn(sheet, 'customer-money-held')).toBe(400_000);
  expect(valueOn(sheet, 'tracked-runway')).toBe(180); // 36,000 ÷ 2,000
  expect(valueOn(sheet, 'scenario-contribution', 'scenario-price-up')).toBe(60_000); // (3,000 + 600) ÷ 6
  expect(valueOn(sheet, 'scenario-break-even', 'scenario-price-down')).toBe(3); // 1,000 ÷ 400
  expect(valueOn(sheet, 'scenario-break-even', 'scenario-fixed-up')).toBe(3); // 1,100 ÷ 500
  expect(sheet.measuredOf('scenario-contribution', 'scenario-all-platform').state).toBe('unknown');
  expect(valueOn(sheet, 'channel-average-contribution', 'direct')).toBe(50_000);
});

test('a charter that loses money makes break-even and margin of safety unreachable', () => {
  const books = BOOKS.map(({ month }) => sailed(month, 2, -2));
  const sheet = aSheet({ balances: books, records: { 'fixed-cost': [FIXED] } });
  expect(valueOn(sheet, 'margin-of-safety')).toBe('unreachable');
  expect(valueOn(sheet, 'scenario-break-even', 'scenario-fixed-down')).toBe('unreachable');
});

test('thirteen weeks follow from one another, and hold what is due in each', () => {
  const direct = anUpcomingCharter({ id: 'chr_G', channelId: 'direct', depositCents: 24_000 });
  const sheet = aSheet({
    balances: BOOKS,
    upcoming: [direct, anUpcomingCharter()],
    records: { 'fixed-cost': [FIXED], channel: CHANNELS },
  });
  const weeks = sheet.subjects('week').map(({ id }) => id);
  expect(weeks).toHaveLength(13);
  const at = (fact: string, week: string) => valueOn(sheet, fact, week) as number;
  expect(at('week-opening', 'week-2026-11-22')).toBe(4_000_000);
  expect(at('week-guest-receipts', 'week-2026-11-22')).toBe(100_000); // 1,240 − 240 paid
  expect(at('week-payouts', 'week-2026-11-29')).toBe(109_740); // 1,240 less 11.5 %, seven days later
  expect(at('week-fixed-costs', 'week-2026-11-29')).toBe(-100_000); // the 31st of November is the 30th
  const flows = ['week-guest-receipts', 'week-payouts', 'week-fixed-costs', 'week-trip-costs', 'week-handed-on'];
  let cash = 4_000_000;
  for (const week of weeks) {
    expect(at('week-opening', week)).toBe(cash);
    cash += flows.reduce((sum, flow) => sum + at(flow, week), 0);
    expect(at('week-closing', week)).toBe(cash);
  }
});

test('a rise of more than 15 % wants an approval; 15 % and an approved one pass', () => {
  const line = (name: string, before: number, now: number, more = {}) => [
    { id: `fix_${name}0`, name, centsPerMonth: before, from: '2026-01', until: '2026-08' },
    { id: `fix_${name}1`, name, centsPerMonth: now, from: '2026-09', ...more },
  ];
  const costs = [
    ...line('Slip', 100, 115),
    ...line('Phone', 100, 116),
    ...line('Crane', 100, 200, { approvedBy: 'CFO' }),
  ];
  const sheet = aSheet({ records: { 'fixed-cost': costs } });
  expect(valueOn(sheet, 'unapproved-fixed-cost-rises')).toBe(1);
  expect(valueOn(sheet, 'unapproved-fixed-cost-more')).toBe(16);
  expect(valueOn(sheet, 'unapproved-fixed-cost-names')).toBe('Phone of JADA Charters');
});

test('the forecast of a month is the last one made before it, and its error a share of what came', () => {
  const made = (madeOn: string, cents: number) => ({ id: `fct_${madeOn}`, month: '2026-10', cents, madeOn });
  const forecast = [made('2026-09-01', 1), made('2026-09-30', 250_000), made('2026-10-01', 200_000)];
  const sheet = aSheet({ balances: BOOKS, records: { forecast } });
  expect(valueOn(sheet, 'forecast-last-month')).toBe(250_000);
  expect(valueOn(sheet, 'forecast-error')).toBe(2_500);
});

test('a quote counts as often as quoted leads of the books became charters, though decided leads are on no list', () => {
  const asked = (month: string, leads: number, quoted: number, won: number) =>
    aMonth(month, { operations: { leads, quoted, won, performed: 2 } });
  const balances = [asked('2026-07', 6, 3, 1), asked('2026-08', 5, 4, 2), asked('2026-09', 4, 3, 2), ...BOOKS.slice(2)];
  const quoted = anUpcomingCharter({ id: 'chr_Q', lifecycle: 'quoted', sailsOn: '2026-12-12' as never });
  const sheet = aSheet({ balances, upcoming: [quoted], records: { lead: [], channel: CHANNELS } });
  expect(valueOn(sheet, 'quote-conversion')).toBe(5_000); // 5 of 10
  const [base, high] = ['outlook-base', 'outlook-high'].map((id) => valueOn(sheet, id, 'outlook-2026-12') as number);
  expect(base).toBe(0);
  expect(high).toBe(62_000); // half of the 1,240 quoted
});

test('what sailed and is not paid is counted, the longest waiting first; what has not sailed is not', () => {
  const open = { entityId: 'jada', channelId: 'direct', lifecycle: 'completed', priceCents: 9, title: 'Sail' } as const;
  const on = (charterId: string, performedOn: string | undefined, balances: Record<string, number>) =>
    ({ ...open, charterId, sailsOn: '2026-10-01', ...(performedOn ? { performedOn } : {}), balances }) as never;
  const openCharters = [
    on('chr_1', '2026-11-20', { '1100': 500 }),
    on('chr_2', '2026-10-21', { '1110': 700 }),
    on('chr_3', undefined, { '2100': -900 }),
  ];
  const sheet = aSheet({ balances: BOOKS, openCharters });
  expect(valueOn(sheet, 'sailed-unpaid-charters')).toBe(2);
  expect(valueOn(sheet, 'sailed-unpaid-cents')).toBe(1_200);
  expect(valueOn(sheet, 'sailed-unpaid-30-days')).toBe(1); // 31 days
  expect(sheet.subjects('unsettled').map(({ id }) => id)).toEqual(['unsettled-chr_2', 'unsettled-chr_1']);
});

test('unrestricted cash burns apart from deposits, owner money and what the tax and the crew are owed', () => {
  // July closes with 9,000 of our own. Until October 4,000 goes out, 1,500 comes in, of it 600 for later charters and 100
  // of sales tax, and the owners bring 300: our own end at 9,000 − 4,000 + 800 + 300 = 6,100, so 3,200 burned in 3 months.
  const july = aMonth('2026-07', { accounts: { '1010': 900_000 } });
  const middle = ['2026-08', '2026-09'].map((month) => aMonth(month, { operations: { performed: 1 } }));
  const october = aMonth('2026-10', {
    accounts: { '1010': -220_000, '2100': -60_000, '2200': -10_000 },
    cash: { 'operating-out': -400_000, 'customer-in': 150_000, 'financing-in': 30_000 },
  });
  const sheet = aSheet({ balances: [july, ...middle, october] });
  expect(valueOn(sheet, 'net-burn-without-deposits')).toBe(106_667);
  expect(valueOn(sheet, 'net-burn-last-month')).toBe(250_000);
});

test('what is held for others is customers’ money and the rest of it, nothing twice', () => {
  const accounts = {
    '1010': 900_000,
    '2100': -60_000,
    '2110': -5_000,
    '2200': -10_000,
    '2300': -2_500,
    '2500': -1_000,
  };
  const sheet = aSheet({ balances: [aMonth('2026-11', { accounts })] });
  expect(valueOn(sheet, 'customer-money-held')).toBe(65_000);
  expect(valueOn(sheet, 'taxes-and-tips-held')).toBe(13_500);
  expect(valueOn(sheet, 'restricted-cash')).toBe(78_500);
});
