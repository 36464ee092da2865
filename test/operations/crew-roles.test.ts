import { expect, test } from 'vitest';
import { cents } from '../../shared/kernel/money.ts';
import { firstSlots } from '../../shared/operations/charter-parts.ts';
import { addedRole, removableRole, repaidRole } from '../../shared/operations/crew-roles.ts';
import { roleSlotSchema } from '../../shared/records/charter.ts';
import { aCharter, aClaimedSlot, agreed, aSlot, refusedFields } from './a-charter.ts';

const BOOKED = aCharter({ lifecycle: 'booked' });
const SLOTS = firstSlots(BOOKED.id);
const CHEF = { role: 'chef', payCents: cents(22_000), required: false } as const;

test('a role is added open, at its pay, under the next number', () => {
  const chef = agreed(addedRole({ charter: BOOKED, slots: SLOTS }, CHEF));
  expect(chef).toMatchObject({ id: 'slt_A.04', role: 'chef', payCents: 22_000, required: false, version: 1 });
  expect(chef).not.toHaveProperty('claim');
  expect(roleSlotSchema.safeParse(chef).success).toBe(true);
});

test.each([
  ['captain', 'captain license'],
  ['relief_captain', 'captain license'],
  ['deckhand', undefined],
] as const)('a %s more needs %s', (role, credential) => {
  const added = agreed(addedRole({ charter: BOOKED, slots: SLOTS }, { ...CHEF, role }));
  expect(added.requiredCredential).toBe(credential);
});

test('a pay changes until the claim is confirmed', () => {
  expect(agreed(repaidRole(aSlot(), cents(35_000), BOOKED)).payCents).toBe(35_000);
  expect(agreed(repaidRole(aClaimedSlot('claimed'), cents(35_000), BOOKED)).claim?.name).toBe('Carl Captain');
  for (const state of ['confirmed', 'checked_in', 'worked', 'paid'] as const) {
    expect(refusedFields(repaidRole(aClaimedSlot(state), cents(35_000), BOOKED))).toEqual(['payCents']);
  }
});

test('a role nobody has claimed is removed; a claimed one, or the only captain’s, stays', () => {
  const [captain, mate] = SLOTS as [(typeof SLOTS)[0], (typeof SLOTS)[0]];
  const file = { charter: BOOKED, slots: SLOTS };
  expect(agreed(removableRole(mate, file))).toBe(mate);
  expect(refusedFields(removableRole(aClaimedSlot('claimed', { role: 'deckhand' }), file))).toEqual(['claim']);
  expect(refusedFields(removableRole(captain, file))).toEqual(['role']);
  const second = agreed(addedRole(file, { ...CHEF, role: 'captain', required: true }));
  expect(agreed(removableRole(captain, { charter: BOOKED, slots: [...SLOTS, second] }))).toBe(captain);
});

test.each(['underway', 'returned', 'completed', 'cancelled'] as const)(
  'no role of a charter in state %s comes, goes or is paid otherwise',
  (lifecycle) => {
    const charter = aCharter({ lifecycle });
    const mate = aSlot({ role: 'first_mate' });
    const file = { charter, slots: [aSlot(), mate] };
    expect(refusedFields(addedRole(file, CHEF))).toEqual(['lifecycle']);
    expect(refusedFields(repaidRole(mate, cents(1), charter))).toEqual(['lifecycle']);
    expect(refusedFields(removableRole(mate, file))).toEqual(['lifecycle']);
  },
);
