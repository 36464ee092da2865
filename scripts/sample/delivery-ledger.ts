import type { StoredMoney } from '../../lambda/stores/money-store.ts';
import type { LocalDate } from '../../shared/kernel/calendar.ts';
import type { RegisterChange } from '../../shared/ledger/money-posting.ts';
import type { SubjectBalances } from '../../shared/ledger/subject-books.ts';
import type { DeliveryJob } from '../../shared/records/delivery-job.ts';
import type { Invoice } from '../../shared/records/invoice.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type { MoneyKind, MoneyOf } from '../../shared/records/money-registry.ts';
import { MONEY } from '../../shared/records/money-registry.ts';
import { MoneyLedger } from './money-ledger.ts';
import type { SampleDay } from './sample-day.ts';
import { postingOn, stampOn } from './sample-day.ts';

type DeliveryKind = Extract<MoneyKind, `delivery-${string}`>;

/** What a story says of a record of money; its id, its job and its day are added. */
type Told<K extends DeliveryKind> = Omit<
  MoneyOf<K>,
  'id' | 'entityId' | 'jobId' | 'on' | keyof ReturnType<typeof stampOn>
>;

/** The books of one delivery while its story is told. */
export class DeliveryLedger {
  readonly #day: SampleDay;
  readonly #books = new MoneyLedger();
  readonly #agreed: DeliveryJob;

  constructor(day: SampleDay, job: DeliveryJob) {
    this.#day = day;
    this.#agreed = job;
    this.#books.keep({ kind: 'delivery-job', record: job });
  }

  get entries(): readonly JournalEntry[] {
    return this.#books.entries;
  }

  get money(): readonly StoredMoney[] {
    return this.#books.money;
  }

  /** The job as it stands, with what the books say of it. */
  get job(): DeliveryJob {
    return this.#of('delivery-job')[0] ?? this.#agreed;
  }

  get invoices(): readonly Invoice[] {
    return this.#of('invoice');
  }

  get balances(): SubjectBalances {
    return this.#books.balancesOf(this.#agreed.id);
  }

  /** Records money about the job; its id is the job's with a number. @throws FaultError when the posting code refuses it. */
  post<K extends DeliveryKind>(kind: K, on: LocalDate, told: Told<K>): void {
    const { id: jobId, entityId } = this.#agreed;
    const id = `${MONEY[kind].prefix}_${jobId.slice('job_'.length)}-${this.money.length + 1}`;
    const record = { ...told, id, entityId, jobId, on, ...stampOn(this.#day, on) } as unknown as MoneyOf<K>;
    this.#books.post(kind, record, postingOn(this.#day, on));
  }

  #of<K extends RegisterChange['kind']>(kind: K): readonly Extract<RegisterChange, { kind: K }>['record'][] {
    return this.#books.kept.filter((change) => change.kind === kind).map(({ record }) => record as never);
  }
}
