import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { plusDays } from '../../shared/kernel/calendar.ts';
import { basisPoints } from '../../shared/kernel/money.ts';
import type { Inventory } from '../../shared/records/inventory.ts';
import type { SampleEntity } from './company.ts';
import { costRowsOn } from './inventory-costs.ts';
import { deployments, GOOD_HABITS, OLD_HABITS, practices } from './inventory-practices.ts';
import { aBucket, aDistribution, aFunction, tidySections } from './inventory-sections.ts';
import type { SampleDay } from './sample-day.ts';
import { stampOn, timeOn } from './sample-day.ts';

type Sections = Inventory['sections'];

/**
 * What the four businesses run: one well kept, one neglected, one nobody has looked at for weeks, one of which two parts
 * could not be read. Each has earlier inventories, so that what is new, fixed and still open shows.
 */
export function sampleInventories(day: SampleDay): Inventory[] {
  return [
    ...at('jada', [8, 1], (on, back) => wellKept(day, on, back)),
    ...at('qos', [36, 8, 1], (on, back) => neglected(day, on, back)),
    ...at('qdn', [26, 19], (on, back) => longAgo(day, on, back)),
    ...at('dc', [9, 2], (on, back) => halfRead(day, on, back)),
  ];

  function at(
    entityId: SampleEntity,
    backs: readonly number[],
    sectionsOn: (on: LocalDate, back: number) => Sections,
  ): Inventory[] {
    return backs.map((back) => {
      const on = plusDays(day.today, -back);
      return {
        id: `inv_${entityId}-${on}`,
        entityId,
        collectedAt: timeOn(day, on, '06:00'),
        collectedBy: 'read-only audit role',
        sections: { ...sectionsOn(on, back), costs: costRowsOn(entityId, on, day.today) },
        ...stampOn(day, on),
      };
    });
  }
}

/** JADA: what is left is a firewall, one function on the dearer processor and a page of policy. */
function wellKept(day: SampleDay, on: LocalDate, back: number): Sections {
  const domain = 'jada-charters.example';
  const tidy = tidySections('jada', domain, on, plusDays(day.today, 130));
  return {
    ...tidy,
    functions: {
      state: 'read',
      items: [
        aFunction('jada-api'),
        aFunction('jada-mailer', { p95Ms: 910 }),
        aFunction('jada-waiver-pdf', { architecture: 'x86_64', runtime: 'nodejs22.x', p95Ms: 2_480 }),
      ],
    },
    distributions: { state: 'read', items: [aDistribution(domain, { hasFirewall: false })] },
    mail: {
      state: 'read',
      leftSandbox: true,
      bounceBps: basisPoints(120),
      complaintBps: basisPoints(2),
      identities: [
        { name: domain, signsWithDkim: true, hasOwnMailFrom: true, dmarc: back > 7 ? 'absent' : 'quarantine' },
      ],
    },
    journeys: {
      state: 'read',
      items: [
        {
          journey: 'asking for a day',
          missing: 'a calendar of free days',
          evidence: '14 of the last 40 inquiries asked for a day that was taken',
          impact: 'high',
          effort: 'M',
        },
      ],
    },
    practices: practices(GOOD_HABITS),
    deployments: deployments(day, on, [3, 9, 15, 24, 33, 47, 61, 75], [33], 35),
  };
}

/** Queen of San Diego: the oldest site, and the busiest. */
function neglected(day: SampleDay, on: LocalDate, back: number): Sections {
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
          evidence: 'tried on two phones',
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

/** QuickDumpNow: in order when somebody last looked, almost three weeks ago. */
function longAgo(day: SampleDay, on: LocalDate, back: number): Sections {
  const domain = 'quickdumpnow.example';
  const tidy = tidySections('qdn', domain, on, plusDays(day.today, 240));
  return {
    ...tidy,
    distributions: { state: 'read', items: [aDistribution(domain, { hasFirewall: false })] },
    names: {
      state: 'read',
      dangling: back > 20 ? [] : [{ name: 'pay.quickdumpnow.example', pointsTo: 'an address given back in spring' }],
      domains: [{ name: domain, expiresOn: plusDays(day.today, 240) }],
      certificates: [{ name: domain, expiresOn: plusDays(day.today, 140) }],
    },
    journeys: {
      state: 'read',
      items: [
        {
          journey: 'asking for a price',
          missing: 'analytics: nobody knows how many ask and leave',
          evidence: 'no counter on the page',
          impact: 'medium',
          effort: 'S',
        },
      ],
    },
    practices: practices({
      tests: [1, 'three, run by hand'],
      staging_environment: [0, 'there is one stack, the live one'],
      rollback: [2, 'alias, tried in summer'],
      infrastructure_as_code: [2, 'all but mail'],
    }),
    deployments: deployments(day, on, [20, 52], [], 66),
  };
}

/** DangerousCentaur: client sites in an account whose access and logs the audit role may not read. */
function halfRead(day: SampleDay, on: LocalDate, back: number): Sections {
  const domain = 'dangerouscentaur.example';
  const tidy = tidySections('dc', domain, on, plusDays(day.today, 18));
  return {
    ...tidy,
    access: { state: 'unreadable', because: 'the audit role may not list users' },
    logs: { state: 'unreadable', because: 'the audit role may not list log groups' },
    tables: { state: 'read', items: [] },
    distributions: {
      state: 'read',
      items: [
        aDistribution(domain, { hasFirewall: false }),
        aDistribution('client-harbor.example', { hasFirewall: false, allowsPlainHttp: back > 7, allowsOldTls: true }),
      ],
    },
    deployments: deployments(day, on, [6, 13, 27, 41], [], 20),
  };
}
