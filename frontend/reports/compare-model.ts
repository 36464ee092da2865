import { isMonth } from '../../shared/kernel/calendar.ts';
import { monthInWords } from '../../shared/kernel/month-names.ts';
import type { Cell } from '../../shared/reports/document/report-document.ts';
import { formatCell } from '../../shared/reports/render/format.ts';
import { formatInstant, formatPeriod } from '../../shared/reports/render/format-days.ts';
import type { CompareResponse } from '../../shared/wire/reports.ts';
import type { Tone } from './run-model.ts';

type FigureChange = CompareResponse['figures'][number];
type FindingChange = CompareResponse['findings'][number];
type ComparedIssue = CompareResponse['left'];

/** A figure that differs, in words. */
export interface FigureRow {
  readonly key: string;
  readonly title: string;
  readonly of: string | undefined;
  readonly before: string;
  readonly after: string;
  readonly change: string;
}

/** What stands where an issue does not show the figure at all. */
const NOT_SHOWN = 'not shown';

/** One changed figure as its row says it. */
export function figureRow({ fact, title, of, before, after, change, difference }: FigureChange): FigureRow {
  const words = FIGURE_WORDS[change];
  return {
    key: fact,
    title,
    of: of !== undefined && isMonth(of) ? monthInWords(of) : of,
    before: before === undefined ? NOT_SHOWN : formatCell(before, 'table'),
    after: after === undefined ? NOT_SHOWN : formatCell(after, isUnknown(after) ? 'sentence' : 'table'),
    change: difference === undefined ? words : `${words}, ${formatCell(difference)}`,
  };
}

const FIGURE_WORDS: Readonly<Record<FigureChange['change'], string>> = {
  up: 'Up',
  down: 'Down',
  changed: 'Changed',
  'now-known': 'Now known',
  'now-unknown': 'No longer known',
  new: 'New',
  gone: 'No longer shown',
};

/** One finding that came, went or changed, with its colour. */
export function findingWords({ change, before, after }: FindingChange): {
  readonly words: string;
  readonly tone: Tone;
} {
  switch (change) {
    case 'new':
      return { words: `New, ${after}`, tone: 'bad' };
    case 'worse':
      return { words: `Worse: ${before} to ${after}`, tone: 'bad' };
    case 'better':
      return { words: `Better: ${before} to ${after}`, tone: 'good' };
    case 'gone':
      return { words: `Gone, was ${before}`, tone: 'good' };
  }
}

/** Which issue, under its title. */
export function issueWords({ scope, period, asOf, zone }: ComparedIssue): readonly string[] {
  return [formatPeriod(period), scope, `Records as of ${formatInstant(asOf, zone)}`];
}

/** What one ought to know before reading the differences: other businesses, or another span of days. */
export function caution({ left, right }: CompareResponse): string | undefined {
  const scopes = left.scope === right.scope ? undefined : 'different businesses';
  const same = left.period.from === right.period.from && left.period.until === right.period.until;
  const periods = same ? undefined : 'different periods';
  const both = [scopes, periods].filter((one) => one !== undefined);
  return both.length === 0 ? undefined : `These two issues are about ${both.join(' and ')}.`;
}

/** How many figures are as they were. */
export function unchangedWords({ unchanged }: CompareResponse): string {
  return unchanged === 1
    ? 'One figure is the same in both.'
    : `${formatCell(countOf(unchanged))} figures are the same in both.`;
}

function countOf(value: number): Cell {
  return { kind: 'count', value };
}

function isUnknown(cell: Cell): boolean {
  return cell.kind === 'unknown';
}
