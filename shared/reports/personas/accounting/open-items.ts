import { textFigure } from '../../document/cells.ts';
import type { Block, Section } from '../../document/report-document.ts';
import type { Subject } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { numberIn } from '../../findings/judging.ts';
import { figureTable } from '../ceo/tables.ts';
import { figuresOn } from '../figures.ts';
import { subjectTable } from './subject-table.ts';

const NOTHING = (text: string): Block => ({ kind: 'paragraph', spans: [text] });

/** The steps of closing the last full month: what is done, what is open, and whose it is. */
export function closeSection(sheet: FactSheet): Section {
  const checks = sheet.subjects('close-check');
  const isDone = ({ id }: Subject) => {
    const state = sheet.measuredOf('close-check-state', id);
    return state.state !== 'unknown' && state.value === 'done';
  };
  const [done, open] = [checks.filter(isDone), checks.filter((check) => !isDone(check))];
  const table = subjectTable(sheet, open, {
    caption: 'Steps of closing the last full month that are not done',
    rowHeading: 'Step',
    withEntity: true,
    columns: [{ fact: 'close-check-owner', heading: 'Who does it', align: 'left' }],
  });
  const at = figuresOn(sheet);
  const state: Block = {
    kind: 'paragraph',
    spans: [
      'The last full month is ',
      at('last-month-status'),
      '. The last closed month took ',
      at('days-to-close'),
      ' to close; ten days are allowed. Closed months that have changed since: ',
      at('closed-months-changed'),
      '.',
    ],
  };
  return {
    id: 'close',
    heading: 'Period status and close steps not done',
    count: open.length,
    blocks: [state, ...table, ...doneSentence(sheet, done)],
  };
}

/** The steps that are done, each with the businesses that did it. */
function doneSentence(sheet: FactSheet, done: readonly Subject[]): readonly Block[] {
  if (done.length === 0) return [];
  const names = [...new Set(done.map(({ name }) => name))].map((name) => {
    const ids = done.filter((step) => step.name === name).map(({ entityId }) => entityId);
    const businesses = sheet.entities.filter(({ id }) => ids.includes(id)).map((entity) => entity.name);
    return sheet.entities.length > 1 ? `${name} (${businesses.join(', ')})` : name;
  });
  return [NOTHING(`Done: ${names.join('; ')}.`)];
}

/** Expenses of the year where the tax return wants them. */
export function taxSection(sheet: FactSheet): Section {
  const lines = sheet.subjects('tax-line');
  const at = figuresOn(sheet);
  const table: Block = {
    kind: 'table',
    caption: 'Expenses of the year to date by line of the tax form',
    columns: [
      { heading: 'Accounts', align: 'left' },
      { heading: 'Form and line', align: 'left' },
      { heading: 'Year to date', align: 'right' },
    ],
    rows: lines.map(({ id, name }) => [at('tax-line-accounts', id), textFigure(name), at('tax-line-year', id)]),
    totals: [textFigure('All expenses'), textFigure(''), at('expenses-year-to-date')],
  };
  const uncategorised: Block = {
    kind: 'paragraph',
    spans: [
      'Expenses of the period without an account: ',
      at('uncategorised-cents'),
      ', ',
      at('uncategorised-share'),
      ' of all expenses.',
    ],
  };
  return {
    id: 'tax-lines',
    heading: 'Expense audit by tax line',
    count: lines.length,
    blocks: [...(lines.length === 0 ? [NOTHING('No expense of the year is in the books.')] : [table]), uncategorised],
  };
}

const BUCKETS = [
  ['Not yet due', 'current'],
  ['1–30 days past due', '1-30'],
  ['31–60 days', '31-60'],
  ['61–90 days', '61-90'],
  ['91 days or more', '91-plus'],
  ['Credits', 'credits'],
] as const;

/** What customers owe and what we owe, by how long it is past due. */
export function agingSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const late = sheet.subjects('invoice');
  return {
    id: 'aging',
    heading: 'Receivables and payables by age',
    blocks: [
      {
        kind: 'table',
        caption: 'Open amounts by days past due, today',
        columns: [
          { heading: 'Age', align: 'left' },
          { heading: 'Receivables', align: 'right' },
          { heading: 'Payables', align: 'right' },
        ],
        rows: BUCKETS.map(([words, id]) => [textFigure(words), at(`receivables-${id}`), at(`payables-${id}`)]),
        totals: [textFigure('Together'), at('receivables'), at('payables')],
      },
      ...subjectTable(sheet, late, {
        caption: 'Past due, the oldest first',
        rowHeading: 'Who owes it',
        withEntity: true,
        most: 10,
        columns: [
          { fact: 'invoice-open', heading: 'Open' },
          { fact: 'invoice-days-late', heading: 'Late by' },
        ],
      }),
      ...outsideTheBooks(sheet),
    ],
  };
}

