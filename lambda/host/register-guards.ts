import type { Problem } from '../../shared/kernel/fault.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import { closedStatementProblems } from '../../shared/ledger/closing.ts';
import { problemIf } from '../../shared/ledger/entry.ts';
import type { AccountingPeriod } from '../../shared/records/accounting-period.ts';
import type { BankLine } from '../../shared/records/bank-line.ts';
import type { RecordKind } from '../../shared/records/registry.ts';
import { readClosedThrough } from '../stores/ledger-store.ts';
import type { RegisterRecord } from '../stores/register-store.ts';
import type { HostDeps } from './deps.ts';

/**
 * Keeps what a move of its own decides from being written as if it were any field of a register, and bank lines out of
 * months that are closed.
 * @throws FaultError `invalid` naming every such field.
 */
export async function requireNoMove(
  deps: HostDeps,
  kind: RecordKind,
  record: RegisterRecord,
  before: RegisterRecord | undefined,
): Promise<void> {
  const problems = await problemsOf(deps, kind, record, before);
  if (problems.length > 0) throw new FaultError(fault('invalid', 'The record does not fit.', problems));
}

async function problemsOf(
  deps: HostDeps,
  kind: RecordKind,
  record: RegisterRecord,
  before: RegisterRecord | undefined,
): Promise<readonly Problem[]> {
  if (kind === 'accounting-period') {
    return statusProblems(record as unknown as AccountingPeriod, before as unknown as AccountingPeriod | undefined);
  }
  if (kind === 'bank-line') {
    const [line, was] = [record as unknown as BankLine, before as unknown as BankLine | undefined];
    if (line.on === was?.on) return matchProblems(line, was);
    const closed = await readClosedThrough(deps.tables, [line.entityId]);
    return [...matchProblems(line, was), ...closedStatementProblems(line, closed, 'record.on')];
  }
  return [];
}

/** A month is closed and opened again by its own move, which looks at the books; the register only keeps its checks. */
function statusProblems({ status }: AccountingPeriod, before: AccountingPeriod | undefined): readonly Problem[] {
  const message = 'a month is closed, or opened again, by a move of its own';
  return problemIf(status !== (before?.status ?? 'open'), 'record.status', message);
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
