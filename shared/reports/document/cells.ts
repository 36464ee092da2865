import type { Instant, LocalDate, Month } from '../../kernel/calendar.ts';
import type { Measured } from '../../kernel/measured.ts';
import type { Cell, Figure } from './report-document.ts';

/** The unit of a figure: which kind of cell its value becomes. */
export type Unit = 'cents' | 'count' | 'share' | 'months' | 'days' | 'minutes' | 'rating' | 'day' | 'text';

/** A measured figure as a cell that remembers which fact it is and how it is known. */
export function figureOf(measured: Measured<number | string>, unit: Unit, fact?: string): Figure {
  if (measured.state === 'unknown') return { cell: { kind: 'unknown', missing: measured.missing }, ...key(fact) };
  return { cell: cellOf(measured.value, unit), certainty: measured.state, ...key(fact) };
}

export function textFigure(value: string): Figure {
  return { cell: { kind: 'text', value } };
}

/** How many things stand in a list of the document itself. */
export function countFigure(value: number): Figure {
  return { cell: { kind: 'count', value } };
}

export function dayFigure(value: LocalDate): Figure {
  return { cell: { kind: 'day', value } };
}

export function monthFigure(value: Month): Figure {
  return { cell: { kind: 'month', value } };
}

export function instantFigure(value: Instant, zone: string): Figure {
  return { cell: { kind: 'instant', value, zone } };
}

function cellOf(value: number | string, unit: Unit): Cell {
  switch (unit) {
    case 'text':
      return { kind: 'text', value: String(value) };
    case 'day':
      return { kind: 'day', value: value as LocalDate };
    case 'cents':
    case 'count':
    case 'share':
    case 'months':
    case 'days':
    case 'minutes':
    case 'rating':
      return { kind: unit, value: Number(value) };
  }
}

function key(fact: string | undefined): { fact?: string } {
  return fact === undefined ? {} : { fact };
}
