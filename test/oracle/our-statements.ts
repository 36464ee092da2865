import type { Cents } from '../../shared/kernel/money.ts';
import { cents, negated } from '../../shared/kernel/money.ts';
import type { Books } from '../../shared/ledger/balances.ts';
import { journalAmount } from '../../shared/ledger/plain-text-journal.ts';
import type { StatementRow } from '../../shared/ledger/statements.ts';
import {
  balanceSheet,
  incomeStatementByMonth,
  trialBalance,
  trialBalanceLeftOut,
} from '../../shared/ledger/statements.ts';
import type { BookkeepingProgram } from './programs.ts';

/**
 * What our own statements of some businesses say, line for line as one of the programs would print it. The programs know
 * nothing of businesses that belong together, so what our statements leave out between them is put back.
 */
export function ourStatements(program: BookkeepingProgram, books: Books, entityIds: readonly string[]) {
  const months = books.months(entityIds);
  const last = months.at(-1);
  if (last === undefined) throw new Error('expected books with entries');
  const { nameOf } = program;
  const written = ([code, amount]: readonly [string, Cents]) => `${nameOf(code)} ${journalAmount(amount)}`;
  const sheet = balanceSheet(books, entityIds, last);
  const statements = incomeStatementByMonth(books, entityIds, months).map((statement) => ({
    ...statement,
    debits: byCode(
      debits(statement.revenue),
      debits(statement.cogs),
      debits(statement.opex),
      debits(statement.leftOut),
    ),
  }));
  const income = statements.flatMap(({ month, debits: rows }) => rows.map((row) => `${month} ${written(row)}`));
  const inAll = (amounts: readonly Cents[]) => amounts.reduce((sum, amount) => sum + amount, 0);
  const leftOut = (first: string) =>
    inAll(
      books.leftOutThrough(entityIds, last).flatMap(({ code, cents: of }) => (first.includes(code[0]!) ? [of] : [])),
    ); // no code is empty
  const earned = inAll(statements.map(({ revenueCents }) => revenueCents));
  const spent = inAll(statements.map(({ cogsCents, opexCents }) => cents(cogsCents + opexCents)));
  // What was earned stands within equity in our balance sheet; the programs show it apart.
  const sums = [
    [rootOf(nameOf('1010')), sheet.assetsCents + leftOut('1')],
    [rootOf(nameOf('2010')), leftOut('2') - sheet.liabilitiesCents],
    [rootOf(nameOf('3000')), earned - spent - sheet.equityCents],
    [rootOf(nameOf('4010')), leftOut('4') - earned],
    [rootOf(nameOf('5010')), spent + leftOut('56')],
  ] as const;
  return {
    trialBalance: byCode(
      trialBalance(books, entityIds, last).map(debit),
      trialBalanceLeftOut(books, entityIds, last).map(debit),
    )
      .map(written)
      .sort(),
    income: income.sort(),
    sums: sums.filter(([, amount]) => amount !== 0).map(([root, amount]) => `${root} ${journalAmount(cents(amount))}`),
  };
}

/** The accounts a set of books uses, for tests that must not pass on nothing. */
export function accountsUsed(rows: readonly string[]): number {
  return new Set(rows.map((row) => row.slice(0, row.lastIndexOf(' ')))).size;
}

function rootOf(name: string): string {
  return name.split(':')[0] ?? name;
}

type Debit = readonly [code: string, cents: Cents];

/** Rows of a statement as the programs show them: what was earned is a credit. */
function debits(rows: readonly StatementRow[]): readonly Debit[] {
  return rows.map((row) => (row.code.startsWith('4') ? [row.code, negated(row.cents)] : debit(row)));
}

function debit({ code, cents: amount }: StatementRow): Debit {
  return [code, amount];
}

function byCode(...lists: readonly (readonly Debit[])[]): Debit[] {
  const sums = new Map<string, number>();
  for (const [code, amount] of lists.flat()) sums.set(code, (sums.get(code) ?? 0) + amount);
  return [...sums].filter(([, amount]) => amount !== 0).map(([code, amount]) => [code, cents(amount)]);
}
