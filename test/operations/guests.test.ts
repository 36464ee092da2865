import { expect, test } from 'vitest';
import { checkIn, recordPaperWaiver, rsvp, waiverCoverage } from '../../shared/operations/guests.ts';
import { ADMIN, aCharter, aGuest, agreed, anUnsignedGuest, at, refusedFields } from './a-charter.ts';

const NOW = at('2026-09-30T23:00:00Z');
const BOARDING = aCharter({ lifecycle: 'boarding' });

test('a guest with a waiver goes aboard once boarding is open, and ashore again', () => {
  const aboard = agreed(checkIn(aGuest(), 'aboard', BOARDING));
  expect(aboard.checkIn).toBe('aboard');
  expect(agreed(checkIn(aboard, 'ashore', aCharter({ lifecycle: 'returned' }))).checkIn).toBe('ashore');
});

test.each(['booked', 'confirmed', 'weather_hold', 'completed'] as const)(
  'nobody goes aboard in state %s',
  (lifecycle) => {
    expect(refusedFields(checkIn(aGuest(), 'aboard', aCharter({ lifecycle })))).toContain('lifecycle');
  },
);

test('nobody steps aboard once the vessel is under way', () => {
  expect(refusedFields(checkIn(aGuest(), 'aboard', aCharter({ lifecycle: 'underway' })))).toEqual(['lifecycle']);
});

test('a guest without a waiver stays ashore unless the captain has overridden that', () => {
  expect(refusedFields(checkIn(anUnsignedGuest(), 'aboard', BOARDING))).toEqual(['waiver']);
  const overrides = [{ guard: 'waivers', reason: 'Signed on shore', by: 'Carl Captain', at: NOW }];
  expect(checkIn(anUnsignedGuest(), 'aboard', { ...BOARDING, overrides }).ok).toBe(true);
});

test('only who is aboard goes ashore, and who is aboard is no no-show', () => {
  expect(refusedFields(checkIn(aGuest(), 'ashore', BOARDING))).toEqual(['checkIn']);
  expect(refusedFields(checkIn(aGuest({ checkIn: 'aboard' }), 'no_show', BOARDING))).toEqual(['checkIn']);
  expect(checkIn(aGuest(), 'no_show', BOARDING).ok).toBe(true);
});

test('a mistaken check-in is taken back', () => {
  expect(agreed(checkIn(aGuest({ checkIn: 'aboard' }), 'none', BOARDING)).checkIn).toBe('none');
});

test('answers are taken until boarding opens', () => {
  expect(agreed(rsvp(aGuest(), 'no', aCharter({ lifecycle: 'confirmed' }))).rsvp).toBe('no');
  expect(refusedFields(rsvp(aGuest(), 'no', BOARDING))).toEqual(['lifecycle']);
  expect(refusedFields(rsvp(aGuest(), 'yes', aCharter({ lifecycle: 'cancelled' })))).toEqual(['lifecycle']);
});

test('an adult’s paper waiver is filed with who signed and who filed it', () => {
  const guest = agreed(recordPaperWaiver(anUnsignedGuest(), { signedBy: ' uma  unsigned' }, ADMIN, NOW));
  expect(guest.waiver).toEqual({ kind: 'paper', signedBy: 'uma  unsigned', at: NOW, recordedBy: 'Olivia Office' });
});

test.each([
  ['an adult’s waiver signed by another', anUnsignedGuest(), 'Gina Guest', 'signedBy'],
  ['a minor’s waiver signed by the minor', anUnsignedGuest({ isMinor: true }), 'Uma Unsigned', 'signedBy'],
  ['a waiver nobody signed', anUnsignedGuest(), ' ', 'signedBy'],
  ['a second waiver', aGuest(), 'Gina Guest', 'waiver'],
])('%s is refused', (_, guest, signedBy, field) => {
  expect(refusedFields(recordPaperWaiver(guest, { signedBy }, ADMIN, NOW))).toEqual([field]);
});

test('a guardian signs for a minor', () => {
  const minor = anUnsignedGuest({ isMinor: true });
  expect(recordPaperWaiver(minor, { signedBy: 'Gina Guest' }, ADMIN, NOW).ok).toBe(true);
});

test('waivers are needed of those who come: a yes, or a person aboard', () => {
  const guests = [
    aGuest(),
    anUnsignedGuest({ name: 'Yes' }),
    anUnsignedGuest({ name: 'Walk-in', rsvp: 'none', checkIn: 'aboard' }),
    anUnsignedGuest({ name: 'Maybe', rsvp: 'maybe' }),
    anUnsignedGuest({ name: 'No', rsvp: 'no' }),
    anUnsignedGuest({ name: 'Missed it', checkIn: 'no_show' }),
  ];
  expect(waiverCoverage(guests)).toEqual({ required: 3, signed: 1, unsigned: ['Yes', 'Walk-in'] });
  expect(waiverCoverage([])).toEqual({ required: 0, signed: 0, unsigned: [] });
});
