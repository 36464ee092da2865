import type { LocalDate } from '../../../kernel/calendar.ts';
import { textFigure } from '../../document/cells.ts';
import type { Block, Figure, Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { MONEY_BELIEFS } from '../../findings/cfo-rules/plan.ts';
import { beliefLines } from '../beliefs.ts';
import { entityTable, figureTable } from '../ceo/tables.ts';
import { cashChart } from '../charts.ts';
import { figure, figuresOn } from '../figures.ts';
import { leftOutBetween } from '../left-out.ts';
import { isKnownOn, shownFact } from './shown.ts';

/** What money there is, whose it is, and how it moved over a year. */
export function cashSection(sheet: FactSheet): Section {
  return {
    id: 'cash',
    heading: 'Cash position',
    blocks: [
      ...entityTable(sheet, 'Cash, whose it is', [
        { fact: 'bank-total', heading: 'Bank and cash', tracked: 'tracked-bank-total' },
        { fact: 'restricted-cash', heading: 'Held for others', tracked: 'tracked-restricted-cash' },
        { fact: 'unrestricted-cash', heading: 'Free to spend', tracked: 'tracked-unrestricted-cash' },
      ]),
      ...heldTable(sheet),
      ...cashChart(sheet),
      ...leftOutBetween(sheet),
    ],
  };
}

/** Whose the restricted cash is; nothing is held where it is nought, and then there is nothing to cover. */
function heldTable(sheet: FactSheet): readonly Block[] {
  const held = shownFact(sheet, 'restricted-cash');
  if (held.measured.state === 'unknown') return figureTable(sheet, 'Money held for others', ['customer-money-held']);
  if (held.measured.value === 0) return [{ kind: 'paragraph', spans: ['No money is held for others.'] }];
  const at = figuresOn(sheet);
  return [
    {
      kind: 'table',
      caption: 'Money held for others, by whose it is',
      columns: [
        { heading: 'Whose', align: 'left' },
        { heading: 'Held', align: 'right' },
      ],
      rows: [
        [textFigure('Customers: deposits, credits and advances'), at('customer-money-held')],
        [textFigure('State, crew and tenants: taxes, tips and deposits'), at('taxes-and-tips-held')],
      ],
      totals: [textFigure('Held for others'), figure(held, sheet.zone)],
    },
    { kind: 'paragraph', spans: ['Bank and cash are ', at('deposit-coverage'), ' of what is held for others.'] },
  ];
}

/** What the business burns, how long the money lasts, and what people believe of both. */
export function burnSection(sheet: FactSheet): Section {
  const [gross, net, runway] = ['gross-burn', 'net-burn', 'runway'].map((id) => shownFact(sheet, id).meaning.id);
  const ids = [gross, net, 'net-burn-without-deposits', runway].filter((id) => id !== undefined);
  return {
    id: 'burn',
    heading: 'Burn and runway',
    blocks: [
      ...figureTable(sheet, 'Average of the last three full months', ids),
      ...lastTwoMonths(sheet),
      ...beliefs(sheet),
    ],
  };
}

/** What the last full month burned beside the one before. */
function lastTwoMonths(sheet: FactSheet): readonly Block[] {
  const ids = ['net-burn-last-month', 'net-burn-month-before', 'net-burn-rise'];
  if (!ids.every((id) => isKnownOn(sheet, id))) return figureTable(sheet, 'The last two full months', ids);
  const [last, before, rise] = ids.map((id) => figuresOn(sheet)(id)) as [Figure, Figure, Figure];
  return [
    {
      kind: 'paragraph',
      spans: [
        'Net burn was ',
        last,
        ' in the last full month and ',
        before,
        ' in the one before: a change of ',
        rise,
        '.',
      ],
    },
  ];
}

function beliefs(sheet: FactSheet): readonly Block[] {
  const lines = beliefLines(sheet, {}, MONEY_BELIEFS);
  const title = 'What people believe, entered by hand, and what the records say:';
  return lines.length === 0 ? [] : [{ kind: 'paragraph', spans: [title] }, ...lines];
}

/** Thirteen weeks of cash as far as it is booked, owed or fixed. */
export function weeksSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const weeks = sheet.subjects('week');
  const columns = ['Comes in', 'Fixed costs', 'Other costs', 'Closes with'];
  const ids = ['week-in', 'week-fixed-costs', 'week-other-costs', 'week-closing'];
  if (weeks.length === 0)
    return {
      id: 'weeks',
      heading: 'Weeks of cash ahead',
      blocks: [
        {
          kind: 'paragraph',
          spans: ['No business in this report runs charters: bookings to look ahead with are kept for charters alone.'],
        },
      ],
    };
  return {
    id: 'weeks',
    heading: 'Weeks of cash ahead',
    count: weeks.length,
    blocks: [
      {
        kind: 'paragraph',
        spans: [
          'Bank and cash of the charter businesses, customer money included, are ',
          at('week-opening', weeks[0]?.id),
          ' today. If nobody books any more, they fall lowest in the week from ',
          at('lowest-cash-week'),
          ': ',
          at('lowest-cash-13-weeks'),
          '.',
        ],
      },
      {
        kind: 'table',
        caption: 'Only what is booked, owed or fixed today; each week opens with what the one before closed with',
        columns: [
          { heading: 'Week from', align: 'left' },
          ...columns.map((heading) => ({ heading, align: 'right' as const })),
        ],
        rows: weeks.map(({ id, name }) => [
          { cell: { kind: 'day' as const, value: name as LocalDate } },
          ...ids.map((fact) => at(fact, id)),
        ]),
      },
      { kind: 'paragraph', spans: [`Taken as given: ${assumptionsIn(sheet, weeks[0]?.id ?? '', ids)}`] },
    ],
  };
}

/** What every flow of a week takes as given, once each. */
function assumptionsIn(sheet: FactSheet, week: string, ids: readonly string[]): string {
  const texts = ids.slice(0, -1).flatMap((id) => {
    const { measured } = sheet.get(id, week);
    return measured.state === 'unknown' || measured.basis.assumption === undefined ? [] : [measured.basis.assumption];
  });
  return texts.length === 0 ? 'nothing, for the flows are not known.' : texts.join(' ');
}
