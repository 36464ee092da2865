import { monthOf } from '../kernel/calendar.ts';
import type { Problem, Result } from '../kernel/fault.ts';
import type { Charter } from '../records/charter.ts';
import type { JournalEntry } from '../records/journal.ts';
import type { CharterBooks } from './charter-entry.ts';
import { charterEntry, heldOn, owedOn, releasedLines } from './charter-entry.ts';
import { tally } from './charter-tallies.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryId, entryUnless, problemIf, unpostable } from './entry.ts';

/**
 * The charter will not sail: of the deposits held, a part is kept as income, a part may become a credit for a later trip,
 * and the rest is due back, and with it any tip paid in advance. Counts as a cancellation, or as a no-show, in the month the charter was to sail.
 */
export function charterCancelled(file: CharterBooks, context: PostingContext): Result<JournalEntry> {
  const { charter } = file;
  const { cancellation } = charter;
  if (cancellation === undefined) {
    return unpostable([{ field: 'cancellation', message: 'who cancelled, and when, is not recorded' }]);
  }
  return entryUnless(cancellationProblems(file, cancellation), () => {
    const heldCents = heldOn(file);
    const { retainedCents, creditCents = 0 } = cancellation;
    const tipCents = owedOn(file, '2300');
    const name = charter.lifecycle === 'no_show' ? 'no-show' : `cancelled-${cancellation.by}`;
    const draft = {
      id: entryId(charter.id, 'cancelled'),
      template: 'charter_cancelled' as const,
      businessOn: cancellation.on,
      memo: `${charter.lifecycle === 'no_show' ? 'no-show' : `cancelled by ${cancellation.by}`}: ${charter.title}`,
      ...(creditCents > 0 ? { subjectId: creditIdOf(charter) } : {}),
      lines: [
        ...releasedLines(file, heldCents),
        debit('2300', tipCents),
        credit('4090', retainedCents),
        credit('2110', creditCents),
        credit('2400', heldCents - retainedCents - creditCents + tipCents),
      ],
      tallies: [
        tally(monthOf(charter.sailsOn), 'operations', name, 1),
        tally(monthOf(charter.sailsOn), 'channels', `${charter.channelId}.${name}`, 1),
      ],
    };
    return charterEntry(file, draft, context);
  });
}

/** The id of the credit a guest has from a charter that did not sail: it pays for a later one as a gift card does. */
export function creditIdOf(charter: Pick<Charter, 'id'>): string {
  return `crd_${charter.id.slice(charter.id.indexOf('_') + 1)}`;
}

type Cancellation = NonNullable<Charter['cancellation']>;

function cancellationProblems(file: CharterBooks, cancellation: Cancellation): readonly Problem[] {
  const { retainedCents, refundCents, creditCents = 0 } = cancellation;
  const heldCents = heldOn(file);
  if (retainedCents > heldCents) {
    return [{ field: 'cancellation.retainedCents', message: 'more would be kept than is held for this charter' }];
  }
  return problemIf(
    retainedCents + refundCents + creditCents !== heldCents,
    'cancellation.refundCents',
    'what is kept, credited and refunded does not add up to what is held for this charter',
  );
}
