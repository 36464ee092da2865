import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../../shared/reports/facts/inventory/checks.ts';
import type { Sections } from './an-inventory.ts';
import { anInventory, aSheetWith, changed, eachOf, TIDY } from './an-inventory.ts';

const fn = (over: object) => eachOf('functions', over);
const bucket = (over: object) => eachOf('buckets', over);
const table = (over: object) => eachOf('tables', over);
const site = (over: object) => eachOf('distributions', over);
const account = (over: object) => changed('account', () => over);
const access = (over: object) => changed('access', () => over);
const mail = (over: object) => changed('mail', () => over);
const identity = (over: object) =>
  changed('mail', ({ identities }) => ({ identities: identities.map((held) => ({ ...held, ...over })) }));
const variable = (over: object) =>
  fn({
    variables: [{ name: 'PAYMENT_TOKEN', isReference: false, matchesSecretPattern: false, entropyTenths: 36, ...over }],
  });
const log = (over: object) => eachOf('logs', { holds: 'other', retentionDays: 60, ...over });
const key = (over: object) =>
  access({ keys: [{ owner: 'ci', createdOn: '2026-11-01', lastUsedOn: '2026-11-19', ...over }] });
const certificate = (expiresOn: string) =>
  changed('names', () => ({ certificates: [{ name: 'jada.example', expiresOn }] }));
const domain = (expiresOn: string) => changed('names', () => ({ domains: [{ name: 'jada.example', expiresOn }] }));

