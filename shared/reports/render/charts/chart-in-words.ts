import { listed } from '../../../kernel/listed.ts';
import type { ChartBlock } from '../../document/report-document.ts';
import { formatFigure, formatShort } from '../format.ts';
import { plainSentence } from '../sentence.ts';
import { visibleText } from '../visible-text.ts';

/** What a chart shows, for those who do not see it: its title and summary, and on request every figure by its name. */
export function chartInWords(chart: ChartBlock, figures: 'with figures' | 'in short'): string {
  const told = [chart.title, plainSentence(chart.summary)].map(closed).filter((text) => text !== '');
  if (figures === 'in short') return visibleText(told.join(' '));
  const points = chart.points.flatMap(({ label, values }) => {
    const said = chart.series.flatMap((name, at) => {
      const figure = values[at];
      if (figure === undefined || figure.cell.kind === 'unknown') return [];
      const value = formatFigure(figure, 'table');
      return [chart.series.length === 1 ? value : `${name.toLowerCase()} ${value}`];
    });
    return said.length === 0 ? [] : [`${labelText(label)}: ${said.join(', ')}`];
  });
  const known = points.length === 0 ? '' : `${points.join('; ')}.`;
  return visibleText([...told, known, closed(missingNote(chart))].filter((text) => text !== '').join(' '));
}

/** Which figures are not known, by name; empty when all are. */
export function missingNote({ points, series }: ChartBlock): string {
  const parts = series.flatMap((name, s) => {
    const gaps = points.filter(({ values }) => (values[s]?.cell.kind ?? 'unknown') === 'unknown');
    if (gaps.length === 0) return [];
    const when = gaps.length === points.length ? 'all' : listed(gaps.map(({ label }) => labelText(label)));
    return [`${name} ${when}`];
  });
  return parts.length === 0 ? '' : `Not known: ${parts.join('; ')}`;
}

function labelText(label: ChartBlock['points'][number]['label']): string {
  return label.cell.kind === 'month' ? formatShort(label.cell) : formatFigure(label, 'table');
}

/** A sentence that ends like one. */
function closed(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
