import { expect, test } from 'vitest';
import type { Period } from '../../shared/kernel/period.ts';
import { RECORD_KINDS } from '../../shared/records/registry.ts';
import { compose } from '../../shared/reports/compose.ts';
import { documentProblems } from '../../shared/reports/document/invariants.ts';
import { renderings } from '../../shared/reports/render/rendering.ts';
import { type aSnapshot, NOVEMBER_TO_DATE, OCTOBER } from '../facts/a-snapshot.ts';
import { sampleWorld } from '../oracle/a-world.ts';
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

test('tells on its first screen what the sample’s agency has not asked for, as worked by hand', () => {
  const text = read(NOVEMBER_TO_DATE);
  // 95 min at $125, 150 + 90 at $110, 60 of 300 beyond the retainer's 240 and 60 at $105: 197.92 + 440 + 105 + 105
  expect(text).toMatch(/Unbilled work +\$847\.92/);
  // the last month's retainer of the dentist
  expect(text).toMatch(/Contract months not invoiced +\$800\.00/);
  // bakery 735 − 300, lofts 90, surf 600 − 600 − 50 credited
  expect(text).toMatch(/Owed by clients +\$475\.00/);
  // 2,400 of 735 + 2,400 + 30 + 550
  expect(text).toMatch(/Share of the largest client +64\.6 %/);
  // 2,400 + 735 for 16 + 7 hours; 3,300 paid of 3,825 − 50
  expect(text).toMatch(/brought \$136\.30.*Clients have paid 87\.4 %/s);
});

test('ages unbilled work, and names who is meant', () => {
  const text = read(NOVEMBER_TO_DATE);
  expect(text).toMatch(/Up to 30 days +\$362\.92\n31 to 60 days +\$380\.00\n61 days or more +\$105\.00/);
  expect(text).toContain('Clients whose last contract month is not invoiced: 1 (Tidewater Dental).');
  expect(text).toContain('Harborview Hotel brings 64.6 % of revenue from clients.');
  expect(text).toContain('Ocean Beach Bakery: $105.00 an hour, the least is $115.00.');
  expect(text).not.toContain('Not known for');
});

test('of the month before its books began it says what is unknown, and still what nobody asked for', () => {
  const text = read(OCTOBER);
  expect(text).toMatch(/Share of the largest client +unknown/);
  expect(text).toMatch(/Contract months not invoiced +\$800\.00/);
  expect(text).toContain('Effective rate per hour: unknown');
});

/** The audit of the sample's agency as text, without its footnote marks and line breaks in sentences. */
function read(period: Period): string {
  const document = compose('portfolio', sampleWorld().snapshot, ['dc'], period, 'Harbor Group');
  const { txt } = renderings(document, { companyName: 'Harbor Group' });
  const unmarked = txt.body.replace(/ \[\d+\]/g, '');
  return `${unmarked}\n${unmarked.replace(/\s+/g, ' ')}`;
}
