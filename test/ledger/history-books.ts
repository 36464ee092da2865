import type { Result } from '../../shared/kernel/fault.ts';
import { orThrow } from '../../shared/kernel/fault.ts';
import type { MoneyBooks } from '../../shared/ledger/money-posting.ts';
import { MONEY_POSTINGS } from '../../shared/ledger/money-posting.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import { reversal } from '../../shared/ledger/reversal.ts';
import type { SubjectBalances } from '../../shared/ledger/subject-books.ts';
import { subjectAfter } from '../../shared/ledger/subject-books.ts';
import type { Charter } from '../../shared/records/charter.ts';
import { parsed } from '../../shared/records/fields.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type { MoneyKind, MoneyNames, MoneyOf } from '../../shared/records/money-registry.ts';
import { MONEY, moneySubject } from '../../shared/records/money-registry.ts';
import type { RecordKind, RecordOf } from '../../shared/records/registry.ts';
import { CONTEXT } from './a-record.ts';
import { SetOfBooks } from './a-set-of-books.ts';

/** A record of money that was posted and has not been taken back. */
export interface PostedMoney {
  readonly kind: MoneyKind;
  readonly record: MoneyOf<MoneyKind>;
  readonly entries: readonly JournalEntry[];
}

/** A set of books that takes any kind of money through the one door there is, and keeps what stands beside it. */
export class HistoryBooks {
  readonly held = new SetOfBooks();
  readonly charters: string[] = [];
  /** Records of the registers that are no money: leads, spending on advertising, invoices, targets. */
  readonly registers: { readonly [K in RecordKind]?: object[] } = {};
  readonly kinds = new Set<MoneyKind>();
  #posted: PostedMoney[] = [];
  readonly #subjects = new Map<string, SubjectBalances>();
  readonly #terms = new Map<string, unknown>();

  get entries(): readonly JournalEntry[] {
    return this.held.entries;
  }

  get posted(): readonly PostedMoney[] {
    return this.#posted;
  }

  subject(subjectId: string): SubjectBalances {
    return this.#subjects.get(subjectId) ?? {};
  }

  /** The subjects anything was posted about, such as loans and bills. */
  get subjects(): ReadonlyMap<string, SubjectBalances> {
    return this.#subjects;
  }

  keep(charter: Charter): void {
    if (!this.charters.includes(charter.id)) this.charters.push(charter.id);
    this.held.keep(charter);
  }

  /** Adds a record to a register, as the reports will read it. */
  note(kind: RecordKind, record: object): void {
    const registers = this.registers as Record<string, object[]>;
    registers[kind] = [...(registers[kind] ?? []), record];
  }

  /** Keeps what was agreed about a subject before any money came of it. */
  agree<Agreed extends { readonly id: string }>(kind: RecordKind, record: Agreed): void {
    const at = `${kind} ${record.id}`;
    if (!this.#terms.has(at)) this.#terms.set(at, record);
  }

  /** What was agreed about a subject, as its books have it now. */
  agreed<Agreed>(kind: RecordKind, id: string): Agreed | undefined {
    return this.#terms.get(`${kind} ${id}`) as Agreed | undefined;
  }

  /** The records of a kind that stand beside the books. */
  recordsOf<K extends RecordKind>(kind: K): readonly RecordOf<K>[] {
    const ours = [...this.#terms].filter(([at]) => at.startsWith(`${kind} `));
    return ours.map(([, record]) => record as RecordOf<K>);
  }

  /** Posts the entry unless the rules refuse it or it is there already; answers whether it was posted. */
  tryToPost(result: Result<JournalEntry>): boolean {
    if (!result.ok || this.held.has(result.value.id)) return false;
    this.#post(result);
    return true;
  }

  /** Records money of any kind; a record that does not fit its schema fails the test, a refusal does not. */
  record(kind: MoneyKind, fields: object): boolean {
    const checked = parsed<unknown>(MONEY[kind].schema, fields, `the ${kind}`);
    if (!checked.ok) throw new Error(JSON.stringify(checked.fault));
    const record = checked.value as MoneyOf<MoneyKind>;
    const result = posting(kind)(record, this.#booksFor(kind, record), CONTEXT);
    if (!result.ok) return false;
    for (const entry of result.value) this.#post({ ok: true, value: entry });
    this.kinds.add(kind);
    this.#posted.push({ kind, record, entries: result.value });
    this.#standBeside(kind, record, false);
    return true;
  }

  /** Takes money back, on its own day or on a later one, unless something stands on it; answers whether it did. */
  withdraw(money: PostedMoney, on?: JournalEntry['businessOn']): boolean {
    const reversals = money.entries.map((entry) => {
      const { charterId } = entry.refs;
      return reversal(entry, charterId === undefined ? undefined : this.held.file(charterId), CONTEXT, on);
    });
    const { subject, terms } = this.#booksFor(money.kind, money.record);
    const left = subjectAfter(
      subject,
      reversals.map((result) => postingOf(orThrow(result))),
    );
    const was = { record: money.record as never, terms: terms as never, subject };
    if ((MONEY_POSTINGS[money.kind].takenBack?.(left, false, was) ?? []).length > 0) return false;
    for (const result of reversals) this.#post(result);
    this.#posted = this.#posted.filter((one) => one !== money);
    this.#standBeside(money.kind, money.record, true);
    return true;
  }

  #post(result: Result<JournalEntry>): void {
    const entry = this.held.post(result);
    const { subjectId } = entry.refs;
    if (subjectId === undefined) return;
    this.#subjects.set(subjectId, subjectAfter(this.subject(subjectId), [postingOf(entry)]));
  }

  #booksFor(kind: MoneyKind, record: MoneyOf<MoneyKind>): MoneyBooks {
    const { charterId } = record as MoneyNames;
    const subjectId = moneySubject(kind, record);
    return {
      ...(charterId === undefined ? {} : { charter: this.held.file(charterId) }),
      subject: subjectId === undefined ? {} : this.subject(subjectId),
      terms: this.#termsOf(kind, subjectId),
      billed: { work: this.recordsOf('work-entry'), costs: this.recordsOf('client-cost') },
      leases: this.recordsOf('lease'),
    };
  }

  #termsOf(kind: MoneyKind, subjectId: string | undefined): unknown {
    const { terms } = MONEY[kind] as { readonly terms?: string };
    return terms === undefined ? undefined : this.#terms.get(`${terms} ${subjectId}`);
  }

  #standBeside(kind: MoneyKind, record: MoneyOf<MoneyKind>, isWithdrawn: boolean): void {
    const { subject, terms, billed } = this.#booksFor(kind, record);
    const changes = MONEY_POSTINGS[kind].beside?.(
      record as never,
      { subject, terms: terms as never, ...(billed ? { billed } : {}), isWithdrawn },
      CONTEXT,
    );
    for (const change of changes ?? []) this.#terms.set(`${change.kind} ${change.record.id}`, change.record);
  }
}

type AnyPosting = (
  record: MoneyOf<MoneyKind>,
  books: MoneyBooks,
  context: typeof CONTEXT,
) => Result<readonly JournalEntry[]>;

function posting(kind: MoneyKind): AnyPosting {
  return MONEY_POSTINGS[kind].entries as AnyPosting;
}
