import type { Month } from '../../kernel/calendar.ts';
import { monthsThrough, plusMonths } from '../../kernel/calendar.ts';
import type { Measured } from '../../kernel/measured.ts';
import { unknown } from '../../kernel/measured.ts';
import { cashBurnedIn, unrestrictedThrough } from './cash.ts';
import type { FactMeaning, FactValue, SubjectFacts } from './fact.ts';
import { revenueIn } from './revenue.ts';
import { targetIn } from './targets.ts';
import { countIn } from './trips.ts';
import type { FactView } from './view.ts';
import { isExpected, narrowedTo } from './view.ts';

const MONTHS_SHOWN = 12;
const POLICY = 'policy default';

/** The twelve months up to the period's last, earliest first: the axis of every chart over time. */
export function chartMonths(view: FactView): readonly Month[] {
  return monthsThrough(plusMonths(view.month, 1 - MONTHS_SHOWN), view.month);
}

type MonthMeaning = FactMeaning & { readonly compute: (view: FactView, month: Month) => Measured<FactValue> };

const WHOLE: readonly MonthMeaning[] = [
  {
    id: 'month-revenue',
    title: 'Recognised revenue of the month',
    unit: 'cents',
    definition: 'Revenue earned in the month: charters sailed and other work done.',
    formula: 'revenue accounts less refunds and allowances, in the month',
    source: 'ASC 606: on the local day all are ashore; never deposits, tips or sales tax',
    needs: ['balances'],
    compute: (view, month) => revenueIn(view, [month]),
  },
  {
    id: 'month-revenue-target',
    title: 'Revenue target of the month',
    unit: 'cents',
    definition: 'What the month is meant to bring.',
    formula: 'sum of the revenue targets of the month',
    source: 'targets the owner entered',
    needs: ['target'],
    compute: (view, month) => targetIn(view, [month], 'revenue'),
  },
  {
    id: 'month-charters',
    title: 'Charters sailed in the month',
    unit: 'count',
    definition: 'Charters completed in the month, counted on the local day all were ashore.',
    formula: 'number of performance entries less those taken back',
    source: POLICY,
    needs: ['balances'],
    compute: (view, month) => chartersIn(view, month, 'performed'),
  },
  {
    id: 'month-booked',
    title: 'Charters booked in the month',
    unit: 'count',
    definition: 'Charters booked in the month, whenever they sail, cancelled ones included.',
    formula: 'number of booking entries',
    source: POLICY,
    needs: ['balances'],
    compute: (view, month) => chartersIn(view, month, 'booked'),
  },
  {
    id: 'month-unrestricted-cash',
    title: 'Unrestricted cash at the end of the month',
    unit: 'cents',
    definition:
      'Bank and cash less what is held for others when the month closed, or as it stands in the running month.',
    formula: 'bank and cash − restricted cash',
    source: POLICY,
    needs: ['balances'],
    compute: unrestrictedThrough,
  },
  {
    id: 'month-net-burn',
    title: 'Net burn of the month',
    unit: 'cents',
    definition:
      'Operating outflow of the month less what customers paid, deposits for later charters included, refunds taken off; below zero when more came in.',
    formula: 'operating outflow − customer receipts + refunds paid',
    source: 'policy default: without owner money, loans, transfers and capital spending',
    needs: ['balances'],
    compute: cashBurnedIn,
  },
];

/** The same of those entities alone that have entries in any of the months: one silent business must not hide the others. */
const TRACKED = ofRevenue().map((meaning) =>
  narrowed(meaning, 'tracked', 'where books are kept', 'Businesses without a journal entry', withEntries),
);

/** Cash of those alone whose books go back to the first of the months, so that no step is a business that joined. */
const STEADY = WHOLE.filter(({ id }) => id === 'month-unrestricted-cash' || id === 'month-net-burn').map((meaning) =>
  narrowed(meaning, 'steady', 'where books go back as far', 'Businesses that began their books later', withOldBooks),
);

/** Revenue and target of those alone that have both, so that what is compared is of the same businesses. */
const TARGETED = ofRevenue().map((meaning) =>
  narrowed(
    meaning,
    'targeted',
    'where there are books and targets',
    'Businesses without a journal entry or without a revenue target',
    (view) => withEntries(view).filter((id) => hasTarget(view, id)),
  ),
);

const MEANINGS: readonly MonthMeaning[] = [...WHOLE, ...TRACKED, ...TARGETED, ...STEADY];

function narrowed(
  meaning: MonthMeaning,
  prefix: string,
  where: string,
  without: string,
  idsOf: (view: FactView) => readonly string[],
): MonthMeaning {
  return {
    ...meaning,
    id: `${prefix}-${meaning.id}`,
    title: `${meaning.title}, ${where}`,
    definition: `${meaning.definition} ${without} in the twelve months are left out, not counted as zero.`,
    compute: (view, month) => {
      const ids = idsOf(view);
      return meaning.compute(ids.length === 0 ? view : narrowedTo(view, ids), month);
    },
  };
}

function ofRevenue(): readonly MonthMeaning[] {
  return WHOLE.filter(({ id }) => id === 'month-revenue' || id === 'month-revenue-target');
}

function withOldBooks(view: FactView): readonly string[] {
  const [first] = chartMonths(view);
  return view.entityIds.filter((id) => {
    const began = view.books.months([id])[0];
    return began !== undefined && (began <= first! || !isExpected(view, id, plusMonths(began, -1))); // there are twelve
  });
}

function withEntries(view: FactView): readonly string[] {
  return view.entityIds.filter((id) => chartMonths(view).some((month) => view.books.hasEntries(id, month)));
}

function hasTarget(view: FactView, entityId: string): boolean {
  const source = view.registers.target;
  if (source.state === 'unreadable') return true; // which have targets cannot be told; the target itself says why
  const months = chartMonths(view);
  return source.records.some(
    (target) => target.entityId === entityId && target.metric === 'revenue' && months.includes(target.month),
  );
}

/** The last twelve months of the entities together, each with its figures. */
export const MONTH_SUBJECTS: SubjectFacts = {
  kind: 'month',
  meanings: MEANINGS,
  list: (view) =>
    chartMonths(view).map((month) => ({
      subject: { kind: 'month', id: month, name: month },
      figures: Object.fromEntries(MEANINGS.map(({ id, compute }) => [id, compute(view, month)])),
    })),
};

/** A count over the charter businesses alone: an agency that keeps no books must not hide what sailed. */
function chartersIn(view: FactView, month: Month, name: string): Measured<number> {
  const sailing = view.entityIds.filter((id) => (view.entityOf(id)?.kind ?? 'charter') === 'charter');
  return sailing.length === 0 ? unknown('a charter business') : countIn(narrowedTo(view, sailing), [month], name);
}
