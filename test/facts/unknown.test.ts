import { expect, test } from 'vitest';
import type { Month } from '../../shared/kernel/calendar.ts';
import { joinedMissing, missingFor } from '../../shared/kernel/missing.ts';
import type { Snapshot } from '../../shared/records/snapshot.ts';
import { FACT_CATALOG } from '../../shared/reports/facts/catalog.ts';
import { factSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { aCompany, aCompletedCharter } from '../personas/a-company.ts';
import { withOtherBusinesses } from '../personas/other-businesses.ts';
import {
  aKeptMonth,
  aMonth,
  anEntity,
  aSheet,
  aSnapshot,
  NOVEMBER_TO_DATE,
  OCTOBER,
  TODAY,
  valueOn,
} from './a-snapshot.ts';

const IDS = ['jada', 'qos', 'qdn', 'dc', 'house', 'boats'];
const SOURCES = [...new Set(FACT_CATALOG.flatMap(({ needs }) => needs))].filter((need) => need !== 'facts');

test.each(SOURCES)('without %s its figures are unknown, say why, and nothing fails', (name) => {
  const company = withOtherBusinesses(aCompany(aCompletedCharter()));
  const sheet = factSheet(without(company, name), IDS, NOVEMBER_TO_DATE);
  const dependent = FACT_CATALOG.filter(({ needs }) => needs.includes(name) && needs.length === 1);
  for (const { id } of dependent) {
    const figure = sheet.measuredOf(id);
    expect(figure.state, id).toBe('unknown');
    if (figure.state === 'unknown') expect(figure.missing.join(), id).toContain('could not be read (timeout)');
  }
});

test.each([
  [
    'balances',
    [
      'recognised-revenue',
      'revenue-gap',
      'revenue-attainment',
      'runway',
      'break-even-charters',
      'months-below-break-even',
      'month-forecast',
      'channel-concentration',
    ],
  ],
  [
    'target',
    ['revenue-gap', 'revenue-gap-to-date', 'revenue-attainment', 'confirmed-share-30-days', 'pipeline-coverage'],
  ],
  [
    'upcoming',
    ['confirmed-30-days', 'confirmed-share-30-days', 'on-the-books', 'month-forecast', 'open-quotes-and-holds'],
  ],
  ['fixed-cost', ['break-even-charters', 'charters-to-break-even', 'break-even-revenue', 'months-below-break-even']],
  ['lead', ['weighted-pipeline', 'pipeline-coverage', 'open-qualified-leads']],
  ['vessel', ['assets', 'documents-expired']],
  ['channel', ['live-platform-listings']],
] as const)('without %s all that rests on it is unknown too', (name, ids) => {
  const sheet = factSheet(without(aCompany(), name), ['jada'], NOVEMBER_TO_DATE);
  for (const id of ids) expect(sheet.measuredOf(id).state, id).toBe('unknown');
});

test('an empty company has no figure but those counted from nothing, and no digit made up', () => {
  const sheet = aSheet();
  const known = sheet.facts.filter((fact) => fact.scope === 'group' && fact.measured.state !== 'unknown');
  expect(known.map((fact) => fact.meaning.id).sort()).toEqual(['missing-kpis', 'untracked-entities']);
  expect(valueOn(sheet, 'untracked-entities')).toBe(1);
  expect(valueOn(sheet, 'missing-kpis')).toBe(sheet.facts.filter((fact) => fact.scope === 'group').length - 2);
});

test('a month without any entry has unknown revenue; a month with one entry has its sum, be it zero', () => {
  expect(valueOn(aSheet({}, OCTOBER), 'recognised-revenue')).toBe(
    'unknown: journal entries of JADA Charters for Oct 2026',
  );
  expect(valueOn(aSheet({ balances: [aKeptMonth('2026-10')] }, OCTOBER), 'recognised-revenue')).toBe(0);
});

test('the group is unknown while one business in operation keeps no books, and the others still have their figures', () => {
  const records = { entity: [anEntity(), anEntity({ id: 'qos', name: 'Queen' })] };
  const balances = [aMonth('2026-11', { accounts: { '4010': -50_000 } })];
  const sheet = aSheet({ records, balances }, NOVEMBER_TO_DATE, ['jada', 'qos']);
  expect(valueOn(sheet, 'recognised-revenue')).toBe('unknown: journal entries of Queen for Nov 2026');
  expect(valueOn(sheet, 'recognised-revenue', 'jada')).toBe(50_000);
  expect(valueOn(sheet, 'tracked-revenue')).toBe(50_000);
});

test.each([
  ['closed down', { active: false }],
  ['founded later', { createdOn: '2026-12-01' }],
])('a business %s is not waited for', (_, over) => {
  const records = { entity: [anEntity(), anEntity({ id: 'qos', name: 'Queen', ...over })] };
  const balances = [aMonth('2026-11', { accounts: { '4010': -50_000 } })];
  const sheet = aSheet({ records, balances }, NOVEMBER_TO_DATE, ['jada', 'qos']);
  expect(valueOn(sheet, 'recognised-revenue')).toBe(50_000);
});

test('no open lead is a fact only where leads have ever been recorded', () => {
  expect(valueOn(aSheet(), 'open-qualified-leads')).toBe('unknown: leads of JADA Charters');
  expect(valueOn(aSheet({ balances: [aKeptMonth('2026-03')] }), 'open-qualified-leads')).toBe(0);
  expect(
    valueOn(
      aSheet({ records: { lead: [{ stage: 'lost', expectedCents: 1, probabilityBps: 1 }] } }),
      'open-qualified-leads',
    ),
  ).toBe(0);
});

test('nothing on the books is a fact only where bookings have ever been recorded', () => {
  expect(valueOn(aSheet(), 'confirmed-30-days')).toBe('unknown: bookings of JADA Charters');
  const booked = aMonth('2026-03', { operations: { booked: 1 } });
  expect(valueOn(aSheet({ balances: [booked] }), 'confirmed-30-days')).toBe(0);
});

test('no incident is a fact only where charters have been completed, which asks for one', () => {
  expect(valueOn(aSheet({ balances: [aKeptMonth('2026-10')] }), 'open-incidents')).toBe(
    'unknown: incidents of JADA Charters',
  );
  const sailed = aMonth('2026-10', { operations: { performed: 1 } });
  expect(valueOn(aSheet({ balances: [sailed] }), 'open-incidents')).toBe(0);
});

test('a figure that fails is unknown with the reason, and the sheet stands', () => {
  const poisoned = aSnapshot({ balances: [aMonth('2026-11', { accounts: { '4010': 0.5 } })] });
  const sheet = factSheet(poisoned, ['jada'], NOVEMBER_TO_DATE);
  expect(valueOn(sheet, 'recognised-revenue')).toContain(
    'unknown: records recognised revenue can be computed from (not an amount in cents',
  );
  expect(sheet.today).toBe(TODAY);
});

test('missing months of the same thing are told as one', () => {
  const months = (...names: string[]) => names as Month[];
  const [a, b, c] = [
    missingFor('journal entries of jada', months('2026-01', '2026-02')),
    missingFor('journal entries of jada', months('2026-02', '2026-03', '2026-06')),
    'actions of jada',
  ];
  expect(a).toBe('journal entries of jada for Jan 2026 to Feb 2026');
  const joined = joinedMissing([a, b, c]);
  expect(joined.get(a)).toBe('journal entries of jada for Jan 2026 to Mar 2026, Jun 2026');
  expect(joined.get(b)).toBe(joined.get(a));
  expect(joined.get(c)).toBe(c);
});

function without(snapshot: Snapshot, name: string): Snapshot {
  const gone = { state: 'unreadable', because: 'timeout' } as const;
  if (name === 'balances' || name === 'upcoming') return { ...snapshot, [name]: gone };
  if (name === 'open-charters') return { ...snapshot, openCharters: gone };
  return { ...snapshot, registers: { ...snapshot.registers, [name]: gone } };
}
