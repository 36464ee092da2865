import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { plusDays } from '../../shared/kernel/calendar.ts';
import { basisPoints } from '../../shared/kernel/money.ts';
import type { Inventory } from '../../shared/records/inventory.ts';
import type { SampleEntity } from './company.ts';
import { costRowsOn } from './inventory-costs.ts';
import { deployments, GOOD_HABITS, practices } from './inventory-practices.ts';
import { aDistribution, aFunction, tidySections } from './inventory-sections.ts';
import { neglected } from './neglected-inventory.ts';
import type { SampleDay } from './sample-day.ts';
import { stampOn, timeOn } from './sample-day.ts';

type Sections = Inventory['sections'];

/**
 * What the businesses run: one well kept, one neglected, one nobody has looked at for weeks, one of which two parts could
 * not be read, and two with little more than a page. Each has earlier inventories, so that what is new, fixed and still open
 * shows.
 */
export function sampleInventories(day: SampleDay): Inventory[] {
  return [
    ...at('jada', [8, 1], (on, back) => wellKept(day, on, back)),
    ...at('qos', [36, 8, 1], (on, back) => neglected(day, on, back)),
    ...at('qdn', [26, 19], (on, back) => longAgo(day, on, back)),
    ...at('dc', [9, 2], (on, back) => halfRead(day, on, back)),
    ...at('rental', [12, 5], (on) => onePage(day, on, 'rental', 'house-3028.example')),
    ...at('delivery', [12, 5], (on) => onePage(day, on, 'delivery', 'yacht-deliveries.example')),
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

/** QuickDumpNow: in order when somebody last looked, almost three weeks ago. */
function longAgo(day: SampleDay, on: LocalDate, back: number): Sections {
  const domain = 'quickdumpnow.example';
  const tidy = tidySections('qdn', domain, on, plusDays(day.today, 240));
  return {
    ...tidy,
    distributions: { state: 'read', items: [aDistribution(domain, { hasFirewall: false })] },
    names: {
      state: 'read',
      dangling: back > 20 ? [] : [{ name: 'pay.quickdumpnow.example', pointsTo: 'an address given back months ago' }],
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
      rollback: [2, 'alias switched back on trial once'],
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

/** The house and the deliveries: a page with a form behind it, made once and seldom touched since. */
function onePage(day: SampleDay, on: LocalDate, name: string, domain: string): Sections {
  return {
    ...tidySections(name, domain, on, plusDays(day.today, 160)),
    functions: { state: 'read', items: [aFunction(`${name}-form`)] },
    tables: { state: 'read', items: [] },
    distributions: { state: 'read', items: [aDistribution(domain, { hasFirewall: false })] },
    practices: practices({
      tests: [1, 'the form is tried by hand after a change'],
      staging_environment: [0, 'there is one stack, the live one'],
      rollback: [2, 'the page before is kept in the bucket'],
      infrastructure_as_code: [2, 'all but the domain'],
    }),
    deployments: deployments(day, on, [34, 71], [], 80),
  };
}
