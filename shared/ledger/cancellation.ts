import { monthOf } from '../kernel/calendar.ts';
import type { Problem, Result } from '../kernel/fault.ts';
import type { Charter } from '../records/charter.ts';
import type { JournalEntry } from '../records/journal.ts';
import type { CharterBooks } from './charter-entry.ts';
import { charterEntry, owedOn } from './charter-entry.ts';
import { tally } from './charter-tallies.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryId, entryUnless, problemIf, unpostable } from './entry.ts';

/**
 * The charter will not sail: of the deposits held, a part is kept as income and the rest is due back, and with it any
 * tip paid in advance. Counts as a cancellation, or as a no-show, in the month the charter was to sail.
 */
export function charterCancelled(file: CharterBooks, context: PostingContext): Result<JournalEntry> {
  const { charter } = file;
  const { cancellation } = charter;
  if (cancellation === undefined) {
    return unpostable([{ field: 'cancellation', message: 'who cancelled, and when, is not recorded' }]);
  }
  return entryUnless(cancellationProblems(file, cancellation), () => {
    const heldCents = owedOn(file, '2100');
    const tipCents = owedOn(file, '2300');
    const name = charter.lifecycle === 'no_show' ? 'no-show' : `cancelled-${cancellation.by}`;
    const draft = {
      id: entryId(charter.id, 'cancelled'),
      template: 'charter_cancelled' as const,
      businessOn: cancellation.on,
      memo: `${charter.lifecycle === 'no_show' ? 'no-show' : `cancelled by ${cancellation.by}`}: ${charter.title}`,
      lines: [
        debit('2100', heldCents),
        debit('2300', tipCents),
        credit('4090', cancellation.retainedCents),
        credit('2400', heldCents - cancellation.retainedCents + tipCents),
      ],
      tallies: [
        tally(monthOf(charter.sailsOn), 'operations', name, 1),
        tally(monthOf(charter.sailsOn), 'channels', `${charter.channelId}.${name}`, 1),
      ],
    };
    return charterEntry(file, draft, context);
  });
}

type Cancellation = NonNullable<Charter['cancellation']>;

function cancellationProblems(file: CharterBooks, { retainedCents, refundCents }: Cancellation): readonly Problem[] {
  const heldCents = owedOn(file, '2100');
  if (retainedCents > heldCents) {
    return [{ field: 'cancellation.retainedCents', message: 'more would be kept than is held for this charter' }];
  }
  return problemIf(
    retainedCents + refundCents !== heldCents,
    'cancellation.refundCents',
    'what is kept and what is refunded do not add up to what is held for this charter',
  );
}
