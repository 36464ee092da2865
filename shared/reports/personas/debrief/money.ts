import { textFigure } from '../../document/cells.ts';
import type { Section, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { numberIn } from '../../findings/judging.ts';
import { figuresOn } from '../figures.ts';

/** From revenue to margin. Costs are listed where there are any or where they are not known. */
const MARGIN = [
  'charter-revenue',
  'charter-commission',
  'charter-merchant-fee',
  'charter-crew-cost',
  'charter-trip-cost',
] as const;
const LEFT = ['contribution-margin', 'contribution-margin-share'] as const;

/** What the guest was charged and who still owes whom. */
const SETTLEMENT = [
  'charter-gross',
  'charter-discount',
  'charter-price',
  'charter-tax',
  'charter-balance-due',
  'platform-owes',
] as const;

/** Told even at zero: a debrief without it would leave a question. */
const ALWAYS: readonly string[] = ['charter-revenue', 'charter-price', 'charter-balance-due'];

/** What it brought, what it cost, what it left, and what that does to the month. */
export function moneySection(sheet: FactSheet, id: string): Section {
  const at = figuresOn(sheet);
  const isDiscounted = numberIn(sheet.get('charter-discount', id)) !== 0;
  const told = (fact: string) => ALWAYS.includes(fact) || numberIn(sheet.get(fact, id)) !== 0;
  const left = LEFT.filter((fact) => numberIn(sheet.get(fact, id)) !== undefined);
  const settled = SETTLEMENT.filter((fact) => (fact === 'charter-gross' ? isDiscounted : told(fact)));
  return {
    id: 'money',
    heading: 'Money',
    blocks: [
      { kind: 'paragraph', spans: monthSentence(sheet, id) },
      {
        kind: 'table',
        caption: 'From revenue to margin; costs not listed are zero',
        columns: [
          { heading: 'Item', align: 'left' },
          { heading: 'Amount', align: 'right' },
        ],
        rows: [...MARGIN.filter(told), ...left].map((fact) => [
          textFigure(sheet.get(fact, id).meaning.title),
          at(fact, id),
        ]),
      },
      {
        kind: 'paragraph',
        spans: [
          ...settled.flatMap((fact, i): Span[] => [
            `${i === 0 ? '' : '; '}${titleWithin(sheet.get(fact, id).meaning.title, i)}: `,
            at(fact, id),
          ]),
          '.',
        ],
      },
    ],
  };
}

function titleWithin(title: string, at: number): string {
  return at === 0 ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

function monthSentence(sheet: FactSheet, id: string): readonly Span[] {
  const at = figuresOn(sheet);
  const toGo = sheet.get('month-charters-to-go', id).measured;
  const sailed: Span[] = ['Charters sailed that month, this one included: ', at('month-charters-sailed', id)];
  if (toGo.state === 'unknown') return [...sailed, '. Break-even: ', at('month-break-even', id), '.'];
  if (typeof toGo.value === 'string') return [...sailed, '. At the present contribution the month cannot break even.'];
  if (toGo.value === 0)
    return [...sailed, '. The month has reached its break-even of ', at('month-break-even', id), '.'];
  const needed = at('month-break-even', id);
  return [...sailed, ' of ', needed, ' for break-even; still to sail: ', at('month-charters-to-go', id), '.'];
}
