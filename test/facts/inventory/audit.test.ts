import { describe, expect, test } from 'vitest';
import { anInventory, aSheetWith, changed, eachOf, type Sections, TIDY } from './an-inventory.ts';

const OPEN_BUCKET = eachOf('buckets', { isPublic: true });
const value = (sheet: ReturnType<typeof aSheetWith>, id: string, scope?: string) => {
  const figure = sheet.measuredOf(id, scope);
  return figure.state === 'unknown' ? figure.missing : figure.value;
};

describe('the lifecycle of a failing resource', () => {
  test('is new when the inventory before did not show it, and counts its days from the first that did', () => {
    const sheet = aSheetWith([anInventory(TIDY, '2026-11-13'), anInventory(OPEN_BUCKET, '2026-11-20')]);
    const [item] = sheet.subjects('audit-item');
    expect(value(sheet, 'item-state', item?.id)).toBe('new');
    expect(value(sheet, 'item-age', item?.id)).toBe(1);
    expect(['items-new', 'items-persisting', 'items-fixed'].map((id) => value(sheet, id))).toEqual([1, 0, 0]);
  });

  test('persists over an unbroken run, and starts again after a gap', () => {
    const dates = ['2026-10-01', '2026-10-20', '2026-11-10', '2026-11-20'];
    const runs = [OPEN_BUCKET, TIDY, OPEN_BUCKET, OPEN_BUCKET];
    const sheet = aSheetWith(dates.map((on, i) => anInventory(runs[i] ?? TIDY, on)));
    const [item] = sheet.subjects('audit-item');
    expect(value(sheet, 'item-state', item?.id)).toBe('persisting');
    expect(value(sheet, 'oldest-critical-age')).toBe(11);
  });

  test('is fixed when the newest inventory shows it mended, not when it could not be read', () => {
    const before = anInventory(OPEN_BUCKET, '2026-11-13');
    expect(value(aSheetWith([before, anInventory(TIDY)]), 'items-fixed')).toBe(1);
    const denied: Sections = { ...TIDY, buckets: { state: 'unreadable', because: 'access denied' } };
    expect(value(aSheetWith([before, anInventory(denied)]), 'items-fixed')).toBe(0);
  });

  test('of one inventory alone there are no changes to tell', () => {
    expect(value(aSheetWith([anInventory(TIDY)]), 'items-new')).toEqual([
      'a second infrastructure inventory of JADA Charters',
    ]);
  });
});

describe('an old inventory', () => {
  test.each([
    ['2026-11-14', 'current', 0],
    ['2026-11-13', 'stale', ['a newer infrastructure inventory of JADA Charters than that of Nov 13, 2026']],
  ])('of %s is %s', (on, state, critical) => {
    const sheet = aSheetWith([anInventory(TIDY, on)]);
    expect(value(sheet, 'audit-state')).toBe(state);
    expect(value(sheet, 'open-items-critical')).toEqual(critical);
    expect(value(sheet, 'checks-passed')).toBe(state === 'stale' ? 0 : 52);
  });

  test('still tells what failed in it', () => {
    expect(value(aSheetWith([anInventory(OPEN_BUCKET, '2026-10-01')]), 'open-items-critical')).toBe(1);
  });

  test('one collected later than the report is not looked at', () => {
    const sheet = aSheetWith([anInventory(TIDY, '2026-11-18'), anInventory(OPEN_BUCKET, '2026-11-25')]);
    expect(value(sheet, 'inventory-age')).toBe(3);
    expect(value(sheet, 'open-items-critical')).toBe(0);
  });
});

test('checks passed, failed and not made add up to the checks of every entity', () => {
  const partly: Sections = { ...OPEN_BUCKET, access: { state: 'unreadable', because: 'access denied' } };
  const sheet = aSheetWith([anInventory(TIDY), anInventory(partly, '2026-11-20', 'qos')], ['jada', 'qos']);
  expect(['checks-passed', 'checks-failed', 'checks-unknown'].map((id) => value(sheet, id))).toEqual([99, 1, 4]);
});

test('without any inventory nothing is known, and nothing is zero', () => {
  const sheet = aSheetWith([]);
  for (const id of [
    'open-items-critical',
    'secrets-found',
    'checks-passed',
    'inventory-age',
    'cloud-cost-month',
    'maturity-score',
  ]) {
    expect(sheet.measuredOf(id).state, id).toBe('unknown');
  }
});

