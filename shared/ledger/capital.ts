import type { LocalDate } from '../kernel/calendar.ts';
import type { Result } from '../kernel/fault.ts';
import type { Cents } from '../kernel/money.ts';
import type { JournalEntry } from '../records/journal.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryId, entryUnless, journalEntry, problemIf } from './entry.ts';

/** Money an owner put into the business, to the operating account. */
export interface OwnerContribution {
  readonly id: string;
  readonly entityId: string;
  readonly cents: Cents;
  readonly on: LocalDate;
}

/** An owner put money in: the business is richer and owes it to its owner. Neither revenue nor a loan. */
export function ownerContribution(contribution: OwnerContribution, context: PostingContext): Result<JournalEntry> {
  const problems = problemIf(contribution.cents <= 0, 'cents', 'expected an amount above zero');
  return entryUnless(problems, () =>
    journalEntry(
      {
        id: entryId(contribution.id, 'contribution'),
        entityId: contribution.entityId,
        template: 'owner_contribution',
        businessOn: contribution.on,
        memo: 'owner contribution',
        refs: { recordId: contribution.id },
        lines: [debit('1010', contribution.cents), credit('3000', contribution.cents)],
        tallies: [],
      },
      context,
    ),
  );
}
