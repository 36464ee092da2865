import type { Month } from '../../../kernel/calendar.ts';
import { monthOf } from '../../../kernel/calendar.ts';
import { monthFigure, textFigure } from '../../document/cells.ts';
import type { Block, Figure, Section, Span } from '../../document/report-document.ts';
import type { Subject } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { numberIn } from '../../findings/judging.ts';
import { entityTable, figureTable } from '../ceo/tables.ts';
import { revenueChart } from '../charts.ts';
import { figuresOn, NOT_APPLICABLE } from '../figures.ts';

const NO_CHARTERS: Block = { kind: 'paragraph', spans: ['No business in this report runs charters.'] };
const right = (heading: string) => ({ heading, align: 'right' as const });
const left = (heading: string) => ({ heading, align: 'left' as const });

/** How many charters pay for a month, and what would change that number. */
export function breakEvenSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const all = sheet.subjects('scenario');
  const cannotBe = all.filter(({ id }) => isWithoutCharters(sheet, id));
  const cases = all.filter((one) => !cannotBe.includes(one));
  const ids = ['scenario-contribution', 'scenario-break-even', 'scenario-change'];
  const table: Block = {
    kind: 'table',
    caption: 'Charters a month would need if only one thing were different',
    columns: [left('Case'), right('A charter leaves'), right('Break-even'), right('Against now')],
    rows: cases.map(({ id, name }) => [textFigure(name), ...ids.map((fact) => at(fact, id))]),
  };
  const blocks: readonly Block[] = [
    ...entityTable(sheet, 'Break-even of the last full month', [
      { fact: 'charters-last-full-month', heading: 'Sailed' },
      { fact: 'break-even-last-full-month', heading: 'Needed' },
      { fact: 'margin-of-safety', heading: 'Margin of safety' },
    ]),
    ...figureTable(sheet, 'What it rests on', [
      'fixed-cost',
      'average-contribution',
      'break-even-charters',
      'break-even-revenue',
      'contribution-less-fixed-cost',
    ]),
    ...(cases.length === 0 ? [] : [table]),
    ...(cannotBe.length === 0 ? [] : [leftOut(cannotBe)]),
  ];
  return {
    id: 'break-even',
    heading: 'Break-even and what would move it',
    blocks: blocks.length === 0 ? [NO_CHARTERS] : blocks,
  };
}

/** Whether no charter was sold the way a case supposes, though charters were sold. */
function isWithoutCharters(sheet: FactSheet, id: string): boolean {
  const sold = sheet.has('average-contribution') && sheet.measuredOf('average-contribution').state !== 'unknown';
  return sold && sheet.measuredOf('scenario-contribution', id).state === 'unknown';
}

