/** One measurement as the results list it: what was held against what, and whether the target holds. */
export interface Row {
  readonly metric: string;
  readonly what: string;
  /** As measured, in words with its unit. */
  readonly measured: string;
  /** The target of `performance.md`; absent where a row only informs. */
  readonly target?: { readonly text: string; readonly holds: boolean };
}

/** The rows as a Markdown table in order of their metrics, with lines of an earlier table that still hold. */
export function tableOf(rows: readonly Row[], kept: readonly string[] = []): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const measured = rows.map(({ metric, what, measured, target }) =>
    line([
      metric,
      what,
      measured,
      target?.text ?? '',
      target === undefined ? '' : target.holds ? 'holds' : '**missed**',
    ]),
  );
  const inOrder = [...kept, ...measured].map((text, at) => ({ text, at, metric: metricOf(text) }));
  inOrder.sort((a, b) => (a.metric === b.metric ? a.at - b.at : a.metric < b.metric ? -1 : 1));
  return [
    line(['', 'What', 'Measured', 'Target', '']),
    line(['---', '---', '---', '---', '---']),
    ...inOrder.map(({ text }) => text),
  ].join('\n');
}

/** The lines of a results page about what was not measured anew: another metric, or the same of other numbers of records. */
export function keptLines(page: string, renewed: readonly Row[]): readonly string[] {
  const subjects = new Set(renewed.map(({ metric, what }) => `${metric} ${countIn(what)}`));
  return page.split('\n').filter((text) => {
    const [, what = ''] = text.split(' | ');
    return metricOf(text) !== '' && !subjects.has(`${metricOf(text)} ${countIn(what)}`);
  });
}

/** The number of records that what was measured begins with; empty when it does not. */
function countIn(what: string): string {
  return /^[\d,]+ records(?=:)/.exec(what)?.[0] ?? '';
}

function metricOf(line: string): string {
  return /^\| ([A-Z]\d+) \|/.exec(line)?.[1] ?? '';
}

/** A ratio with two decimals, and whether it keeps within its limit. */
export function ratioRow(metric: string, what: string, ratio: number, most: number): Row {
  return { metric, what, measured: ratio.toFixed(2), target: { text: `≤ ${most.toFixed(2)}`, holds: ratio <= most } };
}

/** Kilobytes, and whether they keep within their limit. A kilobyte is 1,000 bytes. */
export function sizeRow(metric: string, what: string, bytes: number, mostKb: number): Row {
  const kb = bytes / 1_000;
  return {
    metric,
    what,
    measured: `${kb.toFixed(1)} KB`,
    target: { text: `≤ ${mostKb} KB`, holds: kb <= mostKb },
  };
}
