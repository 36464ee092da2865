import type { LocalDate } from '../../../kernel/calendar.ts';
import { daysBetween, lastDay } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { isKnown, mapped, measured, unknown } from '../../../kernel/measured.ts';
import { missingFor } from '../../../kernel/missing.ts';
import type { AccountingPeriod } from '../../../records/accounting-period.ts';
import type { FactDefinition, SubjectFacts } from '../fact.ts';
import { nameOf, namesOf } from '../naming.ts';
import { unreadable } from '../readings.ts';
import type { FactView } from '../view.ts';
import { isExpected, narrowedTo } from '../view.ts';
import { keepers } from './kept-books.ts';
import { balanceSheetFor, incomeStatementFor } from './statement-lines.ts';

/** The businesses that keep books and had begun them by the end of the last full month: the others have no month to close. */
function closers(view: FactView): readonly string[] {
  return keepers(view).filter((id) => (view.books.months([id])[0] ?? '') <= view.lastFullMonth);
}

/** The periods on record of the businesses that close their months; unknown where one of them has none. */
function periods(view: FactView): Measured<readonly AccountingPeriod[]> {
  const source = view.registers['accounting-period'];
  if (source.state === 'unreadable') return unreadable('accounting periods', source.because);
  if (view.balances.state === 'unreadable') return unreadable('journal entries', view.balances.because);
  const ids = closers(view);
  if (ids.length === 0) return unknown(`journal entries of ${namesOf(view)}`);
  const without = ids.filter((id) => !source.records.some(({ entityId }) => entityId === id));
  if (without.length > 0) return unknown(...without.map((id) => `accounting periods of ${nameOf(view, id)}`));
  return measured(source.records, { records: `accounting periods of ${namesOf(view, ids)}`, asOf: view.today });
}

/**
 * The last full month's period of each business that closes its months. One that is known to be open is enough to know
 * that not all are closed; that all are is known only when each is on record.
 */
function lastMonth(view: FactView): Measured<readonly AccountingPeriod[]> {
  const month = view.lastFullMonth;
  const ids = closers(view).filter((id) => isExpected(view, id, month));
  const source = view.registers['accounting-period'];
  const records = source.state === 'read' ? source.records : [];
  const held = records.filter((period) => period.month === month && ids.includes(period.entityId));
  if (view.balances.state === 'read' && held.some(({ status }) => status !== 'closed')) {
    const whose = namesOf(
      view,
      held.map(({ entityId }) => entityId),
    );
    return measured(held, { records: `accounting periods of ${whose}`, asOf: view.today });
  }
  const all = periods(view);
  if (all.state === 'unknown') return all;
  const without = ids.filter((id) => !held.some(({ entityId }) => entityId === id));
  if (without.length > 0) {
    return unknown(...without.map((id) => missingFor(`accounting period of ${nameOf(view, id)}`, [month])));
  }
  return { ...all, value: held };
}

/** Days a month took, or has taken so far, to close. */
function daysAfterEnd({ month, closedOn }: AccountingPeriod, today: LocalDate): number {
  return daysBetween(lastDay(month), closedOn ?? today);
}

/** The days the last month to be closed took; the slowest business where several closed it. */
function daysToClose(view: FactView): Measured<number> {
  const all = periods(view);
  if (all.state === 'unknown') return all;
  const closed = all.value.filter(({ status, closedOn }) => status === 'closed' && closedOn !== undefined);
  const latest = closed
    .map(({ month }) => month)
    .sort()
    .at(-1);
  if (latest === undefined) return unknown('a closed accounting period');
  const days = closed.filter(({ month }) => month === latest).map((period) => daysAfterEnd(period, view.today));
  return { ...all, value: Math.max(...days) };
}

/** Closed months whose income or assets no longer are what they were when they were closed. */
function changedSince(view: FactView): Measured<number> {
  const all = periods(view);
  if (all.state === 'unknown') return all;
  const closed = all.value.filter(({ status }) => status === 'closed');
  const silent = closed.filter((of) => of.closedNetIncomeCents === undefined || of.closedAssetsCents === undefined);
  if (silent.length > 0) {
    return unknown(
      ...silent.map((of) => missingFor(`income and assets at the close of ${nameOf(view, of.entityId)}`, [of.month])),
    );
  }
  const changed = closed.filter((of) => {
    const alone = narrowedTo(view, [of.entityId]);
    const { netIncomeCents } = incomeStatementFor(alone, of.month);
    const { assetsCents } = balanceSheetFor(alone, of.month);
    return netIncomeCents !== of.closedNetIncomeCents || assetsCents !== of.closedAssetsCents;
  });
  return { ...all, value: changed.length };
}

const CLOSE = {
  unit: 'count',
  perEntity: true,
  owner: 'Accounting',
  needs: ['accounting-period', 'balances'],
  source: 'policy default: a month is closed by the tenth day after it',
} as const;

