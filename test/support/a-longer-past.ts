import type { Portfolio } from '../../scripts/sample/portfolio.ts';
import { plusDays } from '../../shared/kernel/calendar.ts';
import { rebuiltBalances } from '../../shared/ledger/balances.ts';
import { openCharterOf } from '../../shared/ledger/open-charter.ts';
import type { CharterFile } from '../../shared/records/charter.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';

/** No charter of the past month is repeated, so that what lies ahead and what is still open stay the same. */
const REPEATED_UNTIL_DAYS = -31;

/** A charter with the entries of its life. */
export interface PastCharter {
  readonly file: CharterFile;
  readonly entries: readonly JournalEntry[];
}

/**
 * The same company with so many entries or a few more: the charters it has settled happened again and again, in the same
 * months, through the same channels. What is open, ahead or kept in registers is the same.
 */
export function withEntries(portfolio: Portfolio, wanted: number): Portfolio {
  const more = [...chartersAgain(portfolio, wanted)];
  const entries = [...portfolio.entries, ...more.flatMap((one) => one.entries)];
  const files = [...portfolio.files, ...more.map(({ file }) => file)];
  return { ...portfolio, files, entries, balances: rebuiltBalances(entries) };
}

/** The charters such a company has more than this one, each made when it is asked for. */
export function* chartersAgain(portfolio: Portfolio, wanted: number): Generator<PastCharter> {
  const settled = portfolio.files.filter(
    ({ charter, balances }) =>
      charter.sailsOn < plusDays(portfolio.day.today, REPEATED_UNTIL_DAYS) && !openCharterOf(charter, balances),
  );
  const entriesOf = new Map<string, JournalEntry[]>();
  for (const entry of portfolio.entries) {
    const { charterId = '' } = entry.refs;
    entriesOf.set(charterId, [...(entriesOf.get(charterId) ?? []), entry]);
  }
  let held = portfolio.entries.length;
  for (let round = 1; held < wanted; round += 1) {
    for (const { charter, balances } of settled) {
      const file: CharterFile = { charter, balances, checklist: [], slots: [], guests: [] };
      const again = repeated({ file, entries: entriesOf.get(charter.id) ?? [] }, charter.id, round);
      yield again;
      held += again.entries.length;
      if (held >= wanted) return;
    }
  }
}

/** The same under ids of their own: those of a charter, its money and its entries have one stem. */
function repeated<T>(records: T, charterId: string, round: number): T {
  const stem = charterId.slice(charterId.indexOf('_') + 1);
  return JSON.parse(JSON.stringify(records).replaceAll(stem, `${stem}x${round}`)) as T;
}
