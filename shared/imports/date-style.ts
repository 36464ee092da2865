import type { DateOrder, DecimalMark } from './cell-reading.ts';
import { otherCurrency } from './currencies.ts';
import { orderEvidence, writtenDay } from './date-text.ts';
import { markEvidence } from './decimal-mark.ts';
import type { Cell } from './sheet-row.ts';

/** A cell shown to the person who is asked how it is meant. */
export interface Example {
  readonly row: number;
  readonly value: string;
}

/** How a column is written: decided by its cells, asked about, or of no importance. */
export type StyleDecision<Style> =
  | { readonly state: 'decided'; readonly style: Style; readonly by: Example }
  | { readonly state: 'silent' } // every cell reads the same either way
  | { readonly state: 'ask'; readonly because: 'either' | 'both'; readonly examples: readonly Example[] };

/** Collects what the cells of a column say about how it is written. Keeps three examples, whatever the length. */
export interface StyleEvidence<Style> {
  readonly take: (row: number, cell: Cell) => void;
  readonly decision: () => StyleDecision<Style>;
}

/** Whether 11/12/2026 is the eleventh of December or November twelfth, by all days of a column together. */
export function dateOrderEvidence(): StyleEvidence<DateOrder> {
  return evidence((text) => {
    const written = writtenDay(text);
    return written === undefined ? 'silent' : orderEvidence(written);
  });
}

/** Whether 1,234 is a thousand or a little more than one, by all numbers it is shown together. */
export function decimalMarkEvidence(): StyleEvidence<DecimalMark> {
  return evidence((text) => (speaks(text) ? markEvidence(text) : 'silent'));
}

/** Money of another currency is refused anyway: how it is written says nothing about the rest. */
function speaks(text: string): boolean {
  return text.length <= LONGEST && /\d/.test(text) && otherCurrency(text) === undefined;
}

const LONGEST = 60;
const EXAMPLES = 3;

function evidence<Style extends string>(said: (text: string) => Style | 'either' | 'silent'): StyleEvidence<Style> {
  const deciding = new Map<Style, Example>();
  const open: Example[] = [];
  return {
    take: (row, cell) => {
      if (typeof cell !== 'string' || cell === '') return;
      const says = said(cell);
      if (says === 'silent') return;
      const example = { row, value: cell.slice(0, LONGEST).trim() };
      if (says === 'either') {
        if (open.length < EXAMPLES) open.push(example);
      } else if (!deciding.has(says as Style)) deciding.set(says as Style, example);
    },
    decision: () => {
      const [first, second] = [...deciding];
      if (first && second) return { state: 'ask', because: 'both', examples: [first[1], second[1]] };
      if (first) return { state: 'decided', style: first[0], by: first[1] };
      return open.length === 0 ? { state: 'silent' } : { state: 'ask', because: 'either', examples: open };
    },
  };
}
