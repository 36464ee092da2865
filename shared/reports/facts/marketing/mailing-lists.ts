import type { Month } from '../../../kernel/calendar.ts';
import { plusMonths } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, entered, unknown } from '../../../kernel/measured.ts';
import { missingFor } from '../../../kernel/missing.ts';
import { ratio } from '../../../kernel/money.ts';
import type { MailingList } from '../../../records/mailing-list.ts';
import type { FactDefinition, SubjectFacts } from '../fact.ts';
import { nameOf } from '../naming.ts';
import { recordsOf } from '../readings.ts';
import type { FactView } from '../view.ts';
import { among } from './windows.ts';

/** One list with how many it had in the last month anybody counted, and in the month before. */
interface Standing {
  readonly key: string;
  readonly name: string;
  readonly entityId: string;
  readonly size: Measured<number>;
  readonly before: Measured<number>;
}

/** Every list counted in the latest month on record up to the period's last, or in the month before it. */
function standings(view: FactView): Measured<readonly Standing[]> {
  const counted = among(recordsOf(view, 'mailing-list'), ({ month }) => month <= view.month);
  if (counted.state === 'unknown') return counted;
  const latest = counted.value
    .map(({ month }) => month as Month)
    .sort()
    .at(-1);
  if (latest === undefined) return unknown(missingFor('mailing list sizes', [view.month]));
  const earlier = plusMonths(latest, -1);
  const near = counted.value.filter(({ month }) => month === latest || month === earlier);
  const keys = [...new Set(near.map(keyOf))].sort();
  return {
    ...counted,
    state: 'entered',
    value: keys.map((key) => {
      const ours = near.filter((record) => keyOf(record) === key);
      const { name, entityId } = ours[0]!; // the key came from one of them
      const at = (month: Month): Measured<number> => {
        const record = ours.find((held) => held.month === month);
        const basis = { records: `sizes of ${name}`, asOf: view.today };
        return record === undefined ? unknown(missingFor(`the size of ${name}`, [month])) : entered(record.size, basis);
      };
      return { key, name: `${name} (${nameOf(view, entityId)})`, entityId, size: at(latest), before: at(earlier) };
    }),
  };
}

function keyOf({ entityId, name }: MailingList): string {
  return `${entityId} ${name}`;
}

function summed(view: FactView, of: (standing: Standing) => Measured<number>): Measured<number> {
  const all = standings(view);
  if (all.state === 'unknown') return all;
  const zero: Measured<number> = entered(0, all.basis);
  return all.value.map(of).reduce((sum, one) => combined(sum, one, (a, b) => a + b), zero);
}

const list = {
  unit: 'count',
  perEntity: true,
  owner: 'CMO',
  source: 'policy default',
  needs: ['mailing-list'],
} as const;

export const MAILING_LIST_FACTS: readonly FactDefinition[] = [
  {
    ...list,
    id: 'list-size',
    title: 'People on mailing lists',
    definition:
      'Addresses on all lists at the end of the last month anybody counted; one person on two lists counts twice.',
    formula: 'sum of list sizes',
    compute: (view) => summed(view, ({ size }) => size),
  },
  {
    ...list,
    id: 'list-growth',
    title: 'Growth of mailing lists',
    definition: 'Addresses more than a month before, all lists together; negative when they shrank.',
    formula: 'list sizes − list sizes a month before',
    compute: (view) => summed(view, growthOf),
  },
];

function growthOf({ size, before }: Standing): Measured<number> {
  return combined(size, before, (now, then) => now - then);
}

/** Every mailing list, by business and name. */
export const MAILING_LIST_SUBJECTS: SubjectFacts = {
  kind: 'mailing-list',
  meanings: [
    {
      id: 'mailing-list-size',
      title: 'People on the list',
      unit: 'count',
      definition: 'Addresses on it at the end of the last month anybody counted.',
      formula: 'as recorded',
      source: 'policy default',
      needs: ['mailing-list'],
    },
    {
      id: 'mailing-list-growth',
      title: 'Growth of the list',
      unit: 'count',
      definition: 'Addresses more than a month before; negative when it shrank.',
      formula: 'size − size a month before',
      source: 'policy default',
      needs: ['mailing-list'],
    },
    {
      id: 'mailing-list-growth-rate',
      title: 'Growth of the list, share',
      unit: 'share',
      definition: 'That growth as a share of the size a month before.',
      formula: 'growth ÷ size a month before',
      source: 'policy default',
      needs: ['mailing-list'],
    },
  ],
  list: (view) => {
    const all = standings(view);
    if (all.state === 'unknown') return [];
    return all.value.map((one) => ({
      subject: { kind: 'mailing-list', id: one.key.replaceAll(' ', '-'), name: one.name, entityId: one.entityId },
      figures: {
        'mailing-list-size': one.size,
        'mailing-list-growth': growthOf(one),
        'mailing-list-growth-rate': combined(
          growthOf(one),
          one.before,
          (growth, then) => ratio(growth, then) ?? unknown(`a size of ${one.name} above zero a month before`),
        ),
      },
    }));
  },
};
