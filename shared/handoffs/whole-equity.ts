import type { HandoffProblem } from './handoff-problem.ts';
import type { HandoffRow } from './handoff-row.ts';

const WHOLE = 10_000;

/** Whether the shares of a document add up to the whole; said at the line of the heading. */
export function equityProblems(rows: readonly HandoffRow[], line: number | undefined): readonly HandoffProblem[] {
  const shares = rows.filter(({ kind }) => kind === 'equity-holding').map(({ body }) => Number(body['shareBps']));
  const sum = shares.reduce((total, share) => total + share, 0);
  if (line === undefined || shares.length === 0 || sum === WHOLE) return [];
  return [
    { line, section: 'Equity', message: `expected shares that add up to 100 %; these add up to ${percent(sum)}` },
  ];
}

function percent(bps: number): string {
  const [whole, part] = [Math.floor(bps / 100), String(bps % 100).padStart(2, '0')];
  return `${part === '00' ? whole : `${whole}.${part}`} %`;
}
