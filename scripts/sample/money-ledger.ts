import { postedNotes } from '../../lambda/host/money-writes.ts';
import type { StoredMoney } from '../../lambda/stores/money-store.ts';
import type { Result } from '../../shared/kernel/fault.ts';
import { orThrow } from '../../shared/kernel/fault.ts';
import type { PostingContext } from '../../shared/ledger/entry.ts';
import type { MoneyBooks, MoneyStanding, RegisterChange } from '../../shared/ledger/money-posting.ts';
import { MONEY_POSTINGS } from '../../shared/ledger/money-posting.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import type { SubjectBalances } from '../../shared/ledger/subject-books.ts';
import { subjectAfter } from '../../shared/ledger/subject-books.ts';
import type { ClientCost, WorkEntry } from '../../shared/records/client-work.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type { MoneyKind, MoneyOf } from '../../shared/records/money-registry.ts';
import { MONEY, moneySubject } from '../../shared/records/money-registry.ts';
import type { RecordKind } from '../../shared/records/registry.ts';
import type { Lease } from '../../shared/records/rental.ts';

/** The books of a business while its story is told, through the same door the app posts by. */
export class MoneyLedger {
  readonly entries: JournalEntry[] = [];
  readonly money: StoredMoney[] = [];
  readonly #kept = new Map<string, RegisterChange>();
  readonly #subjects = new Map<string, SubjectBalances>();

  /** Keeps a register record as it was before any money came of it. */
  keep(change: RegisterChange): void {
    this.#kept.set(`${change.kind} ${change.record.id}`, change);
  }

  /** What is kept beside the books now. */
  get kept(): readonly RegisterChange[] {
    return [...this.#kept.values()];
  }

  /** The accounts of one thing money is about. */
  balancesOf(subjectId: string): SubjectBalances {
    return this.#subjects.get(subjectId) ?? {};
  }

  /** Records money of any kind. @throws FaultError when the posting code refuses it. */
  post<K extends MoneyKind>(kind: K, record: MoneyOf<K>, context: PostingContext): void {
    const posting = MONEY_POSTINGS[kind] as unknown as AnyPosting; // the registry pairs every kind with its own record
    const subjectId = moneySubject(kind, record) ?? '';
    const { terms: termsKind } = MONEY[kind] as { readonly terms?: RecordKind };
    const before = {
      subject: this.balancesOf(subjectId),
      terms: termsKind && this.#kept.get(`${termsKind} ${subjectId}`)?.record,
      billed: { work: this.#all<WorkEntry>('work-entry'), costs: this.#all<ClientCost>('client-cost') },
      leases: this.#all<Lease>('lease'),
    };
    const entries = orThrow(posting.entries(record, before, context));
    const subject = subjectAfter(before.subject, entries.map(postingOf));
    this.#subjects.set(subjectId, subject);
    for (const change of posting.beside?.(record, { ...before, subject, isWithdrawn: false }, context) ?? []) {
      this.keep(change);
    }
    this.entries.push(...entries);
    this.money.push({ kind, record, notes: postedNotes(entries) } as StoredMoney);
  }

  #all<T>(kind: RecordKind): readonly T[] {
    return this.kept.filter((change) => change.kind === kind).map(({ record }) => record as unknown as T);
  }
}

interface AnyPosting {
  readonly entries: (record: unknown, books: MoneyBooks, context: PostingContext) => Result<readonly JournalEntry[]>;
  readonly beside?: (record: unknown, standing: MoneyStanding, context: PostingContext) => readonly RegisterChange[];
}
