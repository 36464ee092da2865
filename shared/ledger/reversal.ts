import type { LocalDate } from '../kernel/calendar.ts';
import { monthOf } from '../kernel/calendar.ts';
import type { Result } from '../kernel/fault.ts';
import { negated } from '../kernel/money.ts';
import type { JournalEntry, Tally } from '../records/journal.ts';
import type { CharterBooks } from './charter-entry.ts';
import { isPerformance, marginTakenBack, marginTallies } from './charter-tallies.ts';
import type { PostingContext } from './entry.ts';
import { entryUnless, journalEntry, problemIf } from './entry.ts';

/**
 * The entry that takes another back, on the same business day unless its month has been closed since: every line and
 * tally with the other sign, what was counted in the entry's own month in the month of the reversal. Margins are taken
 * back as they stand now, because costs may have joined the charter, and the charter been performed, since.
 * A reversal cannot itself be reversed: what it took back is recorded anew.
 * @throws RangeError when the entry is about a charter and that charter's books were not brought along.
 */
export function reversal(
  entry: JournalEntry,
  file: CharterBooks | undefined,
  context: PostingContext,
  on: LocalDate = entry.businessOn,
): Result<JournalEntry> {
  if (entry.refs.charterId !== file?.charter.id) throw new RangeError(`${entry.id} needs the books of its charter`);
  const problems = problemIf(entry.reverses !== undefined, 'reverses', 'a reversal cannot be reversed');
  return entryUnless(problems, () => {
    const lines = entry.lines.map((line) => ({ ...line, cents: negated(line.cents) }));
    const reversed = {
      ...entry,
      id: `${entry.id}.reversed`,
      template: 'reversal' as const,
      businessOn: on,
      memo: `reversed: ${entry.memo}`,
      lines,
      reverses: entry.id,
    };
    return journalEntry({ ...reversed, tallies: talliesTakenBack(entry, { ...reversed, lines }, file) }, context);
  });
}

function talliesTakenBack(entry: JournalEntry, reversed: JournalEntry, file: CharterBooks | undefined): Tally[] {
  const others = entry.tallies.filter(({ group }) => group !== 'margin');
  const [from, to] = [monthOf(entry.businessOn), monthOf(reversed.businessOn)];
  const taken = others.map(({ month, amount, ...tally }) => {
    return { ...tally, month: month === from ? to : month, amount: negated(amount) };
  });
  if (file === undefined) return taken;
  const margins = isPerformance(entry.template) ? marginTakenBack(file, entry) : marginTallies(file, reversed);
  return [...taken, ...margins];
}
