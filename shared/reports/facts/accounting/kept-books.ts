import type { Month } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { measured, unknown } from '../../../kernel/measured.ts';
import type { ItemKind } from '../../../records/register-kinds.ts';
import type { RecordOf } from '../../../records/registry.ts';
import { REGISTER } from '../../../records/registry.ts';
import type { Source } from '../../../records/snapshot.ts';
import { readOff } from '../book-reads.ts';
import { nameOf, namesOf } from '../naming.ts';
import { unreadable } from '../readings.ts';
import type { FactView } from '../view.ts';
import { isExpected, narrowedTo } from '../view.ts';

/** What every figure of the books has in common. */
export const BOOKS = {
  unit: 'cents',
  perEntity: true,
  owner: 'Accounting',
  needs: ['balances'],
  source: 'policy default: businesses that keep no books are named and left out, never counted as zero',
} as const;

/** The businesses whose books have begun by the period's last month. */
export function keepers(view: FactView): readonly string[] {
  return view.entityIds.filter((id) => (view.books.months([id])[0] ?? '9999-12') <= view.month);
}

/**
 * A figure off the books of those businesses that keep any; the others are named in the basis. Unknown when the books
 * cannot be read or nobody keeps them.
 */
export function offTheBooks(view: FactView, read: (kept: FactView) => number): Measured<number> {
  if (view.balances.state === 'unreadable') return unreadable('journal entries', view.balances.because);
  const ids = keepers(view);
  if (ids.length === 0) return unknown(`journal entries of ${namesOf(view)}`);
  const without = view.entityIds.filter((id) => !ids.includes(id) && isExpected(view, id, view.month));
  const left = without.length === 0 ? '' : ` (none kept for ${namesOf(view, without)})`;
  const records = `journal entries of ${namesOf(view, ids)} up to ${view.month}${left}`;
  return readOff(view, { records, asOf: view.asOn }, () => read(narrowedTo(view, ids)));
}

/** What accounts stand at when a month closes (the period's last unless told), debit positive. */
export function standingAt(view: FactView, codes: readonly string[], through: Month = view.month): Measured<number> {
  return offTheBooks(view, (kept) => kept.books.accountThrough(kept.entityIds, through, codes));
}

/** What accounts stand at with everything that was ever written down, whatever the period, debit positive. */
export function standingNow(view: FactView, codes: readonly string[]): Measured<number> {
  return standingAt(view, codes, view.books.months(view.entityIds).at(-1) ?? view.month);
}

/** What is owed on accounts, positive. */
export function owedAt(view: FactView, codes: readonly string[], through?: Month): Measured<number> {
  const standing = standingAt(view, codes, through);
  return standing.state === 'unknown' ? standing : { ...standing, value: 0 - standing.value };
}

/**
 * The records of a kind of which only open ones are read. An empty list means "none open" where the business keeps
 * accounting periods, that is, closes its months; elsewhere it means nothing, and the figure is unknown.
 */
export function openItems<K extends ItemKind>(view: FactView, kind: K): Measured<readonly RecordOf<K>[]> {
  const { many } = REGISTER[kind];
  const [source, periods] = [view.registers[kind] as Source<RecordOf<K>>, view.registers['accounting-period']];
  if (source.state === 'unreadable') return unreadable(many, source.because);
  if (periods.state === 'unreadable') return unreadable('accounting periods', periods.because);
  const known = new Set([...source.records, ...periods.records].map(({ entityId }) => entityId));
  const silent = view.entityIds.filter((id) => !known.has(id));
  if (silent.length === view.entityIds.length) {
    return unknown(...silent.map((id) => `accounting periods and ${many} of ${nameOf(view, id)}`));
  }
  const left = silent.length === 0 ? '' : ` (none kept for ${namesOf(view, silent)})`;
  const kept = view.entityIds.filter((id) => known.has(id));
  const records = `open ${many.replace(/^open /, '')} of ${namesOf(view, kept)}${left}`;
  return measured(source.records, { records, count: source.records.length, asOf: view.today });
}

/** The charters whose money is not settled. Unknown when they cannot be read or no business keeps books. */
export function openCharters(view: FactView) {
  const source = view.openCharters;
  if (source.state === 'unreadable') return unreadable('charters whose money is not settled', source.because);
  const ids = keepers(view);
  if (view.balances.state === 'unreadable') return unreadable('journal entries', view.balances.because);
  if (ids.length === 0) return unknown(`journal entries of ${namesOf(view)}`);
  const sorted = [...source.records].sort((a, b) => (a.charterId < b.charterId ? -1 : 1));
  const basis = { records: `unsettled charters of ${namesOf(view, ids)}`, count: sorted.length, asOf: view.today };
  return measured(sorted, basis);
}
