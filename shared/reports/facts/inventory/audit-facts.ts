import { dayIn } from '../../../kernel/calendar.ts';
import type { Basis, Measured } from '../../../kernel/measured.ts';
import { mapped, measured, unknown } from '../../../kernel/measured.ts';
import { dividedRounded } from '../../../kernel/money.ts';
import type { FactDefinition, FactMeaning } from '../fact.ts';
import { namesOf } from '../naming.ts';
import { unreadable } from '../readings.ts';
import type { FactView } from '../view.ts';
import type { Audit, AuditItem, Outcome } from './audit.ts';
import { auditOf, itemsOf } from './audit.ts';
import type { CheckCategory, ItemSeverity } from './check.ts';
import { ITEM_SEVERITIES } from './check.ts';
import { daysSince, looksAt, newestInventory, STALE_DAYS } from './looks.ts';

/** The source of every figure that is a matter of our own policy. */
export const AUDIT_POLICY = 'policy default';

const SECRET_CHECKS: readonly string[] = ['secrets-in-function-variables', 'secrets-in-code', 'secrets-in-logs'];

/** The audit of a view, with what it rests on. Unknown when no entity has been looked at. */
export function madeAudit(view: FactView): Measured<Audit> {
  const source = view.registers.inventory;
  if (source.state === 'unreadable') return unreadable('infrastructure inventories', source.because);
  const looked = view.entityIds.filter((id) => looksAt(view, id).length > 0);
  if (looked.length === 0) return unknown(`infrastructure inventories of ${namesOf(view)}`);
  return measured(auditOf(view), basisOf(view, looked));
}

/** What figures off the inventories of some entities rest on: as of the oldest of the newest ones. */
export function basisOf(view: FactView, looked: readonly string[]): Basis {
  const without = view.entityIds.filter((id) => !looked.includes(id));
  const newest = looked.flatMap((id) => looksAt(view, id)[0]?.at ?? []).sort();
  const none = without.length === 0 ? '' : ` (none recorded for ${namesOf(view, without)})`;
  const records = `infrastructure inventories of ${namesOf(view, looked)}${none}`;
  return { records, asOf: newest[0] === undefined ? view.today : dayIn(view.zone, newest[0]) };
}

/**
 * A count of failing resources. Where there are none, it is zero only if every check that could have found one was made;
 * else it is unknown, naming what those checks lack.
 */
export function countOf(
  view: FactView,
  isAsked: (outcome: Outcome) => boolean,
  isCounted: (item: AuditItem) => boolean = () => true,
): Measured<number> {
  const audit = madeAudit(view);
  if (audit.state === 'unknown') return audit;
  const asked = audit.value.outcomes.filter(isAsked);
  const found = itemsOf({ ...audit.value, outcomes: asked }).filter(isCounted).length;
  const missing = asked.flatMap((outcome) => (outcome.state === 'unknown' ? outcome.missing : []));
  return found === 0 && missing.length > 0 ? unknown(...missing) : { ...audit, value: found };
}

const common = { unit: 'count', perEntity: true, owner: 'CTO', needs: ['inventory', 'repository-scan'] } as const;

function bySeverity(prefix: string, category: CheckCategory, noun: string): readonly FactDefinition[] {
  return ITEM_SEVERITIES.map((severity: ItemSeverity) => ({
    ...common,
    id: `${prefix}-${severity}`,
    title: `${severity.charAt(0).toUpperCase()}${severity.slice(1)} ${noun} open`,
    definition: `Resources that fail a check of this kind and are ${severity}, as of each entity’s newest inventory; zero only when every check was made.`,
    formula: 'number of failing resources of that severity',
    family: {
      title: `${noun} by severity`,
      definition:
        'Resources that fail a check of this kind, as of each entity’s newest inventory; zero only when every check was made.',
    },
    source: AUDIT_POLICY,
    compute: (view) =>
      countOf(
        view,
        ({ check }) => check.category === category,
        (item) => item.severity === severity,
      ),
  }));
}

function byState(state: Outcome['state'], title: string, definition: string): FactDefinition {
  return {
    ...common,
    id: `checks-${state}`,
    title,
    definition,
    formula: 'checks times entities, by what came of them',
    family: {
      title: 'Checks passed, failed and not made',
      definition:
        'Checks, counted once for each entity: nothing found in a current inventory, at least one failing resource, or records missing, unreadable or older than seven days.',
    },
    source: AUDIT_POLICY,
    compute: (view) =>
      mapped(madeAudit(view), ({ outcomes }) => outcomes.filter((outcome) => outcome.state === state).length),
  };
}

function changed(id: string, title: string, of: string, count: (audit: Audit) => number): FactDefinition {
  return {
    ...common,
    id,
    title,
    definition: `Failing resources ${of}, each entity’s newest inventory held against the one before it.`,
    formula: 'resources by check, held against those of the inventory before',
    family: {
      title: 'Changes since the audit before',
      definition:
        'Failing resources that are new, still there or fixed, each entity’s newest inventory held against the one before it.',
    },
    source: AUDIT_POLICY,
    compute(view) {
      const audit = madeAudit(view);
      if (audit.state === 'unknown') return audit;
      const earlier = `a second infrastructure inventory of ${namesOf(view)}`;
      return audit.value.hasEarlier ? { ...audit, value: count(audit.value) } : unknown(earlier);
    },
  };
}

