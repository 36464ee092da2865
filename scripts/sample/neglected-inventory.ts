import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { plusDays } from '../../shared/kernel/calendar.ts';
import { basisPoints } from '../../shared/kernel/money.ts';
import type { Inventory } from '../../shared/records/inventory.ts';
import { deployments, OLD_HABITS, practices } from './inventory-practices.ts';
import { aBucket, aDistribution, aFunction, tidySections } from './inventory-sections.ts';
import type { SampleDay } from './sample-day.ts';

type Sections = Inventory['sections'];

/** Queen of San Diego: the oldest site, and the busiest. */
export function neglected(day: SampleDay, on: LocalDate, back: number): Sections {
  const domain = 'queen-of-san-diego.example';
  const tidy = tidySections('qos', domain, on, plusDays(day.today, 75));
  const plain = { isReference: false, matchesSecretPattern: false } as const;
  return {
    ...tidy,
    functions: {
      state: 'read',
      items: [
        aFunction('qos-booking', {
          runtime: 'nodejs18.x',
          architecture: 'x86_64',
          variables: [
            { name: 'PAYMENT_API_KEY', ...plain, matchesSecretPattern: true, entropyTenths: 49 },
            ...(back > 1 ? [] : [{ name: 'SMS_TOKEN', ...plain, entropyTenths: 42 }]),
          ],
          hasDeadLetterQueue: false,
          oldVersions: 38,
          errorRateBps: basisPoints(310),
          p95Ms: 4_120,
        }),
        aFunction('qos-gallery', {
          runtime: 'nodejs20.x',
          architecture: 'x86_64',
          url: { signedCallsOnly: false, anyOrigin: true },
          hasDeadLetterQueue: false,
        }),
      ],
    },
    apis: {
      state: 'read',
      items: [
        {
          name: 'qos-http',
          hasAccessLog: false,
          routes: [
            { route: 'GET /availability', needsSignIn: false, meantToBePublic: true },
            { route: 'GET /guests', needsSignIn: false, meantToBePublic: false },
          ],
        },
      ],
    },
    logs: {
      state: 'read',
      items: [{ name: 'qos-booking', holds: 'other', secretsInSample: 0 }],
    },
    buckets: {
      state: 'read',
      items: [
        aBucket('qos-site', 'site', { hasLifecycle: false, keepsVersions: false, refusesPlainHttp: false }),
        aBucket('qos-uploads', 'files', { blocksPublicAccess: back <= 1, isPublic: back > 1, unfinishedUploads: 7 }),
      ],
    },
    tables: {
      state: 'read',
      items: [
        {
          name: 'qos-bookings',
          holdsLedger: true,
          hasPointInTimeRecovery: false,
          hasDeletionProtection: false,
          hasBackupPlan: true,
          lastUsedOn: on,
        },
        {
          name: 'qos-trial-2024',
          holdsLedger: false,
          hasPointInTimeRecovery: true,
          hasDeletionProtection: true,
          hasBackupPlan: true,
          lastUsedOn: plusDays(day.today, -420),
        },
      ],
      restoreTestedOn: plusDays(day.today, -231),
    },
    secrets: {
      state: 'read',
      items: [
        { name: 'qos/session', rotates: true, lastUsedOn: on },
        { name: 'qos/old-payment', rotates: true, lastUsedOn: plusDays(day.today, -300) },
      ],
    },
    distributions: {
      state: 'read',
      items: [
        aDistribution(domain, { hasFirewall: false, hasAccessLog: false, pageCacheSeconds: 86_400, priceClass: 'all' }),
      ],
    },
    sites: {
      state: 'read',
      items: [{ name: domain, missingHeaders: ['content-security-policy', 'x-content-type-options'] }],
    },
    names: {
      state: 'read',
      dangling: [],
      domains: [{ name: domain, expiresOn: plusDays(day.today, 75) }],
      certificates: [{ name: domain, expiresOn: plusDays(day.today, 22) }],
    },
    mail: {
      state: 'read',
      leftSandbox: true,
      bounceBps: basisPoints(260),
      complaintBps: basisPoints(4),
      identities: [{ name: domain, signsWithDkim: true, hasOwnMailFrom: false, dmarc: 'none' }],
    },
    access: {
      state: 'read',
      administrators: [{ name: 'qos-deploy', kind: 'attached' }],
      keys: [{ owner: 'old-contractor', createdOn: plusDays(day.today, -410), lastUsedOn: plusDays(day.today, -130) }],
      rootHasSecondFactor: true,
      rootHasAccessKey: false,
    },
    account: {
      state: 'read',
      hasAuditTrail: true,
      hasThreatDetection: false,
      hasBudgetAlarm: false,
      idleAddresses: 2,
      unattachedVolumeGb: 0,
      idleNatGateways: 0,
      unusedHealthChecks: 1,
    },
    journeys: {
      state: 'read',
      items: [
        {
          journey: 'booking on a phone',
          missing: 'a date field that works with a thumb',
          evidence: 'on both phones tried, the calendar closed at the first touch',
          impact: 'high',
          effort: 'S',
        },
        {
          journey: 'reading the page aloud',
          missing: 'names on the buttons',
          evidence: 'a screen reader says “button” nine times',
          impact: 'medium',
          effort: 'S',
        },
        {
          journey: 'looking up the summer prices',
          missing: 'prices of this year',
          evidence: 'the page still shows those of 2024',
          impact: 'medium',
          effort: 'S',
        },
      ],
    },
    practices: practices(OLD_HABITS),
    deployments: deployments(day, on, [12, 29, 58], [12], 140),
  };
}
