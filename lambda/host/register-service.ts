import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { dayIn } from '../../shared/kernel/calendar.ts';
import { FaultError, fault, orThrow } from '../../shared/kernel/fault.ts';
import { leadChanged, leadReceived } from '../../shared/ledger/leads.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import { withStageDays } from '../../shared/operations/lead-stages.ts';
import { parsed } from '../../shared/records/fields.ts';
import type { Lead } from '../../shared/records/marketing.ts';
import { isCompanyKind } from '../../shared/records/register-kinds.ts';
import type { RecordKind } from '../../shared/records/registry.ts';
import { REGISTER } from '../../shared/records/registry.ts';
import { postingWrites } from '../stores/posting-writes.ts';
import type { RegisterRecord } from '../stores/register-store.ts';
import { companyRegisters, listRegister, readRegister, registerWrite } from '../stores/register-store.ts';
import type { Write } from '../stores/transaction.ts';
import { mustCommit } from '../stores/transaction.ts';
import type { Asking, HostDeps } from './deps.ts';
import { historyWrite } from './history.ts';
import { requireNoMove } from './register-guards.ts';

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
  body: { readonly version: number; readonly record: Readonly<Record<string, unknown>> },
): Promise<RegisterRecord> {
  const known = kindOf(kind);
  const { schema } = REGISTER[known];
  const before = body.version === 0 ? undefined : await stored(deps, known, body.record, recordId);
  const read = orThrow(
    parsed<unknown>(
      schema,
      stamped(asking, body.record, recordId, body.version, before),
      `This ${REGISTER[known].one}`,
    ),
  ) as RegisterRecord;
  const today = dayIn(deps.config.zone, asking.now);
  const record = known === 'lead' ? stagedLead(read, before, today) : read;
  await requireNoMove(deps, known, record, before);
  await requireEntity(deps, record);
  await mustCommit(
    deps.tables,
    recordWrites(deps, asking, known, record, before),
    'Somebody changed this record in the meantime. Look at it again, then decide.',
  );
  return record;
}

/** The writes that keep a record of a register: itself, what is counted because of it, and the audit line. */
export function recordWrites(
  deps: HostDeps,
  asking: Asking,
  kind: RecordKind,
  record: RegisterRecord,
  before: RegisterRecord | undefined,
): Write[] {
  const today = dayIn(deps.config.zone, asking.now);
  return [
    registerWrite(deps.tables, kind, record),
    ...(kind === 'lead' ? leadWrites(deps, asking, asLead(record), before && asLead(before), today) : []),
    historyWrite(deps, asking, 'register.write', record.id, { kind, version: record.version }),
  ];
}

/** A lead is counted in the month it came, once; what a change moves in the counts is written down beside it. */
function leadWrites(deps: HostDeps, asking: Asking, lead: Lead, before: Lead | undefined, today: LocalDate) {
  const context = { postedAt: asking.now, postedBy: asking.user.id };
  const entry = before === undefined ? orThrow(leadReceived(lead, context)) : leadChanged(before, lead, today, context);
  return entry === undefined ? [] : postingWrites(deps.tables, [postingOf(entry)]);
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

function stamped(
  asking: Asking,
  record: Readonly<Record<string, unknown>>,
  id: string,
  version: number,
  before: { readonly createdAt: string; readonly createdBy: string } | undefined,
): unknown {
  const { writtenIn: _, ...own } = record; // what a person changes here is no longer what a document says
  return {
    ...own,
    id,
    createdAt: before?.createdAt ?? asking.now,
    createdBy: before?.createdBy ?? asking.user.id,
    updatedAt: asking.now,
    version: version + 1,
    source: 'manual',
    schemaVersion: 1,
  };
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

function kindOf(kind: string): RecordKind {
  if (Object.hasOwn(REGISTER, kind)) return kind as RecordKind;
  throw new FaultError(fault('not-found', 'There is no such register.'));
}