/** The rule table: sections that fail, by severity. The day is 2026-11-21. */
const FAILING: Readonly<Record<string, readonly (readonly [severity: string, sections: Sections])[]>> = {
  'LAM-ENV-SECRET': [
    ['critical', variable({})],
    ['critical', variable({ name: 'MODE', matchesSecretPattern: true, entropyTenths: 10 })],
  ],
  'LAM-CODE-SECRET': [
    [
      'critical',
      {
        ...TIDY,
        code: { state: 'read', items: [{ rule: 'aws', file: 'a.ts', line: 3, fingerprint: '0123456789abcdef' }] },
      },
    ],
  ],
  'LAM-RUNTIME': [
    ['medium', fn({ runtime: 'nodejs20.x' })],
    ['medium', fn({ runtime: 'python3.10' })],
    ['low', fn({ runtime: 'nodejs22.x' })],
  ],
  'LAM-PUBLIC': [['critical', fn({ callableByAnyone: true })]],
  'LAM-URL': [
    ['high', fn({ url: { signedCallsOnly: false, anyOrigin: false } })],
    ['medium', fn({ url: { signedCallsOnly: true, anyOrigin: true } })],
  ],
  'LAM-DLQ': [['medium', fn({ hasDeadLetterQueue: false })]],
  'LAM-ARM': [['low', fn({ architecture: 'x86_64' })]],
  'LAM-ERROR': [['high', fn({ errorRateBps: 1_001 })]],
  'LAM-VERSIONS': [['low', fn({ oldVersions: 11 })]],
  'S3-BPA': [['high', bucket({ blocksPublicAccess: false })]],
  'S3-PUBLIC': [['critical', bucket({ isPublic: true })]],
  'S3-TLS': [['medium', bucket({ refusesPlainHttp: false })]],
  'S3-SSE': [['low', bucket({ holds: 'reports', encryption: 'provider_key' })]],
  'S3-VERS': [['medium', bucket({ keepsVersions: false })]],
  'S3-LC': [['low', bucket({ hasLifecycle: false })]],
  'S3-UPLOADS': [['low', bucket({ unfinishedUploads: 1 })]],
  'DDB-PITR': [
    ['high', table({ holdsLedger: true, hasPointInTimeRecovery: false })],
    ['medium', table({ holdsLedger: false, hasPointInTimeRecovery: false })],
  ],
  'DDB-DEL': [['medium', table({ hasDeletionProtection: false })]],
  'DDB-BACKUP': [['medium', table({ hasBackupPlan: false })]],
  'DDB-STALE': [['low', table({ lastUsedOn: '2026-08-22' })]],
  'SEC-ROT': [['high', eachOf('secrets', { rotates: false })]],
  'SEC-UNUSED': [['medium', eachOf('secrets', { lastUsedOn: '2026-08-22' })]],
  'CF-HTTPS': [['high', site({ allowsPlainHttp: true })]],
  'CF-WAF': [['medium', site({ hasFirewall: false })]],
  'CF-OAC': [['medium', site({ hasOriginAccessControl: false })]],
  'CF-ROOT': [['high', site({ hasDefaultDocument: false })]],
  'CF-TLS': [['low', site({ allowsOldTls: true })]],
  'CF-LOG': [['medium', site({ hasAccessLog: false })]],
  'CF-TTL': [
    ['medium', site({ pageCacheSeconds: 301 })],
    ['medium', site({ assetCacheSeconds: 86_399 })],
    ['medium', site({ cachesApi: true })],
  ],
  'CF-PRICE': [['low', site({ priceClass: 'all' })]],
  'HTTP-HDR': [
    ['medium', eachOf('sites', { missingHeaders: ['content-security-policy'] })],
    ['low', eachOf('sites', { missingHeaders: ['x-content-type-options'] })],
  ],
  'DNS-DANGLE': [
    ['high', changed('names', () => ({ dangling: [{ name: 'old.jada.example', pointsTo: 'an address' }] }))],
  ],
  'ACM-EXP': [
    ['high', certificate('2026-12-20')],
    ['high', certificate('2026-11-01')],
  ],
  'DNS-EXP': [
    ['high', domain('2026-12-21')],
    ['high', domain('2026-11-21')],
    ['critical', domain('2026-11-20')],
  ],
  'SES-DKIM': [['high', identity({ signsWithDkim: false })]],
  'SES-SPF': [['medium', identity({ hasOwnMailFrom: false })]],
  'SES-DMARC': [
    ['high', identity({ dmarc: 'absent' })],
    ['low', identity({ dmarc: 'none' })],
  ],
  'SES-PROD': [['high', mail({ leftSandbox: false })]],
  'SES-REP': [
    ['critical', mail({ bounceBps: 500 })],
    ['critical', mail({ complaintBps: 10 })],
  ],
  'API-AUTH': [
    ['high', eachOf('apis', { routes: [{ route: 'GET /guests', needsSignIn: false, meantToBePublic: false }] })],
  ],
  'API-LOG': [['medium', eachOf('apis', { hasAccessLog: false })]],
  'IAM-ADMIN': [
    ['critical', access({ administrators: [{ name: 'deploy', kind: 'inline' }] })],
    ['high', access({ administrators: [{ name: 'deploy', kind: 'attached' }] })],
  ],
  'IAM-KEY90': [['medium', key({ createdOn: '2026-08-22' })]],
  'IAM-UNUSED': [['medium', key({ lastUsedOn: '2026-10-06' })]],
  'IAM-ROOT': [
    ['critical', access({ rootHasSecondFactor: false })],
    ['critical', access({ rootHasAccessKey: true })],
  ],
  'LOG-RET': [
    ['medium', log({ holds: 'audit', retentionDays: 364 })],
    ['low', log({ retentionDays: 91 })],
    ['medium', log({ retentionDays: 29 })],
  ],
  'LOG-SECRET': [['critical', log({ secretsInSample: 1 })]],
  TRAIL: [['high', account({ hasAuditTrail: false })]],
  GD: [['high', account({ hasThreatDetection: false })]],
  BUDGET: [['medium', account({ hasBudgetAlarm: false })]],
  'NET-IDLE': [
    ['low', account({ idleAddresses: 1 })],
    ['low', account({ idleNatGateways: 1 })],
    ['low', account({ unattachedVolumeGb: 8 })],
  ],
  'DNS-HEALTH': [['low', account({ unusedHealthChecks: 1 })]],
};

