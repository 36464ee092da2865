import { expect, test } from 'vitest';
import { checklistProgress, completeItem, reopenItem } from '../../shared/operations/checklist.ts';
import { standardChecklist } from '../../shared/operations/standard-checklist.ts';
import { checklistItemSchema } from '../../shared/records/charter.ts';
import { CHECKLIST_PHASES } from '../../shared/records/charter-terms.ts';
import { aDoneItem, agreed, anItem, at, CREW, refusedFields } from './a-charter.ts';

const NOW = at('2026-09-30T23:00:00Z');
const FUEL = anItem({ text: 'Fuel level', evidence: 'reading', unit: 'percent', min: 25, max: 100 });

test('an item is ticked with who and when', () => {
  expect(agreed(completeItem(anItem(), { state: 'done' }, CREW, NOW)).completion).toEqual({
    by: 'Dana Deck',
    at: NOW,
    state: 'done',
  });
});

test.each(['25', '100', '62.5', ' 40 '])('a reading of %s percent is within 25 to 100', (value) => {
  expect(agreed(completeItem(FUEL, { state: 'done', value }, CREW, NOW)).completion?.value).toBe(value.trim());
});

test.each(['24.9', '101', '-30', '', 'full', '1e2', 'NaN'])('a reading of "%s" percent is refused', (value) => {
  expect(refusedFields(completeItem(FUEL, { state: 'done', value }, CREW, NOW))).toEqual(['value']);
});

test('a reading is not ticked without its value', () => {
  expect(refusedFields(completeItem(FUEL, { state: 'done' }, CREW, NOW))).toEqual(['value']);
});

test('a signature is the name given, or else whoever ticks it', () => {
  const item = anItem({ evidence: 'signature' });
  const signedBy = (value?: string) =>
    agreed(completeItem(item, { state: 'done', ...(value ? { value } : {}) }, CREW, NOW)).completion?.value;
  expect([signedBy('C. Captain'), signedBy()]).toEqual(['C. Captain', 'Dana Deck']);
});

test('a mandatory item does not apply only for a reason; an optional one needs none', () => {
  const answer = { state: 'not_applicable' } as const;
  expect(refusedFields(completeItem(anItem(), { ...answer, reason: ' ' }, CREW, NOW))).toEqual(['reason']);
  expect(completeItem(FUEL, { ...answer, reason: 'Electric drive' }, CREW, NOW).ok).toBe(true);
  expect(completeItem(anItem({ mandatory: false }), answer, CREW, NOW).ok).toBe(true);
});

test('an item that is reopened is as if nobody had ticked it', () => {
  expect(agreed(reopenItem(aDoneItem('docking')))).not.toHaveProperty('completion');
  expect(agreed(reopenItem(anItem()))).toEqual(anItem());
});

test('progress counts mandatory items only, phase by phase', () => {
  const skipped = { by: 'Dana Deck', at: NOW, state: 'not_applicable', reason: 'No engine' } as const;
  const progress = checklistProgress([
    aDoneItem('docking'),
    anItem({ phase: 'docking' }),
    anItem({ phase: 'docking', completion: skipped }),
    anItem({ phase: 'docking', mandatory: false }),
  ]);
  expect(progress.map(({ phase }) => phase)).toEqual([...CHECKLIST_PHASES]);
  expect(progress.find(({ phase }) => phase === 'docking')).toEqual({ phase: 'docking', done: 2, total: 3 });
  expect(progress.filter(({ total }) => total > 0)).toHaveLength(1);
});

test('an item that does not apply for no reason at all is not settled', () => {
  const unexplained = { by: 'an import', at: NOW, state: 'not_applicable' } as const;
  expect(checklistProgress([anItem({ completion: unexplained })])[2]).toMatchObject({ done: 0, total: 1 });
});

test('the standard checklist has items in every phase, in order, that the records accept', () => {
  const items = standardChecklist();
  expect(new Set(items.map((item) => item.phase))).toEqual(new Set(CHECKLIST_PHASES));
  expect(items.map((item) => item.order)).toEqual(items.map((_, index) => index + 1));
  for (const item of items) {
    expect(
      checklistItemSchema.safeParse({ id: 'itm_1', charterId: 'chr_A', version: 1, ...item }).error,
    ).toBeUndefined();
  }
});

test('the standard checklist names the rules it comes from', () => {
  expect(standardChecklist().flatMap((item) => item.regRef ?? [])).toEqual([
    '46 CFR 26.03-2',
    '46 CFR 26.03-1',
    '46 CFR 185.504',
    '46 CFR 4.05-10',
  ]);
});

test('every phase the lifecycle waits for has a mandatory item in the standard checklist', () => {
  const guarded = ['pre_departure_vessel', 'safety_equipment', 'post_charter_vessel', 'post_charter_admin'];
  for (const phase of guarded) {
    expect(standardChecklist().some((item) => item.phase === phase && item.mandatory)).toBe(true);
  }
});
