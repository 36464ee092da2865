import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { parsed } from '../../shared/records/fields.ts';
import { isCompanyKind } from '../../shared/records/register-kinds.ts';
import type { RecordKind } from '../../shared/records/registry.ts';
import { RECORD_KINDS, REGISTER } from '../../shared/records/registry.ts';

const STAMP = {
  createdAt: '2026-11-21T20:00:00.000Z',
  createdBy: 'usr_ada',
  updatedAt: '2026-11-21T20:00:00.000Z',
  version: 1,
  source: 'manual',
  schemaVersion: 1,
};

/** One good record of every kind: its own fields, with a list of objects filled wherever there is one. */
const GOOD: Readonly<Record<RecordKind, Readonly<Record<string, unknown>>>> = {
  entity: {
    id: 'jada',
    name: 'JADA Charters',
    kind: 'charter',
    zone: 'America/Los_Angeles',
    currency: 'USD',
    fiscalYearStartMonth: 1,
    taxForm: 'sched_c',
    active: true,
    createdOn: '2020-01-01',
  },
  channel: {
    id: 'getmyboat',
    name: 'GetMyBoat',
    kind: 'ota_boat',
    collects: true,
    revenueModel: 'gross',
    commissionBps: 1_150,
    feeConfirmed: false,
    payoutLagDays: 10,
  },
  recipient: {
    id: 'rcp_ada',
    name: 'Ada',
    email: 'ada@example.com',
    grants: [{ report: 'ceo', entityId: 'jada' }],
    subscriptions: [{ report: 'ceo', cadence: 'each-charter' }],
    status: 'active',
  },
  'closed-day': { id: 'cld_1', on: '2026-12-24', name: 'Boat parade of lights' },
  vessel: {
    id: 'ves_jada',
    entityId: 'jada',
    name: 'JADA',
    type: 'Sailing yacht',
    lengthFt: 65,
    maxPax: 6,
    inspected: false,
    homePort: 'San Diego',
    turnaroundMin: 60,
    documents: [{ type: 'Insurance', expiresOn: '2027-05-01' }],
  },
  target: { id: 'tgt_1', entityId: 'jada', month: '2026-12', metric: 'revenue', value: 900_000 },
  'fixed-cost': { id: 'fix_1', entityId: 'jada', name: 'Slip', centsPerMonth: 150_000, from: '2026-01' },
  listing: { id: 'lst_1', entityId: 'jada', channelId: 'sailo', status: 'live', statusSince: '2026-10-01' },
  lead: {
    id: 'lea_1',
    entityId: 'jada',
    channelId: 'getmyboat',
    name: 'Bo',
    askedOn: '2026-11-01',
    stage: 'new',
    expectedCents: 120_000,
    probabilityBps: 3_000,
  },
  asset: {
    id: 'ast_1',
    entityId: 'dc',
    kind: 'domain',
    name: 'example.com',
    ownerRole: 'CTO',
    documents: [{ type: 'Registration', expiresOn: '2027-01-01' }],
  },
  'equity-holding': { id: 'eqh_1', entityId: 'jada', holder: 'Ada', shareBps: 10_000, agreementOnFile: true },
  'key-person': { id: 'key_1', entityId: 'jada', role: 'Captain', handoffOnFile: false },
  subscription: {
    id: 'sub_1',
    entityId: 'qdn',
    customerId: 'cus_1',
    centsPerInterval: 9_900,
    interval: 'month',
    from: '2026-01-01',
    status: 'active',
  },
  incident: {
    id: 'inc_1',
    entityId: 'jada',
    occurredOn: '2026-11-01',
    type: 'Grounding',
    injury: false,
    reportable: true,
    status: 'open',
  },
  action: {
    id: 'act_1',
    entityId: 'jada',
    title: 'Renew insurance',
    ownerRole: 'CEO',
    severity: 'high',
    dueOn: '2026-12-01',
    status: 'open',
  },
  'ad-spend': { id: 'ads_1', entityId: 'jada', channelId: 'direct', month: '2026-10', cents: 15_001 },
  campaign: {
    id: 'cmp_1',
    entityId: 'jada',
    name: 'Autumn sails',
    sentOn: '2026-10-05',
    sent: 1_000,
    bouncesHard: 10,
    bouncesSoft: 5,
    complaints: 0,
    uniqueOpens: 400,
    uniqueClicks: 50,
    unsubscribes: 4,
    unsubscribeHeader: true,
    costCents: 4_500,
    bookings: 2,
    revenueCents: 300_000,
    contributionCents: 180_000,
  },
  'mailing-list': { id: 'mls_1', entityId: 'jada', name: 'Past guests', month: '2026-10', size: 1_200 },
  review: { id: 'rev_1', entityId: 'jada', channelId: 'getmyboat', ratingTenths: 47, on: '2026-10-12' },
  'seo-task': {
    id: 'seo_1',
    entityId: 'qdn',
    phase: '30',
    task: 'Claim the business profile',
    ownerRole: 'CMO',
    effortHours: 2,
    metric: 'Calls from the profile',
    status: 'open',
    dueOn: '2026-12-01',
  },
  'onboarding-task': {
    id: 'onb_1',
    entityId: 'jada',
    listingId: 'lst_1',
    order: 1,
    task: 'Send the insurance certificate',
    ownerRole: 'CMO',
    status: 'open',
  },
  'web-property': {
    id: 'web_1',
    entityId: 'qdn',
    domain: 'quickdumpnow.example',
    analytics: false,
    checkedOn: '2026-11-01',
  },
  belief: {
    id: 'blf_1',
    metric: 'net-burn',
    low: 700_000,
    high: 900_000,
    unit: 'cents',
    saidBy: 'CEO',
    saidOn: '2026-10-02',
    entityIds: ['jada', 'qos'],
  },
  forecast: { id: 'fct_1', entityId: 'jada', month: '2026-11', cents: 900_000, madeOn: '2026-10-30' },
  'capital-policy': { id: 'cap_1', entityId: 'jada', seasonal: true },
  inventory: {
    id: 'inv_1',
    entityId: 'jada',
    collectedAt: '2026-11-20T14:00:00.000Z',
    collectedBy: 'audit role',
    sections: { logs: { state: 'unreadable', because: 'access denied' } },
  },
  'repository-scan': {
    id: 'scn_1',
    entityId: 'jada',
    scannedAt: '2026-11-20T14:00:00.000Z',
    filesScanned: 10,
    testFiles: 2,
    ciCommands: ['npm test'],
    gates: { types: true, lint: true, tests: true },
    dependencies: { total: 3, pinned: 3, hasLockFile: true },
    deployments: [],
    secrets: [{ rule: 'aws', file: 'a.env', line: 1, fingerprint: '0123456789abcdef' }],
  },
  'accounting-period': {
    id: 'per_1',
    entityId: 'jada',
    month: '2026-10',
    status: 'closing',
    checks: [{ name: 'Receipts collected', ownerRole: 'Operations', done: false }],
  },
  'books-check': {
    id: 'chk_1',
    entityId: 'jada',
    of: 'second-program',
    checkedOn: '2026-11-08',
    through: '2026-10',
    differenceCents: 0,
  },
  'due-day': { id: 'due_1', entityId: 'jada', kind: 'payday', dueOn: '2026-11-27' },
  vendor: {
    id: 'ven_1',
    entityId: 'jada',
    name: 'Point Loma Riggers',
    is1099: true,
    w9OnFile: false,
    paid: [{ year: 2026, cents: 250_000 }],
  },
  invoice: {
    id: 'inv_1',
    entityId: 'dc',
    number: 'DC-118',
    customer: 'Tidewater Dental',
    issuedOn: '2026-09-03',
    dueOn: '2026-10-03',
    cents: 180_000,
    paidCents: 0,
    status: 'open',
  },
  bill: {
    id: 'bil_1',
    entityId: 'qos',
    number: 'DY-2207',
    vendor: 'Driscoll Yard',
    issuedOn: '2026-10-18',
    dueOn: '2026-11-17',
    cents: 187_500,
    paidCents: 0,
    status: 'open',
  },
  'bank-line': {
    id: 'bnk_1',
    entityId: 'jada',
    account: '1010',
    on: '2026-11-02',
    cents: -8_999,
    memo: 'ANNUAL FEE',
  },
  'expense-question': {
    id: 'que_1',
    entityId: 'jada',
    expenseId: 'exp_1',
    question: 'receipt',
    on: '2026-11-02',
    vendor: 'Search ads',
    cents: 38_000,
    account: '6100',
  },
  service: { id: 'srv_1', entityId: 'jada', name: 'Web hosting', place: 'Cloud account of the company' },
  risk: { id: 'rsk_1', entityId: 'jada', title: 'The slip lease ends', severity: 'high', ownerRole: 'CEO' },
  property: {
    id: 'harbor-cottage',
    entityId: 'harbor-homes',
    name: 'Harbor cottage',
    address: '1 Harbor Street, San Diego',
    use: 'stays',
    bedrooms: 1,
    depositCapMonths: 1,
    dates: [{ kind: 'insurance', what: 'Landlord policy', expiresOn: '2027-01-31' }],
  },
  lease: {
    id: 'lse_1',
    entityId: 'harbor-homes',
    propertyId: 'harbor-cottage',
    tenant: 'Sample tenant',
    rentCents: 310_000,
    from: '2026-01-01',
    to: '2026-12-31',
    depositCents: 310_000,
  },
  'rent-charge': {
    id: 'rch_1',
    entityId: 'harbor-homes',
    leaseId: 'lse_1',
    propertyId: 'harbor-cottage',
    month: '2026-11',
    dueOn: '2026-11-01',
    cents: 310_000,
    paidCents: 0,
    status: 'open',
  },
  stay: {
    id: 'sty_1',
    entityId: 'harbor-homes',
    propertyId: 'harbor-cottage',
    checkIn: '2026-10-30',
    checkOut: '2026-11-02',
    guest: 'Sample guest',
    platform: 'Airbnb',
    totalCents: 66_667,
    platformFeeCents: 2_000,
  },
  'owner-block': {
    id: 'blk_1',
    entityId: 'harbor-homes',
    propertyId: 'harbor-cottage',
    from: '2026-10-20',
    until: '2026-10-22',
    reason: 'Owner stays',
  },
  'maintenance-ticket': {
    id: 'tkt_1',
    entityId: 'harbor-homes',
    propertyId: 'harbor-cottage',
    what: 'Water heater leaks',
    category: 'plumbing',
    habitability: true,
    capex: false,
    openedOn: '2026-11-12',
  },
  'delivery-job': {
    id: 'job_1',
    entityId: 'delivery',
    client: 'Marlow Trust',
    vesselDesc: 'Halcyon, 46 ft cutter',
    fromPort: 'San Diego',
    toPort: 'Monterey',
    status: 'quote',
    rateModel: 'day',
    rateCents: {
      captain: 55_000,
      mate: 40_000,
      deckhand: 23_000,
      travel: 25_000,
      standby: 30_000,
      perDiem: 4_500,
      mile: 0,
      flat: 0,
    },
    payCents: { captain: 32_000, mate: 22_000, deckhand: 14_000 },
    markupBps: 1_000,
    estDays: 6,
    estExpensesCents: 60_000,
    depositCents: 400_000,
    contractOnFile: false,
  },
  client: {
    id: 'bakery',
    entityId: 'dc',
    name: 'Ocean Beach Bakery',
    since: '2024-02-01',
    active: true,
    renewals: [{ kind: 'domain', name: 'bakery.example', expiresOn: '2026-12-11' }],
  },
  'client-contract': {
    id: 'con_1',
    entityId: 'dc',
    clientId: 'bakery',
    kind: 'retainer',
    from: '2025-01-01',
    agentOrPrincipal: 'principal',
  },
  'work-entry': {
    id: 'wrk_1',
    entityId: 'dc',
    clientId: 'bakery',
    on: '2026-10-01',
    minutes: 95,
    rateCentsPerHour: 12_500,
    billable: true,
    note: 'Backups',
  },
  'client-cost': {
    id: 'cst_1',
    entityId: 'dc',
    clientId: 'bakery',
    vendor: 'A host',
    month: '2026-10',
    on: '2026-10-02',
    cents: 4_000,
    role: 'agent',
  },
};

