import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { dayIn } from '../../shared/kernel/calendar.ts';
import { FaultError, fault, orThrow } from '../../shared/kernel/fault.ts';
import type { PostingContext } from '../../shared/ledger/entry.ts';
import { leadChanged, leadReceived, leadWithdrawn } from '../../shared/ledger/leads.ts';
import type { Posting } from '../../shared/ledger/posting.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import { withStageDays } from '../../shared/operations/lead-stages.ts';
import { oneStanding, resumption } from '../../shared/operations/suspension.ts';
import { parsed } from '../../shared/records/fields.ts';
import type { Lead } from '../../shared/records/marketing.ts';
import type { Recipient } from '../../shared/records/recipient.ts';
import { isCompanyKind, isWithdrawable } from '../../shared/records/register-kinds.ts';
import type { RecordKind } from '../../shared/records/registry.ts';
import { REGISTER } from '../../shared/records/registry.ts';
import { postingWrites } from '../stores/posting-writes.ts';
import type { RegisterRecord } from '../stores/register-store.ts';
import {
  companyRegisters,
  listRegister,
  readRegister,
  registerRemoval,
  registerWrite,
  withdrawnRecordWrite,
} from '../stores/register-store.ts';
import type { Write } from '../stores/transaction.ts';
import { committed, mustCommit } from '../stores/transaction.ts';
import { requireVersion } from './charter-access.ts';
import type { Asking, HostDeps } from './deps.ts';
import { historyWrite } from './history.ts';
import type { RecordBody } from './record-body.ts';
import { stampedRecord } from './record-body.ts';
import { requireNoMove } from './register-guards.ts';
import { requireNothingRests } from './withdrawal-guards.ts';

/** All records of one kind: of the company, or of every entity. */
export async function readAll(
  deps: HostDeps,
  kind: string,
): Promise<{ readonly kind: RecordKind; readonly records: readonly unknown[] }> {
  const known = kindOf(kind);
  if (isCompanyKind(known)) return { kind: known, records: await listRegister(deps.tables, known, 'company') };
  const { entity = [] } = await companyRegisters(deps.tables);
  const lists = await Promise.all(entity.map((one) => listRegister(deps.tables, known, one.id)));
  return { kind: known, records: lists.flat() };
}

/**
 * Creates a record (version 0 seen) or changes it over the version seen. The body is the record without its stamp.
 * @throws FaultError `invalid` naming every field, `conflict` when somebody changed it first.
 */
export async function writeRecord(
  deps: HostDeps,
  asking: Asking,
  kind: string,
  recordId: string,
  body: RecordBody,
): Promise<RegisterRecord> {
  const known = kindOf(kind);
  const { schema } = REGISTER[known];
  const before = body.version === 0 ? undefined : await stored(deps, known, body.record, recordId);
  if (before) requireVersion(before, body.version);
  const read = orThrow(
    parsed<unknown>(schema, stampedRecord(asking, recordId, body, before), `This ${REGISTER[known].one}`),
  ) as RegisterRecord;
  const today = dayIn(deps.config.zone, asking.now);
  const record = asKept(known, read, before, today);
  await requireNoMove(deps, known, record, before);
  await requireEntity(deps, record);
  if (known === 'lead') await requireCampaign(deps, asLead(record));
  const result = await committed(deps.tables, recordWrites(deps, asking, known, record, before));
  if (result.stored) return record;
  requireVersion(await stored(deps, known, body.record, recordId), body.version);
  throw new FaultError(fault('conflict', 'What this record rests on was changed in the meantime. Try again.'));
}

/**
 * Takes a record out of its register, over the version seen, because it never should have been. What it said stays on
 * file beside the reason.
 * @throws FaultError `refused` where others rest on such a record, `not-found`, `conflict` when somebody changed it first.
 */
export async function withdrawRecord(
  deps: HostDeps,
  asking: Asking,
  kind: string,
  recordId: string,
  body: { readonly version: number; readonly reason: string; readonly entityId?: string },
): Promise<{ readonly withdrawn: string }> {
  const known = kindOf(kind);
  if (!isWithdrawable(known)) {
    const message = `a ${REGISTER[known].one} stays on record, because others rest on it; change what it says`;
    throw new FaultError(fault('refused', 'This cannot be withdrawn.', [{ field: 'kind', message }]));
  }
  const place = body.entityId === undefined ? {} : { entityId: body.entityId };
  const record = (await stored(deps, known, place, recordId)) as RegisterRecord;
  const today = dayIn(deps.config.zone, asking.now);
  requireVersion(record, body.version);
  await requireNothingRests(deps, known, record);
  const postings = known === 'lead' ? [postingOf(leadWithdrawn(asLead(record), today, postedNow(asking)))] : [];
  const withdrawn = { at: asking.now, by: asking.user.id, reason: body.reason };
  await mustCommit(
    deps.tables,
    [
      registerRemoval(deps.tables, known, record),
      withdrawnRecordWrite(deps.tables, known, record, withdrawn),
      ...(postings.length === 0 ? [] : postingWrites(deps.tables, postings)),
      historyWrite(deps, asking, 'register.withdraw', recordId, { kind: known, reason: body.reason }),
    ],
    'Somebody changed this record in the meantime. Look at it again, then decide.',
  );
  return { withdrawn: recordId };
}

