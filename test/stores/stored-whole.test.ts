import { expect, test } from 'vitest';
import { balanceItems, figureAt, monthsIn } from '../../lambda/stores/balance-items.ts';
import { charterIn, outlineItem, planItem, recordedTimes } from '../../lambda/stores/charter-items.ts';
import { entryIn, entryItem } from '../../lambda/stores/entry-items.ts';
import { samplePortfolio } from '../../scripts/sample/portfolio.ts';
import type { Instant, LocalDate, Zone } from '../../shared/kernel/calendar.ts';
import { aHistory } from '../ledger/a-history.ts';

const PORTFOLIO = samplePortfolio({
  today: '2026-11-21' as LocalDate,
  now: '2026-11-21T21:00:00.000Z' as Instant,
  zone: 'America/Los_Angeles' as Zone,
});

/** What a database gives back: the same value, its maps in an order of their own. */
function throughTheWire<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).reverse())
      : held,
  ) as T;
}

test('every entry comes back as it was posted', () => {
  for (const entry of [...PORTFOLIO.entries, ...aHistory(7).entries]) {
    expect(entryIn(throughTheWire(entryItem(entry)))).toEqual(entry);
  }
});

test('every month’s balances come back as they were', () => {
  const { balances } = PORTFOLIO;
  for (const month of balances) {
    expect(monthsIn(month.entityId, balanceItems(month).map(throughTheWire))).toEqual([month]);
  }
});

test('every charter comes back whole from its three items', () => {
  for (const { charter } of PORTFOLIO.files) {
    const [outline, plan, times] = [outlineItem(charter), planItem(charter), recordedTimes(charter)];
    expect(charterIn(throughTheWire(outline), throughTheWire(plan), throughTheWire(times))).toEqual(charter);
  }
});

test.each(['revenue', 'x.revenue', 'balance', 'a.1010', 'c'])(
  'balances hold no %s: another version wrote it',
  (name) => {
    expect(() => figureAt(undefined, name)).toThrow(`${name} is no figure of these books`);
  },
);
