import { expect, test } from 'vitest';
import { tidySections } from '../../scripts/sample/inventory-sections.ts';
import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { parsed } from '../../shared/records/fields.ts';
import { inventorySchema } from '../../shared/records/inventory.ts';
import { STAMP } from '../facts/a-snapshot.ts';

const SECTIONS = tidySections('jada', 'jada.example', '2026-11-20' as LocalDate, '2027-05-01' as LocalDate);
const GOOD = {
  id: 'inv_1',
  entityId: 'jada',
  collectedAt: '2026-11-20T14:00:00.000Z',
  collectedBy: 'audit role',
  ...STAMP,
};

function refusals(sections: object): readonly string[] {
  const result = parsed(inventorySchema, { ...GOOD, sections: { ...SECTIONS, ...sections } }, 'It');
  return result.ok ? [] : result.fault.problems.map(({ field, message }) => `${field}: ${message}`);
}

test('an inventory with every section in order is read as it was written', () => {
  expect(parsed(inventorySchema, { ...GOOD, sections: SECTIONS }, 'It')).toEqual({
    ok: true,
    value: { ...GOOD, sections: SECTIONS },
  });
});

const cost = { month: '2026-10', service: 'Storage', microUsd: 41_250_000, estimated: false };
const secret = { rule: 'aws', file: 'a.ts', line: 3, fingerprint: '0123456789abcdef' };

test.each([
  ['a section nobody knows', { queues: { state: 'read', items: [] } }, 'sections.queues: this field is not known here'],
  [
    'a section neither read nor unreadable',
    { logs: { state: 'skipped' } },
    'sections.logs.state: expected a section with state read, or state unreadable and because',
  ],
  [
    'an unreadable section without a reason',
    { logs: { state: 'unreadable' } },
    'sections.logs.because: this field is missing',
  ],
  ['a read section without its items', { logs: { state: 'read' } }, 'sections.logs.items: this field is missing'],
  [
    'a fraction of a micro-dollar',
    { costs: { state: 'read', items: [cost, { ...cost, microUsd: 0.5 }] } },
    'sections.costs.items[1].microUsd: expected whole micro-dollars, such as 41250000 for $41.25',
  ],
  [
    'the value of a secret',
    { code: { state: 'read', items: [{ ...secret, value: 'hunter2' }] } },
    'sections.code.items[0].value: this field is not known here',
  ],
  [
    'a secret in the place of a fingerprint',
    { code: { state: 'read', items: [{ ...secret, fingerprint: 'correct horse battery' }] } },
    'sections.code.items[0].fingerprint: expected 8 to 64 hexadecimal digits',
  ],
  [
    'a score above three',
    { practices: { state: 'read', items: [{ practice: 'tests', score: 4, evidence: 'many' }] } },
    'sections.practices.items[0].score: expected a score from 0 to 3',
  ],
])('an inventory with %s is refused at that field', (_what, sections, problem) => {
  expect(refusals(sections)).toEqual([problem]);
});
