import type { SeededRandom } from '../../scripts/sample/seeded-random.ts';
import type { LocalDate } from '../../shared/kernel/calendar.ts';
import type { HistoryBooks } from './history-books.ts';

/** The businesses of a history, two of them with boats. */
export const HISTORY_ENTITIES = ['jada', 'qdn', 'qos'] as const;
/** The day a history is looked at; everything in it happened on that day or in the nine months before. */
export const HISTORY_TODAY = '2026-11-21' as LocalDate;

/** What a happening may draw on: chance, a day, a business, and a number nothing else in the history has. */
export interface Dice extends SeededRandom {
  readonly on: LocalDate;
  readonly serial: number;
  readonly entityId: string;
}

/** One way for something to happen; what the rules refuse does not. */
export interface HistoryKind {
  /** How often it comes up beside the others. */
  readonly weight: number;
  readonly happen: (books: HistoryBooks, dice: Dice) => void;
}
