import { textFigure } from '../../document/cells.ts';
import type { Block, Section, Span } from '../../document/report-document.ts';
import { accountClass } from '../../facts/accounting/account-lines.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { numberIn } from '../../findings/judging.ts';
import { figureTable } from '../ceo/tables.ts';
import { figuresOn } from '../figures.ts';
import { leftOutBetween } from '../left-out.ts';
import { subjectTable } from './subject-table.ts';

const ACCOUNT = 'Account';

/** Every account with its balance, and what they add up to. */
export function trialBalanceSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const open = sheet.subjects('account').filter(({ id }) => numberIn(sheet.get('account-balance', id)) !== 0);
  const second: readonly Span[] = [
    'Difference hledger and ledger found when last run on the journal export: ',
    at('second-program-difference'),
    '. ',
    HOW_TO_READ,
  ];
  return {
    id: 'trial-balance',
    heading: 'Chart of accounts and trial balance: accounts in use',
    count: open.length,
    blocks: [
      { kind: 'paragraph', spans: second },
      ...subjectTable(sheet, open, {
        caption: 'Balances at the end of the period, debit positive',
        rowHeading: ACCOUNT,
        columns: [{ fact: 'account-balance', heading: 'Balance' }],
        totals: [textFigure('Difference'), at('trial-balance-difference')],
      }),
    ],
  };
}

/** What an accountant must know before adding up the list. */
const HOW_TO_READ =
  'The first digit is the kind: 1 asset, 2 liability, 3 equity, 4 revenue, 5 cost of sales, 6 operating cost. Kinds 4 to 6 run on from the first month of the books; the year alone is in the income statement.';

/** What was earned and spent in the period and in the year so far, by account. */
export function incomeSection(sheet: FactSheet): Section {
  const moved = sheet
    .subjects('account')
    .filter(({ id }) => ['account-period', 'account-year'].some((fact) => numberIn(sheet.get(fact, id)) !== 0));
  const at = figuresOn(sheet);
  const table = (caption: string, classes: readonly string[], totals: readonly [string, string]) =>
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
        totals: [textFigure('Total'), ...totals.map((id) => at(id))],
      },
    );
  const result: Block = {
    kind: 'table',
    caption: 'Result',
    columns: [
      { heading: 'Line', align: 'left' },
      { heading: 'Period', align: 'right' },
      { heading: 'Year to date', align: 'right' },
    ],
    rows: [
      [textFigure('Revenue less cost of sales'), at('gross-profit'), at('gross-profit-year-to-date')],
      [textFigure('Operating cost, taken off'), at('operating-cost'), at('operating-cost-year-to-date')],
    ],
    totals: [textFigure('Net income'), at('net-income'), at('net-income-year-to-date')],
  };
  const kept = numberIn(sheet.get('net-income')) !== undefined;
  return {
    id: 'income',
    heading: 'Income statement',
    blocks: [
      ...table('Revenue', ['4'], ['bridge-revenue', 'tracked-revenue-year-to-date']),
      ...table('Cost of sales', ['5'], ['cost-of-sales', 'cost-of-sales-year-to-date']),
      ...table('Operating cost', ['6'], ['operating-cost', 'operating-cost-year-to-date']),
      ...(kept ? [result] : figureTable(sheet, 'Result', ['net-income'])),
      ...shares(sheet),
      ...leftOutBetween(sheet),
    ],
  };
}

/** Net income and commission against revenue; where there was no revenue there is nothing to take a share of. */
function shares(sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  if (numberIn(sheet.get('net-margin')) === undefined) return [];
  const commission: readonly Span[] = sheet.has('commission-share')
    ? ['; platforms kept ', at('commission-share'), ' of charter revenue as commission']
    : [];
  return [
    {
      kind: 'paragraph',
      spans: ['Net income is ', at('net-margin'), ' of the period’s revenue', ...commission, '.'],
    },
  ];
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
      ...(kept ? [equityTable(sheet)] : figureTable(sheet, 'Equity', ['total-equity'])),
      ...(kept && numberIn(sheet.get('trial-balance-difference')) === 0 ? [equalSentence] : []),
      ...(kept ? outsideTheBooks(sheet) : []),
    ],
  };
}

/** What a reader would look for and not find: what is on lists and in the inventory, but in no journal entry. */
function outsideTheBooks(sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  const lists: readonly (readonly [words: string, fact: string])[] = [
    ['open invoices ', 'receivables-not-in-books'],
    ['bills of suppliers, posted when paid ', 'payables'],
    ...(hasFixedAssets(sheet) ? [] : [['vessels and other assets at the owner’s value ', 'asset-value'] as const]),
  ];
  const shown = lists.filter(([, fact]) => sheet.has(fact) && (numberIn(sheet.get(fact)) ?? 0) !== 0);
  if (shown.length === 0) return [];
  const spans = shown.flatMap(([words, fact], i) => [`${i === 0 ? '' : '; '}${words}`, at(fact)]);
  return [{ kind: 'paragraph', spans: ['Not on this balance sheet, as no entry carries it: ', ...spans, '.'] }];
}

/** Whether a vessel or building stands in the books. */
function hasFixedAssets(sheet: FactSheet): boolean {
  return sheet.subjects('account').some(({ id }) => /^account-1[56]/.test(id));
}

/** What owners put in and took out, account by account, and what was earned; account 3900 is part of what was earned. */
function equityTable(sheet: FactSheet): Block {
  const at = figuresOn(sheet);
  const owners = sheet
    .subjects('account')
    .filter(({ id }) => accountClass(id) === '3' && id !== 'account-3900')
    .filter(({ id }) => numberIn(sheet.get('account-amount', id)) !== 0);
  return {
    kind: 'table',
    caption: 'Equity',
    columns: [
      { heading: ACCOUNT, align: 'left' },
      { heading: 'Amount', align: 'right' },
    ],
    rows: [
      ...owners.map(({ id, name }) => [textFigure(name), at('account-amount', id)]),
      [textFigure(sheet.get('retained-earnings').meaning.title), at('retained-earnings')],
    ],
    totals: [textFigure('Total'), at('total-equity')],
  };
}

const equalSentence: Block = { kind: 'paragraph', spans: ['Assets equal liabilities and equity together.'] };
