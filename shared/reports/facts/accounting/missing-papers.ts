import { daysBetween } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { isKnown, mapped, measured, unknown } from '../../../kernel/measured.ts';
import type { ExpenseQuestion } from '../../../records/expense-question.ts';
import type { FactDefinition, SubjectFacts } from '../fact.ts';
import { namesOf } from '../naming.ts';
import { unreadable } from '../readings.ts';
import type { FactView } from '../view.ts';
import { keepers, openItems } from './kept-books.ts';

const RECEIPT_FROM_CENTS = 7_500;

/** Questions about expenses are asked by the app itself, so an empty list says "none" wherever books are kept. */
function questions(view: FactView, asked: ExpenseQuestion['question']): Measured<readonly ExpenseQuestion[]> {
  const source = view.registers['expense-question'];
  if (source.state === 'unreadable') return unreadable('open questions about expenses', source.because);
  if (view.balances.state === 'unreadable') return unreadable('journal entries', view.balances.because);
  if (keepers(view).length === 0) return unknown(`journal entries of ${namesOf(view)}`);
  const open = source.records.filter(({ question }) => question === asked);
  const records = `open questions about expenses of ${namesOf(view, keepers(view))}`;
  return measured(open, { records, count: open.length, asOf: view.today });
}

const receipts = (view: FactView) => questions(view, 'receipt');
const large = (view: FactView) =>
  mapped(receipts(view), (open) => open.filter(({ cents }) => cents >= RECEIPT_FROM_CENTS));
const total = (open: readonly { readonly cents: number }[]) => open.reduce((sum, { cents }) => sum + cents, 0);

const PAPER = {
  unit: 'count',
  perEntity: true,
  owner: 'Accounting',
  needs: ['expense-question', 'balances'],
  source: 'IRS Publication 463: a receipt for every expense of $75 or more; the rule for travel, used for all',
} as const;
const BANK = {
  ...PAPER,
  needs: ['bank-line', 'accounting-period'],
  source: 'policy default: every bank line is explained by an entry',
} as const;

export const PAPER_FACTS: readonly FactDefinition[] = [
  {
    ...PAPER,
    id: 'expenses-without-receipt',
    title: 'Expenses of $75 or more without a receipt',
    definition: 'Expenses of at least $75 recorded without a receipt that has not arrived since.',
    formula: 'number of open questions for a receipt, of $75 or more',
    compute: (view) => mapped(large(view), (open) => open.length),
  },
  {
    ...PAPER,
    id: 'expenses-without-receipt-cents',
    title: 'Amount without a receipt',
    unit: 'cents',
    definition: 'What those expenses come to.',
    formula: 'sum of those expenses',
    compute: (view) => mapped(large(view), total),
  },
  {
    ...PAPER,
    id: 'repairs-to-review',
    title: 'Large repairs to review',
    definition: 'Repairs of $2,500 or more nobody has said are repairs and not improvements.',
    formula: 'number of open questions of that kind',
    source: 'de minimis safe harbor, 26 CFR 1.263(a)-1(f), Notice 2015-82: $2,500',
    compute: (view) => mapped(questions(view, 'repair-or-improvement'), (open) => open.length),
  },
  {
    ...PAPER,
    id: 'repairs-to-review-cents',
    title: 'Large repairs to review, amount',
    unit: 'cents',
    definition: 'What those repairs come to.',
    formula: 'sum of those repairs',
    source: 'de minimis safe harbor, 26 CFR 1.263(a)-1(f), Notice 2015-82: $2,500',
    compute: (view) => mapped(questions(view, 'repair-or-improvement'), total),
  },
  {
    ...BANK,
    id: 'unmatched-bank-lines',
    title: 'Bank lines not explained',
    definition: 'Bank lines no journal entry explains yet.',
    formula: 'number of bank lines without an entry',
    compute: (view) => mapped(openItems(view, 'bank-line'), (lines) => lines.length),
  },
  {
    ...BANK,
    id: 'unmatched-bank-cents',
    title: 'Bank lines not explained, amount',
    unit: 'cents',
    definition: 'What those lines come to, in and out added up without their signs.',
    formula: 'sum of the amounts, signs dropped',
    compute: (view) =>
      mapped(openItems(view, 'bank-line'), (lines) => lines.reduce((sum, { cents }) => sum + Math.abs(cents), 0)),
  },
  {
    ...BANK,
    id: 'oldest-unmatched-bank-days',
    title: 'Oldest bank line not explained',
    unit: 'days',
    definition: 'Days since the oldest bank line no entry explains; zero when there is none.',
    formula: 'today − day of the oldest such line',
    compute: (view) =>
      mapped(openItems(view, 'bank-line'), (lines) =>
        Math.max(0, ...lines.map(({ on }) => daysBetween(on, view.today))),
      ),
  },
];

/** Expenses that still lack something, the largest first. */
export const QUESTION_SUBJECTS: SubjectFacts = {
  kind: 'expense-question',
  meanings: [
    {
      id: 'question-asked',
      title: 'What is missing',
      unit: 'text',
      definition: 'What the expense still lacks.',
      formula: 'as recorded',
      source: PAPER.source,
      needs: PAPER.needs,
    },
    {
      id: 'question-cents',
      title: 'Amount',
      unit: 'cents',
      definition: 'What the expense came to.',
      formula: 'as recorded',
      source: PAPER.source,
      needs: PAPER.needs,
    },
    {
      id: 'question-on',
      title: 'Day',
      unit: 'day',
      definition: 'The day of the expense.',
      formula: 'as recorded',
      source: PAPER.source,
      needs: PAPER.needs,
    },
  ],
  list: (view) =>
    [large(view), questions(view, 'repair-or-improvement')]
      .flatMap((open) => (isKnown(open) ? open.value.map((question) => ({ question, basis: open.basis })) : []))
      .sort((a, b) => b.question.cents - a.question.cents || (a.question.id < b.question.id ? -1 : 1))
      .map(({ question: { id, entityId, vendor, question, cents, on }, basis }) => ({
        subject: { kind: 'expense-question', id, name: vendor, entityId },
        figures: {
          'question-asked': measured(question === 'receipt' ? 'receipt' : 'repair or improvement', basis),
          'question-cents': measured(cents, basis),
          'question-on': measured(on, basis),
        },
      })),
};