export const CLOSE_FACTS: readonly FactDefinition[] = [
  {
    ...CLOSE,
    id: 'last-month-status',
    title: 'Status of the last full month',
    unit: 'text',
    definition:
      'Whether the last full month is closed: the least far of the businesses that keep books; known as soon as one has not closed it.',
    formula: 'as recorded',
    compute: (view) =>
      mapped(lastMonth(view), (held) => {
        const order = ['open', 'closing', 'closed'] as const;
        return order.find((status) => held.some((period) => period.status === status)) ?? 'closed';
      }),
  },
  {
    ...CLOSE,
    id: 'unclosed-days',
    title: 'Time the last full month has been open',
    unit: 'days',
    definition: 'Days since the last full month ended while any business has not closed it; zero when all have.',
    formula: 'today − last day of the month',
    compute: (view) =>
      mapped(lastMonth(view), (held) => {
        const open = held.filter(({ status }) => status !== 'closed');
        return open.length === 0 ? 0 : daysBetween(lastDay(view.lastFullMonth), view.today);
      }),
  },
  {
    ...CLOSE,
    id: 'days-to-close',
    title: 'Time to close',
    unit: 'days',
    definition: 'How many days after its end the last closed month was closed, the slowest business counting.',
    formula: 'day of closing − last day of the month',
    compute: daysToClose,
  },
  {
    ...CLOSE,
    id: 'close-checks-open',
    title: 'Close steps not done',
    definition: 'Steps of the close checklist of the last full month that are not done.',
    formula: 'number of steps not done, all businesses',
    compute: (view) =>
      mapped(lastMonth(view), (held) => held.flatMap(({ checks }) => checks.filter(({ done }) => !done)).length),
  },
  {
    ...CLOSE,
    id: 'close-checks',
    title: 'Close steps',
    definition: 'Steps of the close checklist of the last full month.',
    formula: 'number of steps, all businesses',
    compute: (view) => mapped(lastMonth(view), (held) => held.flatMap(({ checks }) => checks).length),
  },
  {
    ...CLOSE,
    id: 'closed-months-changed',
    title: 'Closed months that changed',
    definition:
      'Closed months whose net income or assets are not what they were at the close: something was posted later.',
    formula: 'number of closed months whose figures differ from those recorded at the close',
    compute: changedSince,
  },
  ...(['second-program', 'gift-cards'] as const).map(
    (of): FactDefinition => ({
      ...CLOSE,
      id: of === 'gift-cards' ? 'gift-card-difference' : 'second-program-difference',
      title: of === 'gift-cards' ? 'Gift cards against the books' : 'Books against a second program',
      unit: 'cents',
      perEntity: false,
      needs: ['books-check', 'balances'],
      definition:
        of === 'gift-cards'
          ? 'The sum of the gift cards themselves less account 2110, when they were last counted; zero where none was ever sold.'
          : 'What a second accounting program made of the exported journal less what these books show, when last compared.',
      formula: 'as found by the last check; amounts of several businesses added up without their signs',
      source:
        of === 'gift-cards'
          ? 'California Civil Code § 1749.5: gift certificates do not expire'
          : 'hledger and ledger read the journal export',
      compute: (view) => lastDifference(view, of),
    }),
  ),
];

function lastDifference(view: FactView, of: 'second-program' | 'gift-cards'): Measured<number> {
  const source = view.registers['books-check'];
  if (source.state === 'unreadable') return unreadable('checks of the books', source.because);
  if (view.balances.state === 'unreadable') return unreadable('journal entries', view.balances.because);
  const asked = keepers(view).filter(
    (id) => of !== 'gift-cards' || view.books.codesThrough([id], view.month).includes('2110'),
  );
  if (keepers(view).length === 0) return unknown(`journal entries of ${namesOf(view)}`);
  const last = asked.map((id) => ({
    id,
    check: source.records
      .filter((check) => check.entityId === id && check.of === of)
      .sort((a, b) => (a.checkedOn < b.checkedOn ? -1 : 1))
      .at(-1),
  }));
  const without = last.filter(({ check }) => check === undefined);
  const what = of === 'gift-cards' ? 'a count of the gift cards' : 'a comparison with a second program';
  if (without.length > 0) return unknown(...without.map(({ id }) => `${what} of ${nameOf(view, id)}`));
  const total = last.reduce((sum, { check }) => sum + Math.abs(check?.differenceCents ?? 0), 0);
  return measured(total, { records: `checks of the books of ${namesOf(view, keepers(view))}`, asOf: view.today });
}

/** The steps of the last full month's close that are not done, and who does them. */
export const CLOSE_CHECK_SUBJECTS: SubjectFacts = {
  kind: 'close-check',
  meanings: [
    {
      id: 'close-check-owner',
      title: 'Who does it',
      unit: 'text',
      definition: 'Who does the step.',
      formula: 'as recorded',
      source: CLOSE.source,
      needs: CLOSE.needs,
    },
    {
      id: 'close-check-state',
      title: 'State',
      unit: 'text',
      definition: 'Whether the step is done.',
      formula: 'as recorded',
      source: CLOSE.source,
      needs: CLOSE.needs,
    },
  ],
  list: (view) => {
    const held = lastMonth(view);
    if (!isKnown(held)) return [];
    return held.value.flatMap(({ id, entityId, checks }) =>
      checks.map(({ name, ownerRole, done }, at) => ({
        subject: { kind: 'close-check', id: `${id}-${at + 1}`, name, entityId },
        figures: {
          'close-check-owner': measured(ownerRole, held.basis),
          'close-check-state': measured(done ? 'done' : 'open', held.basis),
        },
      })),
    );
  },
};
