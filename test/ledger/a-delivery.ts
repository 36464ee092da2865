import type { Result } from '../../shared/kernel/fault.ts';
import type { Books } from '../../shared/ledger/balances.ts';
import { booksOf, rebuiltBalances } from '../../shared/ledger/balances.ts';
import { DELIVERY_POSTINGS } from '../../shared/ledger/delivery-postings.ts';
import type { MoneyPosting } from '../../shared/ledger/money-posting.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import { reversal } from '../../shared/ledger/reversal.ts';
import type { SubjectBalances } from '../../shared/ledger/subject-books.ts';
import { subjectAfter } from '../../shared/ledger/subject-books.ts';
import type { DeliveryJob } from '../../shared/records/delivery-job.ts';
import { deliveryJobSchema } from '../../shared/records/delivery-job.ts';
import { parsed } from '../../shared/records/fields.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import { MONEY } from '../../shared/records/money-registry.ts';
import { STAMP } from '../facts/a-snapshot.ts';
import { CONTEXT } from './a-record.ts';

type Kind = keyof typeof DELIVERY_POSTINGS;

/** A delivery from San Diego to Ensenada by the day: captain $500, mate $400, deckhand $220, standby $300, meals $45. */
export function aJob(over: { readonly [K in keyof DeliveryJob]?: unknown } = {}): DeliveryJob {
  return {
    id: 'job_1',
    entityId: 'delivery',
    client: 'The owner of Halcyon',
    vesselDesc: 'Halcyon, 46 ft cutter',
    fromPort: 'San Diego',
    toPort: 'Ensenada',
    status: 'contracted',
    rateModel: 'day',
    rateCents: {
      captain: 50_000,
      mate: 40_000,
      deckhand: 22_000,
      travel: 25_000,
      standby: 30_000,
      perDiem: 4_500,
      mile: 400,
      flat: 900_000,
    },
    payCents: { captain: 30_000, mate: 20_000, deckhand: 15_000 },
    markupBps: 1_000,
    estDays: 5,
    estExpensesCents: 50_000,
    depositCents: 200_000,
    contractOnFile: true,
    ...STAMP,
    ...over,
  } as DeliveryJob;
}

/** The books of one job, kept the way the service keeps them: entries, the job's balances, and the job itself. */
export class DeliveryBooks {
  job: DeliveryJob;
  balances: SubjectBalances = {};
  readonly entries: JournalEntry[] = [];

  constructor(job: DeliveryJob = aJob()) {
    this.job = job;
  }

  /** Posts a record; its problems by field when it is refused, and then nothing has changed. */
  post(kind: Kind, id: string, on: string, record: object): readonly string[] {
    const fits = parsed<unknown>(MONEY[kind].schema, this.#record(id, on, record), kind);
    if (!fits.ok) return fits.fault.problems.map(({ field }) => field);
    const books = { terms: this.job, subject: this.balances };
    const result: Result<readonly JournalEntry[]> = postingFor(kind).entries(fits.value, books, CONTEXT);
    if (!result.ok) return result.fault.problems.map(({ field }) => field);
    this.#add(kind, fits.value, result.value, false);
    return [];
  }

  /** Takes back everything a record became. */
  withdraw(kind: Kind, id: string, on: string, record: object): void {
    const mine = this.entries.filter(({ refs, reverses }) => refs.recordId === id && reverses === undefined);
    const back = mine.map((entry) => reversal(entry, undefined, CONTEXT)).flatMap((it) => (it.ok ? [it.value] : []));
    this.#add(kind, this.#record(id, on, record), back, true);
  }

  get books(): Books {
    return booksOf(rebuiltBalances(this.entries));
  }

  /** What the job's accounts hold, debit positive, without those at zero. */
  get held(): Record<string, number> {
    return Object.fromEntries(Object.entries(this.balances).filter(([, amount]) => amount !== 0));
  }

  #record(id: string, on: string, record: object): object {
    return { ...STAMP, id, entityId: this.job.entityId, jobId: this.job.id, on, ...record };
  }

  #add(kind: Kind, record: unknown, entries: readonly JournalEntry[], isWithdrawn: boolean): void {
    this.entries.push(...entries);
    this.balances = subjectAfter(this.balances, entries.map(postingOf));
    const standing = { subject: this.balances, terms: this.job, isWithdrawn };
    for (const change of postingFor(kind).beside?.(record, standing, CONTEXT) ?? []) {
      if (change.kind !== 'delivery-job') continue;
      const fits = parsed<unknown>(deliveryJobSchema, change.record, 'the job as kept');
      if (!fits.ok) throw new Error(JSON.stringify(fits.fault));
      this.job = change.record as DeliveryJob;
    }
  }
}

interface AnyPosting {
  readonly entries: (record: unknown, ...more: unknown[]) => Result<readonly JournalEntry[]>;
  readonly beside?: (...all: unknown[]) => ReturnType<NonNullable<MoneyPosting<Kind>['beside']>>;
}

function postingFor(kind: Kind): AnyPosting {
  return DELIVERY_POSTINGS[kind] as unknown as AnyPosting;
}
