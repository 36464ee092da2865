import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { dayIn, plusDays } from '../../shared/kernel/calendar.ts';
import type { Posting } from '../../shared/ledger/posting.ts';
import type { NightSpan } from '../../shared/ledger/stay-nights.ts';
import { stayMonths } from '../../shared/ledger/stay-nights.ts';
import type { SubjectBalances } from '../../shared/ledger/subject-books.ts';
import { subjectAfter } from '../../shared/ledger/subject-books.ts';
import type { Stay } from '../../shared/records/rental.ts';
import { stepTaken } from '../host/money-writes.ts';
import { recordPart } from '../host/register-service.ts';
import type { Write } from '../stores/transaction.ts';
import type { ImportSink, ReadyRow, RowPart } from './import-sink.ts';
import { nothingInCommon } from './import-sink.ts';
import type { ImportWorld } from './import-world.ts';
import { importedMoney, importedPostings, moneyWrites } from './imported-money.ts';
import { registerSink, rowRecord } from './register-sink.ts';
import { atColumns } from './row-problems.ts';

const NIGHTS = 'stay-nights';

/**
 * Rows become stays, and the nights that were slept by today revenue of their months, recorded as a person records them.
 * Nights to come are recorded when they were slept.
 */
export const staySink: ImportSink = {
  ...registerSink('stay', 'sty'),
  desk: (world) => ({
    take: async (row) => atColumns(COLUMNS, () => stayPart(world, row)),
    inCommon: nothingInCommon,
  }),
};

/** Where a row says what the nights of a stay are refused for: they are recorded by their last, and a stay by its first. */
const COLUMNS = { stayId: 'totalCents', on: 'checkIn', from: 'checkIn', until: 'checkOut' } as const;

/** What stands of a stay while its nights are posted one month after the other. */
interface Standing {
  readonly stay: Stay;
  readonly balances: SubjectBalances;
  readonly own: readonly Write[];
  readonly postings: readonly Posting[];
}

function stayPart(world: ImportWorld, row: ReadyRow): RowPart {
  const { deps, asking } = world;
  const stay = rowRecord('stay', 'sty', asking, row) as unknown as Stay; // its schema has read it
  const before: Standing = { stay, balances: {}, own: [], postings: [] };
  const slept = sleptBy(stay, dayIn(deps.config.zone, asking.now));
  const after = slept.reduce((standing, span) => withNights(world, row, standing, span), before);
  const kept = recordPart(deps, asking, 'stay', { ...after.stay, version: 1 }, undefined);
  return {
    own: [...kept.own, ...after.own],
    postings: after.postings,
    subjects: [{ subjectId: stay.id, version: 0, balances: {} }],
  };
}

function withNights(world: ImportWorld, row: ReadyRow, standing: Standing, { from, until }: NightSpan): Standing {
  const { asking, entityId } = world;
  const { stay, balances, own, postings } = standing;
  const body = { entityId, stayId: stay.id, on: plusDays(until, -1), from, until };
  const record = importedMoney(NIGHTS, asking, { ...row, rowId: `${row.rowId}.${from}`, body });
  const posted = importedPostings(NIGHTS, world, record, { subject: balances, terms: stay });
  const after = subjectAfter(balances, posted);
  const step = stepTaken({ kind: NIGHTS, record, isWithdrawn: false }, { subject: after, terms: stay }, asking);
  return {
    stay: step.terms as Stay, // nights are kept with their stay
    balances: after,
    own: [...own, ...moneyWrites(NIGHTS, world, record, posted)],
    postings: [...postings, ...posted],
  };
}

/** The nights of a stay that are over when a day begins, by month. */
function sleptBy(stay: Stay, today: LocalDate): readonly NightSpan[] {
  return stayMonths(stay)
    .filter(({ from }) => from < today)
    .map(({ from, until }) => ({ from, until: until < today ? until : today }));
}