const criticalAge = (view: FactView, answer: (ages: readonly number[]) => number): Measured<number | string> =>
  mapped(madeAudit(view), (audit) => {
    const ages = itemsOf(audit)
      .filter(({ severity }) => severity === 'critical')
      .map(({ ageDays }) => ageDays);
    return ages.length === 0 ? 'no critical item found' : answer(ages);
  });

const AGE_MEANING = {
  ...common,
  formula: 'days since the first inventory of the unbroken run that saw it',
  source: AUDIT_POLICY,
} satisfies Partial<FactMeaning> & { readonly perEntity: boolean };

export const AUDIT_FACTS: readonly FactDefinition[] = [
  ...bySeverity('open-items', 'security', 'security items'),
  ...bySeverity('debt-items', 'tech-debt', 'technical-debt items'),
  {
    ...common,
    id: 'waste-items',
    title: 'Resources paid for nothing',
    definition: 'Resources that cost money and serve nothing, or serve it dearer than needed.',
    formula: 'number of failing resources of the checks for waste',
    source: AUDIT_POLICY,
    compute: (view) => countOf(view, ({ check }) => check.category === 'waste'),
  },
  byState(
    'passed',
    'Checks passed',
    'Checks, counted once for each entity, that found nothing in a current inventory.',
  ),
  byState('failed', 'Checks failed', 'Checks, counted once for each entity, that found at least one failing resource.'),
  byState(
    'unknown',
    'Checks not made',
    'Checks, counted once for each entity, whose records are missing, unreadable or older than seven days.',
  ),
  {
    ...AGE_MEANING,
    id: 'mean-age-of-critical',
    title: 'Mean age of critical items',
    unit: 'days',
    definition:
      'How many days critical items have been open on average, counted from the inventory that first saw them.',
    compute: (view) =>
      criticalAge(view, (ages) =>
        dividedRounded(
          ages.reduce((a, b) => a + b, 0),
          ages.length,
        ),
      ),
  },
  {
    ...AGE_MEANING,
    id: 'oldest-critical-age',
    title: 'Oldest critical item',
    unit: 'days',
    definition: 'How many days the critical item that has been open longest has been open.',
    compute: (view) => criticalAge(view, (ages) => Math.max(...ages)),
  },
  {
    ...common,
    id: 'secrets-found',
    title: 'Secrets found in the open',
    definition: 'Secrets found in function variables, in code and in logs; zero only when all three were looked into.',
    formula: 'number of failing resources of the three checks for secrets',
    source: AUDIT_POLICY,
    compute: (view) => countOf(view, ({ check }) => SECRET_CHECKS.includes(check.id)),
  },
  changed(
    'items-new',
    'New since the previous inventory',
    'the inventory before did not show',
    (audit) => itemsOf(audit).filter(({ state }) => state === 'new').length,
  ),
  changed(
    'items-persisting',
    'Still open from the previous inventory',
    'the inventory before showed too',
    (audit) => itemsOf(audit).filter(({ state }) => state === 'persisting').length,
  ),
  changed(
    'items-fixed',
    'Fixed since the previous inventory',
    'of the inventory before that no longer fail',
    (audit) => audit.fixed.length,
  ),
  {
    ...common,
    id: 'inventory-age',
    title: 'Age of the inventory',
    unit: 'days',
    definition: 'Days since the newest inventory; of several entities, the oldest of their newest.',
    formula: 'today − day collected',
    source: AUDIT_POLICY,
    needs: ['inventory'],
    compute: inventoryAge,
  },
  {
    ...common,
    id: 'audit-state',
    title: 'State of the audit',
    unit: 'text',
    definition: `Stale when an entity’s newest inventory is older than ${STALE_DAYS} days, incomplete when checks could not be made, else current.`,
    formula: 'the worst of the entities',
    source: AUDIT_POLICY,
    compute: (view) =>
      mapped(madeAudit(view), ({ outcomes }) => {
        const age = inventoryAge(view);
        if (age.state !== 'unknown' && age.value > STALE_DAYS) return 'stale';
        return outcomes.some(({ state }) => state === 'unknown') ? 'incomplete' : 'current';
      }),
  },
];

function inventoryAge(view: FactView): Measured<number> {
  const source = view.registers.inventory;
  if (source.state === 'unreadable') return unreadable('infrastructure inventories', source.because);
  const held = view.entityIds.flatMap((id) => newestInventory(view, id) ?? []);
  if (held.length === 0) return unknown(`infrastructure inventories of ${namesOf(view)}`);
  const ages = held.map(({ collectedAt }) => daysSince(view, collectedAt));
  return measured(
    Math.max(...ages),
    basisOf(
      view,
      held.map(({ entityId }) => entityId),
    ),
  );
}
