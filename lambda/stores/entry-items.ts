import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import { tallyOrder } from '../../shared/ledger/entry.ts';
import type { JournalEntry, JournalLine, Tally } from '../../shared/records/journal.ts';
import { figureAt, placeWithin } from './balance-items.ts';
import { entryKey } from './keys.ts';

/** What an entry counts, stored as what it adds to the items of the month balances. */
type StoredTallies = Readonly<Record<string, Readonly<Record<string, number>>>>;

/**
 * The item an entry is stored as: what its keys say is not said twice, and amounts stand under their account or name, so
 * that a charter's revenue with all it counts stays within one kilobyte.
 */
export function entryItem(entry: JournalEntry): Record<string, unknown> {
  const { entityId, id, businessOn, refs, lines, tallies, ...rest } = entry;
  return {
    ...rest,
    ...refs,
    ...entryKey(entityId, businessOn, id),
    lines: Object.fromEntries(lines.map((line) => [line.account, line.cents])),
    tallies: storedTallies(tallies),
  };
}

/** The entry an item holds. */
export function entryIn(item: Readonly<Record<string, unknown>>): JournalEntry {
  const { pk, sk, lines, tallies, charterId, recordId, channelId, subjectId, ...rest } = item;
  const [, entityId = ''] = String(pk).split('#');
  const [businessOn = '', id = ''] = String(sk).split('#');
  const refs = Object.entries({ charterId, recordId, channelId, subjectId }).filter(([, of]) => of !== undefined);
  return {
    ...(rest as Pick<JournalEntry, 'template' | 'postedAt' | 'postedBy' | 'memo' | 'reverses'>),
    id,
    entityId,
    businessOn: businessOn as LocalDate,
    refs: Object.fromEntries(refs),
    lines: linesIn(lines as Readonly<Record<string, number>>),
    tallies: talliesIn(tallies as StoredTallies),
  };
}

function storedTallies(tallies: readonly Tally[]): StoredTallies {
  const places: Record<string, Record<string, number>> = {};
  for (const { month, group, name, amount } of tallies) {
    const { thing, attribute } = placeWithin(group, name);
    const place = thing === undefined ? month : `${month}#${thing}`;
    places[place] = { ...places[place], [attribute]: amount };
  }
  return places;
}

/** Lines come by account and tallies by name, as they were when the entry was made. */
function linesIn(lines: Readonly<Record<string, number>>): JournalLine[] {
  return Object.keys(lines)
    .sort()
    .map((account) => ({ account, cents: cents(lines[account] ?? 0) }));
}

function talliesIn(places: StoredTallies): Tally[] {
  return Object.entries(places)
    .flatMap(([place, amounts]) => {
      const [month = '', thing] = place.split('#');
      return Object.entries(amounts).map(
        ([attribute, amount]) => ({ month, ...figureAt(thing, attribute), amount: cents(amount) }) as Tally,
      );
    })
    .sort(tallyOrder);
}
