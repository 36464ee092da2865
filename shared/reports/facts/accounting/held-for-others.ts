import type { LocalDate } from '../../../kernel/calendar.ts';
import { monthOf } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, isKnown, known, mapped, measured, unknown } from '../../../kernel/measured.ts';
import type { DueDay } from '../../../records/due-day.ts';
import type { FactDefinition } from '../fact.ts';
import { nameOf } from '../naming.ts';
import { unreadable } from '../readings.ts';
import type { FactView } from '../view.ts';
import { narrowedTo } from '../view.ts';
import { keepers, openCharters, owedAt } from './kept-books.ts';
import { movedIn } from './statement-facts.ts';

const LABOR_CODE = 'California Labor Code § 351: tips paid by card are due by the next regular payday';

/** The days of a kind, earliest first. Unknown for a business in scope that has none recorded. */
function dueDays(view: FactView, kind: DueDay['kind'], entityIds: readonly string[]): Measured<readonly DueDay[]> {
  const source = view.registers['due-day'];
  const what = kind === 'payday' ? 'paydays' : 'sales-tax due days';
  if (source.state === 'unreadable') return unreadable(what, source.because);
  const days = source.records.filter((day) => day.kind === kind).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const without = entityIds.filter((id) => !days.some(({ entityId }) => entityId === id));
  if (without.length > 0) return unknown(...without.map((id) => `${what} of ${nameOf(view, id)}`));
  return measured(days, { records: what, count: days.length, asOf: view.today });
}

/** Tips of charters sailed whose next payday has passed. A payday that is today still has time. */
function overdueTips(view: FactView): Measured<number> {
  const open = openCharters(view);
  if (open.state === 'unknown') return open;
  const tipped = open.value.filter(
    ({ balances, performedOn }) => (balances['2300'] ?? 0) < 0 && performedOn !== undefined,
  );
  const owners = [...new Set(tipped.map(({ entityId }) => entityId))].sort();
  return mapped(dueDays(view, 'payday', owners), (days) =>
    tipped
      .filter(({ entityId, performedOn }) => {
        const payday = days.find((day) => day.entityId === entityId && day.dueOn > performedOn!)?.dueOn; // filtered above
        return payday !== undefined && payday < view.today;
      })
      .reduce((sum, { balances }) => sum - (balances['2300'] ?? 0), 0),
  );
}

/** Sales tax of returns that were due before today and are not done, business by business. */
function overdueTax(view: FactView): Measured<number> {
  const ids = keepers(view).filter((id) => (known(owedAt(narrowedTo(view, [id]), ['2200'])) ?? 0) > 0);
  const standing = owedAt(view, ['2200']);
  return combined(standing, dueDays(view, 'sales-tax', ids), (_, days) =>
    ids.reduce((sum, id) => {
      const late = days.filter(({ entityId, doneOn, dueOn }) => entityId === id && !doneOn && dueOn < view.today);
      const through = late
        .map(({ coversThrough, dueOn }) => coversThrough ?? dueOn)
        .sort()
        .at(-1);
      return through === undefined ? sum : sum + owedForDays(narrowedTo(view, [id]), through);
    }, 0),
  );
}

/** What of the sales tax owed was taken by a day's month, never more than is owed now. */
function owedForDays(view: FactView, through: LocalDate): number {
  const [then, now] = [owedAt(view, ['2200'], monthOf(through)), owedAt(view, ['2200'])];
  return Math.max(0, Math.min(known(then) ?? 0, known(now) ?? 0));
}

function nextDay(view: FactView, kind: DueDay['kind']): Measured<string> {
  const days = dueDays(view, kind, []);
  if (!isKnown(days)) return days;
  const next = days.value.find(({ dueOn, doneOn }) => dueOn >= view.today && !doneOn);
  const what = kind === 'payday' ? 'the next payday' : 'the next day sales tax is due';
  return next === undefined ? unknown(what) : { ...days, value: next.dueOn };
}

const HELD = {
  unit: 'cents',
  perEntity: true,
  owner: 'Accounting',
  needs: ['balances', 'open-charters', 'due-day'],
  source: LABOR_CODE,
} as const;
const TAX_SOURCE = 'CDTFA: food and drink, and service on them, are taxable even in a lump sum; the charter fee is not';

export const HELD_FACTS: readonly FactDefinition[] = [
  {
    ...HELD,
    id: 'tips-payable',
    title: 'Tips held for the crew',
    needs: ['balances'],
    definition: 'Tips guests left that the crew has not received yet.',
    formula: 'account 2300 at the end of the period',
    compute: (view) => owedAt(view, ['2300']),
  },
  {
    ...HELD,
    id: 'tips-overdue-cents',
    title: 'Tips past their payday',
    kinds: ['charter'],
    definition: 'Tips of charters sailed whose next regular payday has gone by without a payout.',
    formula: 'account 2300 by charter, where the first payday after sailing is before today',
    compute: overdueTips,
  },
  {
    ...HELD,
    id: 'next-payday',
    title: 'Next payday',
    unit: 'day',
    needs: ['due-day'],
    definition: 'The next day on which tips and wages are paid.',
    formula: 'first payday from today on',
    compute: (view) => nextDay(view, 'payday'),
  },
  {
    ...HELD,
    id: 'sales-tax-payable',
    title: 'Sales tax payable',
    needs: ['balances'],
    definition: 'Sales tax taken from guests and not paid to the state according to the books.',
    formula: 'account 2200 at the end of the period',
    source: TAX_SOURCE,
    compute: (view) => owedAt(view, ['2200']),
  },
  {
    ...HELD,
    id: 'sales-tax-overdue-cents',
    title: 'Sales tax past due',
    needs: ['balances', 'due-day'],
    definition: 'Sales tax of returns that were due before today and are not marked as done.',
    formula: 'account 2200 at the end of the last such return’s days, at most what is owed now',
    source: TAX_SOURCE,
    compute: overdueTax,
  },
  {
    ...HELD,
    id: 'next-sales-tax',
    title: 'Next sales-tax return',
    unit: 'day',
    needs: ['due-day'],
    definition: 'The next day a sales-tax return is due.',
    formula: 'first such day from today on that is not done',
    source: TAX_SOURCE,
    compute: (view) => nextDay(view, 'sales-tax'),
  },
  {
    ...HELD,
    id: 'untaxed-addons',
    title: 'Add-ons sold without any sales tax',
    kinds: ['charter'],
    needs: ['balances'],
    definition: 'Add-on revenue of a period in which not one cent of sales tax was recorded; zero once any was.',
    formula: 'account 4020, where account 2200 did not grow',
    source: TAX_SOURCE,
    compute: (view) =>
      combined(movedIn(view, ['4020']), movedIn(view, ['2200']), (addons, tax) => (tax < 0 ? 0 : Math.max(0, -addons))),
  },
  {
    ...HELD,
    id: 'refunds-payable',
    title: 'Refunds owed to guests',
    needs: ['balances'],
    definition: 'Refunds of cancelled charters that have not been paid.',
    formula: 'account 2400 at the end of the period',
    source: 'the cancellation terms the guest agreed to',
    compute: (view) => owedAt(view, ['2400']),
  },
];
