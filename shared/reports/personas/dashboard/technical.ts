import { textFigure } from '../../document/cells.ts';
import type { Block, Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn } from '../figures.ts';

const SEVERITIES = ['Critical', 'High', 'Medium', 'Low'] as const;

/** What is open to misuse and what is harder to keep running, each by severity; nothing while no such figure is kept. */
export function technicalSections(sheet: FactSheet): readonly Section[] {
  const blocks = [
    ...chartOf(sheet, 'open-items', 'Open security items by severity', 'What is open to misuse, the gravest first.'),
    ...chartOf(
      sheet,
      'debt-items',
      'Open technical debt by severity',
      'What is harder to keep running than it need be, the gravest first.',
    ),
  ];
  return blocks.length === 0 ? [] : [{ id: 'technical', heading: 'Security and technical debt', blocks }];
}

function chartOf(sheet: FactSheet, prefix: string, title: string, summary: string): readonly Block[] {
  const at = figuresOn(sheet);
  const held = SEVERITIES.map((name) => ({ name, fact: `${prefix}-${name.toLowerCase()}` })).filter(({ fact }) =>
    sheet.has(fact),
  );
  if (held.length === 0) return [];
  return [
    {
      kind: 'chart',
      chart: 'findings-by-severity',
      title,
      summary: [summary],
      axis: 'Severity',
      series: ['Items'],
      points: held.map(({ name, fact }) => ({ label: textFigure(name), values: [at(fact)] })),
    },
  ];
}
