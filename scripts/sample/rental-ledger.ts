import type { StoredMoney } from '../../lambda/stores/money-store.ts';
import type { Result } from '../../shared/kernel/fault.ts';
import { orThrow } from '../../shared/kernel/fault.ts';
import type { PostingContext } from '../../shared/ledger/entry.ts';
import type { MoneyBooks, MoneyStanding, RegisterChange } from '../../shared/ledger/money-posting.ts';
import { MONEY_POSTINGS } from '../../shared/ledger/money-posting.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import type { SubjectBalances } from '../../shared/ledger/subject-books.ts';
import { subjectAfter } from '../../shared/ledger/subject-books.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type { MoneyKind, MoneyOf } from '../../shared/records/money-registry.ts';
import { MONEY, moneyDay, moneySubject } from '../../shared/records/money-registry.ts';
import type { SampleDay } from './sample-day.ts';
import { postingOn } from './sample-day.ts';

interface AnyPosting {
  readonly entries: (record: unknown, books: MoneyBooks, context: PostingContext) => Result<readonly JournalEntry[]>;
  readonly beside?: (record: unknown, standing: MoneyStanding, context: PostingContext) => readonly RegisterChange[];
}

/** The books of a business while its story is told, through the same door the app posts by. */
export class RentalLedger {
  readonly entries: JournalEntry[] = [];
  readonly records: StoredMoney[] = [];
  readonly day: SampleDay;
  /** What the register holds beside the books, by kind and id. */
  readonly kept = new Map<string, RegisterChange>();
  readonly subjects = new Map<string, SubjectBalances>();

  constructor(day: SampleDay) {
    this.day = day;
  }

  /** Keeps a register record as agreed; what the books say of it is added as money moves. */
  keep(change: RegisterChange): void {
    this.kept.set(`${change.kind} ${change.record.id}`, change);
  }

  /** Posts a record of money, if its day has come. @throws FaultError when the posting code refuses it. */
  post<K extends MoneyKind>(kind: K, record: MoneyOf<K>): void {
    const on = moneyDay(kind, record);
    if (on > this.day.today) return;
    const subjectId = moneySubject(kind, record);
    const subject = (subjectId && this.subjects.get(subjectId)) || {};
    const termsKind = (MONEY[kind] as { readonly terms?: string }).terms;
    const terms = termsKind === undefined ? undefined : this.kept.get(`${termsKind} ${subjectId}`)?.record;
    const posting = MONEY_POSTINGS[kind] as unknown as AnyPosting; // the registry pairs every kind with its own record
    const context = postingOn(this.day, on as JournalEntry['businessOn']);
    const entries = orThrow(posting.entries(record, { subject, terms }, context));
    this.entries.push(...entries);
    this.records.push({ kind, record, notes: { entry: entries[0]!.id } } as StoredMoney); // every kind makes at least one entry
    if (subjectId === undefined) return;
    const after = subjectAfter(subject, entries.map(postingOf));
    this.subjects.set(subjectId, after);
    for (const change of posting.beside?.(record, { subject: after, terms, isWithdrawn: false }, context) ?? []) {
      this.keep(change);
    }
  }
}
