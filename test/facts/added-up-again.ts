import type { BookQuery } from '../../shared/ledger/book-queries.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';

/**
 * What a receipt names, added up once more from journal entries alone: by the account numbers and the sides of each entry,
 * without a line of what keeps the month balances. Names that sum to zero are left out.
 */
export function addedUpAgain(entries: readonly JournalEntry[], query: BookQuery): Readonly<Record<string, number>> {
  const ours = entries.filter(({ entityId }) => query.entityIds.includes(entityId));
  const shared = recordsOfTwo(ours);
  const sums: Record<string, number> = {};
  const add = (month: string, name: string, amount: number) => {
    const isMeant = query.names.includes(name) && month <= query.through && month >= (query.from ?? '0000-00');
    if (isMeant) sums[name] = (sums[name] ?? 0) + amount;
  };
  for (const entry of ours) {
    const month = entry.businessOn.slice(0, 7);
    const isBetween = shared.has(entry.refs.recordId ?? '');
    for (const { account, cents } of entry.lines) {
      const isLeftOut = isBetween && !account.startsWith('10'); // money that moved is money in the bank of each
      if (query.group === (isLeftOut ? 'between' : 'accounts')) add(month, `a${account}`, cents);
    }
    if (query.group === 'cash') for (const [name, cents] of cashOf(entry)) add(month, name, cents);
    if (query.group === 'operations') for (const [name, cents] of depositsOf(entry)) add(month, name, cents);
    for (const tally of entry.tallies) if (tally.group === query.group) add(tally.month, tally.name, tally.amount);
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}

/** Records that two of the businesses have an entry for: what one charged or sent the other. */
function recordsOfTwo(entries: readonly JournalEntry[]): ReadonlySet<string> {
  const owners = new Map<string, Set<string>>();
  for (const { template, refs, entityId } of entries) {
    if (template !== 'between_entities' || refs.recordId === undefined) continue;
    owners.set(refs.recordId, (owners.get(refs.recordId) ?? new Set()).add(entityId));
  }
  return new Set([...owners].filter(([, ids]) => ids.size > 1).map(([record]) => record));
}

const CASH = /^10/;
const CUSTOMERS = /^(4|11|21|2400|2500)/;
const PASSED_ON = /^(22|2300)/;
const LONG_LIVED = /^1[56]/;
const OWNERS_AND_LOANS = /^(1800|2600|2700|3)/;

/** Why money came or went: by what stands on the other side of it (domain: gross and net burn). */
function cashOf({ lines, reverses }: JournalEntry): readonly (readonly [string, number])[] {
  if (!lines.some(({ account }) => CASH.test(account))) return [];
  return lines
    .filter(({ account }) => !CASH.test(account))
    .map(({ account, cents }) => {
      const isIn = reverses === undefined ? cents < 0 : cents > 0;
      const named = (came: string, went: string) => [isIn ? came : went, -cents] as const;
      if (CUSTOMERS.test(account)) return named('customer-in', 'customer-refund-out');
      if (PASSED_ON.test(account)) return named('pass-through-in', 'pass-through-out');
      if (LONG_LIVED.test(account)) return ['capex-out', -cents];
      if (OWNERS_AND_LOANS.test(account)) return named('financing-in', 'financing-out');
      return ['operating-out', -cents];
    });
}

/** How guest money held before a trip grew and shrank. */
function depositsOf({ lines, template, reverses }: JournalEntry): readonly (readonly [string, number])[] {
  const on = (codes: RegExp) => lines.filter(({ account }) => codes.test(account));
  const sum = (codes: RegExp) => on(codes).reduce((all, { cents }) => all + cents, 0);
  const used = sum(/^210[05]$/);
  if (used === 0 || template === 'deposit_moved') return [];
  const isCancelled = on(/^(2400|4090)$/).length > 0;
  if (on(CASH).length > 0 || (on(/^2110$/).length > 0 && !isCancelled)) {
    const isIn = reverses === undefined ? used < 0 : used > 0;
    return isIn ? [['deposits-received', -used]] : [['deposits-returned', used]];
  }
  if (!isCancelled) return [['deposits-recognised', used]];
  const kept = -sum(/^4090$/);
  return [
    ['deposits-recognised', kept],
    ['deposits-returned', used - kept],
  ];
}
