import { expect, test } from 'vitest';
import { RECORD_KINDS } from '../../shared/records/registry.ts';
import { compose } from '../../shared/reports/compose.ts';
import { documentProblems } from '../../shared/reports/document/invariants.ts';
import { type aSnapshot, NOVEMBER_TO_DATE } from '../facts/a-snapshot.ts';
import { aCompany } from './a-company.ts';

const audit = (snapshot: ReturnType<typeof aSnapshot>, ids = ['dc']) =>
  compose('portfolio', snapshot, ids, NOVEMBER_TO_DATE, 'Harbor Group');

test('has every section the owner asks for', () => {
  expect(audit(aCompany()).sections.map(({ id }) => id)).toEqual([
    'summary',
    'findings',
    'actions',
    'clients',
    'reconciliation',
    'unbilled',
    'pass-through',
    'concentration',
    'expiries',
    'profit',
    'gaps',
    'definitions',
  ]);
});

test('is fit to issue from a full company, and one of which any one source is gone', () => {
  const gone = { state: 'unreadable', because: 'timeout' } as const;
  const company = aCompany();
  const lacking = RECORD_KINDS.map((kind) => ({ ...company, registers: { ...company.registers, [kind]: gone } }));
  for (const snapshot of [company, { ...company, balances: gone }, ...lacking]) {
    const document = audit(snapshot);
    expect(documentProblems(document)).toEqual([]);
    expect(JSON.stringify(document).match(/NaN|undefined|Infinity|null/)).toBeNull();
  }
});

test('is not made of businesses that are no agency', () => {
  expect(() => audit(aCompany(), ['jada'])).toThrow('the portfolio report is about no business of this scope');
});
