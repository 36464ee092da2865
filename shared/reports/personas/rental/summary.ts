import type { KeyFigure, Section, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import type { AgendaItem } from '../../findings/agenda.ts';
import { numberIn } from '../../findings/judging.ts';
import { figuresOn } from '../figures.ts';

/** The first screen: how full, what it earns, what it yields, what is wrong first. */
export function summarySection(sheet: FactSheet, agenda: readonly AgendaItem[]): Section {
  const items = [occupancyLine(sheet), incomeLine(sheet), yieldLine(sheet), rentLine(sheet), firstLine(agenda)];
  return {
    id: 'summary',
    heading: 'Executive summary',
    blocks: [
      { kind: 'key-figures', figures: keyFigures(sheet) },
      { kind: 'list', items: items.filter((spans) => spans.length > 0) },
    ],
  };
}

function keyFigures(sheet: FactSheet): readonly KeyFigure[] {
  const hurdle = numberIn(sheet.get('rental-yield-hurdle'));
  return [
    keyFigure(sheet, 'rental-occupancy', 'rental-occupancy-year'),
    keyFigure(sheet, 'rental-noi-annual', 'rental-noi-to-date'),
    keyFigure(
      sheet,
      'rental-net-yield',
      'rental-yield-hurdle',
      hurdle === undefined ? undefined : (value) => value >= hurdle,
    ),
    keyFigure(sheet, 'rental-maintenance-ratio', 'rental-maintenance-year', (value) => value <= 1_500),
    keyFigure(sheet, 'rental-debt-cover', 'rental-debt-service-year', (value) => value >= 12_000),
    keyFigure(sheet, 'rental-rent-overdue', 'rental-days-late', (value) => value === 0),
  ].flat();
}

function keyFigure(sheet: FactSheet, id: string, against: string, isGood?: (value: number) => boolean): KeyFigure[] {
  if (!sheet.has(id)) return [];
  const fact = sheet.get(id);
  const value = numberIn(fact);
  const at = figuresOn(sheet);
  const isKnown = fact.measured.state !== 'unknown';
  const judged = value === undefined || isGood === undefined ? 'neutral' : isGood(value) ? 'good' : 'bad';
  const held = isKnown && sheet.has(against) && sheet.measuredOf(against).state !== 'unknown';
  return [
    {
      label: fact.meaning.title,
      figure: at(id),
      ...(held ? { against: { label: sheet.get(against).meaning.title, figure: at(against) } } : {}),
      state: isKnown ? judged : 'unknown',
    },
  ];
}

function occupancyLine(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  const isByNight = sheet.has('rental-adr') && sheet.measuredOf('rental-adr').state !== 'unknown';
  const rate: readonly Span[] = isByNight
    ? ['; a night of a stay brought ', at('rental-adr'), ', an available night ', at('rental-revpar')]
    : [];
  return [
    'Occupancy of the last full month: ',
    at('rental-occupancy'),
    '; without owner nights: ',
    at('rental-occupancy-adjusted'),
    ...rate,
    '.',
  ];
}

function incomeLine(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  return [
    'Income of the last twelve full months: ',
    at('rental-income-year'),
    '; operating cost: ',
    at('rental-operating-cost-year'),
    '; net operating income: ',
    at('rental-noi-year'),
    '.',
  ];
}

function yieldLine(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  return [
    'Net yield: ',
    at('rental-net-yield'),
    '; capitalisation rate: ',
    at('rental-cap-rate'),
    '; cash on cash: ',
    at('rental-cash-on-cash'),
    '; debt service cover: ',
    at('rental-debt-cover'),
    '.',
  ];
}

function rentLine(sheet: FactSheet): readonly Span[] {
  if (!sheet.has('rental-rent-overdue')) return [];
  const at = figuresOn(sheet);
  return ['Rent overdue: ', at('rental-rent-overdue'), '; collection rate: ', at('rental-collection-rate'), '.'];
}

function firstLine([first]: readonly AgendaItem[]): readonly Span[] {
  if (first === undefined) return ['Do first: nothing these figures ask for.'];
  return [
    `Do first: ${first.title.charAt(0).toLowerCase()}${first.title.slice(1)} (${first.ownerRole}, by `,
    { cell: { kind: 'day', value: first.dueOn } },
    ').',
  ];
}
