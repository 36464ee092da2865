import { instant, localDate } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import type { Movement } from '../../shared/ledger/bank-matching.ts';
import type { BankLine } from '../../shared/records/bank-line.ts';

/** A line of jada's bank statement nothing explains yet. */
export function aBankLine(part: Partial<BankLine> = {}): BankLine {
  return {
    id: 'bnk_1',
    entityId: 'jada',
    account: '1010',
    on: localDate('2026-11-12'),
    cents: cents(-8_420),
    memo: 'CARD',
    createdAt: instant('2026-11-13T18:00:00Z'),
    createdBy: 'usr_office',
    updatedAt: instant('2026-11-13T18:00:00Z'),
    version: 1,
    source: 'import',
    schemaVersion: 1,
    ...part,
  };
}

/** Money that left jada's bank, as the books have it. */
export function aMovement(part: Partial<Movement> = {}): Movement {
  return {
    entryId: 'je_1',
    account: '1010',
    on: localDate('2026-11-12'),
    cents: cents(-8_420),
    memo: 'fuel',
    ...part,
  };
}
