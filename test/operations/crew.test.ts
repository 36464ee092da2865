import { expect, test } from 'vitest';
import { checkInSlot, claimSlot, confirmSlot, crewCoverage, releaseSlot } from '../../shared/operations/crew.ts';
import type { Charter, RoleSlot } from '../../shared/records/charter.ts';
import type { User } from '../../shared/records/user.ts';
import {
  ADMIN,
  aCharter,
  aClaimedSlot,
  agreed,
  aSlot,
  at,
  aUser,
  CAPTAIN,
  CREW,
  on,
  refusedFields,
} from './a-charter.ts';

const NOW = at('2026-09-20T17:00:00Z');
const BOOKED = aCharter({ lifecycle: 'booked' });

function claimed(slot: RoleSlot, user: User = aUser(), others: readonly Charter[] = [], charter = BOOKED) {
  return claimSlot(slot, user, charter, others, NOW);
}

test('an open role is claimed by name', () => {
  expect(agreed(claimed(aSlot())).claim).toEqual({
    userId: 'usr_carl',
    name: 'Carl Captain',
    state: 'claimed',
    at: NOW,
  });
});

test('a role has one winner', () => {
  expect(refusedFields(claimed(aClaimedSlot('claimed'), aUser({ id: 'usr_2' })))).toEqual(['claim']);
});

test('a role whose claimant did not show up is open to somebody else', () => {
  expect(agreed(claimed(aClaimedSlot('no_show'), aUser({ id: 'usr_2', name: 'Rita Relief' }))).claim?.name).toBe(
    'Rita Relief',
  );
});

const LICENSED = aSlot({ requiredCredential: 'Captain License' });

test.each(['Captain License', 'captain licence', ' CAPTAIN LICENCE '])('a licence written %j is one', (type) => {
  const held = [{ type, number: '1', expiresOn: on('2027-09-29') }];
  expect(claimed(LICENSED, aUser({ credentials: held })).ok).toBe(true);
});

test('a credential counts through the day it expires', () => {
  expect(claimed(LICENSED).ok).toBe(true);
});

test.each([
  ['expires the day before sailing', [{ type: 'captain license', number: '1', expiresOn: on('2026-09-29') }]],
  ['is of another kind', [{ type: 'first aid', number: '1', expiresOn: on('2030-01-01') }]],
])('a credential that %s does not count', (_, credentials) => {
  expect(refusedFields(claimed(LICENSED, aUser({ credentials })))).toEqual(['credentials']);
});

test.each([
  ['disabled people', aUser({ status: 'disabled' })],
  ['people of another company', aUser({ entityIds: ['qos'] })],
  ['deckhands as captains', aUser({ roles: ['crew'] })],
])('%s are refused', (_, user) => {
  expect(refusedFields(claimed(aSlot(), user))).toEqual(['user']);
});

test('a deckhand may be a deckhand, and so may a captain', () => {
  const slot = aSlot({ role: 'deckhand' });
  expect([claimed(slot, aUser({ roles: ['crew'] })).ok, claimed(slot).ok]).toEqual([true, true]);
});

/** On another boat. Crew call is 17:30 here; the other trip is over 10 minutes after docking, and 30 are needed between. */
const elsewhere = (endAt: string) =>
  aCharter({
    id: 'chr_B',
    vesselId: 'ves_other',
    lifecycle: 'booked',
    startAt: at('2026-09-30T20:00:00Z'),
    endAt: at(endAt),
  });

test.each([
  ['2026-09-30T23:50:00Z', true],
  ['2026-09-30T23:51:00Z', false],
])('somebody whose other boat docks at %s can make crew call at 00:30Z: %s', (endAt, isFree) => {
  expect(claimed(aSlot(), aUser(), [elsewhere(endAt)]).ok).toBe(isFree);
});

test('two trips in a row on the same boat do not clash, overlapping ones do', () => {
  const before = { ...elsewhere('2026-10-01T01:30:00Z'), vesselId: 'ves_jada' };
  expect(claimed(aSlot(), aUser(), [before]).ok).toBe(true);
  expect(refusedFields(claimed(aSlot(), aUser(), [{ ...before, endAt: at('2026-10-01T01:31:00Z') }]))).toEqual([
    'otherCharters',
  ]);
});

