import type { KeyFigure, Section, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { RUNTIME_ENDING } from '../../facts/inventory/stack-subjects.ts';
import { numberIn } from '../../findings/judging.ts';
import { figure, figuresOn } from '../figures.ts';

const STALE_DAYS = 7;

/** The headline figures, how much of the audit could be made, and what changed. */
export function scoreCardSection(sheet: FactSheet): Section {
  return {
    id: 'score-card',
    heading: 'Score card',
    blocks: [
      { kind: 'key-figures', figures: keyFigures(sheet) },
      { kind: 'list', items: [checksLine(sheet), changeLine(sheet)] },
    ],
  };
}

function keyFigures(sheet: FactSheet): readonly KeyFigure[] {
  const none = (value: number) => (value === 0 ? 'good' : 'bad');
  return [
    keyFigure(sheet, 'open-items-critical', none, ['High', 'open-items-high']),
    keyFigure(sheet, 'secrets-found', none),
    keyFigure(sheet, 'cloud-cost-month', () => 'neutral', ['Month before', 'cloud-cost-month-before']),
    keyFigure(sheet, 'maturity-score', () => 'neutral', ['Possible', 'maturity-max']),
    runtimeFigure(sheet),
    {
      ...keyFigure(sheet, 'inventory-age', (days) => (days > STALE_DAYS ? 'bad' : 'good')),
      ...(sheet.entities.length > 1 ? { label: 'Age of the oldest inventory' } : {}),
    },
  ];
}

/** How long until the first runtime in use loses its support, or for how long one has been without. */
function runtimeFigure(sheet: FactSheet): KeyFigure {
  const left = numberIn(sheet.get('days-to-runtime-end'));
  const [ended] = sheet.subjects('ending').filter(({ id }) => id.startsWith(RUNTIME_ENDING));
  if (left === undefined || left >= 0 || ended === undefined) {
    return keyFigure(sheet, 'days-to-runtime-end', () => 'neutral');
  }
  return {
    label: 'Longest without runtime support',
    figure: figuresOn(sheet)('ended-days-ago', ended.id),
    state: 'bad',
  };
}

function keyFigure(
  sheet: FactSheet,
  id: string,
  stateOf: (value: number) => KeyFigure['state'],
  against?: readonly [label: string, id: string],
): KeyFigure {
  const fact = sheet.get(id);
  const value = numberIn(fact);
  const held = against !== undefined && sheet.measuredOf(against[1]).state !== 'unknown' ? against : undefined;
  return {
    label: fact.meaning.title,
    figure: figure(fact, sheet.zone),
    ...(held ? { against: { label: held[0], figure: figure(sheet.get(held[1]), sheet.zone) } } : {}),
    state: value === undefined ? 'unknown' : stateOf(value),
  };
}

function checksLine(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  if (sheet.measuredOf('checks-passed').state === 'unknown') return ['Checks passed: ', at('checks-passed'), '.'];
  const each = sheet.entities.length > 1 ? ', each counted once per business' : '';
  return [
    `Checks${each}: `,
    at('checks-passed'),
    ' passed, ',
    at('checks-failed'),
    ' failed, ',
    at('checks-unknown'),
    ' could not be made.',
  ];
}

function changeLine(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  if (sheet.measuredOf('items-new').state === 'unknown')
    return ['There is no earlier inventory to show changes against.'];
  return [
    'Resources that fail a check, against the previous inventory: ',
    at('items-new'),
    ' new, ',
    at('items-fixed'),
    ' fixed, ',
    at('items-persisting'),
    ' still open.',
  ];
}