/** Just on the good side of each limit. */
const PASSING: Readonly<Record<string, Sections>> = {
  'LAM-ENV-SECRET': variable({ entropyTenths: 35 }),
  'LAM-RUNTIME': fn({ runtime: 'nodejs24.x' }),
  'LAM-ERROR': fn({ errorRateBps: 1_000 }),
  'LAM-VERSIONS': fn({ oldVersions: 10 }),
  'S3-SSE': bucket({ holds: 'site', encryption: 'provider_key' }),
  'DDB-STALE': table({ lastUsedOn: '2026-08-23' }),
  'SEC-UNUSED': eachOf('secrets', { lastUsedOn: '2026-08-23' }),
  'CF-TTL': site({ pageCacheSeconds: 300, assetCacheSeconds: 86_400 }),
  'ACM-EXP': certificate('2026-12-21'),
  'DNS-EXP': domain('2026-12-22'),
  'SES-DMARC': identity({ dmarc: 'quarantine' }),
  'SES-REP': mail({ bounceBps: 499, complaintBps: 9 }),
  'API-AUTH': eachOf('apis', { routes: [{ route: 'GET /health', needsSignIn: false, meantToBePublic: true }] }),
  'IAM-KEY90': key({ createdOn: '2026-08-23' }),
  'IAM-UNUSED': key({ lastUsedOn: '2026-10-07' }),
  'LOG-RET': log({ holds: 'audit', retentionDays: 365 }),
};

test('every check of the rule table is there, and no other', () => {
  expect(CHECKS.map(({ code }) => code).sort()).toEqual(Object.keys(FAILING).sort());
  expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
});

describe.each(CHECKS.map((check) => [check.code, check] as const))('%s', (code, check) => {
  const severity = (sections: Sections) => aSheetWith([anInventory(sections)]).measuredOf('failing-severity', check.id);

  test.each((FAILING[code] ?? []).map(([worst, sections], i) => [i + 1, worst, sections] as const))(
    'case %i fails as %s',
    (_i, worst, sections) => {
      const sheet = aSheetWith([anInventory(sections)]);
      expect(sheet.measuredOf('failing-resources', check.id)).toMatchObject({ state: 'measured', value: 1 });
      expect(severity(sections)).toMatchObject({ value: worst });
    },
  );

  test('passes what is in order, to the limit', () => {
    for (const sections of [TIDY, PASSING[code] ?? TIDY]) {
      const sheet = aSheetWith([anInventory(sections)]);
      expect(sheet.measuredOf('failing-resources', check.id)).toMatchObject({ state: 'measured', value: 0 });
    }
  });

  test('is unknown without its section, and when that could not be read', () => {
    const { [check.section]: _left, ...rest } = TIDY;
    const absent = aSheetWith([anInventory(rest)]).measuredOf('failing-resources', check.id);
    expect(absent.state === 'unknown' && absent.missing[0]).toContain('in the inventory of JADA');
    const denied = { ...TIDY, [check.section]: { state: 'unreadable', because: 'access denied' } };
    const unread = aSheetWith([anInventory(denied as Sections)]).measuredOf('failing-resources', check.id);
    expect(unread.state === 'unknown' && unread.missing[0]).toContain('(could not be read: access denied)');
  });
});

test('an ended runtime becomes high within 90 days of the day its updates stop, 2027-03-03', () => {
  const runtime = CHECKS.find(({ code }) => code === 'LAM-RUNTIME');
  const section = fn({ runtime: 'nodejs18.x' }).functions;
  const on = (day: string) => runtime?.items(section, day as never)[0]?.severity;
  expect([on('2026-12-02'), on('2026-12-03')]).toEqual(['medium', 'high']);
});

test('a runtime the table does not know is unknown, not in order', () => {
  const figure = aSheetWith([anInventory(fn({ runtime: 'ruby3.4' }))]).measuredOf(
    'failing-resources',
    'functions-on-ending-runtimes',
  );
  expect(figure).toEqual({ state: 'unknown', missing: ['the last day of support of runtime ruby3.4 (JADA Charters)'] });
});