test('a cancelled trip keeps nobody, and a charter does not clash with itself', () => {
  const others = [{ ...elsewhere('2026-10-01T02:00:00Z'), lifecycle: 'cancelled' as const }, BOOKED];
  expect(claimed(aSlot(), aUser(), others).ok).toBe(true);
});

test('a claim is refused with every reason at once', () => {
  const user = aUser({ status: 'disabled', entityIds: [], roles: ['guest'], credentials: [] });
  const result = claimed({ ...aClaimedSlot('claimed'), requiredCredential: 'captain license' }, user, [
    elsewhere('2026-10-01T02:00:00Z'),
  ]);
  expect(refusedFields(result)).toEqual(['claim', 'user', 'user', 'user', 'credentials', 'otherCharters']);
});

test.each(['underway', 'returned', 'completed', 'cancelled'] as const)(
  'nobody joins or leaves the crew of a charter in state %s',
  (lifecycle) => {
    const charter = aCharter({ lifecycle });
    expect(refusedFields(claimed(aSlot(), aUser(), [], charter))).toEqual(['lifecycle']);
    expect(refusedFields(releaseSlot(aClaimedSlot('claimed'), ADMIN, charter, NOW))).toEqual(['lifecycle']);
  },
);

test('a claim is released by its owner until 48 hours before departure, later by an admin alone', () => {
  const last = at('2026-09-29T01:30:00Z');
  const late = at('2026-09-29T01:30:01Z');
  const slot = aClaimedSlot('confirmed');
  expect(agreed(releaseSlot(slot, CAPTAIN, BOOKED, last))).not.toHaveProperty('claim');
  expect(refusedFields(releaseSlot(slot, CAPTAIN, BOOKED, late))).toEqual(['actor']);
  expect(releaseSlot(slot, ADMIN, BOOKED, late).ok).toBe(true);
});

test('nobody releases somebody else’s role, or one nobody has', () => {
  expect(refusedFields(releaseSlot(aClaimedSlot('claimed'), CREW, BOOKED, NOW))).toEqual(['actor']);
  expect(refusedFields(releaseSlot(aSlot(), ADMIN, BOOKED, NOW))).toEqual(['claim']);
});

test('a claim is confirmed by a captain or the office, then checked in by its owner', () => {
  expect(refusedFields(confirmSlot(aClaimedSlot('claimed'), CREW, BOOKED, NOW))).toEqual(['actor']);
  const confirmed = agreed(confirmSlot(aClaimedSlot('claimed'), ADMIN, BOOKED, NOW));
  expect(confirmed.claim?.state).toBe('confirmed');
  expect(refusedFields(checkInSlot(confirmed, CREW, BOOKED, NOW))).toEqual(['actor']);
  expect(agreed(checkInSlot(confirmed, CAPTAIN, BOOKED, NOW)).claim?.state).toBe('checked_in');
});

test('crew checks itself in', () => {
  const slot = aSlot({
    role: 'deckhand',
    claim: { userId: CREW.userId, name: CREW.name, state: 'confirmed', at: NOW },
  });
  expect(checkInSlot(slot, CREW, BOOKED, NOW).ok).toBe(true);
});

test('a claim takes its steps in order', () => {
  expect(refusedFields(checkInSlot(aClaimedSlot('claimed'), ADMIN, BOOKED, NOW))).toEqual(['claim']);
  expect(refusedFields(confirmSlot(aClaimedSlot('checked_in'), ADMIN, BOOKED, NOW))).toEqual(['claim']);
  expect(refusedFields(confirmSlot(aSlot(), ADMIN, BOOKED, NOW))).toEqual(['claim']);
});

test('coverage counts required roles, and each claim for every step it has taken', () => {
  const slots = [
    aClaimedSlot('checked_in'),
    aClaimedSlot('claimed', { role: 'first_mate' }),
    aClaimedSlot('no_show', { role: 'deckhand' }),
    aSlot({ role: 'chef', required: false }),
  ];
  expect(crewCoverage(slots)).toEqual({ required: 3, claimed: 2, confirmed: 1, checkedIn: 1, open: ['deckhand'] });
  expect(crewCoverage([])).toEqual({ required: 0, claimed: 0, confirmed: 0, checkedIn: 0, open: [] });
});
