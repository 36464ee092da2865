import type { StoredMoney } from '../../lambda/stores/money-store.ts';
import type { RegisterChange } from '../../shared/ledger/money-posting.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type { MoneyKind, MoneyOf } from '../../shared/records/money-registry.ts';
import { moneyDay } from '../../shared/records/money-registry.ts';
import { MoneyLedger } from './money-ledger.ts';
import type { SampleDay } from './sample-day.ts';
import { postingOn } from './sample-day.ts';

/** The books of the house while its story is told: what lies ahead of the sample's day has not happened yet. */
export class RentalLedger {
  readonly day: SampleDay;
  readonly #books = new MoneyLedger();

  constructor(day: SampleDay) {
    this.day = day;
  }

  get entries(): readonly JournalEntry[] {
    return this.#books.entries;
  }

  get records(): readonly StoredMoney[] {
    return this.#books.money;
  }

  /** What the register holds beside the books. */
  get kept(): readonly RegisterChange[] {
    return this.#books.kept;
  }

  /** Keeps a register record as agreed; what the books say of it is added as money moves. */
  keep(change: RegisterChange): void {
    this.#books.keep(change);
  }

  /** Posts a record of money, if its day has come. @throws FaultError when the posting code refuses it. */
  post<K extends MoneyKind>(kind: K, record: MoneyOf<K>): void {
    const on = moneyDay(kind, record) as JournalEntry['businessOn'];
    if (on <= this.day.today) this.#books.post(kind, record, postingOn(this.day, on));
  }
}