/** How old and how large what is owed is, and what of it no statement knows: the ledger posts charters, no other invoices. */
function outsideTheBooks(sheet: FactSheet): readonly Block[] {
  if (numberIn(sheet.get('receivables')) === undefined) return [];
  const at = figuresOn(sheet);
  const parts: readonly (readonly [words: string, fact: string])[] = [
    ['Of the receivables, more than 60 days past due: ', 'receivables-over-60-share'],
    ['sales outstanding: ', 'dso-days'],
    ['in no journal entry and so in no statement: ', 'receivables-not-in-books'],
    ['owed by platforms beside them: ', 'platform-receivable'],
  ];
  const shown = parts.filter(([, fact]) => sheet.has(fact));
  const spans = shown.flatMap(([words, fact], i) => [`${i === 0 ? '' : '; '}${words}`, at(fact)]);
  return [{ kind: 'paragraph', spans: [...spans, '.'] }];
}

/** Money that belongs to the crew, the state or a guest, and when it must go. */
export function heldSection(sheet: FactSheet): Section {
  const ids = [
    'tips-payable',
    'tips-overdue-cents',
    'next-payday',
    'sales-tax-payable',
    'sales-tax-overdue-cents',
    'next-sales-tax',
    'refunds-payable',
    'gift-card-difference',
  ];
  return { id: 'held', heading: 'Tips, taxes and refunds owed', blocks: figureTable(sheet, 'Held for others', ids) };
}

/** Who gets a Form 1099 for the year, and whose W-9 is missing. */
export function form1099Section(sheet: FactSheet): Section {
  const vendors = sheet.subjects('vendor');
  const at = figuresOn(sheet);
  const isKnown = numberIn(sheet.get('form-1099-without-w9')) !== undefined;
  const told: Block = {
    kind: 'paragraph',
    spans: isKnown
      ? [
          'Paid ',
          at('form-1099-threshold'),
          ' or more this year, and no W-9 on file: ',
          at('form-1099-without-w9'),
          '.',
        ]
      : ['Contractors without a W-9: ', at('form-1099-without-w9'), '.'],
  };
  const table = subjectTable(sheet, vendors, {
    caption: 'Contractors to report on Form 1099',
    rowHeading: 'Vendor',
    withEntity: true,
    columns: [
      { fact: 'vendor-paid', heading: 'Paid this year' },
      { fact: 'vendor-w9', heading: 'W-9', align: 'left' },
    ],
  });
  return {
    id: 'form-1099',
    heading: '1099 watch: contractors over the threshold',
    count: vendors.length,
    blocks: [told, ...table, ...crewSentence(sheet)],
  };
}

const CREW = 'account-5010';

/** Crew are contractors too: what they were paid through charters is to be set against the list. */
function crewSentence(sheet: FactSheet): readonly Block[] {
  if (!sheet.has('account-year', CREW) || (numberIn(sheet.get('account-year', CREW)) ?? 0) === 0) return [];
  return [
    {
      kind: 'paragraph',
      spans: [
        'Account 5010 holds ',
        figuresOn(sheet)('account-year', CREW),
        ' paid to crew this year; whoever of them is a contractor must be recorded as a vendor to be watched here.',
      ],
    },
  ];
}

/** Charters whose money is stuck, and expenses that lack something. */
export function papersSection(sheet: FactSheet): Section {
  const [charters, expenses] = [sheet.subjects('open-charter'), sheet.subjects('expense-question')];
  const blocks = [
    ...subjectTable(sheet, charters, {
      caption: 'Charters whose money is not settled',
      rowHeading: 'Charter',
      withEntity: true,
      most: 10,
      columns: [
        { fact: 'open-charter-problem', heading: 'What is wrong', align: 'left' },
        { fact: 'open-charter-cents', heading: 'Amount' },
        { fact: 'open-charter-days', heading: 'Over since' },
      ],
    }),
    ...subjectTable(sheet, expenses, {
      caption: 'Expenses that lack something, the largest first',
      rowHeading: 'Vendor',
      withEntity: true,
      most: 10,
      columns: [
        { fact: 'question-on', heading: 'Day' },
        { fact: 'question-asked', heading: 'Missing', align: 'left' },
        { fact: 'question-cents', heading: 'Amount' },
      ],
    }),
    ...bankLines(sheet),
  ];
  return { id: 'papers', heading: 'Missing invoices, receipts and matches', blocks };
}

/** Lines of the bank statement the books do not know: how many, how much, since when. */
function bankLines(sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  const lines = numberIn(sheet.get('unmatched-bank-lines'));
  if (lines === undefined)
    return [{ kind: 'paragraph', spans: ['Bank lines no entry explains: ', at('unmatched-bank-lines'), '.'] }];
  if (lines === 0) return [NOTHING('Every bank line is explained by an entry.')];
  return [
    {
      kind: 'paragraph',
      spans: [
        'Bank lines no entry explains: ',
        at('unmatched-bank-lines'),
        ', in and out together ',
        at('unmatched-bank-cents'),
        '; the oldest has waited ',
        at('oldest-unmatched-bank-days'),
        '.',
      ],
    },
  ];
}
