import type { Month } from '../../../kernel/calendar.ts';
import type { BookRead, Measured } from '../../../kernel/measured.ts';
import type { BalanceSheet, IncomeStatement } from '../../../ledger/statements.ts';
import { balanceSheet, incomeStatementOf } from '../../../ledger/statements.ts';
import type { FactView } from '../view.ts';
import { offTheBooks } from './kept-books.ts';

/** A sum of the income statement. */
export type IncomeLine = 'revenueCents' | 'cogsCents' | 'grossProfitCents' | 'opexCents' | 'netIncomeCents';
/** A sum of the balance sheet; what was earned since the books began is a part of the equity. */
export type SheetLine = 'assetsCents' | 'liabilitiesCents' | 'equityCents' | 'retainedCents';

/** A line of the income statement over some months together. */
export function incomeOf(view: FactView, months: readonly Month[], line: IncomeLine): Measured<number> {
  return offTheBooks(view, (kept) => months.reduce((sum, month) => sum + incomeIn(kept, month, line), 0));
}

/** A line of the balance sheet when the period's last month closes. */
export function sheetLineOf(view: FactView, line: SheetLine): Measured<number> {
  return offTheBooks(view, (kept) => {
    const sheet = SHEETS.get(kept) ?? kept.noted.apart(() => balanceSheet(kept.books, kept.entityIds, kept.month));
    SHEETS.set(kept, sheet);
    kept.noted.add(...sheet.reads.filter(isAddedUpIn(line)));
    if (line !== 'retainedCents') return sheet.value[line];
    return sheet.value.equity.find(({ code }) => code === '3900')?.cents ?? 0;
  });
}

/** A line of a month's statement, which is drawn up once for all of them. */
function incomeIn(kept: FactView, month: Month, line: IncomeLine): number {
  const drawn = INCOMES.get(kept) ?? new Map<Month, Drawn<IncomeStatement>>();
  INCOMES.set(kept, drawn);
  const statement = drawn.get(month) ?? kept.noted.apart(() => incomeStatementOf(kept.books, kept.entityIds, month));
  drawn.set(month, statement);
  kept.noted.add(...statement.reads.filter(isAddedUpIn(line)));
  return statement.value[line];
}

/** A statement with what was read for it. */
interface Drawn<Statement> {
  readonly value: Statement;
  readonly reads: readonly BookRead[];
}

/** A view never changes, so its statements are drawn up once: the balance sheet of its last month, income by month. */
const SHEETS = new WeakMap<FactView, Drawn<BalanceSheet>>();
const INCOMES = new WeakMap<FactView, Map<Month, Drawn<IncomeStatement>>>();

/** The accounts each line adds up. */
const ADDED_UP: Readonly<Record<IncomeLine | SheetLine, RegExp>> = {
  revenueCents: /^a4/,
  cogsCents: /^a5/,
  grossProfitCents: /^a[45]/,
  opexCents: /^a6/,
  netIncomeCents: /^a[456]/,
  assetsCents: /^a1/,
  liabilitiesCents: /^a2/,
  equityCents: /^a[3456]/,
  retainedCents: /^a(3900|[456])/,
};

/** Of what was read for a whole statement, what one line of it adds up. */
function isAddedUpIn(line: IncomeLine | SheetLine): (read: BookRead) => boolean {
  return ({ group, names }) => group === 'accounts' && names.every((name) => ADDED_UP[line].test(name));
}
