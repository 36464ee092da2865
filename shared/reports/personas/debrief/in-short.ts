import { countFigure } from '../../document/cells.ts';
import type { KeyFigure, Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { sideOfAverage, stateOf } from '../../findings/direction.ts';
import { numberIn } from '../../findings/judging.ts';
import { figuresOn } from '../figures.ts';

/** What the reader must know of the charter on the first screen: people, punctuality, money, what went wrong. */
export function inShortSection(sheet: FactSheet, id: string, exceptions: number): Section {
  return {
    id: 'in-short',
    heading: 'In short',
    blocks: [
      {
        kind: 'key-figures',
        figures: [
          ...keyFigure(sheet, id, 'pax-aboard', 'pax-booked'),
          punctuality(sheet, id),
          ...keyFigure(sheet, id, 'charter-revenue'),
          margin(sheet, id),
          ...keyFigure(sheet, id, 'charter-tips-held'),
          {
            label: 'Exceptions',
            figure: countFigure(exceptions),
            state: exceptions > 0 ? 'bad' : 'good',
          },
        ],
      },
    ],
  };
}

function keyFigure(sheet: FactSheet, id: string, fact: string, against?: string): readonly KeyFigure[] {
  const at = figuresOn(sheet);
  const title = (of: string) => sheet.get(of, id).meaning.title;
  const isKnown = sheet.measuredOf(fact, id).state !== 'unknown';
  return [
    {
      label: title(fact),
      figure: at(fact, id),
      ...(against === undefined ? {} : { against: { label: title(against), figure: at(against, id) } }),
      state: isKnown ? 'neutral' : 'unknown',
    },
  ];
}

function punctuality(sheet: FactSheet, id: string): KeyFigure {
  const at = figuresOn(sheet);
  const { meaning, measured } = sheet.get('departed-on-time', id);
  const isKnown = measured.state !== 'unknown';
  const delay = { label: sheet.get('departure-delay', id).meaning.title, figure: at('departure-delay', id) };
  return {
    label: meaning.title,
    figure: at('departed-on-time', id),
    ...(isKnown ? { against: delay } : {}),
    state: isKnown ? (measured.value === 'yes' ? 'good' : 'bad') : 'unknown',
  };
}

/** What the charter left beside what a charter usually leaves, with the direction in words. */
function margin(sheet: FactSheet, id: string): KeyFigure {
  const at = figuresOn(sheet);
  const left = numberIn(sheet.get('contribution-margin', id));
  const difference = numberIn(sheet.get('margin-against-average', id));
  const usual = sheet.get('usual-contribution', id).meaning.title;
  const side = difference === undefined ? '' : `, ${sideOfAverage(difference)}`;
  return {
    label: `${sheet.get('contribution-margin', id).meaning.title}${side}`,
    figure: at('contribution-margin', id),
    ...(left === undefined ? {} : { against: { label: usual, figure: at('usual-contribution', id) } }),
    state: left === undefined ? 'unknown' : difference === undefined ? 'neutral' : stateOf(difference),
  };
}
