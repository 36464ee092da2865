import type { Problem } from '../../shared/kernel/fault.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import { clientRecordProblems } from '../../shared/ledger/client-register.ts';
import type { ClosedThrough } from '../../shared/ledger/closing.ts';
import { closedStatementProblems } from '../../shared/ledger/closing.ts';
import { agreementProblems } from '../../shared/ledger/delivery-agreement.ts';
import { problemIf } from '../../shared/ledger/entry.ts';
import { resumeProblems } from '../../shared/operations/suspension.ts';
import type { AccountingPeriod } from '../../shared/records/accounting-period.ts';
import type { BankLine } from '../../shared/records/bank-line.ts';
import type { DeliveryJob } from '../../shared/records/delivery-job.ts';
import type { Recipient } from '../../shared/records/recipient.ts';
import type { RecordKind } from '../../shared/records/registry.ts';
import { readClosedThrough } from '../stores/ledger-store.ts';
import type { RegisterRecord } from '../stores/register-store.ts';
import type { HostDeps } from './deps.ts';

/**
 * Keeps what a move of its own decides, or the books say, from being written as if it were any field of a register, bank
 * lines out of months that are closed, mail from going again where it was stopped without a reason, and what is kept of a
 * client's money as its postings say.
 * @throws FaultError `invalid` naming every such field.
 */
export async function requireNoMove(
  deps: HostDeps,
  kind: RecordKind,
  record: RegisterRecord,
  before: RegisterRecord | undefined,
): Promise<void> {
  const closed = (entityId: string) => readClosedThrough(deps.tables, [entityId]);
  const problems = await recordProblems(kind, record, before, closed);
  if (problems.length > 0) throw new FaultError(fault('invalid', 'The record does not fit.', problems));
}

/** What is wrong with writing a record of a register over what was there; closed months are asked for where they matter. */
export async function recordProblems(
  kind: RecordKind,
  record: RegisterRecord,
  before: RegisterRecord | undefined,
  closedThrough: (entityId: string) => Promise<ClosedThrough>,
): Promise<readonly Problem[]> {
  if (kind === 'accounting-period') {
    return statusProblems(record as unknown as AccountingPeriod, before as unknown as AccountingPeriod | undefined);
  }
  if (kind === 'bank-line') {
    const [line, was] = [record as unknown as BankLine, before as unknown as BankLine | undefined];
    if (line.on === was?.on) return matchProblems(line, was);
    const closed = await closedThrough(line.entityId);
    return [...matchProblems(line, was), ...closedStatementProblems(line, closed, 'record.on')];
  }
  if (kind === 'recipient') {
    const [recipient, was] = [record as unknown as Recipient, before as unknown as Recipient | undefined];
    return [...unseenProblems(recipient), ...resumeProblems(recipient, was)];
  }
  if (kind === 'delivery-job') {
    const problems = agreementProblems(record as unknown as DeliveryJob, before as unknown as DeliveryJob | undefined);
    return problems.map(({ field, message }) => ({ field: `record.${field}`, message }));
  }
  return clientRecordProblems(kind, record as object, before as object | undefined);
}

/** A month is closed and opened again by its own move, which looks at the books; the register only keeps its checks. */
function statusProblems({ status }: AccountingPeriod, before: AccountingPeriod | undefined): readonly Problem[] {
  const message = 'a month is closed, or opened again, by a move of its own';
  return problemIf(status !== (before?.status ?? 'open'), 'record.status', message);
}

/** A report asked for by mail and not among those one may see would be waited for in vain. */
function unseenProblems({ status, grants, subscriptions }: Recipient): readonly Problem[] {
  return subscriptions.flatMap(({ report, cadence }, at) => {
    const isUnseen = status === 'active' && cadence !== 'never' && !grants.some((grant) => grant.report === report);
    const message = 'they may not see this report of any business: add it to the reports they may see';
    return problemIf(isUnseen, `record.subscriptions[${at}].report`, message);
  });
}

/** What a bank line is matched with is said where the books are looked at, and holds for the line as it stood then. */
function matchProblems(line: BankLine, before: BankLine | undefined): readonly Problem[] {
  const message = 'a bank line is matched, or its match taken back, by a move of its own';
  const matched = problemIf(line.matchedEntryId !== before?.matchedEntryId, 'record.matchedEntryId', message);
  if (before?.matchedEntryId === undefined) return matched;
  const held = (['account', 'on', 'cents'] as const).filter((field) => line[field] !== before[field]);
  const still = 'this line is matched: take the match back before it is changed';
  return [...matched, ...held.map((field) => ({ field: `record.${field}`, message: still }))];
}
