import type { FactDefinition } from '../fact.ts';
import { BOOKS, offTheBooks } from './kept-books.ts';

/** What the figures of several businesses leave out because it stands between them: charged in the period, owed at its end. */
export const LEFT_OUT_FACTS: readonly FactDefinition[] = [
  {
    ...BOOKS,
    id: 'charged-between',
    title: 'Charged between these businesses',
    perEntity: false,
    definition: 'What these businesses charged each other in the period: neither revenue nor cost of them together.',
    formula: 'revenue accounts of entries between two of them, in the months of the period',
    compute: (view) =>
      offTheBooks(view, (kept) => -sumOf(kept.books.leftOut(kept.entityIds, kept.months), isRevenue) || 0),
  },
  {
    ...BOOKS,
    id: 'owed-between',
    title: 'Owed between these businesses',
    perEntity: false,
    definition: 'What these businesses owe each other at the end of the period: no debt of them together.',
    formula: 'account 1800 against each other, at the end of the period',
    compute: (view) =>
      offTheBooks(view, (kept) => sumOf(kept.books.leftOutThrough(kept.entityIds, kept.month), isOwed)),
  },
];

interface Held {
  readonly code: string;
  readonly cents: number;
}

function isRevenue({ code }: Held): boolean {
  return code.startsWith('4');
}

/** Due from our other businesses; the debt of the other side is the same amount and is not counted again. */
function isOwed({ code }: Held): boolean {
  return code === '1800';
}

function sumOf(leftOut: readonly Held[], isCounted: (of: Held) => boolean): number {
  return leftOut.filter(isCounted).reduce((sum, { cents }) => sum + cents, 0);
}