const isObject = (value: unknown) => typeof value === 'object' && !Array.isArray(value);

const schemaOf = (kind: RecordKind): z.ZodMiniType => REGISTER[kind].schema;

const fieldsRefused = (kind: RecordKind, value: unknown) => {
  const result = parsed(schemaOf(kind), value, REGISTER[kind].one);
  return result.ok ? [] : result.fault.problems;
};

test('every kind of record of the register has one that fits', () => {
  expect([...RECORD_KINDS].sort()).toEqual(Object.keys(GOOD).sort());
});

test('entities, channels, recipients, closed days and beliefs belong to the company, the rest to one entity', () => {
  const company = ['entity', 'channel', 'recipient', 'closed-day', 'belief'].sort();
  expect(RECORD_KINDS.filter((kind) => isCompanyKind(kind)).sort()).toEqual(company);
  expect(RECORD_KINDS.filter((kind) => !('entityId' in GOOD[kind])).sort()).toEqual(company);
});

describe.each(RECORD_KINDS.map((kind) => [kind]))('a record of kind %s', (kind) => {
  const good = { ...GOOD[kind], ...STAMP };

  test('is read as it was written', () => {
    expect(parsed(schemaOf(kind), good, 'It')).toEqual({ ok: true, value: good });
  });

  test('is refused with a field nobody knows, by its name', () => {
    expect(fieldsRefused(kind, { ...good, isAdmin: true })).toEqual([
      { field: 'isAdmin', message: 'this field is not known here' },
    ]);
  });

  test.each(Object.keys(good))('is refused without its %s, which is said to be missing', (name) => {
    const { [name]: _left, ...rest } = good as Record<string, unknown>;
    expect(fieldsRefused(kind, rest)).toEqual([{ field: name, message: 'this field is missing' }]);
  });

  test('hears about all its fields when it has none', () => {
    expect(
      fieldsRefused(kind, {})
        .map((problem) => problem.field)
        .sort(),
    ).toEqual(Object.keys(good).sort());
  });

  test('is refused with a field of the wrong kind, at its name', () => {
    for (const name of Object.keys(good)) {
      const wrong = isObject(good[name as keyof typeof good]) ? 'wrong' : { wrong: true };
      const problems = fieldsRefused(kind, { ...good, [name]: wrong });
      expect(problems.map((problem) => problem.field)).toEqual([name]);
      expect(problems[0]?.message).toMatch(/^expected /);
    }
  });
});

