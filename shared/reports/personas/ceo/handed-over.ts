import { textFigure } from '../../document/cells.ts';
import type { Block, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn } from '../figures.ts';

const LISTED = 12;
const ORDER = ['critical', 'high', 'medium', 'low'];

/** The risks the businesses have written down, the worst first, and how many services nobody answers for. */
export function handedOver(sheet: FactSheet): readonly Block[] {
  return [...services(sheet), ...risks(sheet)];
}

function services(sheet: FactSheet): readonly Block[] {
  if (sheet.subjects('service').length === 0) return [];
  const at = figuresOn(sheet);
  const spans: Span[] = [
    'Services written down: ',
    at('services-recorded'),
    ', of which without anybody who answers for them: ',
    at('services-without-owner'),
    '.',
  ];
  return [{ kind: 'paragraph', spans }];
}

function risks(sheet: FactSheet): readonly Block[] {
  const all = sheet.subjects('risk');
  if (all.length === 0) return [];
  const at = figuresOn(sheet);
  const rank = (id: string) => {
    const severity = sheet.measuredOf('risk-severity', id);
    return severity.state === 'unknown' ? ORDER.length : ORDER.indexOf(String(severity.value));
  };
  const listed = [...all].sort((a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1)).slice(0, LISTED);
  return [
    {
      kind: 'paragraph',
      spans: ['Risks written down: ', at('risks-recorded'), ', of which past their day: ', at('risks-past-due'), '.'],
    },
    {
      kind: 'table',
      caption: 'Risks, the worst first',
      columns: [
        { heading: 'Risk', align: 'left' },
        { heading: 'Entity', align: 'left' },
        { heading: 'Severity', align: 'left' },
        { heading: 'Owner', align: 'left' },
        { heading: 'Due', align: 'left' },
      ],
      rows: listed.map(({ id, name, entityId }) => [
        textFigure(name),
        textFigure(sheet.entities.find((entity) => entity.id === entityId)?.name ?? ''),
        at('risk-severity', id),
        at('risk-owner', id),
        at('risk-due', id),
      ]),
    },
  ];
}
