import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { monthOf, plusMonths } from '../../shared/kernel/calendar.ts';
import type { Inventory } from '../../shared/records/inventory.ts';
import type { SampleEntity } from './company.ts';

/** What each service costs in a full month, in micro-dollars: a small account, most of it the busiest site. */
const MONTHLY: { readonly [E in SampleEntity]: Readonly<Record<string, number>> } = {
  jada: {
    'AWS Lambda': 3_412_870,
    'Amazon DynamoDB': 6_204_411,
    'Amazon CloudFront': 4_118_902,
    'Amazon S3': 1_907_334,
    'Amazon Route 53': 1_004_000,
  },
  qos: {
    'AWS Lambda': 9_730_115,
    'Amazon DynamoDB': 11_482_906,
    'Amazon CloudFront': 13_906_218,
    'Amazon S3': 6_551_047,
    AmazonCloudWatch: 12_870_660,
    'AWS Secrets Manager': 1_200_000,
    'EC2 - Other': 7_300_000,
  },
  qdn: { 'AWS Lambda': 1_210_442, 'Amazon DynamoDB': 2_004_118, 'Amazon Route 53': 502_000 },
  rental: { 'Amazon S3': 104_220, 'Amazon CloudFront': 311_804, 'Amazon Route 53': 502_000 },
  delivery: { 'Amazon S3': 98_611, 'Amazon CloudFront': 402_377, 'Amazon Route 53': 502_000 },
  dc: { 'Amazon S3': 4_402_871, 'Amazon CloudFront': 5_117_240, 'Amazon Route 53': 2_510_000 },
};

/** Logs of the busiest site nobody deletes: what made the last full month dearer than the ones before. */
const GREW = 'AmazonCloudWatch';
const GREW_BY = 17_408_915;

/** The cost rows an inventory of a day shows: three full months and the running one, which is an estimate so far. */
export function costRowsOn(
  entity: SampleEntity,
  on: LocalDate,
  today: LocalDate,
): NonNullable<Inventory['sections']['costs']> {
  const running = monthOf(on);
  const lastFull = plusMonths(monthOf(today), -1);
  const items = [3, 2, 1, 0].flatMap((back) => {
    const month = plusMonths(running, -back);
    return Object.entries(MONTHLY[entity]).map(([service, usual], i) => {
      // A month is a few percent dearer or cheaper than the next.
      const full = Math.round((usual * (100 + ((Number(month.slice(5)) * 3 + i) % 5) - 2)) / 100);
      const grown = service === GREW && month >= lastFull ? full + GREW_BY : full;
      const sofar = back === 0 ? Math.round((grown * Number(on.slice(8))) / 30) : grown;
      return { month, service, microUsd: sofar, estimated: back === 0 };
    });
  });
  return { state: 'read', items };
}
