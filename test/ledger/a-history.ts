import { randomFor } from '../../scripts/sample/seeded-random.ts';
import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { plusDays } from '../../shared/kernel/calendar.ts';
import { HistoryBooks } from './history-books.ts';
import { HISTORY_ENTITIES } from './history-dice.ts';
import { HISTORY_KINDS } from './history-kinds.ts';

const FIRST_DAY = '2026-03-01' as LocalDate;
const DAYS = 260;
const HAPPENINGS = 320;

/**
 * The whole history of a company under a seed: charters and every kind of money of three businesses over nine months,
 * mistakes, withdrawals and corrections included. The same seed, the same history to the last cent.
 */
export function aHistory(seed: number): HistoryBooks {
  const random = randomFor(`history ${seed}`);
  const books = new HistoryBooks();
  const drawn = HISTORY_KINDS.flatMap((kind) => Array.from({ length: kind.weight }, () => kind));
  for (let serial = 0; serial < HAPPENINGS; serial += 1) {
    const on = plusDays(FIRST_DAY, random.int(0, DAYS));
    const entityId = random.pick([...HISTORY_ENTITIES]);
    drawn[random.int(0, drawn.length - 1)]?.happen(books, { ...random, on, serial, entityId });
  }
  return books;
}
