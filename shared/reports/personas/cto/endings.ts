import { textFigure } from '../../document/cells.ts';
import type { Block, Section } from '../../document/report-document.ts';
import type { Subject } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { numberIn } from '../../findings/judging.ts';
import { figuresOn } from '../figures.ts';
import { withEntity } from './whose.ts';

const DAYS_AHEAD = 365;
const ROWS = 20;

/** Runtimes, certificates and domains that have ended, and those that will within a year, by day. */
export function endingsSection(sheet: FactSheet): Section {
  const leftOf = ({ id }: Subject) => numberIn(sheet.get('ends-in-days', id)) ?? 0;
  const near = sheet.subjects('ending').filter((one) => leftOf(one) <= DAYS_AHEAD);
  const ended = near.filter((one) => leftOf(one) < 0);
  const ending = near.filter((one) => leftOf(one) >= 0);
  const tables = [
    ...endingTable(sheet, ended, 'Already ended', 'ended-days-ago', 'Time since'),
    ...endingTable(sheet, ending.slice(0, ROWS), 'Ends within a year', 'ends-in-days', 'Time left'),
  ];
  return {
    id: 'endings',
    heading: 'What has ended or ends within a year',
    count: ended.length + Math.min(ending.length, ROWS),
    blocks:
      tables.length === 0
        ? [
            {
              kind: 'paragraph',
              spans: ['Until the next runtime ends: ', figuresOn(sheet)('days-to-runtime-end'), '.'],
            },
          ]
        : tables,
  };
}

function endingTable(
  sheet: FactSheet,
  subjects: readonly Subject[],
  caption: string,
  fact: string,
  heading: string,
): readonly Block[] {
  if (subjects.length === 0) return [];
  const at = figuresOn(sheet);
  return [
    {
      kind: 'table',
      caption,
      columns: [
        { heading: 'What', align: 'left' },
        { heading: 'Last day', align: 'left' },
        { heading, align: 'right' },
      ],
      rows: subjects.map(({ id, name, entityId }) => [
        textFigure(withEntity(sheet, `${name}, ${wordsOf(sheet, id)}`, entityId)),
        at('ends-on', id),
        at(fact, id),
      ]),
    },
  ];
}

/** What ends, as recorded: a runtime and the functions on it, a certificate or a domain. */
function wordsOf(sheet: FactSheet, id: string): string {
  const what = sheet.measuredOf('ends-what', id);
  return what.state === 'unknown' ? '' : String(what.value);
}
