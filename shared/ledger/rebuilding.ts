import type { BalanceGroup, JournalLine, MonthBalances } from '../records/journal.ts';
import { BALANCE_GROUPS } from '../records/journal.ts';
import { AccountSums } from './account-sums.ts';
import type { CashClass } from './accounts.ts';
import { ACCOUNTS } from './accounts.ts';
import { movementName } from './cash-movements.ts';
import { DEPOSIT_CODES, DEPOSIT_NAMES, depositMovements } from './deposit-movements.ts';
import type { ScannedEntry } from './entry-scanner.ts';

/**
 * Books added up from their entries, one entry after another and none of them kept: memory grows with months and with
 * charters, not with entries. What it adds is what posting adds, so that what is stored can be held against it.
 */
export class Rebuilding {
  readonly charters = new AccountSums();
  readonly subjects = new AccountSums();
  /** What entries about a channel moved on revenue and cost accounts, by `entity month channel`, then account. */
  readonly channels = new Map<string, Map<string, number>>();
  /** Ids of entries whose lines do not sum to zero. */
  readonly unbalanced: string[] = [];
  readonly #months = new Map<string, Map<string, Totals>>();
  #entries = 0;

  /** How many entries were added. */
  get entries(): number {
    return this.#entries;
  }

  /** @throws RangeError when the chart of accounts has no account of a line. */
  add(entry: ScannedEntry): void {
    this.#entries += 1;
    const { entityId, lines, tallies, refs } = entry;
    const month = entry.businessOn.slice(0, 7);
    if (lines.length > 0) this.#addLines(entry, this.#totals(entityId, month), refs);
    for (const tally of tallies) addTo(this.#totals(entityId, tally.month)[tally.group], tally.name, tally.amount);
    if (refs.channelId !== undefined && lines.length > 0) {
      this.#addChannel(`${entityId} ${month} ${refs.channelId}`, lines);
    }
  }

  /** The month balances, in order of entity and month. */
  months(): MonthBalances[] {
    const keys = [...this.#months].flatMap(([entityId, months]) =>
      [...months.keys()].map((month) => ({ entityId, month })),
    );
    return keys
      .sort((a, b) => (`${a.entityId} ${a.month}` < `${b.entityId} ${b.month}` ? -1 : 1))
      .map(({ entityId, month }) => {
        const totals = this.#totals(entityId, month);
        const groups = BALANCE_GROUPS.map((group) => [group, Object.fromEntries(totals[group])] as const);
        return { entityId, month, groups: Object.fromEntries(groups) as MonthBalances['groups'] };
      });
  }

  #addLines(entry: ScannedEntry, totals: Totals, { charterId, subjectId }: ScannedEntry['refs']): void {
    const { lines } = entry;
    let [sum, hasCash, hasDeposits] = [0, false, false];
    for (const { account, cents } of lines) {
      const known = KNOWN.get(account);
      if (known === undefined) throw new RangeError(`no account ${account}`);
      sum += cents;
      hasCash ||= known.cash === 'cash';
      hasDeposits ||= known.isDeposit;
      addTo(totals.accounts, known.name, cents);
      if (charterId !== undefined) this.charters.add(charterId, account, cents);
      if (subjectId !== undefined) this.subjects.add(subjectId, account, cents);
    }
    if (sum !== 0) this.unbalanced.push(entry.id);
    if (hasCash) addCash(totals.cash, entry);
    if (hasDeposits) addDeposits(totals.operations, entry);
  }

  #addChannel(key: string, lines: readonly JournalLine[]): void {
    for (const { account, cents } of lines) {
      if (account < '4') continue;
      const held = this.channels.get(key) ?? new Map<string, number>();
      this.channels.set(key, held);
      addTo(held, account, cents);
    }
  }

  #totals(entityId: string, month: string): Totals {
    const held = this.#months.get(entityId)?.get(month);
    if (held !== undefined) return held;
    const totals = noTotals();
    const months = this.#months.get(entityId) ?? new Map<string, Totals>();
    this.#months.set(entityId, months.set(month, totals));
    return totals;
  }
}

type Totals = Readonly<Record<BalanceGroup, Map<string, number>>>;

interface Known {
  readonly name: string;
  readonly cash: CashClass;
  readonly isDeposit: boolean;
}

const KNOWN: ReadonlyMap<string, Known> = new Map(
  ACCOUNTS.map(({ code, cashClass }) => [
    code,
    { name: `a${code}`, cash: cashClass, isDeposit: (DEPOSIT_CODES as readonly string[]).includes(code) },
  ]),
);

/** What stands on the other side of cash, under the names cash movements have. */
function addCash(cash: Map<string, number>, { lines, reverses }: ScannedEntry): void {
  for (const { account, cents } of lines) {
    const known = KNOWN.get(account);
    const name = known && movementName(known.cash, reverses === undefined ? -cents : cents);
    if (name !== undefined) addTo(cash, name, -cents);
  }
}

function addDeposits(operations: Map<string, number>, entry: ScannedEntry): void {
  const moved = depositMovements(entry);
  for (const [name, which] of DEPOSIT_NAMES) if (moved[which] !== 0) addTo(operations, name, moved[which]);
}

function addTo(sums: Map<string, number>, name: string, amount: number): void {
  sums.set(name, (sums.get(name) ?? 0) + amount);
}

function noTotals(): Totals {
  return Object.fromEntries(BALANCE_GROUPS.map((group) => [group, new Map()])) as unknown as Totals;
}
