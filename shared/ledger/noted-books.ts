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
  add(...reads: readonly BookRead[]): void {
    if (this.#depth > 0) this.#reads.push(...reads);
  }
}

/** The same books, every sum read off them noted. Which names and months they hold is looked up without a note. */
export function notedBooks(books: Books, noted: NotedReads): Books {
  const note = (
    group: BalanceGroup,
    names: readonly string[],
    entityIds: readonly string[],
    months: readonly Month[],
  ) => noted.add({ group, names, entityIds, months });
  const noteThrough = (group: BalanceGroup, names: readonly string[], entityIds: readonly string[], through: Month) =>
    noted.add({ group, names, entityIds, months: [through], sinceBeginning: true });
  return {
    ...books,
    account: (ids, months, code) => {
      if (noted.isNoting) note('accounts', [accountName(code)], ids, months);
      return books.account(ids, months, code);
    },
    accounts: (ids, months, codes) => {
      if (noted.isNoting) note('accounts', codes.map(accountName), ids, months);
      return books.accounts(ids, months, codes);
    },
    accountThrough: (ids, through, codes) => {
      if (noted.isNoting) noteThrough('accounts', codes.map(accountName), ids, through);
      return books.accountThrough(ids, through, codes);
    },
    accountsThrough: (ids, through, codes) => {
      if (noted.isNoting) noteThrough('accounts', codes.map(accountName), ids, through);
      return books.accountsThrough(ids, through, codes);
    },
    leftOut: (ids, months) => {
      if (noted.isNoting) note('between', ACCOUNT_NAMES, ids, months);
      return books.leftOut(ids, months);
    },
    leftOutThrough: (ids, through) => {
      if (noted.isNoting) noteThrough('between', ACCOUNT_NAMES, ids, through);
      return books.leftOutThrough(ids, through);
    },
    cash: (ids, months, name) => {
      if (noted.isNoting) note('cash', [name], ids, months);
      return books.cash(ids, months, name);
    },
    tally: (ids, months, group, name) => {
      if (noted.isNoting) note(group, [name], ids, months);
      return books.tally(ids, months, group, name);
    },
  };
}

/** Every account by its name in the month balances. */
const ACCOUNT_NAMES: readonly string[] = ACCOUNTS.map(({ code }) => accountName(code));
