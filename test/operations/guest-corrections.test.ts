import { expect, test } from 'vitest';
import { correctedGuest, takeBackWaiver } from '../../shared/operations/guest-corrections.ts';
import { recordPaperWaiver } from '../../shared/operations/guests.ts';
import { guestSchema } from '../../shared/records/charter.ts';
import { ADMIN, aCharter, aGuest, agreed, anUnsignedGuest, at, refusedFields } from './a-charter.ts';

const NOW = at('2026-09-30T23:00:00Z');
const BOOKED = aCharter({ lifecycle: 'confirmed' });
const WRONG = { reason: 'Filed for the wrong guest' };

test('a waiver filed by mistake is taken back, stays on record with the reason, and another can be signed', () => {
  const guest = agreed(takeBackWaiver(aGuest(), WRONG, BOOKED, ADMIN, NOW));
  expect(guest.waiver).toBeUndefined();
  expect(guest.formerWaivers).toEqual([
    { ...aGuest().waiver, takenBackAt: NOW, takenBackBy: 'Olivia Office', reason: 'Filed for the wrong guest' },
  ]);
  expect(guestSchema.safeParse(guest).success).toBe(true);
  const again = agreed(recordPaperWaiver(guest, { signedBy: 'Gina Guest' }, ADMIN, NOW));
  expect([again.waiver?.signedBy, again.formerWaivers?.length]).toEqual(['Gina Guest', 1]);
});

test.each([
  ['without a reason', aGuest(), { reason: ' ' }, BOOKED, 'reason'],
  ['where none is on file', anUnsignedGuest(), WRONG, BOOKED, 'waiver'],
  ['of somebody aboard on the strength of it', aGuest({ checkIn: 'aboard' }), WRONG, BOOKED, 'checkIn'],
  ['once the charter is over', aGuest(), WRONG, aCharter({ lifecycle: 'completed' }), 'lifecycle'],
])('a waiver is not taken back %s', (_, guest, input, charter, field) => {
  expect(refusedFields(takeBackWaiver(guest, input, charter, ADMIN, NOW))).toEqual([field]);
});

test('a guest’s name is put right, and what the crew has to know about them is noted', () => {
  const right = agreed(correctedGuest(anUnsignedGuest(), { name: ' Una Unsigned ', notes: 'No shellfish' }, BOOKED));
  expect(right).toMatchObject({ name: 'Una Unsigned', notes: 'No shellfish' });
  expect(guestSchema.safeParse(right).success).toBe(true);
});

test('a note is taken away by leaving it empty, and stays where nothing is said about it', () => {
  const noted = anUnsignedGuest({ notes: 'No shellfish' });
  expect(agreed(correctedGuest(noted, { isMinor: true }, BOOKED)).notes).toBe('No shellfish');
  const plain = agreed(correctedGuest(noted, { notes: '' }, BOOKED));
  expect(plain).not.toHaveProperty('notes');
  expect(guestSchema.safeParse(plain).success).toBe(true);
});

test('whoever signed stays who signed: another name or age needs another waiver', () => {
  expect(refusedFields(correctedGuest(aGuest(), { name: 'Gina Guess' }, BOOKED))).toEqual(['waiver']);
  expect(refusedFields(correctedGuest(aGuest(), { isMinor: true }, BOOKED))).toEqual(['waiver']);
  expect(agreed(correctedGuest(aGuest(), { name: 'gina  guest', notes: 'Uses a cane' }, BOOKED)).notes).toBe(
    'Uses a cane',
  );
  expect(refusedFields(correctedGuest(aGuest(), { notes: 'x' }, aCharter({ lifecycle: 'closed' })))).toEqual([
    'lifecycle',
  ]);
});
