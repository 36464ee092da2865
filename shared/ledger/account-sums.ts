import { ACCOUNTS } from './accounts.ts';

const PLACE: ReadonlyMap<string, number> = new Map(ACCOUNTS.map(({ code }, at) => [code, at]));
const NOTHING = -1;
const AT_FIRST = 1_024;

/**
 * Running sums by account of very many things: charters, bills, gift cards. Each thing has a handful of accounts, kept as
 * a chain of small numbers in a few long arrays, so that a hundred thousand charters take megabytes and not hundreds.
 */
export class AccountSums {
  readonly #numbers = new Map<string, number>();
  #heads = new Int32Array(AT_FIRST);
  #accounts = new Uint8Array(AT_FIRST);
  #next = new Int32Array(AT_FIRST);
  #cents = new Float64Array(AT_FIRST);
  #cells = 0;

  /** How many things have sums. */
  get size(): number {
    return this.#numbers.size;
  }

  /** Adds to one thing's account. @throws RangeError when the chart has no such account. */
  add(id: string, account: string, cents: number): void {
    const place = PLACE.get(account);
    if (place === undefined) throw new RangeError(`no account ${account}`);
    const number = this.#numbers.get(id) ?? this.#numbered(id);
    for (let cell = this.#heads[number] ?? NOTHING; cell !== NOTHING; cell = this.#next[cell] ?? NOTHING) {
      if (this.#accounts[cell] !== place) continue;
      this.#cents[cell] = (this.#cents[cell] ?? 0) + cents;
      return;
    }
    this.#chain(number, place, cents);
  }

  /** Everything that has sums, in the order it was first met. */
  ids(): IterableIterator<string> {
    return this.#numbers.keys();
  }

  /** The sums of one thing by account, those at zero included; empty for what was never met. */
  of(id: string): Readonly<Record<string, number>> {
    const found: Record<string, number> = {};
    const number = this.#numbers.get(id);
    if (number === undefined) return found;
    for (let cell = this.#heads[number] ?? NOTHING; cell !== NOTHING; cell = this.#next[cell] ?? NOTHING) {
      const account = ACCOUNTS[this.#accounts[cell] ?? 0];
      if (account !== undefined) found[account.code] = this.#cents[cell] ?? 0;
    }
    return found;
  }

  #numbered(id: string): number {
    const number = this.#numbers.size;
    if (number === this.#heads.length) this.#heads = grown(this.#heads, new Int32Array(number * 2));
    this.#heads[number] = NOTHING;
    this.#numbers.set(id, number);
    return number;
  }

  #chain(number: number, place: number, cents: number): void {
    const cell = this.#cells;
    if (cell === this.#cents.length) {
      this.#accounts = grown(this.#accounts, new Uint8Array(cell * 2));
      this.#next = grown(this.#next, new Int32Array(cell * 2));
      this.#cents = grown(this.#cents, new Float64Array(cell * 2));
    }
    this.#accounts[cell] = place;
    this.#cents[cell] = cents;
    this.#next[cell] = this.#heads[number] ?? NOTHING;
    this.#heads[number] = cell;
    this.#cells += 1;
  }
}

function grown<T extends Int32Array | Uint8Array | Float64Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