function leftOut(cases: readonly Subject[]): Block {
  const names = cases.map(({ name }) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`).join('; ');
  return {
    kind: 'paragraph',
    spans: [`Not in the table, as no charter of the last three months was sold so: ${names}.`],
  };
}

/** How freely money may be spent, and where what is left over goes. */
export function capitalSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const lines = sheet.subjects('allocation');
  const ids = [
    'allocation-share',
    'allocation-cents',
    'allocation-rationale',
    'allocation-gate',
    'allocation-stop-rule',
  ];
  const figures = figureTable(sheet, 'Reserve and tier of the charter businesses', [
    'capital-tier',
    ...(isRising(sheet) ? ['capital-tier-reached'] : []),
    'reserve-months',
    'reserve-floor',
    'reserve-shortfall',
    'surplus-cash',
  ]);
  const nothing: readonly Block[] =
    numberIn(sheet.get('surplus-cash')) === 0
      ? [
          {
            kind: 'paragraph',
            spans: [
              'Free cash did not rise in the last full month, so there is nothing to share out; the shares hold for the next month in which it does.',
            ],
          },
        ]
      : [];
  const table: Block = {
    kind: 'table',
    caption: 'Where a rise of free cash goes in this tier',
    columns: [left('To'), right('Share'), right('Amount now'), left('Why'), left('Only with'), left('Until')],
    rows: lines.map(({ id, name }) => [textFigure(name), ...ids.map((fact) => at(fact, id))]),
  };
  const blocks = lines.length === 0 ? figures : [...figures, ...nothing, table];
  return {
    id: 'capital',
    heading: 'Capital tier and allocation',
    blocks: blocks.length === 0 ? [NO_CHARTERS] : blocks,
  };
}

/** Whether the last month-end reaches another tier than the one in force, which follows only after two. */
function isRising(sheet: FactSheet): boolean {
  const [tier, reached] = ['capital-tier', 'capital-tier-reached'].map((id) => sheet.measuredOf(id));
  return tier?.state !== 'unknown' && reached?.state !== 'unknown' && tier?.value !== reached?.value;
}

/** What each month is meant to bring through the next two quarters, and what is in sight. */
export function targetSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const months = sheet.subjects('outlook');
  const running = monthOf(sheet.today);
  const ahead = months.filter(({ name }) => name >= running);
  const last = ahead.findLastIndex(({ id }) => numberIn(sheet.get('outlook-high', id)) !== 0);
  const [told, empty] = last < 0 ? [ahead, []] : [ahead.slice(0, last + 1), ahead.slice(last + 1)];
  const ids = ['outlook-target', 'outlook-low', 'outlook-base', 'outlook-high', 'outlook-gap'];
  const blocks: readonly Block[] = [
    ...figureTable(sheet, 'The period against its target', [
      'charter-business-revenue',
      'charter-target',
      'charter-gap-to-date',
      'charter-gap-share',
      'forecast-last-month',
      'forecast-error',
    ]),
    ...targetChart(sheet),
    ...(ahead.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption:
              'Forecast by month: low, what is earned already; likely, with the charters booked; high, with quotes; the gap is likely less target',
            columns: [left('Month'), ...['Target', 'Low', 'Likely', 'High', 'Gap'].map(right)],
            rows: told.map(({ id, name }) => [monthFigure(name as Month), ...ids.map((fact) => at(fact, id))]),
          },
        ]),
    ...emptyMonths(sheet, empty),
  ];
  return {
    id: 'targets',
    heading: 'Targets through the next two quarters',
    blocks: blocks.length === 0 ? [NO_CHARTERS] : blocks,
  };
}

/** The months in which nothing is booked or quoted yet: each month’s target, all of which is still to be sold. */
function emptyMonths(sheet: FactSheet, months: readonly Subject[]): readonly Block[] {
  if (months.length === 0) return [];
  const at = figuresOn(sheet);
  const each = months.flatMap(({ id, name }, i): readonly Span[] => [
    i === 0 ? '' : ', ',
    monthFigure(name as Month),
    ' ',
    at('outlook-target', id),
  ]);
  const words = 'Nothing is booked or quoted yet for the months after, so all of their targets is still to be sold: ';
  return [{ kind: 'paragraph', spans: [words, ...each.slice(1), '.'] }];
}

/** Revenue beside its target; where no month has a target there is nothing to hold it against, and it says so once. */
function targetChart(sheet: FactSheet): readonly Block[] {
  const months = sheet.subjects('month');
  const unknown = months.map(({ id }) => sheet.measuredOf('month-revenue-target', id));
  if (unknown.some(({ state }) => state !== 'unknown') || sheet.has('charter-target')) return revenueChart(sheet);
  return [];
}

/** What a charter of each channel brings and costs. */
export function channelSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const channels = sheet.subjects('channel');
  const ids = ['channel-charters', 'channel-earned', 'channel-commission', 'channel-average-contribution'];
  if (channels.length === 0) {
    return {
      id: 'channels',
      heading: 'Unit economics by channel',
      blocks: [{ kind: 'paragraph', spans: ['No charter of the last three months is on the books.'] }],
    };
  }
  return {
    id: 'channels',
    heading: 'Unit economics by channel',
    count: channels.length,
    blocks: [
      {
        kind: 'table',
        caption: 'Charters of the last three months: what they were sold for in all, and what one leaves',
        columns: [left('Channel'), ...['Charters', 'Sold for', 'Commission', 'Left per charter'].map(right)],
        rows: channels.map(({ id, name }) => [
          textFigure(name),
          ...ids.map((fact): Figure => (sheet.has(fact, id) ? at(fact, id) : NOT_APPLICABLE)),
        ]),
      },
      {
        kind: 'paragraph',
        spans: [
          'All of them together leave ',
          at('average-contribution'),
          ' per charter; on fewer than five charters it is an estimate.',
        ],
      },
    ],
  };
}

const LISTED = 10;

/** Which of the revenue earned has been paid. */
export function receiptSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const open = sheet.subjects('unsettled').slice(0, LISTED);
  const ids = ['unsettled-sailed-on', 'unsettled-payer', 'unsettled-cents', 'unsettled-days'];
  const figures = figureTable(sheet, 'Charters sailed, and what is invoiced and owed for them', [
    'charters-last-full-month',
    'sailed-unpaid-charters',
    ...(numberIn(sheet.get('sailed-unpaid-charters')) === 0 ? [] : ['sailed-unpaid-cents', 'sailed-unpaid-30-days']),
    'unbilled-charters',
    'days-sales-outstanding',
    'late-payouts',
    ...(numberIn(sheet.get('late-payouts')) === 0 ? [] : ['late-payout-cents']),
  ]);
  const others = figureTable(sheet, 'All work: open invoices, bills and bank lines, today', [
    'receivables',
    'receivables-not-in-books',
    'payables',
    'unmatched-bank-cents',
  ]);
  const all = numberIn(sheet.get('sailed-unpaid-charters'));
  const list: readonly Block[] =
    open.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption:
              all === open.length
                ? 'Not fully paid, the longest waiting first'
                : 'Not fully paid, the ten longest waiting',
            columns: [left('Charter'), left('Sailed on'), left('Owed by'), right('Owed'), right('Days since')],
            rows: open.map(({ id, name }) => [textFigure(name), ...ids.map((fact) => at(fact, id))]),
          },
        ];
  const blocks = [...figures, ...list, ...others];
  return {
    id: 'receipts',
    heading: 'Revenue against invoices and receipts',
    blocks: blocks.length === 0 ? [NO_CHARTERS] : blocks,
  };
}
