import { can } from '../../shared/access/permissions.ts';
import type { Month } from '../../shared/kernel/calendar.ts';
import { canonicalJson, shortDigest } from '../../shared/kernel/digest.ts';
import { FaultError, fault, orThrow } from '../../shared/kernel/fault.ts';
import type { MoneyBooks } from '../../shared/ledger/money-posting.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import { parsed } from '../../shared/records/fields.ts';
import type { MoneyKind, MoneyNames, MoneyOf } from '../../shared/records/money-registry.ts';
import { isMoneyKind, MONEY, moneySubject } from '../../shared/records/money-registry.ts';
import type { RecordKind } from '../../shared/records/registry.ts';
import type { MoneyListResponse, PostedResponse, RecordMoneyBody } from '../../shared/wire/money.ts';
import type { StoredCharterFile } from '../stores/charter-store.ts';
import type { StoredMoney } from '../stores/money-store.ts';
import { moneyOf, moneyPlace, moneyWrite, readMoney } from '../stores/money-store.ts';
import { companyRegisters, readRegister } from '../stores/register-store.ts';
import type { StoredSubject } from '../stores/subject-store.ts';
import { readSubject } from '../stores/subject-store.ts';
import { committed } from '../stores/transaction.ts';
import { charterFor } from './charter-access.ts';
import type { Asking, HostDeps } from './deps.ts';
import { historyWrite } from './history.ts';
import { bookWrites, entriesOf, postedNotes } from './money-writes.ts';
import { namedRecords } from './named-records.ts';
import { requireOpenMonth } from './open-month.ts';

/** Everything recording money needs to know of what is on record already. */
export interface MoneyContext {
  readonly file: StoredCharterFile | undefined;
  readonly subject: StoredSubject | undefined;
  readonly books: MoneyBooks;
}

/** All money of a business and month, by day, with what became of each record. */
export async function listMoney(
  deps: HostDeps,
  asking: Asking,
  query: { readonly entityId: string; readonly month: Month },
): Promise<MoneyListResponse> {
  await requireEntities(deps, asking, { entityId: query.entityId });
  return { money: await moneyOf(deps.tables, query.entityId, query.month) };
}

/**
 * Records money of any kind: the record, its entries with every balance, what goes beside them and the audit line, in one
 * transaction. The same request key again answers what it became; with another content it is refused. A charter the caller
 * has read already is not read again.
 * @throws FaultError `invalid` naming every field, `refused` for a closed month, `conflict` when somebody was faster.
 */
export async function recordMoney(
  deps: HostDeps,
  asking: Asking,
  kindName: string,
  body: RecordMoneyBody,
  known?: StoredCharterFile,
): Promise<PostedResponse> {
  const kind = moneyKindOf(kindName);
  const record = moneyRecordIn(asking, kind, body);
  await requireEntities(deps, asking, record as MoneyNames);
  const { money, isNew } = await postMoney(deps, asking, kind, record, known);
  return isNew ? { entryId: money.notes.entry, repeated: false } : repeated(money, record);
}

/**
 * Posts a record of money whose business is known, or answers what is on record under its id already.
 * @throws FaultError `invalid` naming every field, `refused` for a closed month, `conflict` when somebody was faster.
 */
export async function postMoney(
  deps: HostDeps,
  asking: Asking,
  kind: MoneyKind,
  record: MoneyOf<MoneyKind>,
  known?: StoredCharterFile,
): Promise<{ readonly money: StoredMoney; readonly isNew: boolean }> {
  const context = await moneyContext(deps, asking, kind, record, known);
  const place = moneyPlace(kind, record);
  const earlier = await readMoney(deps.tables, place);
  if (earlier) return { money: earlier, isNew: false };
  const entries = orThrow(entriesOf(kind, record, context.books, asking));
  const postings = entries.map(postingOf);
  await requireOpenMonth(deps, postings, MONEY[kind].day);
  const money: StoredMoney = { kind, record, notes: postedNotes(entries) };
  const result = await committed(deps.tables, [
    moneyWrite(deps.tables, money),
    ...(await bookWrites(deps, asking, context, postings, [{ kind, record, isWithdrawn: false }])),
    historyWrite(deps, asking, 'money.record', (record as MoneyNames).id, { kind, entry: money.notes.entry }),
  ]);
  if (result.stored) return { money, isNew: true };
  const raced = await readMoney(deps.tables, place);
  if (raced) return { money: raced, isNew: false };
  throw new FaultError(fault('conflict', 'Somebody recorded money about the same thing in the meantime. Try again.'));
}

