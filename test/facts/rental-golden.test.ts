import { expect, test } from 'vitest';
import { ratio } from '../../shared/kernel/money.ts';
import {
  adjustedOccupancy,
  netOperatingIncome,
  occupancy,
  perNight,
  toAYear,
} from '../../shared/reports/facts/rental/rental-formulas.ts';
import golden from '../golden/kpi.json' with { type: 'json' };

const { rental: input } = golden.input;
const { rental: expected } = golden.expected;

test('occupancy, nightly rate and revenue per available night are the worked ones', () => {
  // 11 of 31 nights; two owner nights leave 29; 224,445 ÷ 11 = 20,404.09; 224,445 ÷ 31 = 7,240.16.
  expect(occupancy(11, 31)).toBe(expected.occupancyBps);
  expect(adjustedOccupancy(11, 31, 2)).toBe(expected.adjustedOccupancyBps);
  expect(perNight(224_445, 11)).toBe(expected.adrCents);
  expect(perNight(224_445, 31)).toBe(expected.revparCents);
  expect([occupancy(0, 0), adjustedOccupancy(0, 31, 31), perNight(0, 0)]).toEqual([undefined, undefined, undefined]);
});

test('net operating income and the yields are the worked ones, without improvements and debt', () => {
  const noi = netOperatingIncome(input.ttmEffectiveGrossCents, input.ttmOpexCents);
  expect(noi).toBe(expected.noiCents);
  expect(ratio(noi, input.valueCents)).toBe(expected.capRateBps);
  expect(ratio(noi, input.purchaseCents + input.acquisitionCents)).toBe(expected.netYieldBps);
  expect(ratio(input.ttmMaintenanceCents, input.ttmEffectiveGrossCents)).toBe(expected.maintenanceRatioBps);
  expect(ratio(input.ttmOpexCents, input.ttmEffectiveGrossCents)).toBe(expected.opexRatioBps);
});

test('five months are taken to a year, twelve stand', () => {
  // 1,000,001 × 12 ÷ 5 = 2,400,002.4
  expect([toAYear(1_000_001, 5), toAYear(1_000_001, 12)]).toEqual([2_400_002, 1_000_001]);
});
