import { textFigure } from '../../document/cells.ts';
import type { Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn } from '../figures.ts';

const SEVERITIES = ['Critical', 'High', 'Medium', 'Low'] as const;

/** Open security and technical-debt items by severity; nothing while no such figure is kept. */
export function technicalSections(sheet: FactSheet): readonly Section[] {
  const at = figuresOn(sheet);
  const held = SEVERITIES.map((name) => ({ name, fact: `open-items-${name.toLowerCase()}` })).filter(({ fact }) =>
    sheet.has(fact),
  );
  if (held.length === 0) return [];
  return [
    {
      id: 'technical',
      heading: 'Security and technical debt',
      blocks: [
        {
          kind: 'chart',
          chart: 'findings-by-severity',
          title: 'Open items by severity',
          summary: ['What is open in security and technical debt, the gravest first.'],
          axis: 'Severity',
          series: ['Findings'],
          points: held.map(({ name, fact }) => ({ label: textFigure(name), values: [at(fact)] })),
        },
      ],
    },
  ];
}
