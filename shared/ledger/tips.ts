import type { Result } from '../kernel/fault.ts';
import type { JournalEntry } from '../records/journal.ts';
import type { TipPayout } from '../records/money.ts';
import type { User } from '../records/user.ts';
import type { CharterBooks } from './charter-entry.ts';
import { charterEntry, otherCharter, owedOn } from './charter-entry.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryId, entryUnless, problemIf } from './entry.ts';

/** Somebody who may be paid a tip. */
export type Tipped = Pick<User, 'id' | 'name'>;

/**
 * The crew got the tips guests left for them, everybody together or one person their part: money that was never ours, and
 * never more of it than is held for the charter.
 */
export function tipsPaidOut(
  payout: TipPayout,
  file: CharterBooks,
  context: PostingContext,
  people: readonly Tipped[] = [],
): Result<JournalEntry> {
  const tipped = people.find(({ id }) => id === payout.userId);
  const problems = [
    ...problemIf(payout.cents <= 0, 'cents', 'expected an amount above zero'),
    ...problemIf(payout.cents > owedOn(file, '2300'), 'cents', 'this is more than the tips held for the charter'),
    ...problemIf(payout.userId !== undefined && tipped === undefined, 'userId', 'there is no such person on record'),
    ...otherCharter(payout, file),
  ];
  return entryUnless(problems, () => {
    const draft = {
      id: entryId(payout.id, 'tips'),
      template: 'tips_paid_out' as const,
      businessOn: payout.paidOn,
      memo: `tips paid out${tipped === undefined ? '' : ` to ${tipped.name}`} for ${file.charter.title}`,
      recordId: payout.id,
      lines: [debit('2300', payout.cents), credit('1010', payout.cents)],
      tallies: [],
    };
    return charterEntry(file, draft, context);
  });
}