describe('cloud cost', () => {
  const row = (month: string, service: string, microUsd: number, estimated = false) => ({
    month,
    service,
    microUsd,
    estimated,
  });
  const costs = (...items: readonly object[]) => [
    anInventory({ ...TIDY, costs: { state: 'read', items } } as unknown as Sections),
  ];

  test('adds micro-dollars and rounds once: three times 0.4 of a cent is one cent', () => {
    const sheet = aSheetWith(costs(row('2026-10', 'A', 4_000), row('2026-10', 'B', 4_000), row('2026-10', 'C', 4_000)));
    expect(value(sheet, 'cloud-cost-month')).toBe(1);
    const parts = sheet.subjects('cloud-service').map(({ id }) => value(sheet, 'service-cost', id));
    expect(parts).toEqual([1, 0, 0]);
  });

  test('is compared with the month before, in all and by service', () => {
    const sheet = aSheetWith(
      costs(
        row('2026-09', 'Compute', 40_000_000),
        row('2026-09', 'Storage', 10_000_000),
        row('2026-10', 'Compute', 62_500_000),
        row('2026-11', 'Compute', 30_000_000, true),
      ),
    );
    expect(value(sheet, 'cloud-cost-month')).toBe(6_250);
    expect(value(sheet, 'cloud-cost-change')).toBe(1_250);
    expect(value(sheet, 'cloud-cost-change-share')).toBe(2_500);
    expect(sheet.measuredOf('cloud-cost-to-date')).toMatchObject({ state: 'estimated', value: 3_000 });
    expect(sheet.subjects('cloud-service').map(({ id }) => value(sheet, 'service-cost-change', id))).toEqual([
      2_250, -1_000,
    ]);
  });

  test('of a group is unknown as soon as one entity recorded none', () => {
    const [jada] = costs(row('2026-10', 'A', 50_000_000));
    const sheet = aSheetWith([jada!, anInventory(TIDY, '2026-11-20', 'qos')], ['jada', 'qos']);
    expect(value(sheet, 'cloud-cost-month')).toEqual(['cloud cost rows in the inventory of QOS']);
    expect(value(sheet, 'cloud-cost-month', 'jada')).toBe(5_000);
  });

  test('waste is what lies idle at list prices and a fifth of what functions on x86 cost', () => {
    const dear = eachOf('functions', { architecture: 'x86_64' });
    const idle = changed('account', () => ({ idleAddresses: 2, unusedHealthChecks: 1, unattachedVolumeGb: 10 }));
    const unused = eachOf('secrets', { lastUsedOn: '2026-01-01' });
    const bill = { state: 'read', items: [row('2026-10', 'AWS Lambda', 10_000_000)] };
    const sections = { ...dear, account: idle.account, secrets: unused.secrets, costs: bill } as unknown as Sections;
    // 2 × $3.65 + $0.50 + 10 × $0.08 + $0.40 + 20 % of $10.00
    expect(aSheetWith([anInventory(sections)]).measuredOf('waste-month')).toMatchObject({
      state: 'estimated',
      value: 1_100,
    });
  });
});

describe('releases and drills', () => {
  const deployed = (at: string, over: object = {}) => ({
    at: `${at}T20:00:00.000Z`,
    version: 'r1',
    result: 'succeeded',
    ...over,
  });
  const items = [
    deployed('2026-11-20', { committedAt: '2026-11-20T19:00:00.000Z' }),
    deployed('2026-11-10', { committedAt: '2026-11-10T17:00:00.000Z', rolledBackAt: '2026-11-10T20:30:00.000Z' }),
    deployed('2026-10-10', { committedAt: '2026-10-10T18:00:00.000Z', result: 'failed' }),
    deployed('2026-09-01'),
    deployed('2026-07-01', { result: 'failed' }),
  ];
  const sections = {
    ...TIDY,
    deployments: { state: 'read', items, rollbackTestedOn: '2026-08-01' },
  } as unknown as Sections;
  const sheet = aSheetWith([anInventory(sections)]);

  test.each([
    ['deployments-90-days', 4],
    ['lead-time-for-changes', 120],
    ['change-failure-share', 5_000],
    ['time-to-restore', 30],
    ['rollback-test-age', 112],
    ['restore-test-age', 41],
    ['days-to-runtime-end', 526],
    ['highest-error-rate', 12],
    ['slowest-p95', 910],
  ])('%s is %i', (id, expected) => {
    expect(value(sheet, id)).toBe(expected);
  });

  test('a drill nobody recorded is unknown, not overdue and not in order', () => {
    const never = { ...sections, deployments: { state: 'read', items } } as unknown as Sections;
    expect(value(aSheetWith([anInventory(never)]), 'rollback-test-age')).toEqual([
      'the day a rollback was last tested at JADA Charters',
    ]);
  });
});

test('what a scan of the repository saw outweighs what was entered', () => {
  const practices = {
    state: 'read',
    items: [
      { practice: 'tests', score: 3, evidence: 'said so' },
      { practice: 'rollback', score: 1, evidence: 'by hand' },
    ],
  };
  const scan = {
    id: 'scn_1',
    scannedAt: '2026-11-20T00:00:00.000Z',
    filesScanned: 9,
    testFiles: 0,
    ciCommands: [],
    gates: { types: true, lint: false, tests: false },
    dependencies: { total: 4, pinned: 3, hasLockFile: true },
    deployments: [],
    secrets: [{ rule: 'aws', file: 'a.ts', line: 1, fingerprint: '0123456789abcdef' }],
  };
  const sheet = aSheetWith([anInventory({ ...TIDY, practices } as unknown as Sections)], ['jada'], {
    'repository-scan': [scan],
  });
  // tests 0, on every change 0, gates 1, pinned 2, rollback 1: five practices with evidence
  expect(value(sheet, 'maturity-score')).toBe(4);
  expect(value(sheet, 'maturity-max')).toBe(15);
  expect(value(sheet, 'practices-unscored')).toBe(13);
  expect(value(sheet, 'secrets-found')).toBe(1);
});
