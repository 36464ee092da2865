import { describe, expect, it } from 'vitest';
import type { Held, HeldRecords } from '../../shared/handoffs/handoff-plan.ts';
import { handoffPlan } from '../../shared/handoffs/handoff-plan.ts';
import { KEY_PEOPLE, reading } from './a-document.ts';

const STAMP = {
  createdAt: '2026-11-01T00:00:00.000Z',
  createdBy: 'usr_ada',
  updatedAt: '2026-11-01T00:00:00.000Z',
  version: 3,
  schemaVersion: 1,
};
const JADA = { id: 'jada', source: 'manual', ...STAMP } as Held;

function mate(over: object): Held {
  return {
    id: 'key_jada.mate',
    entityId: 'jada',
    role: 'Mate',
    handoffOnFile: false,
    source: 'import',
    ...STAMP,
    ...over,
  } as Held;
}

const planOf = (registers: HeldRecords['registers'], ...rows: readonly string[]) => {
  const { handoff } = reading(...KEY_PEOPLE, ...rows);
  if (handoff === undefined) throw new Error('the document did not read');
  return handoffPlan(handoff, { entities: [JADA], registers });
};

describe('what a document would change', () => {
  it('is a new record with the place it is written', () => {
    expect(planOf({}, '| Mate | no |').writes).toEqual([
      {
        kind: 'key-person',
        record: {
          id: 'key_jada.mate',
          entityId: 'jada',
          role: 'Mate',
          handoffOnFile: false,
          writtenIn: { file: 'jada.md', line: 8 },
        },
      },
    ]);
  });

  it('is nothing when it says the same in the same line', () => {
    const held = mate({ writtenIn: { file: 'jada.md', line: 8 } });
    expect(planOf({ 'key-person': [held] }, '| Mate | no |')).toMatchObject({
      writes: [],
      withdrawals: [],
      unchanged: 1,
    });
  });

  it('is the place when its row moved, and the row when it changed', () => {
    const held = mate({ writtenIn: { file: 'jada.md', line: 20 } });
    expect(planOf({ 'key-person': [held] }, '| Mate | no |').writes).toMatchObject([{ over: held }]);
    expect(planOf({ 'key-person': [held] }, '| Mate | yes |').writes).toMatchObject([
      { record: { handoffOnFile: true }, over: held },
    ]);
  });

  it('withdraws a record whose row is gone, but only what came from a document', () => {
    const written = mate({ writtenIn: { file: 'jada.md', line: 9 } });
    const entered = mate({ id: 'key_1', role: 'Cook', source: 'manual' });
    const imported = mate({ id: 'key_2', role: 'Purser' });
    const plan = planOf({ 'key-person': [written, entered, imported] }, '| Captain | no |');
    expect(plan.withdrawals).toEqual([{ kind: 'key-person', held: written }]);
  });

  it('withdraws nothing of a kind of which a row could not be read', () => {
    const written = mate({ writtenIn: { file: 'jada.md', line: 9 } });
    expect(planOf({ 'key-person': [written] }, '| Captain | no |', '| Mat | perhaps |').withdrawals).toEqual([]);
  });

  it('leaves what a person entered as it is, and says so by line', () => {
    const entered = mate({ id: 'key_1', role: ' MATE', source: 'manual', handoffOnFile: true });
    const plan = planOf({ 'key-person': [entered] }, '| Mate | no |', '| Captain | no |');
    expect(plan.writes.map(({ record }) => record.id)).toEqual(['key_jada.captain']);
    expect(plan.conflicts).toMatchObject([
      { line: 8, message: expect.stringContaining('entered by usr_ada; it stays as it is') },
    ]);
    expect(plan.withdrawals).toEqual([]);
  });

  it('is no conflict when the app and the document say the same', () => {
    const entered = mate({ id: 'key_1', source: 'manual' });
    expect(planOf({ 'key-person': [entered] }, '| Mate | no |')).toMatchObject({
      writes: [],
      conflicts: [],
      unchanged: 1,
    });
  });

  it('takes over what the sample invented, so that its receipt names the document', () => {
    const invented = mate({ id: 'key_1', source: 'sample' });
    expect(planOf({ 'key-person': [invented] }, '| Mate | no |').writes).toMatchObject([
      { record: { id: 'key_1', writtenIn: { file: 'jada.md', line: 8 } }, over: invented },
    ]);
  });

  it('keeps the id of a record that was there before the document, and what the document has no column for', () => {
    const { handoff } = reading('## Promises', '', '- [ ] Renew the lease @CEO due 2026-12-01');
    const held = {
      ...STAMP,
      id: 'act_1',
      entityId: 'jada',
      source: 'sample',
      title: 'Renew the lease',
      findingId: 'expiring-documents',
    } as unknown as Held;
    if (handoff === undefined) throw new Error('the document did not read');
    const plan = handoffPlan(handoff, { entities: [JADA], registers: { action: [held] } });
    expect(plan.writes).toMatchObject([{ over: held, record: { id: 'act_1', findingId: 'expiring-documents' } }]);
  });

  it('is nothing at all where there is no such entity and the document does not describe one', () => {
    const { handoff } = reading(...KEY_PEOPLE, '| Mate | no |');
    if (handoff === undefined) throw new Error('the document did not read');
    expect(handoffPlan(handoff, { entities: [], registers: {} })).toMatchObject({
      writes: [],
      conflicts: [{ line: 2, message: expect.stringMatching(/^there is no entity jada yet: expected name/) }],
    });
  });

  it('leaves channels of another document alone, and boats whose row is gone', () => {
    const head = [
      '## Channels',
      '',
      '| Channel | Kind | Takes the money | We book | Commission | Confirmed | Pays out after days |',
    ];
    const { handoff } = reading(
      ...head,
      '| - | - | - | - | - | - | - |',
      '| Direct | direct web | no | gross | 0 % | yes | 0 |',
    );
    if (handoff === undefined) throw new Error('the document did not read');
    const channel = {
      ...STAMP,
      id: 'direct',
      name: 'Direct',
      source: 'import',
      writtenIn: { file: 'qos.md', line: 5 },
    } as unknown as Held;
    const boat = { ...mate({ writtenIn: { file: 'jada.md', line: 3 } }), id: 'ves_jada.old', name: 'Old' } as Held;
    const plan = handoffPlan(handoff, { entities: [JADA], registers: { channel: [channel], vessel: [boat] } });
    expect(plan).toMatchObject({
      writes: [],
      withdrawals: [],
      conflicts: [{ message: expect.stringContaining('line 5 of qos.md') }],
    });
  });
});