/** The writes that keep a record of a register, with what is counted because of it. */
function recordWrites(
  deps: HostDeps,
  asking: Asking,
  kind: RecordKind,
  record: RegisterRecord,
  before: RegisterRecord | undefined,
): Write[] {
  const { own, postings } = recordPart(deps, asking, kind, record, before);
  return [...own, ...(postings.length === 0 ? [] : postingWrites(deps.tables, postings))];
}

/** What a record of a register is kept with: the writes of itself and its audit line, and what is counted because of it. */
export function recordPart(
  deps: HostDeps,
  asking: Asking,
  kind: RecordKind,
  record: RegisterRecord,
  before: RegisterRecord | undefined,
): { readonly own: readonly Write[]; readonly postings: readonly Posting[] } {
  const today = dayIn(deps.config.zone, asking.now);
  return {
    own: [
      registerWrite(deps.tables, kind, record),
      historyWrite(deps, asking, 'register.write', record.id, {
        kind,
        version: record.version,
        ...(kind === 'recipient' ? resumption(asRecipient(record), before && asRecipient(before)) : {}),
      }),
    ],
    postings: kind === 'lead' ? leadPostings(asking, asLead(record), before && asLead(before), today) : [],
  };
}

/** A lead is counted in the month it came, once; what a change moves in the counts is written down beside it. */
function leadPostings(asking: Asking, lead: Lead, before: Lead | undefined, today: LocalDate): readonly Posting[] {
  const context = postedNow(asking);
  const entry = before === undefined ? orThrow(leadReceived(lead, context)) : leadChanged(before, lead, today, context);
  return entry === undefined ? [] : [postingOf(entry)];
}

function postedNow(asking: Asking): PostingContext {
  return { postedAt: asking.now, postedBy: asking.user.id };
}

/** A record with what the house itself keeps of it: the days of a lead's stages, the one standing of a recipient. */
function asKept(
  kind: RecordKind,
  read: RegisterRecord,
  before: RegisterRecord | undefined,
  today: LocalDate,
): RegisterRecord {
  if (kind === 'lead') return stagedLead(read, before, today);
  return kind === 'recipient' ? (oneStanding(asRecipient(read)) as RegisterRecord) : read;
}

/** A record of the register of recipients, which the schema has read as one. */
function asRecipient(record: RegisterRecord): Recipient {
  return record as unknown as Recipient;
}

function stagedLead(read: RegisterRecord, before: RegisterRecord | undefined, today: LocalDate): RegisterRecord {
  return withStageDays(asLead(read), before && asLead(before), today) as unknown as RegisterRecord;
}

/** A record of the lead register, which the schema has read as a lead. */
function asLead(record: RegisterRecord): Lead {
  return record as unknown as Lead;
}

async function stored(deps: HostDeps, kind: RecordKind, record: Readonly<Record<string, unknown>>, recordId: string) {
  const entityId = typeof record['entityId'] === 'string' ? record['entityId'] : 'company';
  const before = await readRegister(deps.tables, kind, entityId, recordId);
  if (!before) throw new FaultError(fault('not-found', `There is no such ${REGISTER[kind].one}.`));
  return before;
}

async function requireEntity(deps: HostDeps, record: RegisterRecord): Promise<void> {
  if (record.entityId === undefined) return;
  const { entity = [] } = await companyRegisters(deps.tables);
  if (entity.some((one) => one.id === record.entityId)) return;
  throw new FaultError(
    fault('invalid', 'The record does not fit.', [
      { field: 'record.entityId', message: `there is no entity ${record.entityId}` },
    ]),
  );
}

/** @throws FaultError `invalid` where a lead names a mail campaign its business never sent. */
async function requireCampaign(deps: HostDeps, { entityId, campaignId }: Lead): Promise<void> {
  if (campaignId === undefined || (await readRegister(deps.tables, 'campaign', entityId, campaignId))) return;
  throw new FaultError(
    fault('invalid', 'The record does not fit.', [
      { field: 'record.campaignId', message: `there is no campaign ${campaignId} of ${entityId}` },
    ]),
  );
}

function kindOf(kind: string): RecordKind {
  if (Object.hasOwn(REGISTER, kind)) return kind as RecordKind;
  throw new FaultError(fault('not-found', 'There is no such register.'));
}
