import { textFigure } from '../../document/cells.ts';
import type { Block, Section, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn } from '../figures.ts';
import { handedOver } from './handed-over.ts';

/** Who owns the company, who carries it, and what has gone wrong. */
export function peopleSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  return {
    id: 'people',
    heading: 'Equity and people risk',
    blocks: [
      {
        kind: 'list',
        items: [
          [
            'Ownership with a signed agreement on file, where holdings are recorded: ',
            at('equity-documented-share'),
            '.',
          ],
          peopleLine(sheet),
          incidentsLine(sheet),
          actionsLine(sheet),
        ],
      },
      ...holdings(sheet),
      ...people(sheet),
      ...handedOver(sheet),
    ],
  };
}

/** One line when nothing is recorded of them: what is missing is the same for both figures. */
function peopleLine(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  const unprepared: Span[] = ['Key people without a transition day or handoff: ', at('key-people-unprepared')];
  if (sheet.measuredOf('key-people').state === 'unknown') return [...unprepared, '.'];
  if (sheet.measuredOf('key-people-unprepared').state === 'unknown') return ['Key people: ', at('key-people'), '.'];
  return [...unprepared, ' of ', at('key-people'), '.'];
}

/** What is to be filed is said where incidents are known at all. */
function incidentsLine(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  const open: Span[] = ['Open incidents: ', at('open-incidents')];
  if (sheet.measuredOf('incident-reports-open').state === 'unknown') return [...open, '.'];
  return [...open, '; reports to the Coast Guard to file: ', at('incident-reports-open'), '.'];
}

function actionsLine(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  const open: Span[] = ['Open actions: ', at('open-actions')];
  const late = sheet.measuredOf('overdue-actions-share');
  if (late.state === 'unknown' || sheet.measuredOf('open-actions').state === 'unknown') return [...open, '.'];
  return [...open, ', of which past their day: ', at('overdue-actions-share'), '.'];
}

function holdings(sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  const all = sheet.subjects('holding');
  if (all.length === 0) return [];
  return sheet.entities.flatMap(({ id: entityId, name }) => {
    const own = all.filter((holding) => holding.entityId === entityId);
    if (own.length === 0) return [];
    return [
      {
        kind: 'table' as const,
        caption: `Cap table of ${name}`,
        columns: [
          { heading: 'Holder', align: 'left' as const },
          { heading: 'Share', align: 'right' as const },
          { heading: 'Agreement on file', align: 'left' as const },
        ],
        rows: own.map((holding) => [
          textFigure(holding.name),
          at('holding-share', holding.id),
          at('holding-agreement', holding.id),
        ]),
        totals: [textFigure('Sum'), at('equity-holdings-sum', entityId), textFigure('')],
      },
    ];
  });
}

function people(sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  const all = sheet.subjects('person');
  if (all.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'Key people',
      columns: [
        { heading: 'Role', align: 'left' },
        { heading: 'Entity', align: 'left' },
        { heading: 'Transition', align: 'left' },
        { heading: 'Handoff on file', align: 'left' },
        { heading: 'Successor', align: 'left' },
      ],
      rows: all.map(({ id, name, entityId }) => [
        textFigure(name),
        textFigure(sheet.entities.find((entity) => entity.id === entityId)?.name ?? ''),
        at('person-transition', id),
        at('person-handoff', id),
        at('person-successor', id),
      ]),
    },
  ];
}
