import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { plusDays } from '../../shared/kernel/calendar.ts';
import { basisPoints } from '../../shared/kernel/money.ts';
import type { Inventory } from '../../shared/records/inventory.ts';

type Sections = Inventory['sections'];
type Items<N extends 'functions' | 'buckets' | 'distributions'> = Extract<
  NonNullable<Sections[N]>,
  { state: 'read' }
>['items'][number];

/** A well-kept function: supported runtime, arm64, its secrets behind names. */
export function aFunction(name: string, over: Partial<Items<'functions'>> = {}): Items<'functions'> {
  return {
    name,
    runtime: 'nodejs24.x',
    architecture: 'arm64',
    variables: [{ name: 'SESSION_SECRET_NAME', isReference: true, matchesSecretPattern: false, entropyTenths: 31 }],
    callableByAnyone: false,
    hasDeadLetterQueue: true,
    oldVersions: 6,
    errorRateBps: basisPoints(12),
    p95Ms: 340,
    ...over,
  };
}

/** A well-kept bucket. */
export function aBucket(
  name: string,
  holds: Items<'buckets'>['holds'],
  over: Partial<Items<'buckets'>> = {},
): Items<'buckets'> {
  return {
    name,
    holds,
    blocksPublicAccess: true,
    isPublic: false,
    refusesPlainHttp: true,
    encryption: holds === 'reports' ? 'own_key' : 'provider_key',
    keepsVersions: true,
    hasLifecycle: true,
    unfinishedUploads: 0,
    ...over,
  };
}

/** A well-kept site, but for the firewall, which costs money every month. */
export function aDistribution(name: string, over: Partial<Items<'distributions'>> = {}): Items<'distributions'> {
  return {
    name,
    allowsPlainHttp: false,
    hasFirewall: true,
    hasOriginAccessControl: true,
    hasDefaultDocument: true,
    allowsOldTls: false,
    hasAccessLog: true,
    pageCacheSeconds: 60,
    assetCacheSeconds: 31_536_000,
    cachesApi: false,
    priceClass: 'america_europe',
    ...over,
  };
}

/** Everything in order, as found on a day, for a business that goes by a domain. */
export function tidySections(name: string, domain: string, on: LocalDate, domainEnds: LocalDate): Sections {
  return {
    functions: { state: 'read', items: [aFunction(`${name}-api`), aFunction(`${name}-mailer`, { p95Ms: 910 })] },
    apis: {
      state: 'read',
      items: [
        {
          name: `${name}-http`,
          hasAccessLog: true,
          routes: [
            { route: 'GET /health', needsSignIn: false, meantToBePublic: true },
            { route: 'POST /bookings', needsSignIn: true, meantToBePublic: false },
          ],
        },
      ],
    },
    logs: {
      state: 'read',
      items: [
        { name: `${name}-api`, holds: 'other', retentionDays: 60, secretsInSample: 0 },
        { name: `${name}-audit`, holds: 'audit', retentionDays: 400, secretsInSample: 0 },
      ],
    },
    buckets: { state: 'read', items: [aBucket(`${name}-site`, 'site'), aBucket(`${name}-reports`, 'reports')] },
    tables: {
      state: 'read',
      items: [
        {
          name: `${name}-main`,
          holdsLedger: true,
          hasPointInTimeRecovery: true,
          hasDeletionProtection: true,
          hasBackupPlan: true,
          lastUsedOn: on,
        },
      ],
      restoreTestedOn: plusDays(on, -40),
    },
    secrets: { state: 'read', items: [{ name: `${name}/session`, rotates: true, lastUsedOn: on }] },
    distributions: { state: 'read', items: [aDistribution(domain)] },
    sites: { state: 'read', items: [{ name: domain, missingHeaders: [] }] },
    names: {
      state: 'read',
      dangling: [],
      domains: [{ name: domain, expiresOn: domainEnds }],
      certificates: [{ name: domain, expiresOn: plusDays(on, 210) }],
    },
    mail: {
      state: 'read',
      leftSandbox: true,
      bounceBps: basisPoints(120),
      complaintBps: basisPoints(2),
      identities: [{ name: domain, signsWithDkim: true, hasOwnMailFrom: true, dmarc: 'quarantine' }],
    },
    access: {
      state: 'read',
      administrators: [],
      keys: [{ owner: 'deploy', createdOn: plusDays(on, -31), lastUsedOn: plusDays(on, -2) }],
      rootHasSecondFactor: true,
      rootHasAccessKey: false,
    },
    account: {
      state: 'read',
      hasAuditTrail: true,
      hasThreatDetection: true,
      hasBudgetAlarm: true,
      idleAddresses: 0,
      unattachedVolumeGb: 0,
      idleNatGateways: 0,
      unusedHealthChecks: 0,
    },
  };
}
