import { plainWords } from './plain-words.ts';
import type { Cell, SheetRow } from './sheet-row.ts';
import { isBlank } from './sheet-row.ts';

/** Knows a row of totals when it sees one, from the rows before it. */
export interface TotalsWatch {
  /** Whether the row looks like a total: it says so and is no whole row, or its amounts are the sums so far. */
  readonly looksLikeTotal: (row: SheetRow, sums: ReadonlyMap<string, number>, isWhole: boolean) => boolean;
  readonly add: (amounts: ReadonlyMap<string, number>) => void;
}

/** Keeps the sums of the columns of money, field by field. */
export function totalsWatch(): TotalsWatch {
  const running = new Map<string, number>();
  let rows = 0;
  const areSums = (amounts: ReadonlyMap<string, number>) =>
    rows > 1 &&
    amounts.size > 0 &&
    [...amounts].every(([field, amount]) => amount !== 0 && running.get(field) === amount);
  return {
    looksLikeTotal: (row, amounts, isWhole) => {
      const says = row.cells.some(saysTotal);
      return isWhole ? says && areSums(amounts) : says || (holdsLittleElse(row, amounts.size) && areSums(amounts));
    },
    add: (amounts) => {
      rows += 1;
      for (const [field, amount] of amounts) running.set(field, (running.get(field) ?? 0) + amount);
    },
  };
}

/** Whether a cell says Total, Subtotal November, Sum or Closing balance. */
function saysTotal(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length <= 80 && TOTAL.test(plainWords(cell));
}

/** A row of sums has its sums and hardly anything beside them. */
function holdsLittleElse(row: SheetRow, amounts: number): boolean {
  return row.cells.filter((cell) => !isBlank(cell)).length <= amounts + 1;
}

const TOTAL =
  /^((grand |sub ?|net |over ?all )?totals?|sum|sums|(opening|beginning|starting|closing|ending) balance)\b/;
