import type { Block, KeyFigure, Section, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { numberIn } from '../../findings/judging.ts';
import { figuresOn } from '../figures.ts';

/** The first screen: is the month closed, do the books balance, what is missing and who brings it. */
export function summarySection(sheet: FactSheet): Section {
  const items = [closedLine(sheet), balanceLine(sheet), incomeLine(sheet), ...missingLines(sheet)];
  const blocks: readonly Block[] = [
    { kind: 'key-figures', figures: keyFigures(sheet) },
    { kind: 'list', items: items.filter((spans) => spans.length > 0) },
  ];
  return { id: 'summary', heading: 'Executive summary', blocks };
}

function keyFigures(sheet: FactSheet): readonly KeyFigure[] {
  return [
    keyFigure(sheet, 'last-month-status', undefined, (value) => value === 'closed'),
    keyFigure(sheet, 'trial-balance-difference', undefined, (value) => value === 0),
    keyFigure(sheet, 'net-income', 'net-income-year-to-date'),
    keyFigure(sheet, 'receivables', 'receivables-over-60-share'),
    keyFigure(sheet, 'deposits-closing', 'deposits-opening'),
    keyFigure(sheet, 'tips-payable', 'next-payday'),
  ].flat();
}

function keyFigure(
  sheet: FactSheet,
  id: string,
  against?: string,
  isGood?: (value: number | string) => boolean,
): KeyFigure[] {
  if (!sheet.has(id)) return [];
  const { meaning, measured } = sheet.get(id);
  const state =
    measured.state === 'unknown' ? 'unknown' : isGood ? (isGood(measured.value) ? 'good' : 'bad') : 'neutral';
  const at = figuresOn(sheet);
  const isHeld = against !== undefined && measured.state !== 'unknown' && isKnown(sheet, against);
  return [
    {
      label: meaning.title,
      figure: at(id),
      ...(isHeld ? { against: { label: sheet.get(against).meaning.title, figure: at(against) } } : {}),
      state,
    },
  ];
}

function isKnown(sheet: FactSheet, id: string): boolean {
  return sheet.has(id) && sheet.measuredOf(id).state !== 'unknown';
}

function closedLine(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  const status = sheet.measuredOf('last-month-status');
  if (status.state === 'unknown') return ['Whether the last full month is closed: ', at('last-month-status'), '.'];
  if (status.value === 'closed') return ['The last full month is closed.', ...tookLine(sheet)];
  return [
    'The last full month ended ',
    at('unclosed-days'),
    ' ago and is not closed; close steps not done: ',
    at('close-checks-open'),
    ' of ',
    at('close-checks'),
    '.',
  ];
}

function tookLine(sheet: FactSheet): readonly Span[] {
  if (sheet.measuredOf('days-to-close').state === 'unknown') return [];
  return [' Closing it took ', figuresOn(sheet)('days-to-close'), '.'];
}

function balanceLine(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  const difference = numberIn(sheet.get('trial-balance-difference'));
  if (difference === undefined) return ['Whether the books balance: ', at('trial-balance-difference'), '.'];
  const manyBalance: Span[] = ['The books balance; businesses that keep books: ', at('businesses-with-books'), '.'];
  return difference === 0
    ? sheet.entities.length === 1
      ? ['The books balance.']
      : manyBalance
    : ['The books do not balance: debits and credits differ by ', at('trial-balance-difference'), '.'];
}

function incomeLine(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  if (sheet.measuredOf('net-income').state === 'unknown') return [];
  return [
    'Revenue less cost of sales is ',
    at('gross-profit'),
    ' and operating cost ',
    at('operating-cost'),
    ': net income of the period is ',
    at('net-income'),
    '.',
  ];
}

interface Missing {
  readonly fact: string;
  readonly words: string;
  readonly cents?: string;
  readonly who: string;
}

const MISSING: readonly Missing[] = [
  {
    fact: 'receivables-not-in-books',
    words: 'open invoices in no journal entry',
    who: 'Accounting',
  },
  {
    fact: 'expenses-without-receipt',
    words: 'receipts missing',
    cents: 'expenses-without-receipt-cents',
    who: 'Operations',
  },
  {
    fact: 'unmatched-bank-lines',
    words: 'bank lines without an entry',
    cents: 'unmatched-bank-cents',
    who: 'Accounting',
  },
  { fact: 'form-1099-without-w9', words: 'forms W-9 missing', who: 'Accounting' },
  {
    fact: 'unbilled-charters',
    words: 'charters to invoice',
    cents: 'unbilled-charters-cents',
    who: 'Accounting',
  },
  {
    fact: 'stuck-deposits',
    words: 'deposits left over',
    cents: 'stuck-deposits-cents',
    who: 'Accounting',
  },
  {
    fact: 'late-payouts',
    words: 'platform payouts overdue',
    cents: 'late-payout-cents',
    who: 'Accounting',
  },
  {
    fact: 'repairs-to-review',
    words: 'large repairs to review',
    cents: 'repairs-to-review-cents',
    who: 'Accounting',
  },
];

/** What waits, how much hangs on it, and for whom, a line for each; the findings say why it matters. */
function missingLines(sheet: FactSheet): readonly (readonly Span[])[] {
  const at = figuresOn(sheet);
  const missing = MISSING.filter(({ fact }) => sheet.has(fact) && numberIn(sheet.get(fact)) !== 0);
  if (missing.length === 0) return [['Nothing is missing that the records know of.']];
  const known = missing.filter(({ fact }) => numberIn(sheet.get(fact)) !== undefined);
  return [...new Set(known.map(({ who }) => who))].map((owner) => [
    `Waiting for ${owner}: `,
    ...known
      .filter(({ who }) => who === owner)
      .flatMap(({ fact, words, cents }, i): readonly Span[] => [
        `${i === 0 ? '' : '; '}${words} `,
        at(fact),
        ...(cents === undefined ? [] : [' (', at(cents), ')']),
      ]),
    '.',
  ]);
}
