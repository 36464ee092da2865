import { describe, expect, test } from 'vitest';
import { localDate } from '../../shared/kernel/calendar.ts';
import { monthToDate } from '../../shared/kernel/period.ts';
import { vesselAndCaptainFree } from '../../shared/operations/availability.ts';
import { inventorySchema } from '../../shared/records/inventory.ts';
import { aCharter, aCharterFile, aContext } from '../operations/a-charter.ts';
import { aMonth, aSheet, NOVEMBER_TO_DATE, valueOn } from './a-snapshot.ts';
import { anInventory, aSheetWith, TIDY } from './inventory/an-inventory.ts';

/** Traps of dates, rates and counts, named as the domain names them; those of money are in the ledger's tests. */
describe('traps of figures', () => {
  const target = [{ month: '2026-11', metric: 'revenue', value: 900_000 }];
  const gapOn = (today: string) =>
    valueOn(
      aSheet(
        { today, records: { target }, balances: [aMonth('2026-11', { accounts: { '1010': 100, '4010': -100 } })] },
        monthToDate(localDate(today)),
      ),
      'charter-gap-to-date',
    );

  test('elapsed days off by one (as-of day counts)', () => {
    // $9,000 over 30 days is $300 a day: on the 1st one of them is due, on the 21st twenty-one
    expect([gapOn('2026-11-01'), gapOn('2026-11-21')]).toEqual([100 - 30_000, 100 - 630_000]);
  });

  test('month-end as-of', () => {
    expect(gapOn('2026-11-30')).toBe(100 - 900_000);
    const ended = aMonth('2026-11', { operations: { performed: 4 } });
    const on = (today: string) =>
      aSheet(
        { today, balances: [ended, aMonth('2026-10', { operations: { performed: 9 } })] },
        monthToDate(localDate(today)),
      );
    expect(valueOn(on('2026-11-30'), 'charters-last-full-month')).toBe(9);
    expect(valueOn(on('2026-12-01'), 'charters-last-full-month')).toBe(4);
  });

  test('percent of percent', () => {
    // 11 of 13 quoted is 84.62 %, 6 of 11 won is 54.55 %; one of the other is 46.16 %, but 6 of 13 is 46.15 %
    const cohort = aMonth('2026-09', { operations: { leads: 13, quoted: 11, won: 6 } });
    const sheet = aSheet({ balances: [aMonth('2026-07', {}), aMonth('2026-08', {}), cohort] });
    expect(['quote-rate', 'quote-conversion', 'conversion-rate'].map((id) => valueOn(sheet, id))).toEqual([
      8_462, 5_455, 4_615,
    ]);
  });

  test('averages of ratios (use sum/sum)', () => {
    const months = [
      aMonth('2026-08', { operations: { leads: 1, quoted: 1, won: 1 } }),
      aMonth('2026-09', { operations: { leads: 9, quoted: 1, won: 0 } }),
    ];
    // 100 % and 11.11 % average to 55.56 %; two of ten were quoted
    expect(valueOn(aSheet({ balances: months }), 'quote-rate')).toBe(2_000);
  });
});

describe('multi-boat same slot', () => {
  const boats = ['ves_1', 'ves_2'].map((id) => ({ id, name: id, slotsPerDay: 1 }));
  const both = (performed: number, ...vessel: object[]) =>
    aSheet({ balances: [aMonth('2026-11', { operations: { performed } })], records: { vessel } }, NOVEMBER_TO_DATE);

  test('two boats in one slot sail two charters, and each has a slot of her own', () => {
    // 21 days, one slot a day and boat: with both out every day, all of them are used, not twice as many as there are
    expect(valueOn(both(42, ...boats), 'available-slots')).toBe(42);
    expect(valueOn(both(42, ...boats), 'utilisation')).toBe(10_000);
    expect(valueOn(both(42, ...boats), 'performed-charters')).toBe(42);
  });

  test('a boat out of service takes her own slots away and not the other’s', () => {
    const [first, second] = boats;
    const laidUp = { ...second, outOfService: [{ from: '2026-11-01', through: '2026-11-11', reason: 'Refit' }] };
    expect(valueOn(both(21, first!, laidUp), 'available-slots')).toBe(21 + 10); // two boats were made above
  });

  test('is no conflict for another boat with another captain, and one for the same boat', () => {
    const file = aCharterFile('quoted');
    const other = aCharter({ id: 'chr_other', lifecycle: 'booked', vesselId: 'ves_queen' });
    const fieldsOf = (vesselId: string) =>
      vesselAndCaptainFree(file, aContext('quoted', { overlapping: [{ ...other, vesselId }] })).map(
        ({ field }) => field,
      );
    expect(fieldsOf('ves_jada')).toEqual(['vesselId']);
    expect(fieldsOf('ves_queen')).not.toContain('vesselId');
  });
});

describe('AWS Cost Explorer periods are UTC with exclusive end and `Estimated` for the running month', () => {
  const row = (month: string, microUsd: number, estimated: boolean) => ({
    month,
    service: 'Lambda',
    microUsd,
    estimated,
  });
  const items = [row('2026-09', 10_000_000, false), row('2026-10', 31_000_000, false), row('2026-11', 7_000_000, true)];
  const sheet = aSheetWith([anInventory({ ...TIDY, costs: { state: 'read', items } } as unknown as typeof TIDY)]);

  test('the month that ended on the first of the next holds no cost of the running one, and is no estimate', () => {
    expect(valueOn(sheet, 'cloud-cost-month')).toBe(3_100);
    expect(sheet.measuredOf('cloud-cost-month').state).toBe('measured');
  });

  test('the running month is told apart, as the estimate it is', () => {
    expect(valueOn(sheet, 'cloud-cost-to-date')).toBe(700);
    expect(sheet.measuredOf('cloud-cost-to-date').state).toBe('estimated');
  });

  test('a span with an end nobody can read two ways: a row names its month and nothing else', () => {
    const span = { from: '2026-10-01', until: '2026-11-01', service: 'Lambda', microUsd: 1, estimated: false };
    for (const wrong of [span, { ...row('2026-10', 1, false), until: '2026-11-01' }, row('2026-11-01', 1, false)]) {
      const inventory = anInventory({ ...TIDY, costs: { state: 'read', items: [wrong] } } as unknown as typeof TIDY);
      expect(inventorySchema.safeParse(inventory).success).toBe(false);
    }
    expect(inventorySchema.safeParse(anInventory({ ...TIDY, costs: { state: 'read', items } } as never)).success).toBe(
      true,
    );
  });
});
