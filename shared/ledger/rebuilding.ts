import type { BalanceGroup, MonthBalances } from '../records/journal.ts';
import { BALANCE_GROUPS } from '../records/journal.ts';
import { AccountSums } from './account-sums.ts';
import type { CashClass } from './accounts.ts';
import { ACCOUNTS } from './accounts.ts';
import { movementName } from './cash-movements.ts';
import { DEPOSIT_CODES, DEPOSIT_NAMES, depositMovements } from './deposit-movements.ts';
import type { ScannedEntry } from './entry-scanner.ts';
import { accountName } from './posting.ts';

/**
 * Books added up from their entries, one entry after another and none of them kept: memory grows with months and with
 * charters, not with entries. What it adds is what posting adds, so that what is stored can be held against it.
 */
export class Rebuilding {
  readonly charters = new AccountSums();
  readonly subjects = new AccountSums();
  /** Ids of entries whose lines do not sum to zero. */
  readonly unbalanced: string[] = [];
  readonly #entities = new Map<string, EntityTotals>();
  #entries = 0;

  /** How many entries were added. */
  get entries(): number {
    return this.#entries;
  }

  /** @throws RangeError when the chart of accounts has no account of a line. */
  add(entry: ScannedEntry): void {
    this.#entries += 1;
    const { lines, tallies } = entry;
    const entity = this.#entity(entry.entityId);
    if (lines.length > 0) this.#addLines(entry, totalsOn(entity, entry.businessOn));
    for (const { month, group, name, amount } of tallies) addTo(totalsIn(entity, month)[group], name, amount);
  }

  /** The month balances, in order of entity and month. */
  months(): MonthBalances[] {
    return this.#inOrder().map(({ entityId, month, totals }) => {
      const groups = BALANCE_GROUPS.map((group) => [group, plain(totals[group])] as const);
      return { entityId, month, groups: Object.fromEntries(groups) as MonthBalances['groups'] };
    });
  }

  /** What entries about a channel moved on revenue and cost accounts, by month and account. */
  channels(): ChannelTotals[] {
    return this.#inOrder().flatMap(({ entityId, month, totals }) =>
      [...totals.byChannel].map(([channelId, accounts]) => ({ entityId, month, channelId, accounts: plain(accounts) })),
    );
  }

  #addLines(entry: ScannedEntry, totals: Totals): void {
    const { charterId, channelId, subjectId } = entry.refs;
    const ofChannel = channelId === undefined ? undefined : channelIn(totals, channelId);
    let [sum, hasCash, hasDeposits] = [0, false, false];
    for (const { account, cents } of entry.lines) {
      const known = KNOWN.get(account);
      if (known === undefined) throw new RangeError(`no account ${account}`);
      sum += cents;
      hasCash ||= known.cash === 'cash';
      hasDeposits ||= known.isDeposit;
      addTo(totals.accounts, known.name, cents);
      if (charterId !== undefined) this.charters.add(charterId, account, cents);
      if (subjectId !== undefined) this.subjects.add(subjectId, account, cents);
      if (ofChannel !== undefined && known.isIncome) addTo(ofChannel, account, cents);
    }
    if (sum !== 0) this.unbalanced.push(entry.id);
    if (hasCash) addCash(totals.cash, entry);
    if (hasDeposits) addDeposits(totals.operations, entry);
  }

  #entity(entityId: string): EntityTotals {
    const held = this.#entities.get(entityId);
    if (held !== undefined) return held;
    const made = { byMonth: new Map(), byDay: new Map() };
    this.#entities.set(entityId, made);
    return made;
  }

  #inOrder() {
    const all = [...this.#entities].flatMap(([entityId, { byMonth }]) =>
      [...byMonth].map(([month, totals]) => ({ entityId, month, totals })),
    );
    return all.sort((a, b) => (`${a.entityId} ${a.month}` < `${b.entityId} ${b.month}` ? -1 : 1));
  }
}

/** What entries about one channel moved in one month, by account, debit positive. */
export interface ChannelTotals {
  readonly entityId: string;
  readonly month: string;
  readonly channelId: string;
  readonly accounts: Readonly<Record<string, number>>;
}

/** A running sum, changed where it stands. */
interface Sum {
  of: number;
}

type Sums = Map<string, Sum>;
type Totals = Readonly<Record<BalanceGroup, Sums>> & { readonly byChannel: Map<string, Sums> };

/** Totals of an entity, by month; and by day, so that no month need be cut out of a day again. */
interface EntityTotals {
  readonly byMonth: Map<string, Totals>;
  readonly byDay: Map<string, Totals>;
}

function totalsOn(entity: EntityTotals, day: string): Totals {
  const held = entity.byDay.get(day);
  if (held !== undefined) return held;
  const totals = totalsIn(entity, day.slice(0, 7));
  entity.byDay.set(day, totals);
  return totals;
}

function totalsIn({ byMonth }: EntityTotals, month: string): Totals {
  const held = byMonth.get(month);
  if (held !== undefined) return held;
  const groups = Object.fromEntries(BALANCE_GROUPS.map((group) => [group, new Map()] as const));
  const totals = { ...groups, byChannel: new Map() } as unknown as Totals; // every group has a map
  byMonth.set(month, totals);
  return totals;
}

function channelIn({ byChannel }: Totals, channelId: string): Sums {
  const held = byChannel.get(channelId);
  if (held !== undefined) return held;
  const sums: Sums = new Map();
  byChannel.set(channelId, sums);
  return sums;
}

function plain(sums: Sums): Record<string, number> {
  return Object.fromEntries([...sums].map(([name, sum]) => [name, sum.of]));
}

interface Known {
  readonly name: string;
  readonly cash: CashClass;
  readonly isDeposit: boolean;
  /** Revenue or cost, not something owned or owed. */
  readonly isIncome: boolean;
}

const KNOWN: ReadonlyMap<string, Known> = new Map(
  ACCOUNTS.map(({ code, cashClass }) => [
    code,
    {
      name: accountName(code),
      cash: cashClass,
      isDeposit: (DEPOSIT_CODES as readonly string[]).includes(code),
      isIncome: code >= '4',
    },
  ]),
);

/** What stands on the other side of cash, under the names cash movements have. */
function addCash(cash: Sums, { lines, reverses }: ScannedEntry): void {
  for (const { account, cents } of lines) {
    const known = KNOWN.get(account);
    const name = known && movementName(known.cash, reverses === undefined ? -cents : cents);
    if (name !== undefined) addTo(cash, name, -cents);
  }
}

function addDeposits(operations: Sums, entry: ScannedEntry): void {
  const moved = depositMovements(entry);
  for (const [name, which] of DEPOSIT_NAMES) if (moved[which] !== 0) addTo(operations, name, moved[which]);
}

function addTo(sums: Sums, name: string, amount: number): void {
  const sum = sums.get(name);
  if (sum === undefined) sums.set(name, { of: amount });
  else sum.of += amount;
}
