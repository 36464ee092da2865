import type { FirstFigures } from '../document/first-figures.ts';
import type { ReportDocument } from '../document/report-document.ts';
import { certaintyMark, formatCell } from './format.ts';
import { formatPeriod } from './format-days.ts';

/** The month and the businesses a document is about, in a line. */
export function headingOf({ period, scope }: Pick<ReportDocument, 'period' | 'scope'>): string {
  return `${formatPeriod(period)} · ${scope.title}`;
}

/** The headline figures a document begins with, in words; none where it begins with something else. */
export function firstFigures(document: ReportDocument): FirstFigures {
  const [block] = document.sections[0]?.blocks ?? [];
  const figures = block?.kind === 'key-figures' ? block.figures : [];
  return {
    heading: headingOf(document),
    figures: figures.map(({ label, figure }) => ({
      label,
      text: formatCell(figure.cell, 'table'),
      mark: certaintyMark(figure),
    })),
  };
}
