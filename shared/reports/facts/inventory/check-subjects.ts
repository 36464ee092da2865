import type { Measured } from '../../../kernel/measured.ts';
import { mapped, measured, unknown } from '../../../kernel/measured.ts';
import type { FactMeaning, FactValue, SubjectFacts } from '../fact.ts';
import { AS_RECORDED } from '../fact.ts';
import { nameOf } from '../naming.ts';
import type { FactView } from '../view.ts';
import type { AuditItem } from './audit.ts';
import { auditOf, itemsOf } from './audit.ts';
import { AUDIT_POLICY, countOf, madeAudit } from './audit-facts.ts';
import type { Check } from './check.ts';
import { ITEM_SEVERITIES } from './check.ts';
import { CHECKS } from './checks.ts';

const NEEDS = ['inventory', 'repository-scan'] as const;

/** A figure about an item that is read as it stands. */
function asRecorded(id: string, title: string, unit: FactMeaning['unit'], definition: string): FactMeaning {
  return { id, title, unit, definition, formula: AS_RECORDED, source: AUDIT_POLICY, needs: NEEDS };
}

/** One figure a check: how many resources fail it, of all entities together. */
export const CHECK_SUBJECTS: SubjectFacts = {
  kind: 'check',
  meanings: [
    {
      id: 'failing-resources',
      title: 'Failing resources',
      unit: 'count',
      definition:
        'Resources that fail the check in the newest inventories; zero only when it was made on every entity.',
      formula: 'number of resources the check finds',
      source: AUDIT_POLICY,
      needs: NEEDS,
    },
    asRecorded(
      'failing-severity',
      'Worst severity',
      'text',
      'The severity of the worst resource that fails the check.',
    ),
    asRecorded(
      'unchecked-entities',
      'Not checked',
      'text',
      'The entities of which the check’s records are missing or unreadable; stale ones are told by their age.',
    ),
  ],
  list: (view) =>
    CHECKS.map((check) => ({
      subject: { kind: 'check', id: check.id, name: check.title },
      figures: checkFigures(view, check),
    })),
};

function checkFigures(view: FactView, check: Check): Readonly<Record<string, Measured<FactValue>>> {
  const count = countOf(view, (outcome) => outcome.check.id === check.id);
  const made = madeAudit(view);
  if (count.state === 'unknown' || made.state === 'unknown') {
    return { 'failing-resources': count.state === 'unknown' ? count : unknown(`the audit of ${check.title}`) };
  }
  const outcomes = made.value.outcomes.filter((outcome) => outcome.check.id === check.id);
  const items = itemsOf({ ...made.value, outcomes });
  const worst = ITEM_SEVERITIES.find((severity) => items.some((item) => item.severity === severity));
  const open = outcomes
    .filter((outcome) => outcome.state === 'unknown' && !outcome.isStale)
    .map(({ entityId }) => nameOf(view, entityId));
  return {
    'failing-resources': count,
    ...(worst === undefined ? {} : { 'failing-severity': measured(worst, made.basis) }),
    ...(open.length === 0 ? {} : { 'unchecked-entities': measured(open.join(', '), made.basis) }),
  };
}

/** The id of a failing resource: its check stands first, so that the rule of the check finds it. */
export function itemId(checkId: string, entityId: string, resource: string): string {
  return `${checkId}:${entityId}:${resource}`;
}

/** Every resource that fails a check now, worst first, then oldest first. */
export const ITEM_SUBJECTS: SubjectFacts = {
  kind: 'audit-item',
  meanings: [
    asRecorded('item-category', 'Kind', 'text', 'Security, technical debt or waste.'),
    asRecorded('item-evidence', 'Evidence', 'text', 'What the inventory shows of the resource.'),
    asRecorded('item-severity', 'Severity', 'text', 'How bad it is: critical, high, medium or low.'),
    asRecorded('item-state', 'State', 'text', 'New, or seen by the inventory before too.'),
    {
      id: 'item-age',
      title: 'Open for',
      unit: 'days',
      definition: 'Days since the first inventory of the unbroken run that saw it.',
      formula: 'today − day first seen',
      source: AUDIT_POLICY,
      needs: NEEDS,
    },
  ],
  list: (view) => {
    const made = madeAudit(view);
    if (made.state === 'unknown') return [];
    return [...itemsOf(made.value)].sort(worstFirst).map((item) => ({
      subject: {
        kind: 'audit-item',
        id: itemId(item.check.id, item.entityId, item.resource),
        name: item.resource,
        entityId: item.entityId,
      },
      figures: {
        'item-category': measured(item.check.category, made.basis),
        'item-evidence': measured(item.evidence, made.basis),
        'item-severity': measured(item.severity, made.basis),
        'item-state': measured(item.state, made.basis),
        'item-age': measured(item.ageDays, made.basis),
      },
    }));
  },
};

/** Resources that failed in the inventory before and no longer do. */
export const FIXED_SUBJECTS: SubjectFacts = {
  kind: 'fixed-item',
  meanings: [asRecorded('fixed-check', 'Failed before', 'text', 'The check the resource failed and now passes.')],
  list: (view) => {
    const made = mapped(madeAudit(view), () => auditOf(view).fixed);
    if (made.state === 'unknown') return [];
    return made.value.map(({ check, entityId, resource }) => ({
      subject: { kind: 'fixed-item', id: `fixed:${itemId(check.id, entityId, resource)}`, name: resource, entityId },
      figures: { 'fixed-check': measured(check.title, made.basis) },
    }));
  },
};

function worstFirst(a: AuditItem, b: AuditItem): number {
  return (
    ITEM_SEVERITIES.indexOf(a.severity) - ITEM_SEVERITIES.indexOf(b.severity) ||
    b.ageDays - a.ageDays ||
    (itemId(a.check.id, a.entityId, a.resource) < itemId(b.check.id, b.entityId, b.resource) ? -1 : 1)
  );
}