test.each([
  ['recipient', 'grants'],
  ['recipient', 'subscriptions'],
  ['vessel', 'documents'],
  ['asset', 'documents'],
  ['accounting-period', 'checks'],
  ['vendor', 'paid'],
] as const)('a record of kind %s is refused with an unknown field inside its %s', (kind, name) => {
  const [held] = GOOD[kind][name] as readonly object[];
  const value = { ...GOOD[kind], ...STAMP, [name]: [held, { ...held, more: 1 }] };
  expect(fieldsRefused(kind, value)).toEqual([{ field: `${name}[1].more`, message: 'this field is not known here' }]);
});

test.each([
  ['EUR', 'currency', { currency: 'EUR' }],
  ['a thirteenth month', 'fiscalYearStartMonth', { fiscalYearStartMonth: 13 }],
  ['a zone that is none', 'zone', { zone: 'PST' }],
])('an entity with %s is refused', (_what, field, over) => {
  expect(fieldsRefused('entity', { ...GOOD.entity, ...STAMP, ...over }).map((problem) => problem.field)).toEqual([
    field,
  ]);
});

test('a belief whose low end is above its high end is refused at the high end', () => {
  const upsideDown = { ...GOOD.belief, ...STAMP, low: 900_001 };
  expect(fieldsRefused('belief', upsideDown)).toEqual([
    { field: 'high', message: 'expected no less than the low end' },
  ]);
});

test.each([0, 32, 1.5])('a fixed cost cannot be paid on day %s of the month', (dayOfMonth) => {
  const problems = fieldsRefused('fixed-cost', { ...GOOD['fixed-cost'], ...STAMP, dayOfMonth });
  expect(problems.map(({ field }) => field)).toEqual(['dayOfMonth']);
});
