import { FaultError, fault, orThrow } from '../../shared/kernel/fault.ts';
import { firstOpenDay } from '../../shared/ledger/closing.ts';
import { overdrawnProblems } from '../../shared/ledger/gift-cards.ts';
import { balancesAfter } from '../../shared/ledger/open-charter.ts';
import type { Posting } from '../../shared/ledger/posting.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import { reversal } from '../../shared/ledger/reversal.ts';
import { subjectAfter } from '../../shared/ledger/subject-books.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type { MoneyKind, MoneyNames, MoneyOf } from '../../shared/records/money-registry.ts';
import { MONEY, moneyDay, moneySubject } from '../../shared/records/money-registry.ts';
import type { CorrectedResponse, CorrectMoneyBody } from '../../shared/wire/money.ts';
import { readClosedThrough, readEntry } from '../stores/ledger-store.ts';
import type { StoredMoney } from '../stores/money-store.ts';
import { moneyPlace, moneyWrite, readMoney, withdrawnWrite } from '../stores/money-store.ts';
import { committed } from '../stores/transaction.ts';
import { undoneMatchWrites } from './bank-service.ts';
import type { Asking, HostDeps } from './deps.ts';
import { historyWrite } from './history.ts';
import type { MoneyContext } from './money-service.ts';
import { moneyContext, moneyKindOf, moneyRecordIn, requireEntities } from './money-service.ts';
import { bookWrites, entriesOf, postedNotes, stepTaken, takenBackProblems } from './money-writes.ts';
import { namedRecords } from './named-records.ts';
import { requireOpenMonth } from './open-month.ts';

/**
 * Takes a record of money back and, where another is given, records that in its place: the reversal, the new entries and
 * the links between the two are one transaction, in which bank lines it explained become unexplained. Nothing that was posted is ever changed. What was posted into a month
 * that has been closed since is taken back on the first day that is still open.
 * @throws FaultError `not-found`, `invalid` or `refused` naming the field, `conflict` when somebody was faster.
 */
export async function correctMoney(
  deps: HostDeps,
  asking: Asking,
  kindName: string,
  body: CorrectMoneyBody,
): Promise<CorrectedResponse> {
  const kind = moneyKindOf(kindName);
  const old = await storedFor(deps, asking, kind, body.of);
  if (old.notes.withdrawn) return alreadyWithdrawn(asking, kind, old, body);
  const found = await moneyContext(deps, asking, kind, old.record);
  const instead = body.record === undefined ? undefined : replacement(asking, kind, old, body);
  const named = await namedRecords(deps, kind, instead === undefined ? [old.record] : [old.record, instead]);
  const context = { ...found, books: { ...found.books, ...named } };
  const reversals = (await reversalsOf(deps, asking, old, context)).map(postingOf);
  const postings = [
    ...reversals,
    ...(instead === undefined ? [] : newPostings(asking, old, instead, context, reversals)),
  ];
  requireNotSpent(old, context, postings, instead !== undefined);
  await requireOpenMonth(deps, postings, MONEY[kind].day);
  const id = (old.record as MoneyNames).id;
  const newId = instead === undefined ? undefined : (instead as MoneyNames).id;
  const entries = postings.slice(reversals.length).map(({ entry }) => entry);
  const result = await committed(deps.tables, [
    withdrawnWrite(deps.tables, old, {
      at: asking.now,
      by: asking.user.id,
      reason: body.reason,
      ...(newId === undefined ? {} : { for: newId }),
    }),
    ...(instead === undefined
      ? []
      : [moneyWrite(deps.tables, { kind, record: instead, notes: { ...postedNotes(entries), replaces: id } })]),
    ...(await bookWrites(deps, asking, context, postings, [
      { kind, record: old.record, isWithdrawn: true },
      ...(instead === undefined ? [] : [{ kind, record: instead, isWithdrawn: false }]),
    ])),
    ...(await undoneMatchWrites(
      deps,
      asking,
      reversals.map(({ entry }) => entry),
    )),
    historyWrite(deps, asking, 'money.correct', id, {
      kind,
      reason: body.reason,
      ...(newId === undefined ? {} : { for: newId }),
    }),
  ]);
  if (!result.stored) {
    throw new FaultError(fault('conflict', 'Somebody recorded money about the same thing in the meantime. Try again.'));
  }
  return { withdrawn: id, ...(newId === undefined ? {} : { recorded: newId }), repeated: false };
}

