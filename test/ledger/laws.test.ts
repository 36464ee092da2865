import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Month } from '../../shared/kernel/calendar.ts';
import { monthOf } from '../../shared/kernel/calendar.ts';
import { accountOf } from '../../shared/ledger/accounts.ts';
import { differences, rebuiltBalances } from '../../shared/ledger/balances.ts';
import { cashMovements } from '../../shared/ledger/cash-movements.ts';
import { balanceSheet, incomeStatementByMonth, trialBalance } from '../../shared/ledger/statements.ts';
import { parsed } from '../../shared/records/fields.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import { journalEntrySchema } from '../../shared/records/journal.ts';
import type { SetOfBooks } from './a-set-of-books.ts';
import { CHARTERS, someHappenings, takeBack, whatHappened } from './anything-that-happens.ts';

const ENTITIES = ['jada', 'qos'];
const LAST = '2027-12' as Month;
const CASH = ['1010', '1015', '1020', '1030'];

/** Holds the law for whatever may happen to a handful of charters, in any order, people's mistakes included. */
function always(law: (held: SetOfBooks, shuffled: readonly JournalEntry[]) => void): void {
  const history = someHappenings.chain((happenings) => {
    const held = whatHappened(happenings);
    const shuffled = fc.shuffledSubarray([...held.entries], { minLength: held.entries.length });
    return shuffled.map((entries) => ({ held, entries }));
  });
  fc.assert(
    fc.property(history, ({ held, entries }) => {
      law(held, entries);
    }),
    { numRuns: 150 },
  );
}

describe('whatever happens', () => {
  test('every entry balances, fits its record and appears once', () => {
    always(({ entries }) => {
      for (const entry of entries) {
        expect(entry.lines.reduce((sum, line) => sum + line.cents, 0)).toBe(0);
        expect(parsed(journalEntrySchema, entry, 'the entry')).toEqual({ ok: true, value: entry });
      }
      expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
    });
  });

  test('balances rebuilt from the entries are the balances kept one posting at a time', () => {
    always((held) => expect(differences(held.months, rebuiltBalances(held.entries))).toEqual([]));
  });

  test('the order in which entries arrive changes nothing', () => {
    always((held, shuffled) => expect(rebuiltBalances(shuffled)).toEqual(rebuiltBalances(held.entries)));
  });

  test('the trial balance is zero and assets equal liabilities and equity', () => {
    always(({ books }) => {
      for (const entityIds of [ENTITIES, ['jada'], ['qos']]) {
        expect(trialBalance(books, entityIds, LAST).reduce((sum, row) => sum + row.cents, 0)).toBe(0);
        const sheet = balanceSheet(books, entityIds, LAST);
        expect(sheet.assetsCents).toBe(sheet.liabilitiesCents + sheet.equityCents);
      }
    });
  });

  test('cash movements add up to the change of cash', () => {
    always(({ entries }) => {
      for (const entry of entries) {
        const moved = Object.values(cashMovements(entry)).reduce((sum: number, cents) => sum + cents, 0);
        const change = entry.lines.reduce((sum, line) => (CASH.includes(line.account) ? sum + line.cents : sum), 0);
        expect(moved).toBe(change);
      }
    });
  });

  test('the channels add up to the revenue of each month', () => {
    always(({ books }) => {
      for (const statement of incomeStatementByMonth(books, ENTITIES, books.months(ENTITIES))) {
        const names = books.names(ENTITIES, [statement.month], 'channels').filter((name) => name.endsWith('.revenue'));
        const sum = names.reduce((all, name) => all + books.tally(ENTITIES, [statement.month], 'channels', name), 0);
        expect(sum).toBe(statement.revenueCents);
      }
    });
  });

  test('what the channels left adds up to the margin of each month', () => {
    always(({ books }) => {
      for (const month of books.months(ENTITIES)) {
        const names = books.names(ENTITIES, [month], 'margin').filter((name) => name.endsWith('.contribution'));
        const sum = names.reduce((all, name) => all + books.tally(ENTITIES, [month], 'margin', name), 0);
        expect(sum).toBe(books.tally(ENTITIES, [month], 'margin', 'contribution'));
      }
    });
  });

  test('the margin of a month is what the charters performed in it have brought by now, and only those', () => {
    always((held) => {
      for (const month of held.books.months(ENTITIES)) {
        const sailed = CHARTERS.map((charter) => held.file(charter.id)).filter(
          ({ charter: { lifecycle, performedOn } }) =>
            lifecycle === 'completed' && performedOn !== undefined && monthOf(performedOn) === month,
        );
        expect(held.books.tally(ENTITIES, [month], 'margin', 'performed')).toBe(sailed.length);
        const brought = sailed.reduce((sum, { balances }) => sum - revenueLessCosts(balances), 0);
        expect(held.books.tally(ENTITIES, [month], 'margin', 'contribution')).toBe(brought || 0);
      }
    });
  });

  test('the margins of the channels add up to the margin of the month, whatever happens', () => {
    always(({ books }) => {
      for (const month of books.months(ENTITIES)) {
        const names = books.names(ENTITIES, [month], 'margin');
        for (const of of ['performed', 'contribution']) {
          const parts = names.filter((name) => name.endsWith(`.${of}`));
          const sum = parts.reduce((total, name) => total + books.tally(ENTITIES, [month], 'margin', name), 0);
          expect(sum).toBe(books.tally(ENTITIES, [month], 'margin', of));
        }
      }
    });
  });

  test('money coming in is never revenue yet', () => {
    always(({ entries }) => {
      for (const { lines } of entries.filter((entry) => entry.template.endsWith('_received'))) {
        expect(lines.filter((line) => accountOf(line.account).type === 'revenue')).toEqual([]);
      }
    });
  });

  test('taking everything back, in any order, leaves nothing', () => {
    always((held, shuffled) => {
      for (const entry of shuffled) takeBack(held, entry);
      expect(differences(held.months, [])).toEqual([]);
      for (const charter of CHARTERS) {
        expect(Object.values(held.file(charter.id).balances).filter((amount) => amount !== 0)).toEqual([]);
      }
    });
  });
});

/** Revenue, commission and variable costs of a charter by account code; debit positive, so a gain is negative. */
function revenueLessCosts(balances: Readonly<Record<string, number>>): number {
  const counted = ['4010', '4020', '4030', '4190', '5010', '5015', '5020', '5025', '5030', '5035', '5040', '5050'];
  return counted.reduce((sum, code) => sum + (balances[code] ?? 0), 0);
}
