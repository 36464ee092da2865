import type { ChartBlock } from '../../document/report-document.ts';
import { namedBars } from './bars-frame.ts';
import type { Drawing, Look } from './drawing.ts';
import { framed } from './drawing.ts';

/** How many findings there are of each severity, the gravest on top: a word, a bar and a number each. */
export function findingsBySeverity(chart: ChartBlock, look: Look): Drawing {
  const { critical, high, medium, low } = look.palette;
  const colors = [critical, high, medium, low];
  return framed(
    namedBars(chart.points, look, (at) => colors[at] ?? low),
    look,
  );
}