/** Records money about a charter: its business, and the channel that sold it, are known. */
export async function recordOnCharter(
  deps: HostDeps,
  asking: Asking,
  kind: 'payment' | 'payout' | 'tip-payout',
  charterId: string,
  body: { readonly requestKey: string },
): Promise<PostedResponse> {
  const file = await charterFor(deps, asking, 'money.record', charterId);
  const { requestKey, ...facts } = body;
  const { entityId, channelId } = file.charter;
  const record = { ...facts, entityId, charterId, ...(kind === 'payout' ? { channelId } : {}) };
  return recordMoney(deps, asking, kind, { requestKey, record }, file);
}

/** The record a person entered, stamped, under an id that the request key gives: the same request, the same record. */
export function moneyRecordIn(asking: Asking, kind: MoneyKind, body: RecordMoneyBody): MoneyOf<MoneyKind> {
  const { entityId, charterId } = body.record as Partial<MoneyNames>;
  const stamped = {
    ...body.record,
    id: `${MONEY[kind].prefix}_${shortDigest(`${charterId ?? entityId}|${body.requestKey}`)}`,
    createdAt: asking.now,
    createdBy: asking.user.id,
    updatedAt: asking.now,
    version: 1,
    source: 'manual',
    schemaVersion: 1,
  };
  return orThrow(parsed<unknown>(MONEY[kind].schema, stamped, `This ${MONEY[kind].one}`)) as MoneyOf<MoneyKind>;
}

/** What is on record about the things a record of money names. */
export async function moneyContext(
  deps: HostDeps,
  asking: Asking,
  kind: MoneyKind,
  record: MoneyOf<MoneyKind>,
  known?: StoredCharterFile,
): Promise<MoneyContext> {
  const { charterId, entityId } = record as MoneyNames;
  const subjectId = moneySubject(kind, record);
  const { terms: register } = MONEY[kind] as { readonly terms?: RecordKind };
  const [file, subject, terms, named] = await Promise.all([
    charterId === undefined ? undefined : (known ?? charterFor(deps, asking, 'money.record', charterId)),
    subjectId === undefined ? undefined : readSubject(deps.tables, subjectId),
    register === undefined || subjectId === undefined
      ? undefined
      : readRegister(deps.tables, register, entityId, subjectId),
    namedRecords(deps, kind, [record]),
  ]);
  if (file && file.charter.entityId !== entityId) {
    throw invalid('entityId', 'the charter belongs to another entity');
  }
  const books = {
    ...(file ? { charter: file } : {}),
    subject: subject?.balances ?? {},
    terms,
    ...named,
  };
  return { file, subject, books };
}

/** The kind of money of this name. @throws FaultError `not-found` when there is none. */
export function moneyKindOf(name: string): MoneyKind {
  if (isMoneyKind(name)) return name;
  throw new FaultError(fault('not-found', 'There is no such kind of money.'));
}

/** @throws FaultError `invalid` naming the field when a business is not on record or not the person's to post to. */
export async function requireEntities(
  deps: HostDeps,
  asking: Asking,
  record: Pick<MoneyNames, 'entityId' | 'otherEntityId'>,
): Promise<void> {
  const { entity = [] } = await companyRegisters(deps.tables);
  for (const field of ['entityId', 'otherEntityId'] as const) {
    const named = record[field];
    if (named === undefined) continue;
    const isKnown = entity.some((one) => one.id === named);
    if (!isKnown || !can(asking.user, 'money.record', { entityIds: [named] })) {
      throw invalid(field, `there is no entity ${named}`);
    }
  }
}

function invalid(field: string, message: string): FaultError {
  return new FaultError(fault('invalid', 'This cannot be posted.', [{ field, message }]));
}

function repeated({ record, notes }: StoredMoney, now: MoneyOf<MoneyKind>): PostedResponse {
  if (contentOf(record) === contentOf(now)) return { entryId: notes.entry, repeated: true };
  throw new FaultError(
    fault('refused', 'This request key was used for something else.', [
      { field: 'requestKey', message: 'take a new one for a new posting' },
    ]),
  );
}

/** What a record says, without when and by whom it was written. */
function contentOf(record: object): string {
  const { createdAt: _a, createdBy: _b, updatedAt: _c, ...content } = record as Record<string, unknown>;
  return canonicalJson(content);
}
