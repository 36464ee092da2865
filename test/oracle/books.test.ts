import { expect, test } from 'vitest';
import { aSeason } from '../ledger/a-season.ts';
import { accountsUsed, ourStatements } from './our-statements.ts';
import { PROGRAMS, withJournal } from './programs.ts';

/** A season of charters under titles a journal might stumble over. */
const season = aSeason();

test.each(PROGRAMS)('a season is the same books to $name, together and each business alone', (program) => {
  for (const entityIds of [['jada', 'qos'], ['jada'], ['qos']]) {
    const own = season.entries.filter((entry) => entityIds.includes(entry.entityId));
    withJournal(program, own, (file) => {
      expect(program.objections(file)).toBe('');
      const ours = ourStatements(program, season.books, entityIds);
      expect(accountsUsed(ours.trialBalance)).toBeGreaterThan(15);
      expect(program.trialBalance(file)).toEqual(ours.trialBalance);
      expect(program.income(file)).toEqual(ours.income);
      expect(program.sums(file)).toEqual(ours.sums);
    });
  }
});
