import { describe, expect, test } from 'vitest';
import { MONEY_KINDS } from '../../shared/records/money-registry.ts';
import { aHistory } from '../ledger/a-history.ts';
import { HISTORY_ENTITIES } from '../ledger/history-dice.ts';
import { accountsUsed, ourStatements } from './our-statements.ts';
import { PROGRAMS, withJournal } from './programs.ts';

/** `npm run oracle` reads twenty histories, `npm run oracle -- --long` two hundred, `-- --seed 7` that one. */
const FIRST = Number(process.env['ORACLE_FIRST_SEED'] ?? 1);
const COUNT = Number(process.env['ORACLE_HISTORIES'] ?? 20);
const SEEDS = Array.from({ length: COUNT }, (_, at) => FIRST + at);

describe.each(SEEDS)('the history of seed %i', (seed) => {
  const { held, entries } = aHistory(seed);

  test.each(PROGRAMS)('is the same books to $name', (program) => {
    withJournal(program, entries, (file) => {
      expect(program.objections(file)).toBe('');
      const ours = ourStatements(program, held.books, HISTORY_ENTITIES);
      expect(accountsUsed(ours.trialBalance)).toBeGreaterThan(15);
      expect(ours.income.length).toBeGreaterThan(40);
      expect(program.trialBalance(file)).toEqual(ours.trialBalance);
      expect(program.income(file)).toEqual(ours.income);
      expect(program.sums(file)).toEqual(ours.sums);
    });
  });

  test.each(HISTORY_ENTITIES)('is the same books of %s alone to hledger', (entityId) => {
    const [hledger] = PROGRAMS;
    const own = entries.filter((entry) => entry.entityId === entityId);
    withJournal(hledger!, own, (file) => {
      const ours = ourStatements(hledger!, held.books, [entityId]); // the list of programs begins with it
      expect(hledger?.trialBalance(file)).toEqual(ours.trialBalance);
      expect(hledger?.income(file)).toEqual(ours.income);
    });
  });
});

test('the histories hold every kind of money there is: test/ledger/history-kinds.ts lists them', () => {
  const seen = new Set(Array.from({ length: 20 }, (_, at) => aHistory(at + 1)).flatMap(({ kinds }) => [...kinds]));
  expect(MONEY_KINDS.filter((kind) => !seen.has(kind))).toEqual([]);
});

test('the same seed is the same history, and another another', () => {
  expect(aHistory(3).entries).toEqual(aHistory(3).entries);
  expect(aHistory(3).entries).not.toEqual(aHistory(4).entries);
});

test.each(PROGRAMS)('$name objects to a cent too much', (program) => {
  const { entries } = aHistory(1);
  const at = entries.findIndex(({ lines }) => lines.length > 1);
  const wrong = entries.map((entry, index) =>
    index === at
      ? {
          ...entry,
          lines: entry.lines.map((line, i) => (i === 0 ? { ...line, cents: (line.cents + 1) as never } : line)),
        }
      : entry,
  );
  expect(() => withJournal(program, wrong, program.objections)).toThrow('balance');
});
