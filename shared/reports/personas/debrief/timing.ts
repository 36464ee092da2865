import type { Instant } from '../../../kernel/calendar.ts';
import { epochMs } from '../../../kernel/calendar.ts';
import { textFigure } from '../../document/cells.ts';
import type { Block, Figure, Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn } from '../figures.ts';

/** Planned against actual, station by station; stations nobody timed are named below. */
export function timingSection(sheet: FactSheet): Section {
  const stations = sheet.subjects('milestone').map(({ id, name }) => ({
    id,
    name,
    isTimed: sheet.measuredOf('milestone-actual', id).state !== 'unknown',
  }));
  const timed = stations.filter(({ isTimed }) => isTimed);
  const untimed = stations.filter(({ isTimed }) => !isTimed).map(({ name }) => name);
  const at = timesOn(
    sheet,
    timed.map(({ id }) => id),
  );
  const table: Block = {
    kind: 'table',
    caption: 'Planned and actual times; a variance below zero is early',
    columns: [
      { heading: 'Station', align: 'left' },
      { heading: 'Planned', align: 'right' },
      { heading: 'Actual', align: 'right' },
      { heading: 'Variance', align: 'right' },
    ],
    rows: timed.map(({ id, name }) => [
      textFigure(name.charAt(0).toUpperCase() + name.slice(1)),
      at('milestone-planned', id),
      at('milestone-actual', id),
      at('milestone-variance', id),
    ]),
  };
  const rest: Block[] =
    untimed.length === 0 ? [] : [{ kind: 'paragraph', spans: [`Not timed: ${untimed.join(', ')}.`] }];
  return {
    id: 'timing',
    heading: 'Timing',
    blocks: timed.length === 0 && untimed.length > 0 ? rest : [table, ...rest],
  };
}

const DAY_MS = 86_400_000;

/** Reads instants as times alone where all of them lie within a day, which the section above names. */
function timesOn(sheet: FactSheet, ids: readonly string[]): (fact: string, id: string) => Figure {
  const at = figuresOn(sheet);
  const all = ids
    .flatMap((id) => [sheet.measuredOf('milestone-planned', id), sheet.measuredOf('milestone-actual', id)])
    .flatMap((of) => (of.state === 'unknown' ? [] : [epochMs(of.value as Instant)]));
  const isOneDay = Math.max(...all) - Math.min(...all) < DAY_MS;
  return (fact, id) => {
    const figure = at(fact, id);
    return isOneDay && figure.cell.kind === 'instant'
      ? { ...figure, cell: { ...figure.cell, timeOnly: true } }
      : figure;
  };
}
