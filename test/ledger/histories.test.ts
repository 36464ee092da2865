import { describe, expect, test } from 'vitest';
import { randomFor } from '../../scripts/sample/seeded-random.ts';
import type { Month } from '../../shared/kernel/calendar.ts';
import { monthOf } from '../../shared/kernel/calendar.ts';
import { booksOf, differences, rebuiltBalances } from '../../shared/ledger/balances.ts';
import type { StatementRow } from '../../shared/ledger/statements.ts';
import {
  balanceSheet,
  incomeStatementByMonth,
  trialBalance,
  trialBalanceLeftOut,
} from '../../shared/ledger/statements.ts';
import { parsed } from '../../shared/records/fields.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import { journalEntrySchema } from '../../shared/records/journal.ts';
import { aHistory } from './a-history.ts';
import { HISTORY_ENTITIES } from './history-dice.ts';

/** What holds for whole histories of every kind of money, not only for those of charters (laws.test.ts). */
const SCOPES: readonly (readonly string[])[] = [['jada', 'qdn'], ['jada', 'qos'], ['qdn', 'qos'], HISTORY_ENTITIES];
const LAST = '2027-12' as Month;

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('the history of seed %i', (seed) => {
  const { held, entries } = aHistory(seed);
  const { books } = held;
  const months = books.months(HISTORY_ENTITIES);
  const pairs = pairsOf(entries);
  const isWithin = (entry: JournalEntry, entityIds: readonly string[]) =>
    pairs.get(eventOf(entry))?.every((id) => entityIds.includes(id)) ?? false;

  test('has entries that balance and fit their record', () => {
    expect(entries.length).toBeGreaterThan(150);
    for (const entry of entries) {
      expect(entry.lines.reduce((sum, line) => sum + line.cents, 0)).toBe(0);
      expect(parsed(journalEntrySchema, entry, 'the entry')).toEqual({ ok: true, value: entry });
    }
  });

  test('is the same books in whatever order its entries arrive', () => {
    const shuffled = randomFor(`shuffle ${seed}`).shuffled(entries);
    expect(rebuiltBalances(shuffled)).toEqual(rebuiltBalances(entries));
    expect(differences(held.months, rebuiltBalances(shuffled))).toEqual([]);
  });

  test('is, for businesses together, the sum of each less what is left out', () => {
    for (const entityIds of SCOPES) {
      const leftOut = trialBalanceLeftOut(books, entityIds, LAST);
      const together = sums(trialBalance(books, entityIds, LAST), leftOut);
      expect(together).toEqual(sums(...entityIds.map((id) => trialBalance(books, [id], LAST))));
      expect(leftOut.reduce((sum, { cents }) => sum + cents, 0)).toBe(0);
      const sheet = balanceSheet(books, entityIds, LAST);
      expect(sheet.assetsCents).toBe(sheet.liabilitiesCents + sheet.equityCents);
    }
  });

  test('leaves out, month by month, exactly the lines of the entries between two businesses of the scope', () => {
    for (const entityIds of SCOPES) {
      const without = booksOf(rebuiltBalances(entries.filter((entry) => !isWithin(entry, entityIds))));
      for (const month of months) {
        const [ours] = incomeStatementByMonth(books, entityIds, [month]);
        const [theirs] = incomeStatementByMonth(without, entityIds, [month]);
        expect({ ...ours, leftOut: [] }).toEqual({ ...theirs, leftOut: [] });
      }
    }
  });

  test('has channels that add up to the charter revenue of each month', () => {
    for (const month of months) {
      const names = books.names(HISTORY_ENTITIES, [month], 'channels').filter((name) => name.endsWith('.revenue'));
      const sum = names.reduce((all, name) => all + books.tally(HISTORY_ENTITIES, [month], 'channels', name), 0);
      const revenue = entries
        .filter((entry) => monthOf(entry.businessOn) === month && entry.refs.charterId !== undefined)
        .flatMap(({ lines }) => lines.filter(({ account }) => account.startsWith('4')))
        .reduce((all, { cents }) => all - cents, 0);
      expect(sum).toBe(revenue || 0);
    }
  });
});

/** The businesses an event between two of ours is about, by the part of its entries' ids that both share. */
function pairsOf(entries: readonly JournalEntry[]): ReadonlyMap<string, readonly string[]> {
  const pairs = new Map<string, readonly string[]>();
  for (const entry of entries.filter(({ template }) => template === 'between_entities')) {
    pairs.set(eventOf(entry), [...(pairs.get(eventOf(entry)) ?? []), entry.entityId]);
  }
  return pairs;
}

function eventOf({ id }: JournalEntry): string {
  return id.replace(/\.(sold|bought|sent|got)(\.reversed)?$/, '');
}

function sums(...lists: readonly (readonly StatementRow[])[]): Record<string, number> {
  const byCode = new Map<string, number>();
  for (const { code, cents } of lists.flat()) byCode.set(code, (byCode.get(code) ?? 0) + cents);
  return Object.fromEntries([...byCode].filter(([, amount]) => amount !== 0));
}
