import type { KeyFigure, Section, Span } from '../../document/report-document.ts';
import type { Fact } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import type { AgendaItem } from '../../findings/agenda.ts';
import { sideOfTarget, stateOf } from '../../findings/direction.ts';
import { numberIn } from '../../findings/judging.ts';
import { figure, figuresOn } from '../figures.ts';
import { isKnownOn, shownFact } from './shown.ts';

/** How long the money lasts, whether the boats pay for themselves, and what to do first. */
export function summarySection(sheet: FactSheet, agenda: readonly AgendaItem[]): Section {
  const items = [lastsLine(sheet), breakEvenLine(sheet), targetLine(sheet), tierLine(sheet), firstLine(agenda)];
  return {
    id: 'summary',
    heading: 'Executive summary',
    blocks: [
      { kind: 'key-figures', figures: keyFigures(sheet) },
      { kind: 'list', items: items.filter((spans) => spans.length > 0) },
    ],
  };
}

const SIX_MONTHS = 60;

function keyFigures(sheet: FactSheet): readonly KeyFigure[] {
  const [sailed, needed] = ['charters-last-full-month', 'break-even-last-full-month'].map((id) =>
    numberIn(sheet.get(id)),
  );
  const runway = shownFact(sheet, 'runway');
  const tenths = numberIn(runway);
  const lasts = runway.measured.state === 'unknown' ? undefined : tenths === undefined ? 0 : tenths - SIX_MONTHS;
  return [
    keyFigure(sheet, runway, tenths === undefined ? undefined : shownFact(sheet, 'net-burn'), lasts),
    keyFigure(sheet, shownFact(sheet, 'unrestricted-cash'), shownFact(sheet, 'restricted-cash')),
    ...(sheet.has('charters-last-full-month')
      ? [
          keyFigure(
            sheet,
            sheet.get('charters-last-full-month'),
            sheet.get('break-even-last-full-month'),
            sailed === undefined || needed === undefined ? undefined : sailed - needed,
          ),
          keyFigure(sheet, sheet.get('capital-tier'), sheet.get('reserve-months')),
          keyFigure(
            sheet,
            sheet.get('charter-business-revenue'),
            sheet.get('charter-gap-to-date'),
            numberIn(sheet.get('charter-gap-to-date')),
          ),
          keyFigure(sheet, sheet.get('lowest-cash-13-weeks'), sheet.get('lowest-cash-week')),
        ]
      : []),
  ];
}

function keyFigure(sheet: FactSheet, fact: Fact, against?: Fact, ahead?: number): KeyFigure {
  const isKnown = fact.measured.state !== 'unknown';
  const held = against?.measured.state === 'unknown' ? undefined : against;
  return {
    label: fact.meaning.title,
    figure: figure(fact, sheet.zone),
    ...(held ? { against: { label: held.meaning.title, figure: figure(held, sheet.zone) } } : {}),
    state: !isKnown ? 'unknown' : ahead === undefined ? 'neutral' : stateOf(ahead),
  };
}

function lastsLine(sheet: FactSheet): readonly Span[] {
  const [runway, burn, cash] = ['runway', 'net-burn', 'unrestricted-cash'].map((id) => shownFact(sheet, id)) as [
    Fact,
    Fact,
    Fact,
  ];
  const at = (fact: Fact) => figure(fact, sheet.zone);
  if (runway.measured.state === 'unknown') return ['How long the money lasts: ', at(runway), '.'];
  const where = runway.meaning.id.startsWith('tracked-') ? ' of the businesses that keep books' : '';
  if (typeof runway.measured.value === 'string') {
    return [
      `The money lasts: unrestricted cash${where} is `,
      at(cash),
      ', and over the last three full months more cash came in than went out.',
    ];
  }
  return [
    `The money lasts `,
    at(runway),
    `: unrestricted cash${where} is `,
    at(cash),
    ', net burn ',
    at(burn),
    ' per month.',
  ];
}

function breakEvenLine(sheet: FactSheet): readonly Span[] {
  if (!sheet.has('charters-last-full-month')) return [];
  const at = figuresOn(sheet);
  const [sailed, needed] = ['charters-last-full-month', 'break-even-last-full-month'].map((id) =>
    numberIn(sheet.get(id)),
  );
  if (sailed === undefined || !isKnownOn(sheet, 'break-even-last-full-month')) {
    return ['Whether the last full month paid for itself: ', at('break-even-last-full-month'), '.'];
  }
  if (needed === undefined) {
    return ['No number of charters pays for a month: on average a charter leaves ', at('average-contribution'), '.'];
  }
  const side = sailed < needed ? 'Below break-even' : sailed === needed ? 'Just at break-even' : 'Above break-even';
  return [
    `${side}: the last full month sailed `,
    at('charters-last-full-month'),
    ' charters and needed ',
    at('break-even-last-full-month'),
    '; what they left, less fixed cost, was ',
    at('contribution-less-fixed-cost'),
    '.',
  ];
}

function targetLine(sheet: FactSheet): readonly Span[] {
  if (!isKnownOn(sheet, 'charter-gap-share')) return [];
  const at = figuresOn(sheet);
  const side = sideOfTarget(numberIn(sheet.get('charter-gap-share')) ?? 0);
  return ['Charter revenue is ', at('charter-business-revenue'), `, ${side} to date (`, at('charter-gap-share'), ').'];
}

function tierLine(sheet: FactSheet): readonly Span[] {
  if (!isKnownOn(sheet, 'capital-tier')) return [];
  const at = figuresOn(sheet);
  const short = numberIn(sheet.get('reserve-shortfall'));
  const reserve: readonly Span[] =
    short === undefined
      ? []
      : short === 0
        ? ['; the reserve holds what it should']
        : ['; at the last month-end the reserve lacked ', at('reserve-shortfall')];
  return ['Money may be spent as tier ', at('capital-tier'), ' allows', ...reserve, '.'];
}

function firstLine([first]: readonly AgendaItem[]): readonly Span[] {
  if (first === undefined) return ['Do first: nothing these figures ask for.'];
  return [
    `Do first: ${first.title.charAt(0).toLowerCase()}${first.title.slice(1)} (${first.ownerRole}, by `,
    { cell: { kind: 'day', value: first.dueOn } },
    ').',
  ];
}
