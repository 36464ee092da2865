import { describe, expect, test } from 'vitest';
import { localDate } from '../../shared/kernel/calendar.ts';
import { monthToDate } from '../../shared/kernel/period.ts';
import golden from '../golden/kpi.json' with { type: 'json' };
import { aMonth, aSheet, NOVEMBER_TO_DATE, OCTOBER, valueOn } from './a-snapshot.ts';

describe('the running month at its pace', () => {
  const { mtdCents, runRateCents } = golden.expected.forecast;
  const earned = aMonth('2026-11', { accounts: { '1010': mtdCents, '4010': -mtdCents } });

  test('is the worked one on the 21st of 30 days, and an estimate', () => {
    const sheet = aSheet({ balances: [earned] }, NOVEMBER_TO_DATE);
    expect(valueOn(sheet, 'run-rate-forecast')).toBe(runRateCents);
    expect(sheet.measuredOf('run-rate-forecast').state).toBe('estimated');
  });

  test('is not told before the fifth day', () => {
    const on = (today: string) =>
      valueOn(aSheet({ balances: [earned], today }, monthToDate(localDate(today))), 'run-rate-forecast');
    expect(on('2026-11-04')).toBe('unknown: the first five days of the running month');
    expect(on('2026-11-05')).toBe((mtdCents * 30) / 5);
  });
});

describe('utilisation', () => {
  const queen = {
    name: 'Queen',
    slotsPerDay: 2,
    outOfService: [{ from: '2026-11-05', through: '2026-11-08', reason: 'Haul-out' }],
  };
  const month = aMonth('2026-11', { operations: { performed: 17, 'cancelled-weather': 3, 'cancelled-authority': 1 } });
  const withVessels = (...vessel: object[]) => aSheet({ balances: [month], records: { vessel } }, NOVEMBER_TO_DATE);

  test('divides what sailed by two charters on each of 21 days but the four out of service', () => {
    const sheet = withVessels(queen);
    expect(valueOn(sheet, 'available-slots')).toBe(34);
    expect(valueOn(sheet, 'utilisation')).toBe(5_000);
    expect(valueOn(sheet, 'utilisation-but-weather')).toBe(5_667); // 17 of 30
  });

  test('is unknown while one vessel’s charters a day are not on record, or no vessel was in service', () => {
    expect(valueOn(withVessels(queen, { name: 'JADA' }), 'utilisation')).toBe(
      'unknown: charters a day of the vessel JADA',
    );
    const laidUp = { ...queen, outOfService: [{ from: '2026-10-20', through: '2026-12-01', reason: 'Refit' }] };
    expect(valueOn(withVessels(laidUp), 'utilisation')).toMatch(/^unknown: a day of the period/);
  });
});

describe('a boat that was sold', () => {
  const papers = [{ type: 'insurance', expiresOn: '2026-11-01' }];
  const boat = { name: 'Queen', slotsPerDay: 1, valueCents: 900_000, documents: papers };
  const sold = (retiredOn: string) => ({ ...boat, id: 'ves_old', name: 'Old Queen', retiredOn });
  const month = aMonth('2026-11', { operations: { performed: 7 } });
  const withVessels = (...vessel: object[]) => aSheet({ balances: [month], records: { vessel } }, NOVEMBER_TO_DATE);

  test('counts for its days with us, and its value and papers no more', () => {
    const sheet = withVessels(boat, sold('2026-11-08'));
    expect(valueOn(sheet, 'available-slots')).toBe(28); // 21 days of one, 7 of the other
    expect(valueOn(sheet, 'asset-value')).toBe(900_000);
    expect(valueOn(sheet, 'documents-expired')).toBe(1);
  });

  test('needs no charters a day once it is gone before the period', () => {
    const { slotsPerDay: _, ...gone } = sold('2026-10-31');
    expect(valueOn(withVessels(boat, gone), 'available-slots')).toBe(21);
  });
});

describe('what a customer is worth', () => {
  const inMonth = (month: string, bookedCents: number, customers: number) =>
    aMonth(month, {
      accounts: { '1010': 205_000, '4010': -250_000, '6100': 30_000, '5030': 15_000 },
      operations: { booked: 2, 'booked-value': bookedCents },
      channels: { 'direct.new-customers': customers },
      margin: { contribution: 100_000, performed: 1 },
    });
  const balances = [inMonth('2026-09', 600_000, 2), inMonth('2026-10', 300_000, 1)];

  test('is value booked per new customer times what a dollar leaves, beside what winning one cost', () => {
    const sheet = aSheet({ balances }, OCTOBER);
    // $9,000 booked by three customers, 40 cents left of each dollar
    expect(valueOn(sheet, 'customer-lifetime-value')).toBe(120_000);
    // ($600 of advertising + $300 of commission) ÷ 3 = $300; $1,200 is four times as much
    expect(valueOn(sheet, 'blended-cac-loaded')).toBe(30_000);
    expect(valueOn(sheet, 'lifetime-value-to-cost')).toBe(40_000);
  });

  test('says that it rests on few customers, and is unknown without any', () => {
    const assumptionOf = (all: typeof balances) => {
      const figure = aSheet({ balances: all }, OCTOBER).measuredOf('customer-lifetime-value');
      return figure.state === 'estimated' ? figure.basis.assumption : figure.state;
    };
    expect(assumptionOf(balances)).toContain('Fewer than 20 customers were counted.');
    expect(assumptionOf([inMonth('2026-10', 900_000, 20)])).not.toContain('Fewer than');
    expect(assumptionOf([inMonth('2026-10', 900_000, 0)])).toBe('unknown');
  });
});
