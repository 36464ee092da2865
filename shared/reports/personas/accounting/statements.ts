import { textFigure } from '../../document/cells.ts';
import type { Block, Section, Span } from '../../document/report-document.ts';
import { accountClass } from '../../facts/accounting/account-lines.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { numberIn } from '../../findings/judging.ts';
import { figureTable } from '../ceo/tables.ts';
import { figuresOn } from '../figures.ts';
import { subjectTable } from './subject-table.ts';

const ACCOUNT = 'Account';

/** Every account with its balance, and what they add up to. */
export function trialBalanceSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const open = sheet.subjects('account').filter(({ id }) => numberIn(sheet.get('account-balance', id)) !== 0);
  const difference: readonly Span[] = ['Debits less credits: ', at('trial-balance-difference'), '.'];
  const second: readonly Span[] = [' Difference to a second program: ', at('second-program-difference'), '.'];
  return {
    id: 'trial-balance',
    heading: 'Trial balance: accounts',
    count: open.length,
    blocks: [
      { kind: 'paragraph', spans: [...difference, ...second] },
      ...subjectTable(sheet, open, {
        caption: 'Balances at the end of the period, debit positive',
        rowHeading: ACCOUNT,
        columns: [{ fact: 'account-balance', heading: 'Balance' }],
        totals: [textFigure('Difference'), at('trial-balance-difference')],
      }),
    ],
  };
}

/** What was earned and spent in the period and in the year so far, by account. */
export function incomeSection(sheet: FactSheet): Section {
  const moved = sheet
    .subjects('account')
    .filter(({ id }) => ['account-period', 'account-year'].some((fact) => numberIn(sheet.get(fact, id)) !== 0));
  const table = (caption: string, classes: readonly string[]) =>
    subjectTable(
      sheet,
      moved.filter(({ id }) => classes.includes(accountClass(id))),
      {
        caption,
        rowHeading: ACCOUNT,
        columns: [
          { fact: 'account-period', heading: 'Period' },
          { fact: 'account-year', heading: 'Year to date' },
        ],
      },
    );
  const results = [
    'gross-profit',
    'operating-cost',
    'net-income',
    'net-income-year-to-date',
    'net-margin',
    'commission-share',
  ];
  return {
    id: 'income',
    heading: 'Income statement',
    blocks: [
      ...figureTable(sheet, 'Result', results),
      ...table('Revenue', ['4']),
      ...table('Cost of sales', ['5']),
      ...table('Operating cost', ['6']),
    ],
  };
}

/** What is owned, what is owed, and what is left to the owners. */
export function balanceSheetSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const table = (caption: string, of: string, total: string): readonly Block[] => {
    const held = sheet
      .subjects('account')
      .filter(({ id }) => accountClass(id) === of && numberIn(sheet.get('account-amount', id)) !== 0);
    return subjectTable(sheet, held, {
      caption,
      rowHeading: ACCOUNT,
      columns: [{ fact: 'account-amount', heading: 'Amount' }],
      totals: [textFigure('Total'), at(total)],
    });
  };
  const kept = numberIn(sheet.get('businesses-with-books')) !== undefined;
  return {
    id: 'balance-sheet',
    heading: 'Balance sheet',
    blocks: [
      ...table('Assets', '1', 'total-assets'),
      ...table('Liabilities', '2', 'total-liabilities'),
      ...figureTable(sheet, 'Equity', ['retained-earnings', 'total-equity']),
      ...(kept ? [equitySentence] : []),
    ],
  };
}

const equitySentence: Block = {
  kind: 'paragraph',
  spans: ['Total equity is what owners put in, less what they took out, and what was earned since the books began.'],
};
