import { textFigure } from '../../document/cells.ts';
import type { KeyFigure, Section, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { sideOfAverage, stateOf } from '../../findings/direction.ts';
import { numberIn } from '../../findings/judging.ts';
import { figuresOn } from '../figures.ts';

/** The day in a few lines: people, sea, engine, what the captain reported, papers. */
export function daySection(sheet: FactSheet, id: string): Section {
  const at = figuresOn(sheet);
  const of = (fact: string) => at(fact, id);
  const part = (done: string, needed: string): readonly Span[] =>
    sheet.measuredOf(needed, id).state === 'unknown' ? [of(needed)] : [of(done), ' of ', of(needed)];
  return {
    id: 'what-happened',
    heading: 'What happened',
    blocks: [
      {
        kind: 'list',
        items: [
          ['Guests booked: ', of('pax-booked'), '; aboard: ', of('pax-aboard'), '; ashore: ', of('pax-ashore'), '.'],
          ['Crew roles filled: ', ...part('crew-filled', 'crew-roles'), '.'],
          ['Departed on time: ', of('departed-on-time'), '.'],
          ['Weather decision: ', of('weather-decision'), '; sea: ', of('sea-state'), '.'],
          ['Engine hours: ', of('engine-hours'), '; fuel added, gallons: ', of('fuel-added'), '.'],
          ['Waivers signed: ', ...part('waivers-signed', 'waivers-needed'), '.'],
          ['Mandatory checklist items done: ', ...part('checklist-done', 'checklist-items'), '.'],
          ['Rules overridden: ', of('overrides'), '.'],
          ['Incident: ', of('incident-reported'), '; damage: ', of('damage-reported'), '.'],
          ['Lessons: ', of('lessons'), '.'],
        ],
      },
    ],
  };
}

/** Planned against actual, station by station. */
export function timingSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const rows = sheet
    .subjects('milestone')
    .map(({ id, name }) => [
      textFigure(name.charAt(0).toUpperCase() + name.slice(1)),
      at('milestone-planned', id),
      at('milestone-actual', id),
      at('milestone-variance', id),
    ]);
  return {
    id: 'timing',
    heading: 'Timing',
    blocks: [
      {
        kind: 'table',
        caption: 'Planned and actual times',
        columns: [
          { heading: 'Station', align: 'left' },
          { heading: 'Planned', align: 'left' },
          { heading: 'Actual', align: 'left' },
          { heading: 'Variance', align: 'right' },
        ],
        rows,
      },
    ],
  };
}

/** Listed even at zero: a debrief without them would leave a question. */
const ALWAYS: readonly string[] = ['charter-revenue', 'contribution-margin', 'charter-balance-due'];

const MONEY = [
  'charter-gross',
  'charter-discount',
  'charter-revenue',
  'charter-commission',
  'charter-merchant-fee',
  'charter-crew-cost',
  'charter-trip-cost',
  'contribution-margin',
  'contribution-margin-share',
  'charter-tax',
  'charter-price',
  'charter-balance-due',
  'platform-owes',
  'charter-tips-held',
] as const;

/** What it brought, what it cost, what it left, and what that does to the month. */
export function moneySection(sheet: FactSheet, id: string): Section {
  const at = figuresOn(sheet);
  return {
    id: 'money',
    heading: 'Money',
    blocks: [
      { kind: 'key-figures', figures: marginFigures(sheet, id) },
      { kind: 'paragraph', spans: monthSentence(sheet, id) },
      {
        kind: 'table',
        caption: 'From price to margin; what is not listed is zero',
        columns: [
          { heading: 'Item', align: 'left' },
          { heading: 'Amount', align: 'right' },
        ],
        rows: MONEY.filter((fact) => ALWAYS.includes(fact) || numberIn(sheet.get(fact, id)) !== 0).map((fact) => [
          textFigure(sheet.get(fact, id).meaning.title),
          at(fact, id),
        ]),
      },
    ],
  };
}

function marginFigures(sheet: FactSheet, id: string): readonly KeyFigure[] {
  const at = figuresOn(sheet);
  const margin = numberIn(sheet.get('contribution-margin', id));
  const difference = numberIn(sheet.get('margin-against-average', id));
  const side = difference === undefined ? 'Margin against the average' : `Margin ${sideOfAverage(difference)}`;
  return [
    {
      label: sheet.get('contribution-margin', id).meaning.title,
      figure: at('contribution-margin', id),
      against: { label: sheet.get('usual-contribution', id).meaning.title, figure: at('usual-contribution', id) },
      state: margin === undefined ? 'unknown' : difference === undefined ? 'neutral' : stateOf(difference),
    },
    {
      label: side,
      figure: at('margin-against-average', id),
      state: difference === undefined ? 'unknown' : stateOf(difference),
    },
  ];
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
