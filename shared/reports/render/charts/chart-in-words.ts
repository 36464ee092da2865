import type { ChartBlock } from '../../document/report-document.ts';
import { formatFigure, formatShort } from '../format.ts';
import { plainSentence } from '../sentence.ts';
import { visibleText } from '../visible-text.ts';

/** What a chart shows, for those who do not see it: its title and summary, and on request every figure by its name. */
export function chartInWords(chart: ChartBlock, figures: 'with figures' | 'in short'): string {
  const told = [chart.title, plainSentence(chart.summary)].map(closed).filter((text) => text !== '');
  if (figures === 'in short') return visibleText(told.join(' '));
  const points = chart.points.map(({ label, values }) => {
    const said = chart.series.map((name, at) => {
      const figure = values[at];
      const value = figure === undefined ? 'unknown' : formatFigure(figure, 'table');
      return chart.series.length === 1 ? value : `${name.toLowerCase()} ${value}`;
    });
    return `${labelText(label)}: ${said.join(', ')}`;
  });
  return visibleText(`${told.join(' ')} ${points.join('; ')}.`);
}

function labelText(label: ChartBlock['points'][number]['label']): string {
  return label.cell.kind === 'month' ? formatShort(label.cell) : formatFigure(label, 'table');
}

/** A sentence that ends like one. */
function closed(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
