import type { Month } from '../../../kernel/calendar.ts';
import type { BookRead, Measured } from '../../../kernel/measured.ts';
import { ACCOUNTS } from '../../../ledger/accounts.ts';
import { accountName } from '../../../ledger/posting.ts';
import type { BalanceSheet, IncomeStatement } from '../../../ledger/statements.ts';
import { balanceSheet, incomeStatementOf } from '../../../ledger/statements.ts';
import { oncePerView } from '../once-per-view.ts';
import type { FactView } from '../view.ts';
import { offTheBooks } from './kept-books.ts';

/** A sum of the income statement. */
export type IncomeLine = 'revenueCents' | 'cogsCents' | 'grossProfitCents' | 'opexCents' | 'netIncomeCents';
/** A sum of the balance sheet; what was earned since the books began is a part of the equity. */
export type SheetLine = 'assetsCents' | 'liabilitiesCents' | 'equityCents' | 'retainedCents';

/** A line of the income statement over some months together. */
export function incomeOf(view: FactView, months: readonly Month[], line: IncomeLine): Measured<number> {
  return offTheBooks(view, (kept) => {
    kept.noted.add({ group: 'accounts', names: ADDED_UP[line], entityIds: kept.entityIds, months });
    return months.reduce((sum, month) => sum + incomeIn(kept, month).value[line], 0);
  });
}

/** A line of the balance sheet when the period's last month closes. */
export function sheetLineOf(view: FactView, line: SheetLine): Measured<number> {
  return offTheBooks(view, (kept) => {
    const { entityIds, month } = kept;
    kept.noted.add({ group: 'accounts', names: ADDED_UP[line], entityIds, months: [month], sinceBeginning: true });
    const { value: sheet } = sheetAt(kept, month);
    if (line !== 'retainedCents') return sheet[line];
    return sheet.equity.find(({ code }) => code === '3900')?.cents ?? 0;
  });
}

/** The income statement of a month, everything that is read for it noted. */
export function incomeStatementFor(kept: FactView, month: Month): IncomeStatement {
  const { value, reads } = incomeIn(kept, month);
  kept.noted.add(...reads);
  return value;
}

/** The balance sheet at a month's close, everything that is read for it noted. */
export function balanceSheetFor(kept: FactView, month: Month): BalanceSheet {
  const { value, reads } = sheetAt(kept, month);
  kept.noted.add(...reads);
  return value;
}

/** A statement with what was read for it. */
interface Drawn<Statement> {
  readonly value: Statement;
  readonly reads: readonly BookRead[];
}

/** A view never changes, so a month's statements are drawn up once for all figures. */
const incomeIn = oncePerView((kept, month: Month): Drawn<IncomeStatement> => {
  return kept.noted.apart(() => incomeStatementOf(kept.books, kept.entityIds, month));
});

const sheetAt = oncePerView((kept, month: Month): Drawn<BalanceSheet> => {
  return kept.noted.apart(() => balanceSheet(kept.books, kept.entityIds, month));
});

/** The accounts each line adds up, by their names in the month balances. */
const ADDED_UP: Readonly<Record<IncomeLine | SheetLine, readonly string[]>> = {
  revenueCents: accountsOf(/^4/),
  cogsCents: accountsOf(/^5/),
  grossProfitCents: accountsOf(/^[45]/),
  opexCents: accountsOf(/^6/),
  netIncomeCents: accountsOf(/^[456]/),
  assetsCents: accountsOf(/^1/),
  liabilitiesCents: accountsOf(/^2/),
  equityCents: accountsOf(/^[3456]/),
  retainedCents: accountsOf(/^(3900|[456])/),
};

function accountsOf(codes: RegExp): readonly string[] {
  return ACCOUNTS.filter(({ code }) => codes.test(code)).map(({ code }) => accountName(code));
}
