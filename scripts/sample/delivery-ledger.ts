import type { StoredMoney } from '../../lambda/stores/money-store.ts';
import type { LocalDate } from '../../shared/kernel/calendar.ts';
import type { Result } from '../../shared/kernel/fault.ts';
import { orThrow } from '../../shared/kernel/fault.ts';
import { DELIVERY_POSTINGS } from '../../shared/ledger/delivery-postings.ts';
import type { RegisterChange } from '../../shared/ledger/money-posting.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import type { SubjectBalances } from '../../shared/ledger/subject-books.ts';
import { subjectAfter } from '../../shared/ledger/subject-books.ts';
import type { DeliveryJob } from '../../shared/records/delivery-job.ts';
import type { Invoice } from '../../shared/records/invoice.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type { MoneyKind } from '../../shared/records/money-registry.ts';
import { MONEY } from '../../shared/records/money-registry.ts';
import type { SampleDay } from './sample-day.ts';
import { postingOn, stampOn } from './sample-day.ts';

type DeliveryKind = keyof typeof DELIVERY_POSTINGS;

/** The books of one delivery while its story is told: what happened on days up to today, and nothing later. */
export class DeliveryLedger {
  readonly entries: JournalEntry[] = [];
  readonly money: StoredMoney[] = [];
  readonly invoices = new Map<string, Invoice>();
  readonly #day: SampleDay;
  job: DeliveryJob;
  balances: SubjectBalances = {};

  constructor(day: SampleDay, job: DeliveryJob) {
    this.#day = day;
    this.job = job;
  }

  /** Records money about the job; its id is the job's with a number. @throws FaultError when the posting code refuses it. */
  post(kind: DeliveryKind, on: LocalDate, what: object): void {
    const { prefix } = MONEY[kind];
    const id = `${prefix}_${this.job.id.slice('job_'.length)}-${this.money.length + 1}`;
    const record = { ...what, id, entityId: this.job.entityId, jobId: this.job.id, on, ...stampOn(this.#day, on) };
    const context = postingOn(this.#day, on);
    const posting = DELIVERY_POSTINGS[kind] as unknown as AnyPosting; // the kind and its record go together by the caller's word
    const entries = orThrow(posting.entries(record, { terms: this.job, subject: this.balances }, context));
    this.entries.push(...entries);
    this.balances = subjectAfter(this.balances, entries.map(postingOf));
    for (const change of posting.beside(
      record,
      { terms: this.job, subject: this.balances, isWithdrawn: false },
      context,
    )) {
      if (change.kind === 'delivery-job') this.job = change.record as DeliveryJob;
      if (change.kind === 'invoice') this.invoices.set(change.record.id, change.record);
    }
    const [own, also] = entries.map((entry) => entry.id);
    const notes = {
      entry: own ?? '',
      ...(also === undefined ? {} : { also: { entityId: this.job.entityId, entry: also } }),
    };
    this.money.push({ kind: kind as MoneyKind, record, notes } as unknown as StoredMoney);
  }
}

interface AnyPosting {
  readonly entries: (record: object, ...more: object[]) => Result<readonly JournalEntry[]>;
  readonly beside: (record: object, ...more: object[]) => readonly RegisterChange[];
}
