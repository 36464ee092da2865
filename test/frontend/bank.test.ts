import { describe, expect, it } from 'vitest';
import type { LineMatches } from '../../frontend/panels/bank/bank-model.ts';
import {
  certainMatches,
  differenceText,
  feeOf,
  mayBeFee,
  recordKey,
  sortedLines,
  standingText,
  transferOf,
} from '../../frontend/panels/bank/bank-model.ts';
import { localDate } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import { aBankLine, aMovement } from '../ledger/a-bank-line.ts';

const line = aBankLine({ id: 'bnk_1', on: localDate('2026-11-12'), cents: cents(-8_420) });
const suggestion = (
  grade: 'certain' | 'likely' | 'possible',
  on: string,
  amount: number,
): LineMatches['suggestions'][number] => ({
  movement: aMovement({ on: localDate(on), cents: cents(amount) }),
  grade,
  daysApart: Math.abs(Number(on.slice(8)) - 12),
  centsApart: cents(Math.abs(amount + 8_420)),
});
const certain: LineMatches = { line, suggestions: [suggestion('certain', '2026-11-12', -8_420)] };
const near: LineMatches = { line: { ...line, id: 'bnk_2' }, suggestions: [suggestion('likely', '2026-11-10', -8_420)] };
const alone: LineMatches = { line: { ...line, id: 'bnk_3' }, suggestions: [] };

describe('lines nothing explains yet', () => {
  it('stand in three heaps: beyond doubt, near something, like nothing', () => {
    expect(sortedLines([alone, near, certain])).toEqual({ certain: [certain], near: [near], alone: [alone] });
  });

  it('are confirmed together only where they are certain and still ticked', () => {
    const other: LineMatches = { ...certain, line: { ...line, id: 'bnk_4' } };
    const matches = certainMatches(sortedLines([certain, other, near]).certain, new Set(['bnk_4']));
    expect(matches).toEqual([{ lineId: 'bnk_1', version: 1, entryId: 'je_1', on: '2026-11-12' }]);
  });

  it('say how far they are from what they may be', () => {
    expect(differenceText(suggestion('likely', '2026-11-10', -8_420), line)).toBe(
      'Same amount, 2 days earlier in the books',
    );
    expect(differenceText(suggestion('possible', '2026-11-13', -8_500), line)).toBe(
      '$0.80 more in the books, 1 day later in the books',
    );
    expect(differenceText(suggestion('likely', '2026-11-12', -8_420), line)).toContain('more than one like it');
  });

  it('are counted in the first sentence, and when there is none it says so', () => {
    const found = { lines: [certain, near, alone], unexplained: 3, accounts: {} };
    expect(standingText(found)).toBe('3 lines of the statements are not explained yet. 1 line beyond doubt.');
    expect(standingText({ lines: [], unexplained: 0, accounts: {} })).toContain('Every bank line is explained');
  });

  it('on the processor’s account become the fee it kept, money going out alone', () => {
    const kept = { ...line, account: '1020', cents: cents(-1_250), memo: 'fee txn_1 Radar' } as const;
    expect(feeOf(kept)).toMatchObject({ cents: 1_250, account: '5040', paidFrom: '1020', memo: 'fee txn_1 Radar' });
    expect([kept, { ...kept, cents: cents(1_250) }, line].map(mayBeFee)).toEqual([true, false, false]);
  });

  it('are recorded once as they stand, and can be recorded anew once that was taken back', () => {
    expect(recordKey(line, 'fee')).toBe('bnk_1-1-as-fee');
    expect(recordKey({ ...line, version: 3 }, 'fee')).not.toBe(recordKey(line, 'fee'));
    expect(recordKey({ ...line, id: `bnk_${'x'.repeat(80)}.1` }, 'fee').length).toBeLessThanOrEqual(60);
  });

  it('become the transfer they were, out of the account or into it', () => {
    const out = transferOf({ ...line, account: '1020' }, '1010');
    expect([out.from, out.to, out.cents]).toEqual(['1020', '1010', 8_420]);
    const into = transferOf({ ...line, cents: cents(8_420) }, '1020');
    expect([into.from, into.to, into.cents]).toEqual(['1020', '1010', 8_420]);
  });
});
