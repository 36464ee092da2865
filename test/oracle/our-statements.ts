import type { Cents } from '../../shared/kernel/money.ts';
import { cents, negated, sumCents } from '../../shared/kernel/money.ts';
import { accountOf } from '../../shared/ledger/accounts.ts';
import type { Books } from '../../shared/ledger/balances.ts';
import { journalAmount } from '../../shared/ledger/plain-text-journal.ts';
import type { StatementRow } from '../../shared/ledger/statements.ts';
import { balanceSheet, incomeStatementByMonth, trialBalance } from '../../shared/ledger/statements.ts';
import type { BookkeepingProgram } from './programs.ts';

/** What our own statements of some businesses say, line for line as one of the programs would print it. */
export function ourStatements(program: BookkeepingProgram, books: Books, entityIds: readonly string[]) {
  const months = books.months(entityIds);
  const last = months.at(-1);
  if (last === undefined) throw new Error('expected books with entries');
  const { nameOf } = program;
  const written = ({ code, cents: amount }: StatementRow) => `${nameOf(code)} ${journalAmount(amount)}`;
  const sheet = balanceSheet(books, entityIds, last);
  const statements = incomeStatementByMonth(books, entityIds, months);
  const income = statements.flatMap(({ month, revenue, cogs, opex }) =>
    [...revenue.map(turned), ...cogs, ...opex].map((row) => `${month} ${written(row)}`),
  );
  const earned = sumCents(statements.map(({ revenueCents }) => revenueCents));
  const spent = sumCents(statements.map(({ cogsCents, opexCents }) => cents(cogsCents + opexCents)));
  // What was earned stands within equity in our balance sheet; the programs show it apart.
  const owned = cents(sheet.equityCents - earned + spent);
  const sums = [
    [rootOf(nameOf('1010')), sheet.assetsCents],
    [rootOf(nameOf('2010')), negated(sheet.liabilitiesCents)],
    [rootOf(nameOf('3000')), negated(owned)],
    [rootOf(nameOf('4010')), negated(earned)],
    [rootOf(nameOf('5010')), spent],
  ] as const satisfies readonly (readonly [string, Cents])[];
  return {
    trialBalance: trialBalance(books, entityIds, last).map(written).sort(),
    income: income.sort(),
    sums: sums.filter(([, amount]) => amount !== 0).map(([root, amount]) => `${root} ${journalAmount(amount)}`),
  };
}

/** The accounts a set of books uses, for tests that must not pass on nothing. */
export function accountsUsed(rows: readonly string[]): number {
  return new Set(rows.map((row) => row.slice(0, row.lastIndexOf(' ')))).size;
}

function rootOf(name: string): string {
  return name.split(':')[0] ?? name;
}

/** Revenue as the programs show it: what was earned is a credit. */
function turned(row: StatementRow): StatementRow {
  return { ...row, cents: negated(row.cents), name: accountOf(row.code).name };
}
