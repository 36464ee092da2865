import { expect, test } from 'vitest';
import { sampleDeliveries } from '../../scripts/sample/deliveries.ts';
import { compose } from '../../shared/reports/compose.ts';
import { documentProblems } from '../../shared/reports/document/invariants.ts';
import { anEntity, aSnapshot, OCTOBER, ZONE } from '../facts/a-snapshot.ts';

const DAY = { today: '2026-11-21', now: '2026-11-21T20:00:00.000Z', zone: ZONE } as Parameters<
  typeof sampleDeliveries
>[0];
const ENTITY = anEntity({ id: 'delivery', name: 'Deliveries', kind: 'delivery' });
const audit = (jobs: ReturnType<typeof sampleDeliveries>['jobs'], unreadable: readonly 'delivery-job'[] = []) =>
  compose(
    'delivery-audit',
    aSnapshot({ unreadable, records: { entity: [ENTITY], 'delivery-job': jobs } }),
    ['delivery'],
    OCTOBER,
    'Deliveries',
  );

test('has every section its owner asks for', () => {
  expect(audit(sampleDeliveries(DAY).jobs).sections.map(({ id }) => id)).toEqual([
    'summary',
    'findings',
    'actions',
    'board',
    'entitlement',
    'unbilled',
    'margin',
    'cash',
    'crew',
    'leakage',
    'gaps',
    'definitions',
  ]);
});

test('is fit to issue with jobs, without any, and when they cannot be read', () => {
  for (const document of [audit(sampleDeliveries(DAY).jobs), audit([]), audit([], ['delivery-job'])]) {
    expect(documentProblems(document)).toEqual([]);
    expect(JSON.stringify(document).match(/NaN|undefined|Infinity|null/)).toBeNull();
  }
});

test('the causes of leakage add up to the billing gap', () => {
  const leakage = audit(sampleDeliveries(DAY).jobs).sections.find(({ id }) => id === 'leakage');
  const table = leakage?.blocks.find((block) => block.kind === 'table');
  const values = (table?.rows ?? [])
    .map((row) => row[1]!.cell)
    .map((cell) => (cell.kind === 'cents' ? cell.value : -1));
  expect(values.reduce((a, b) => a + b, 0)).toBeGreaterThan(0);
  expect(table?.totals?.[1]?.cell).toEqual({ kind: 'cents', value: values.reduce((a, b) => a + b, 0) });
});

/** The amounts of a column of the first table of a section, and what stands under them. */
function column(sectionId: string, at: number) {
  const section = audit(sampleDeliveries(DAY).jobs).sections.find(({ id }) => id === sectionId);
  const table = section?.blocks.find((block) => block.kind === 'table');
  const centsOf = (cell: unknown) => (cell as { readonly value?: unknown } | undefined)?.value;
  return {
    names: (table?.rows ?? []).map((row) => centsOf(row[0]?.cell)),
    values: (table?.rows ?? []).map((row) => Number(centsOf(row[at]?.cell))),
    total: centsOf(table?.totals?.[at]?.cell),
  };
}

test.each([
  ['entitlement', 1],
  ['entitlement', 2],
  ['entitlement', 4],
  ['margin', 3],
  ['cash', 3],
  ['cash', 4],
  ['crew', 1],
] as const)('in %s, column %i, the jobs add up to what stands under them', (section, at) => {
  const { values, total } = column(section, at);
  expect(values.length).toBeGreaterThan(2);
  expect(values.reduce((a, b) => a + b, 0)).toBe(total);
});

test('what is entitled is what is billed and what is not, job by job', () => {
  const [entitled, billed, gap] = [1, 2, 4].map((at) => column('entitlement', at).values);
  expect(entitled?.length).toBe(5);
  expect(entitled?.map((value, i) => value - (billed?.[i] ?? 0))).toEqual(gap);
});

test('the headline is one sentence about what could be billed today', () => {
  const { headline } = audit(sampleDeliveries(DAY).jobs);
  // Sea Tern: 3 × $1,040.00 under way (captain 550, mate 400, meals 90), hand-over 1,040.00, fuel 287.60 and chandlery
  // 113.40 with 10 % on top: 4,160.00 + 316.36 + 124.74 = 4,601.10, less the advance of 1,800.00 = 2,801.10.
  // Meridian: the standby day, 2 × $300.00 + $90.00 = 690.00, and nothing else. Together $3,491.10.
  expect(headline[0]).toMatchObject({ cell: { kind: 'cents', value: 349_110 } });
  expect(
    headline
      .filter((span) => typeof span === 'string')
      .join('')
      .match(/\./g),
  ).toHaveLength(1);
});

test('a job called off at sea is told of with what nobody billed, and asked for no top-up and no more log', () => {
  const jobs = sampleDeliveries(DAY).jobs.map((job) =>
    job.id === 'job_odalys' ? { ...job, status: 'cancelled' as const } : job,
  );
  const [leakage, findings] = ['leakage', 'findings'].map((id) =>
    JSON.stringify(audit(jobs).sections.find((section) => section.id === id)),
  );
  expect(documentProblems(audit(jobs))).toEqual([]);
  // 7,759.88 of Odalys is no work in progress any more: 2,801.10 + 7,759.88.
  expect(leakage).toContain('1056098');
  expect(findings).not.toContain('delivery-advance-too-small');
});

test('names no client: the owner knows whose boat it is, and mails travel', () => {
  const jobs = sampleDeliveries(DAY).jobs;
  for (const { client } of jobs) expect(JSON.stringify(audit(jobs))).not.toContain(client);
});
