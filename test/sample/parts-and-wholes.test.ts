import { describe, expect, test } from 'vitest';
import type { Month } from '../../shared/kernel/calendar.ts';
import { isKnown } from '../../shared/kernel/measured.ts';
import { monthPeriod, monthToDate } from '../../shared/kernel/period.ts';
import type { SubjectKind } from '../../shared/reports/facts/fact.ts';
import type { FactSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { factSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { historyWorld, sampleWorld } from '../oracle/a-world.ts';
import { PORTFOLIO, recordsOf } from './a-sample.ts';

const { snapshot } = sampleWorld();
const ENTITIES = recordsOf(PORTFOLIO, 'entity').map(({ id }) => id);
const OCTOBER = factSheet(snapshot, ENTITIES, monthPeriod('2026-10' as Month));
const NOVEMBER = factSheet(snapshot, ENTITIES, monthToDate(snapshot.today));

/** A figure's number; a test of parts must not pass on figures nobody knows. */
function amount(sheet: FactSheet, id: string, scope?: string): number {
  const figure = sheet.measuredOf(id, scope);
  if (!isKnown(figure)) throw new Error(`${id} of ${scope ?? 'all'} is not known: ${figure.missing.join('; ')}`);
  return Number(figure.value);
}

/** What subjects of a kind have together of a figure; those it does not apply to have none of it. */
function together(sheet: FactSheet, kind: SubjectKind, id: string): number {
  const subjects = sheet.subjects(kind).filter((subject) => sheet.has(id, subject.id));
  expect(subjects.length).toBeGreaterThan(0);
  return subjects.reduce((sum, subject) => sum + amount(sheet, id, subject.id), 0);
}

describe('deliveries', () => {
  test.each([
    ['delivery-entitlement', 'job-entitlement'],
    ['delivery-billed', 'job-billed'],
    ['delivery-billing-gap', 'job-billing-gap'],
    ['delivery-advances-held', 'job-advance-held'],
    ['delivery-receivable', 'job-receivable'],
    ['delivery-crew-owed', 'job-crew-owed'],
    ['delivery-margin', 'job-margin'],
    ['delivery-log-gaps', 'job-log-gaps'],
  ])('%s is the %s of every job together', (whole, part) => {
    expect(amount(NOVEMBER, whole)).not.toBe(0);
    expect(together(NOVEMBER, 'delivery-job', part)).toBe(amount(NOVEMBER, whole));
  });

  test('the gap is entitlement less what was billed, and its causes add up to it', () => {
    const of = (id: string) => amount(NOVEMBER, `delivery-${id}`);
    expect(of('entitlement') - of('billed')).toBe(of('billing-gap'));
    const causes = ['not-invoiced', 'standby', 'expenses', 'days', 'in-progress'].map((cause) => of(`gap-${cause}`));
    expect(causes.reduce((sum, cause) => sum + cause, 0)).toBe(of('billing-gap'));
    expect(of('billing-gap') - of('gap-in-progress')).toBe(of('gap-due'));
  });

  test('what a job earned less what it cost is its margin', () => {
    for (const { id } of NOVEMBER.subjects('delivery-job')) {
      const of = (name: string) => amount(NOVEMBER, `job-${name}`, id);
      expect([id, of('earned') - of('cost')]).toEqual([id, of('margin')]);
    }
  });
});

describe('clients', () => {
  test.each([
    ['contracted-per-month', 'client-monthly'],
    ['unbilled-work', 'client-unbilled'],
    ['pass-through-unbilled', 'client-costs-unbilled'],
    ['contract-months-unbilled-cents', 'client-month-gap'],
    ['client-receivables', 'client-open'],
    ['client-revenue', 'client-revenue-year'],
  ])('%s is the %s of every client together', (whole, part) => {
    expect(amount(NOVEMBER, whole)).not.toBe(0);
    expect(together(NOVEMBER, 'client', part)).toBe(amount(NOVEMBER, whole));
  });

  test('unbilled work is its ages together; a client’s gap is its work, costs and months', () => {
    const ages = ['0-30', '31-60', '61-plus'].map((age) => amount(NOVEMBER, `unbilled-work-${age}`));
    expect(ages.reduce((sum, age) => sum + age, 0)).toBe(amount(NOVEMBER, 'unbilled-work'));
    for (const { id } of NOVEMBER.subjects('client')) {
      const of = (name: string) => amount(NOVEMBER, `client-${name}`, id);
      expect([id, of('unbilled') + of('costs-unbilled') + of('month-gap')]).toEqual([id, of('gap')]);
    }
  });
});

describe('the rented house', () => {
  test.each([
    ['rental-income-year', 'rental-month-income'],
    ['rental-operating-cost-year', 'rental-month-cost'],
    ['rental-noi-year', 'rental-month-noi'],
  ])('%s is the %s of twelve months together', (whole, part) => {
    expect(OCTOBER.subjects('rental-month')).toHaveLength(12);
    expect(together(OCTOBER, 'rental-month', part)).toBe(amount(OCTOBER, whole));
  });

  test('income less operating cost is net operating income, in the year and to date', () => {
    for (const span of ['year', 'to-date']) {
      const of = (name: string) => amount(OCTOBER, `rental-${name}-${span}`);
      expect(of('income') - of('operating-cost')).toBe(of('noi'));
    }
  });

  test.each([
    ['rental-value', 'property-value'],
    ['rental-cost', 'property-cost'],
  ])('%s is the %s of every property together', (whole, part) => {
    expect(together(OCTOBER, 'rental-property', part)).toBe(amount(OCTOBER, whole));
  });

  test('nights slept and kept fit into the calendar of each month', () => {
    for (const { id } of OCTOBER.subjects('rental-month')) {
      const of = (name: string) => amount(OCTOBER, `rental-month-${name}`, id);
      expect(of('nights') + of('blocked')).toBeLessThanOrEqual(of('calendar'));
    }
  });
});

describe.each([1, 2, 3, 4, 5])('businesses that charge each other, in the history of seed %i', (seed) => {
  const world = historyWorld(seed);
  const pair = ['jada', 'qos'];
  const sheet = factSheet(world.snapshot, pair, monthPeriod('2026-10' as Month));
  const each = (id: string) => pair.reduce((sum, entityId) => sum + amount(sheet, id, entityId), 0);

  test('together earn what each earned, less what they charged each other', () => {
    expect(amount(sheet, 'recognised-revenue')).toBe(each('recognised-revenue') - amount(sheet, 'charged-between'));
    expect(amount(sheet, 'net-income')).toBe(each('net-income'));
  });

  test('have the money of both, and no more owed to them than by others', () => {
    expect(amount(sheet, 'bank-total')).toBe(each('bank-total'));
    expect(amount(sheet, 'total-assets')).toBe(each('total-assets') - amount(sheet, 'owed-between'));
    expect(amount(sheet, 'total-assets')).toBe(amount(sheet, 'total-liabilities') + amount(sheet, 'total-equity'));
  });

  test('have months that add up to the year to date, and channels to the revenue of three months', () => {
    const months = sheet.subjects('month').filter(({ id }) => id >= '2026-03' && id <= '2026-10');
    const earned = months.reduce((sum, { id }) => sum + amount(sheet, 'month-revenue', id), 0);
    expect(months).toHaveLength(8);
    expect(amount(sheet, 'tracked-revenue-year-to-date')).toBe(earned);
    const shares = sheet.subjects('channel').map(({ id }) => amount(sheet, 'channel-share', id));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(10_000);
  });
});