async function storedFor(
  deps: HostDeps,
  asking: Asking,
  kind: MoneyKind,
  of: CorrectMoneyBody['of'],
): Promise<StoredMoney> {
  const named = { ...of, [MONEY[kind].day]: of.on } as unknown as MoneyOf<MoneyKind>;
  await requireEntities(deps, asking, of);
  const stored = await readMoney(deps.tables, moneyPlace(kind, named));
  if (stored?.kind === kind && (stored.record as MoneyNames).entityId === of.entityId) return stored;
  throw new FaultError(fault('not-found', `There is no such ${MONEY[kind].one}.`));
}

/** The same request again answers what it did; another is told that there is nothing left to take back. */
function alreadyWithdrawn(
  asking: Asking,
  kind: MoneyKind,
  old: StoredMoney,
  body: CorrectMoneyBody,
): CorrectedResponse {
  const { id } = old.record as MoneyNames;
  const by = old.notes.withdrawn?.for;
  const wanted = body.record === undefined ? undefined : (replacement(asking, kind, old, body) as MoneyNames).id;
  if (by === wanted && old.notes.withdrawn?.reason === body.reason) {
    return { withdrawn: id, ...(by === undefined ? {} : { recorded: by }), repeated: true };
  }
  throw new FaultError(
    fault('refused', 'This was taken back already.', [
      { field: 'of.id', message: `it was withdrawn: ${old.notes.withdrawn?.reason ?? ''}` },
    ]),
  );
}

/** @throws FaultError `refused` when what is taken back has been spent since. */
function requireNotSpent(
  old: StoredMoney,
  { subject, books }: MoneyContext,
  postings: readonly Posting[],
  isReplaced: boolean,
): void {
  const left = subjectAfter(subject?.balances ?? {}, postings);
  const problems = [...overdrawnProblems(left), ...takenBackProblems(old, left, isReplaced, books)];
  if (problems.length > 0) throw new FaultError(fault('refused', 'This cannot be taken back.', problems));
}

/** What is recorded in its place: of the same business, charter and subject, so that one look at their books decides both. */
function replacement(asking: Asking, kind: MoneyKind, old: StoredMoney, body: CorrectMoneyBody): MoneyOf<MoneyKind> {
  const instead = moneyRecordIn(asking, kind, { requestKey: body.requestKey, record: body.record ?? {} });
  const [was, is] = [old.record as MoneyNames, instead as MoneyNames];
  const fields = ['entityId', 'charterId', 'otherEntityId'] as const;
  const moved = fields.filter((field) => was[field] !== is[field]);
  const other = moneySubject(kind, old.record) === moneySubject(kind, instead) ? [] : ['record'];
  const problems = [...moved.map((field) => `record.${field}`), ...other].map((field) => ({
    field,
    message: 'take the record back and record a new one instead: this belongs to something else',
  }));
  if (problems.length > 0) throw new FaultError(fault('invalid', 'This is no correction.', problems));
  return instead;
}

async function reversalsOf(
  deps: HostDeps,
  asking: Asking,
  { kind, record, notes }: StoredMoney,
  { file }: MoneyContext,
): Promise<JournalEntry[]> {
  const { entityId } = record as MoneyNames;
  const businessOn = moneyDay(kind, record) as JournalEntry['businessOn'];
  const places = [{ entityId, id: notes.entry }, ...(notes.also ? [{ ...notes.also, id: notes.also.entry }] : [])];
  const closed = await readClosedThrough(
    deps.tables,
    places.map((place) => place.entityId),
  );
  return Promise.all(
    places.map(async (place) => {
      const entry = await readEntry(deps.tables, { ...place, businessOn });
      if (!entry) throw new Error(`the books hold no entry ${place.id}`);
      const open = firstOpenDay(closed, place.entityId);
      const on = open !== undefined && open > businessOn ? open : businessOn;
      return orThrow(reversal(entry, file, { postedAt: asking.now, postedBy: asking.user.id }, on));
    }),
  );
}

/** The postings of what is recorded instead, decided on what stands once the old record is taken back. */
function newPostings(
  asking: Asking,
  { kind, record }: StoredMoney,
  instead: MoneyOf<MoneyKind>,
  { file, subject, books }: MoneyContext,
  reversals: readonly Posting[],
): Posting[] {
  const left = subjectAfter(subject?.balances ?? {}, reversals);
  const { terms } = stepTaken({ kind, record, isWithdrawn: true }, { ...books, subject: left }, asking);
  const charter = file && { ...file, balances: balancesAfter(file.balances, reversals) };
  const after = { ...books, ...(charter ? { charter } : {}), subject: left, terms };
  return orThrow(entriesOf(kind, instead, after, asking)).map(postingOf);
}
