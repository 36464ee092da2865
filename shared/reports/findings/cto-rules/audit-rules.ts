import type { FactSheet } from '../../facts/fact-sheet.ts';
import { named, notJudged, notKnown, notKnownOf, numberIn, ok, shortfall, standings } from '../judging.ts';
import type { Rule, Severity, Verdict } from '../rule.ts';

const RISE_CENTS = 500;
const RISE_BPS = 2_000;
const STALE_DAYS = 7;
const CRITICAL_DAYS = 7;
const ROLLBACK_DAYS = 90;
const RESTORE_DAYS = 180;

/** The cloud costs clearly more than the month before. */
export const cloudCostRise: Rule = {
  id: 'cloud-cost-rise',
  code: 'CTO-COST',
  title: 'Cloud cost rose by more than a fifth',
  category: 'Cost',
  causeKey: 'cloud-cost-rise',
  needs: ['cloud-cost-change', 'cloud-cost-change-share'],
  action: {
    title: 'Find the service that rose and stop what is not needed',
    ownerRole: 'CTO',
    dueDays: 14,
    effort: 'M',
  },
  judge(sheet) {
    const change = sheet.get('cloud-cost-change');
    const share = sheet.get('cloud-cost-change-share');
    const risen = numberIn(change);
    const bps = numberIn(share);
    if (risen === undefined || bps === undefined) return notKnown(change, share);
    if (risen <= RISE_CENTS || bps <= RISE_BPS) return ok(change, share);
    const gap = ['Up by ', change, ' (', share, ') to ', sheet.get('cloud-cost-month'), '.'];
    return shortfall('medium', {
      gap,
      impact: ['Every further month at this level costs that much more.'],
      impactCents: change,
    });
  },
};

/** What is said of the stack is too old to be relied on. */
export const staleInventory: Rule = {
  id: 'stale-inventory',
  code: 'CTO-STALE',
  title: 'The inventory is stale',
  category: 'Audit',
  causeKey: 'stale-inventory',
  needs: ['inventory-age'],
  action: { title: 'Collect a new inventory', ownerRole: 'CTO', dueDays: 3, effort: 'S' },
  judge(sheet) {
    return overAge(sheet, this.needs, STALE_DAYS, 'high', (names, age) => ({
      gap: ['The newest inventory of ', names, ' is ', age, ' old; after seven days it no longer counts.'],
      impact: ['What failed then still counts as open; nothing there can be called clean.'],
    }));
  },
};

/** A critical item has been known for more than a week. */
export const criticalItemsLeftOpen: Rule = {
  id: 'critical-items-left-open',
  code: 'CTO-CRIT-AGE',
  title: 'Critical items stay open for more than a week',
  category: 'Security',
  causeKey: 'critical-items-left-open',
  needs: ['oldest-critical-age'],
  action: { title: 'Mend the oldest critical items before any new work', ownerRole: 'CTO', dueDays: 2, effort: 'M' },
  judge(sheet) {
    const oldest = sheet.get('oldest-critical-age');
    if (oldest.measured.state === 'unknown') return notKnown(oldest);
    const days = numberIn(oldest);
    if (days === undefined || days <= CRITICAL_DAYS) return ok(oldest);
    const gap = [
      'Critical security items open: ',
      sheet.get('open-items-critical'),
      '; the oldest has been open for ',
      oldest,
      '.',
    ];
    return shortfall('critical', { gap, impact: ['Whoever finds one first has had time enough to use it.'] });
  },
};

/** Nobody has tried lately whether an earlier version can be brought back. */
export const untestedRollback: Rule = {
  id: 'untested-rollback',
  code: 'CTO-ROLLBACK',
  title: 'No rollback tried for more than 90 days',
  category: 'Engineering',
  causeKey: 'untested-rollback',
  needs: ['rollback-test-age'],
  action: { title: 'Try a rollback and record the day', ownerRole: 'CTO', dueDays: 21, effort: 'S' },
  judge(sheet) {
    return overAge(sheet, this.needs, ROLLBACK_DAYS, 'medium', (names, age) => ({
      gap: ['The last trial at ', names, ' was ', age, ' ago; the limit is 90.'],
      impact: ['After a bad release, guests cannot book until somebody has worked out how to go back.'],
    }));
  },
};

/** Nobody has tried lately whether the backups can be read. */
export const untestedRestore: Rule = {
  id: 'untested-restore',
  code: 'CTO-RESTORE',
  title: 'No backup restored on trial for more than 180 days',
  category: 'Engineering',
  causeKey: 'untested-restore',
  needs: ['restore-test-age'],
  action: { title: 'Restore a backup on trial and compare the books', ownerRole: 'CTO', dueDays: 14, effort: 'M' },
  judge(sheet) {
    return overAge(sheet, this.needs, RESTORE_DAYS, 'high', (names, age) => ({
      gap: ['The last trial at ', names, ' was ', age, ' ago; the limit is 180.'],
      impact: ['If the data were lost, nobody knows whether bookings and books would come back.'],
    }));
  },
};

/** What the owner believes the cloud costs and what it costs are two things. */
export const cloudCostBelief: Rule = {
  id: 'cloud-cost-other-than-believed',
  code: 'CTO-BELIEF',
  title: 'The cloud does not cost what is believed',
  category: 'Cost',
  causeKey: 'cloud-cost-other-than-believed',
  needs: ['cloud-cost-believed-low', 'cloud-cost-believed-high'],
  action: { title: 'Correct the cost the plans are made with', ownerRole: 'CFO', dueDays: 14, effort: 'S' },
  judge(sheet) {
    const cost = sheet.get('cloud-cost-month');
    const held = this.needs.filter((id) => sheet.has(id)).map((id) => sheet.get(id));
    const measured = numberIn(cost);
    const [low, high] = held.map(numberIn);
    if (measured === undefined || low === undefined || high === undefined) return notKnown(cost, ...held);
    if (measured >= low && measured <= high) return ok(cost, ...held);
    const gap = ['Believed: ', held[0]!, ' to ', held[1]!, '; the last full month cost ', cost, '.']; // both are known
    return shortfall('low', {
      gap,
      impact: ['Plans made with the believed cost are off by the difference.'],
      impactCents: cost,
    });
  },
};

type Told = Parameters<typeof shortfall>[1];

/** The entities of which something is older than so many days; the age told is the highest of theirs. */
function overAge(
  sheet: FactSheet,
  needs: readonly string[],
  days: number,
  severity: Severity,
  tell: (names: string, age: ReturnType<FactSheet['get']>) => Told,
): Verdict {
  const found = standings(sheet, needs, ([age]) => ((age ?? 0) > days ? severity : undefined));
  // Words instead of an age say that there is nothing to try: that is known, and in order.
  const open = found.unknown.filter(({ facts }) => facts.some(({ measured }) => measured.state === 'unknown'));
  if (!found.worst) return open.length > 0 ? notKnownOf(found, sheet, needs) : ok(...found.facts);
  const ages = found.short.flatMap(({ facts }) => facts).sort((a, b) => (numberIn(b) ?? 0) - (numberIn(a) ?? 0));
  const told = tell(named(found.short), ages[0]!); // there is one: it fell short
  return shortfall(found.worst, { ...told, gap: [...told.gap, ...notJudged(open)], evidence: found.facts });
}
