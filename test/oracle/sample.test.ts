import { expect, test } from 'vitest';
import { booksOf } from '../../shared/ledger/balances.ts';
import { PORTFOLIO, SAILING } from '../sample/a-sample.ts';
import { accountsUsed, ourStatements } from './our-statements.ts';
import { PROGRAMS, withJournal } from './programs.ts';

const BOOKS = booksOf(PORTFOLIO.balances);
const ENTITIES = [...new Set(PORTFOLIO.entries.map(({ entityId }) => entityId))];

test.each(PROGRAMS)('the sample’s books are the same to $name, letter for letter', (program) => {
  withJournal(program, PORTFOLIO.entries, (file) => {
    expect(program.objections(file)).toBe('');
    const ours = ourStatements(program, BOOKS, ENTITIES);
    expect(ENTITIES).toEqual(expect.arrayContaining(SAILING));
    expect(accountsUsed(ours.trialBalance)).toBeGreaterThan(20);
    expect(program.trialBalance(file)).toEqual(ours.trialBalance);
    expect(program.income(file)).toEqual(ours.income);
    expect(program.sums(file)).toEqual(ours.sums);
  });
});
