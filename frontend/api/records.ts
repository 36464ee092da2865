import type { Form } from '../../shared/records/form.ts';
import type { ChangedCharterResponse } from '../../shared/wire/charters.ts';
import type { CorrectMoneyBody, MoneyListResponse, PostedResponse } from '../../shared/wire/money.ts';
import type {
  ListedRecord,
  ListFormsResponse,
  ListRecordsResponse,
  ReadFormResponse,
  WithdrawRecordBody,
} from '../../shared/wire/records.ts';
import { call } from './client.ts';

/** A record as it is written: its fields by name. */
export type RecordFields = Readonly<Record<string, unknown>>;

/** Every kind of record there is. */
export function listForms(signal: AbortSignal): Promise<ListFormsResponse> {
  return call('listForms', { signal });
}

/** The form of one kind. */
export async function readForm(kind: string, signal?: AbortSignal): Promise<Form> {
  const options = { params: { kind }, ...(signal === undefined ? {} : { signal }) };
  return (await call<ReadFormResponse>('readForm', options)).form;
}

/** All records of one kind. */
export async function listRecords(kind: string, signal?: AbortSignal): Promise<readonly ListedRecord[]> {
  const options = { params: { kind }, ...(signal === undefined ? {} : { signal }) };
  return (await call<ListRecordsResponse>('listRegister', options)).records;
}

/** Adds a record (version 0) or changes it over the version seen. */
export function writeRecord(
  kind: string,
  recordId: string,
  version: number,
  record: RecordFields,
): Promise<ListedRecord> {
  return call('writeRegister', { params: { kind, recordId }, body: { version, record } });
}

/** Takes a record out of its register, with a reason. */
export function withdrawRecord(kind: string, recordId: string, body: WithdrawRecordBody): Promise<unknown> {
  return call('withdrawRecord', { params: { kind, recordId }, body });
}

/** The money of a business and month. */
export function listMoney(entityId: string, month: string, signal: AbortSignal): Promise<MoneyListResponse> {
  return call('listMoney', { query: { entityId, month }, signal });
}

/** Records money; the same key again records nothing twice. */
export function recordMoney(kind: string, requestKey: string, record: RecordFields): Promise<PostedResponse> {
  return call('recordMoney', { params: { kind }, body: { requestKey, record } });
}

/** Takes a record of money back, and records what was meant instead. */
export function correctMoney(kind: string, body: CorrectMoneyBody): Promise<unknown> {
  return call('correctMoney', { params: { kind }, body });
}

/** Opens a charter. */
export function createCharter(body: RecordFields): Promise<ChangedCharterResponse> {
  return call('createCharter', { body });
}
