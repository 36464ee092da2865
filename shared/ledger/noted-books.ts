import type { Month } from '../kernel/calendar.ts';
import type { BookRead } from '../kernel/measured.ts';
import type { BalanceGroup } from '../records/journal.ts';
import { ACCOUNTS } from './accounts.ts';
import type { Books } from './balances.ts';
import { accountName } from './posting.ts';

/** What was read off some books so far, so that a figure can name the sums it was made of. */
export class NotedReads {
  readonly #reads: BookRead[] = [];
  #depth = 0;

  /** Whether a computation is under way whose reads are asked for. */
  get isNoting(): boolean {
    return this.#depth > 0;
  }

  /** Answers what a computation gave, and every sum it read, those noted within it included. */
  during<T>(compute: () => T): { readonly value: T; readonly reads: readonly BookRead[] } {
    const before = this.#reads.length;
    this.#depth += 1;
    try {
      const value = compute();
      return { value, reads: this.#reads.slice(before) };
    } finally {
      this.#depth -= 1;
      if (this.#depth === 0) this.#reads.length = 0;
    }
  }

  /** The same, without leaving a note: whoever asked says with `add` which of the sums it used. */
  apart<T>(compute: () => T): { readonly value: T; readonly reads: readonly BookRead[] } {
    const before = this.#reads.length;
    const noted = this.during(compute);
    this.#reads.length = Math.min(before, this.#reads.length);
    return noted;
  }

  /** Notes sums, where somebody asks which are read. */
  add(reads: readonly BookRead[]): void {
    if (this.#depth > 0) for (const read of reads) this.#reads.push(read);
  }
}

/** The same books, every sum read off them noted. Which names and months they hold is looked up without a note. */
export function notedBooks(books: Books, noted: NotedReads): Books {
  const note = (group: BalanceGroup, name: string, entityIds: readonly string[], months: readonly Month[]) =>
    noted.add([{ group, name, entityIds, months }]);
  const noteThrough = (group: BalanceGroup, name: string, entityIds: readonly string[], through: Month) =>
    noted.add([{ group, name, entityIds, months: [through], sinceBeginning: true }]);
  return {
    ...books,
    account: (ids, months, code) => {
      note('accounts', accountName(code), ids, months);
      return books.account(ids, months, code);
    },
    accountThrough: (ids, through, codes) => {
      for (const code of codes) noteThrough('accounts', accountName(code), ids, through);
      return books.accountThrough(ids, through, codes);
    },
    leftOut: (ids, months) => {
      for (const { code } of ACCOUNTS) note('between', accountName(code), ids, months);
      return books.leftOut(ids, months);
    },
    leftOutThrough: (ids, through) => {
      for (const { code } of ACCOUNTS) noteThrough('between', accountName(code), ids, through);
      return books.leftOutThrough(ids, through);
    },
    cash: (ids, months, name) => {
      note('cash', name, ids, months);
      return books.cash(ids, months, name);
    },
    tally: (ids, months, group, name) => {
      note(group, name, ids, months);
      return books.tally(ids, months, group, name);
    },
  };
}
