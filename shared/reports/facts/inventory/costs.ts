import type { Month } from '../../../kernel/calendar.ts';
import { monthOf, plusMonths } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, estimated, mapped, measured, unknown } from '../../../kernel/measured.ts';
import { missingFor } from '../../../kernel/missing.ts';
import type { Cents } from '../../../kernel/money.ts';
import { allocated, cents, dividedRounded, ratio } from '../../../kernel/money.ts';
import type { ReadSection } from '../../../records/inventory.ts';
import type { FactDefinition, SubjectFacts } from '../fact.ts';
import { nameOf, namesOf } from '../naming.ts';
import type { FactView } from '../view.ts';
import { isExpected } from '../view.ts';
import { basisOf } from './audit-facts.ts';
import { sectionOf } from './looks.ts';

type CostRow = ReadSection<'costs'>['items'][number];

const MICRO_PER_CENT = 10_000;
const SOURCE = 'the provider’s unblended cost by service, UTC months';

/**
 * The cost rows of a month of every entity in business. Unknown when one entity has no row for it: a bill nobody wrote
 * down is not a bill of nothing.
 */
export function costRows(view: FactView, month: Month): Measured<readonly CostRow[]> {
  const ids = view.entityIds.filter((id) => isExpected(view, id, view.month));
  if (ids.length === 0) return unknown(missingFor(`cloud cost rows of ${namesOf(view)}`, [month]));
  const found = ids.map((id) => ({ id, costs: sectionOf(view, id, 'costs') }));
  const missing = found.flatMap(({ id, costs }) => {
    if ('missing' in costs) return [costs.missing];
    const has = costs.section.items.some((row) => row.month === month);
    return has ? [] : [missingFor(`cloud cost rows of ${nameOf(view, id)}`, [month])];
  });
  if (missing.length > 0) return unknown(...missing);
  const rows = found.flatMap(({ costs }) => ('missing' in costs ? [] : costs.section.items));
  const ofMonth = rows.filter((row) => row.month === month);
  const basis = { ...basisOf(view, ids), records: `cloud cost rows of ${namesOf(view, ids)}, ${month}` };
  if (!ofMonth.some((row) => row.estimated)) return measured(ofMonth, basis);
  return estimated(ofMonth, { ...basis, assumption: 'The provider still calls these amounts estimates.' });
}

/** Micro-dollars are added as whole numbers and become cents once, at the end. */
export function centsOf(rows: readonly CostRow[]): Cents {
  return cents(dividedRounded(microOf(rows), MICRO_PER_CENT));
}

function microOf(rows: readonly CostRow[]): number {
  return rows.reduce((sum, row) => sum + row.microUsd, 0);
}

const costOf = (view: FactView, month: Month): Measured<Cents> => mapped(costRows(view, month), centsOf);
const lastMonth = (view: FactView) => costOf(view, view.lastFullMonth);
const monthBefore = (view: FactView) => costOf(view, plusMonths(view.lastFullMonth, -1));

const common = { unit: 'cents', perEntity: true, owner: 'CTO', needs: ['inventory'], source: SOURCE } as const;

export const COST_FACTS: readonly FactDefinition[] = [
  {
    ...common,
    id: 'cloud-cost-month',
    title: 'Cloud cost of the last full month',
    definition: 'What the cloud provider charged for the last month that had ended, all services together.',
    formula: 'sum of the month’s rows in micro-dollars, rounded to cents once',
    compute: lastMonth,
  },
  {
    ...common,
    id: 'cloud-cost-month-before',
    title: 'Cloud cost of the month before',
    definition: 'What the cloud provider charged for the month before the last full one.',
    formula: 'sum of the month’s rows in micro-dollars, rounded to cents once',
    compute: monthBefore,
  },
  {
    ...common,
    id: 'cloud-cost-to-date',
    title: 'Cloud cost this month to date',
    definition: 'What the running month has cost up to the newest inventory.',
    formula: 'sum of the running month’s rows in micro-dollars, rounded to cents once',
    compute: (view) => costOf(view, monthOf(view.today)),
  },
  {
    ...common,
    id: 'cloud-cost-change',
    title: 'Change of cloud cost',
    definition: 'Cloud cost of the last full month less that of the month before.',
    formula: 'last full month − month before',
    compute: (view) => combined(lastMonth(view), monthBefore(view), (last, before) => last - before),
  },
  {
    ...common,
    id: 'cloud-cost-change-share',
    title: 'Change of cloud cost, share',
    unit: 'share',
    definition: 'The change of cloud cost as a share of the month before.',
    formula: '(last full month − month before) ÷ month before',
    compute: (view) =>
      combined(
        lastMonth(view),
        monthBefore(view),
        (last, before) => ratio(last - before, before) ?? unknown('a month before with a cloud cost'),
      ),
  },
];

/** What each service cost in the last full month, dearest first; the cents of all add up to the month. */
export const SERVICE_SUBJECTS: SubjectFacts = {
  kind: 'cloud-service',
  meanings: [
    {
      id: 'service-cost',
      title: 'Cost of the service',
      unit: 'cents',
      definition: 'What the service cost in the last full month; all services add up to the month.',
      formula: 'the service’s part of the month’s cents, by largest remainder',
      source: SOURCE,
      needs: ['inventory'],
    },
    {
      id: 'service-cost-change',
      title: 'Change from the month before',
      unit: 'cents',
      definition: 'The service’s cost of the last full month less that of the month before; all add up to the change.',
      formula: 'last full month − month before',
      source: SOURCE,
      needs: ['inventory'],
    },
  ],
  list: (view) => {
    const last = costRows(view, view.lastFullMonth);
    if (last.state === 'unknown') return [];
    const before = costRows(view, plusMonths(view.lastFullMonth, -1));
    const now = amountsOf(last.value);
    const then = mapped(before, amountsOf);
    const earlier = then.state === 'unknown' ? [] : [...then.value.keys()];
    return [...new Set([...now.keys(), ...earlier])]
      .map((service) => ({ service, cost: now.get(service) ?? cents(0) }))
      .sort((a, b) => b.cost - a.cost || (a.service < b.service ? -1 : 1))
      .map(({ service, cost }) => ({
        subject: { kind: 'cloud-service', id: `service:${service}`, name: service },
        figures: {
          'service-cost': { ...last, value: cost },
          'service-cost-change': mapped(then, (held) => cost - (held.get(service) ?? 0)),
        },
      }));
  },
};

/** The cents of each service in a month: they add up to the month's, also after rounding. */
function amountsOf(rows: readonly CostRow[]): ReadonlyMap<string, Cents> {
  const services = [...new Set(rows.map((row) => row.service))].sort();
  const parts = services.map((service) => rows.filter((row) => row.service === service));
  const weights = parts.map(microOf);
  const isPlain = weights.every((micro) => micro >= 0) && weights.some((micro) => micro > 0);
  const amounts = isPlain ? allocated(centsOf(rows), weights) : parts.map(centsOf); // credits are no weights
  return new Map(services.map((service, i) => [service, amounts[i]!])); // one amount for each service
}
