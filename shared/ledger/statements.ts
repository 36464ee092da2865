import type { Month } from '../kernel/calendar.ts';
import type { Cents } from '../kernel/money.ts';
import { cents, sumCents, ZERO } from '../kernel/money.ts';
import type { AccountCode, AccountType } from './accounts.ts';
import { ACCOUNTS, accountOf } from './accounts.ts';
import type { Books } from './balances.ts';
import type { LeftOut } from './consolidation.ts';

const INCOME: readonly AccountType[] = ['revenue', 'cogs', 'opex'];
/** The accounts of each type, by code. */
const CODES = Object.fromEntries(
  (['asset', 'liability', 'equity', ...INCOME] as const).map((type) => [type, codesOf([type])]),
) as Readonly<Record<AccountType, readonly AccountCode[]>>;
/** Everything earned since the beginning: what an accountant moved there, and all income and cost. */
const EARNED: readonly AccountCode[] = ['3900', ...codesOf(INCOME)];

/** One account with an amount: debit positive in a trial balance, positive for its usual side in the other statements. */
export interface StatementRow {
  readonly code: AccountCode;
  readonly name: string;
  readonly cents: Cents;
}

/**
 * What every account stands at when a month closes, debit positive, by code; accounts at zero left out. Sums to zero.
 * Several businesses together are shown without what stands between them, here and in the statements below.
 */
export function trialBalance(books: Books, entityIds: readonly string[], through: Month): readonly StatementRow[] {
  const codes = books.codesThrough(entityIds, through);
  const standing = books.accountsThrough(entityIds, through, codes);
  return codes.map((code, at) => row(code, standing[at] ?? ZERO)).filter(isOpen);
}

/** What the trial balance of several businesses leaves out, debit positive: with it, it is the sum of theirs. */
export function trialBalanceLeftOut(
  books: Books,
  entityIds: readonly string[],
  through: Month,
): readonly StatementRow[] {
  return books.leftOutThrough(entityIds, through).map(({ code, cents }) => row(code, cents));
}

/** One month's income: revenue and costs both positive, contra revenue negative. */
export interface IncomeStatement {
  readonly month: Month;
  readonly revenue: readonly StatementRow[];
  readonly cogs: readonly StatementRow[];
  readonly opex: readonly StatementRow[];
  readonly revenueCents: Cents;
  readonly cogsCents: Cents;
  readonly grossProfitCents: Cents;
  readonly opexCents: Cents;
  readonly netIncomeCents: Cents;
  /** What the businesses charged each other, in none of the above: positive on the usual side, as often earned as spent. */
  readonly leftOut: readonly StatementRow[];
}

/** Income month by month, in the order asked for; a month without entries is there, at zero. */
export function incomeStatementByMonth(
  books: Books,
  entityIds: readonly string[],
  months: readonly Month[],
): readonly IncomeStatement[] {
  return months.map((month) => incomeStatementOf(books, entityIds, month));
}

/** The income of one month. */
export function incomeStatementOf(books: Books, entityIds: readonly string[], month: Month): IncomeStatement {
  const months = [month];
  const rows = (type: AccountType) => rowsOf(type, (codes) => books.accounts(entityIds, months, codes));
  const [revenue, cogs, opex] = [rows('revenue'), rows('cogs'), rows('opex')];
  const [revenueCents, cogsCents, opexCents] = [total(revenue), total(cogs), total(opex)];
  const grossProfitCents = cents(revenueCents - cogsCents);
  const netIncomeCents = cents(grossProfitCents - opexCents);
  const leftOut = usualRows(books.leftOut(entityIds, months), INCOME);
  return {
    month,
    revenue,
    cogs,
    opex,
    revenueCents,
    cogsCents,
    grossProfitCents,
    opexCents,
    netIncomeCents,
    leftOut,
  };
}

/** What is owned and owed when a month closes, each positive on its usual side. Assets equal liabilities plus equity. */
export interface BalanceSheet {
  readonly through: Month;
  readonly assets: readonly StatementRow[];
  readonly liabilities: readonly StatementRow[];
  /** What owners put in and took out, and under 3900 everything earned since the beginning. */
  readonly equity: readonly StatementRow[];
  readonly assetsCents: Cents;
  readonly liabilitiesCents: Cents;
  readonly equityCents: Cents;
  /** What the businesses owe each other, in none of the above: positive on the usual side. */
  readonly leftOut: readonly StatementRow[];
}

/** The balance sheet at a month's close. What was earned is added up, so nothing need ever be closed to 3900. */
export function balanceSheet(books: Books, entityIds: readonly string[], through: Month): BalanceSheet {
  const standing = (codes: readonly AccountCode[]) => books.accountsThrough(entityIds, through, codes);
  const assets = rowsOf('asset', standing);
  const liabilities = rowsOf('liability', standing);
  const retained = row('3900', cents(-sumCents(standing(EARNED))));
  const equity = [...rowsOf('equity', standing).filter((owned) => owned.code !== '3900'), retained].filter(isOpen);
  return {
    through,
    assets,
    liabilities,
    equity,
    assetsCents: total(assets),
    liabilitiesCents: total(liabilities),
    equityCents: total(equity),
    leftOut: usualRows(books.leftOutThrough(entityIds, through), ['asset', 'liability', 'equity']),
  };
}

/** The accounts of a type that are not at zero, positive on the side usual for the type. */
function rowsOf(
  type: AccountType,
  balances: (codes: readonly AccountCode[]) => readonly Cents[],
): readonly StatementRow[] {
  const codes = CODES[type];
  return balances(codes).flatMap((held, at) =>
    held === 0 ? [] : [row(codes[at] ?? '', cents(usualSide(type) * held))],
  );
}

/** What was left out of accounts of these types, positive on the side usual for each. */
function usualRows(leftOut: readonly LeftOut[], types: readonly AccountType[]): readonly StatementRow[] {
  return leftOut
    .filter(({ code }) => types.includes(accountOf(code).type))
    .map((of) => row(of.code, cents(usualSide(accountOf(of.code).type) * of.cents)));
}

function codesOf(types: readonly AccountType[]): readonly AccountCode[] {
  return ACCOUNTS.filter(({ type }) => types.includes(type)).map(({ code }) => code);
}

function usualSide(type: AccountType): 1 | -1 {
  return type === 'asset' || type === 'cogs' || type === 'opex' ? 1 : -1;
}

function row(code: string, amount: Cents): StatementRow {
  const account = accountOf(code);
  return { code: account.code, name: account.name, cents: amount };
}

function isOpen(of: StatementRow): boolean {
  return of.cents !== 0;
}

function total(rows: readonly StatementRow[]): Cents {
  return sumCents(rows.map((of) => of.cents));
}
