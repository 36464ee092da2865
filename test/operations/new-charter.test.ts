import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import { changedCharter } from '../../shared/operations/charter-change.ts';
import type { CharterChange } from '../../shared/operations/charter-details.ts';
import type { NewCharterContext } from '../../shared/operations/new-charter.ts';
import { newCharter } from '../../shared/operations/new-charter.ts';
import type { NewCharterInput } from '../../shared/operations/new-charter-input.ts';
import {
  charterSchema,
  checklistItemSchema,
  guestSchema,
  type priceLineSchema,
  roleSlotSchema,
} from '../../shared/records/charter.ts';
import { ADMIN, agreed, at, aVessel, on, price, refusedFields, ZONE } from './a-charter.ts';

const INPUT: NewCharterInput = {
  entityId: 'jada',
  vesselId: 'ves_jada',
  customerId: 'cus_1',
  channelId: 'direct',
  title: 'Sunset sail',
  day: on('2026-09-30'),
  time: '18:30',
  durationMin: 240,
  paxExpected: 6,
  priceLines: [price('charter', 120_000)],
  depositCents: cents(60_000),
};

const CONTEXT: NewCharterContext = {
  now: at('2026-09-01T17:00:00Z'),
  actor: ADMIN,
  zone: ZONE,
  vessel: aVessel(),
};

function opened(over: Partial<NewCharterInput> = {}, context: Partial<NewCharterContext> = {}) {
  return newCharter({ ...INPUT, ...over }, { charterId: 'chr_01J9' }, { ...CONTEXT, ...context });
}

test('local day, time and length become instants, and the day is planned', () => {
  const { charter } = agreed(opened());
  expect(charter).toMatchObject({
    id: 'chr_01J9',
    lifecycle: 'inquiry',
    startAt: '2026-10-01T01:30:00.000Z',
    endAt: '2026-10-01T05:30:00.000Z',
    sailsOn: '2026-09-30',
    departurePort: 'San Diego',
    returnPort: 'San Diego',
    balanceDueOn: '2026-09-28',
    completionSeq: 0,
    version: 1,
    source: 'manual',
    createdBy: 'Olivia Office',
  });
  expect(charter.milestones.map((m) => m.plannedAt)[5]).toBe('2026-10-01T01:30:00.000Z');
});

test.each([
  [
    'local time that does not exist: a time skipped in spring moves on by the gap',
    '2026-03-08',
    '02:30',
    '2026-03-08T10:30:00.000Z',
  ],
  [
    'local time that comes twice: a time of the autumn night is the first',
    '2026-11-01',
    '01:30',
    '2026-11-01T08:30:00.000Z',
  ],
])('%s', (_, day, time, startAt) => {
  expect(agreed(opened({ day: on(day), time })).charter).toMatchObject({ startAt, sailsOn: day });
});

test('a trip through the night clocks change lasts as long as it was sold for', () => {
  const { charter } = agreed(opened({ day: on('2026-10-31'), time: '23:00', durationMin: 240 }));
  expect([charter.startAt, charter.endAt]).toEqual(['2026-11-01T06:00:00.000Z', '2026-11-01T10:00:00.000Z']);
});

test('every part is one the records accept, with an id of its own made from the charter’s', () => {
  const file = agreed(opened({ guests: [{ name: 'Gina Guest', isMinor: false }] }));
  expect(charterSchema.safeParse(file.charter).error).toBeUndefined();
  for (const item of file.checklist) expect(checklistItemSchema.safeParse(item).error).toBeUndefined();
  for (const slot of file.slots) expect(roleSlotSchema.safeParse(slot).error).toBeUndefined();
  for (const guest of file.guests) expect(guestSchema.safeParse(guest).error).toBeUndefined();
  const ids = [...file.checklist, ...file.slots, ...file.guests].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(file.checklist[6]?.id).toBe('itm_01J9.07');
});

test('a charter starts with roles for a licensed captain, a mate and a deckhand, only the first of them required', () => {
  expect(
    agreed(opened()).slots.map(({ role, required, requiredCredential }) => [role, required, requiredCredential]),
  ).toEqual([
    ['captain', true, 'captain license'],
    ['first_mate', false, undefined],
    ['deckhand', false, undefined],
  ]);
});

test('guests named at once have not answered yet', () => {
  const { guests } = agreed(opened({ guests: [{ name: ' Gina Guest ', isMinor: false }] }));
  expect(guests).toMatchObject([{ name: 'Gina Guest', rsvp: 'none', checkIn: 'none' }]);
});

test('a charter paid in full with the deposit has no day for the balance', () => {
  expect(agreed(opened({ depositCents: cents(120_000) })).charter).not.toHaveProperty('balanceDueOn');
});

test('unless agreed otherwise, six days before departure is the last time everything goes back', () => {
  expect(agreed(opened()).charter.cancellationTiers).toEqual([
    { hoursBefore: 144, retainBps: 0 },
    { hoursBefore: 0, retainBps: 10_000 },
  ]);
});

test('equal input opens an equal charter', () => {
  expect(opened()).toEqual(opened());
});

test.each<[string, Partial<NewCharterInput>, readonly string[]]>([
  ['a seventh passenger', { paxExpected: 7 }, ['paxExpected']],
  ['nobody', { paxExpected: 0 }, ['paxExpected']],
  ['a day that does not exist', { day: '2026-02-30' as LocalDate }, ['day']],
  ['a time that does not exist', { time: '24:00' }, ['time']],
  ['a trip of no length', { durationMin: 0 }, ['durationMin']],
  ['a trip of no number', { durationMin: Number.NaN }, ['durationMin']],
  ['no price', { priceLines: [] }, ['priceLines']],
  [
    'a total that is not quantity times price',
    { priceLines: [{ ...price('charter', 100), qty: 2 }] },
    ['priceLines[0].totalCents'],
  ],
  [
    'a discount that adds',
    { priceLines: [price('charter', 100_000), price('discount', 100)] },
    ['priceLines[1].totalCents'],
  ],
  ['a negative price', { priceLines: [price('charter', -100)] }, ['priceLines[0].totalCents']],
  ['a discount beyond the price', { priceLines: [price('charter', 100), price('discount', -101)] }, ['priceLines']],
  ['a deposit beyond the price', { depositCents: cents(120_001) }, ['depositCents']],
  ['a negative deposit', { depositCents: cents(-1) }, ['depositCents']],
  ['a balance due after sailing', { balanceDueOn: on('2026-10-01') }, ['balanceDueOn']],
  ['a vessel that was not loaded', { vesselId: 'ves_2' }, ['vesselId']],
  ['a vessel of another company', { entityId: 'qos' }, ['vesselId']],
  ['no title', { title: ' ' }, ['title']],
  ['a guest without a name', { guests: [{ name: ' ', isMinor: false }] }, ['guests[0].name']],
])('%s is refused by field', (_, over, fields) => {
  expect(refusedFields(opened(over))).toEqual(fields);
});

test('a fraction of a cent is refused', () => {
  const line = { kind: 'charter', text: 'charter', qty: 1, unitCents: 0.5, totalCents: 0.5 } as unknown;
  const priceLines = [line as ReturnType<typeof priceLineSchema.parse>];
  expect(refusedFields(opened({ priceLines }))).toEqual(['priceLines[0].totalCents']);
});

test('everything that is wrong is told at once', () => {
  expect(refusedFields(opened({ title: '', customerId: '', paxExpected: 9, depositCents: cents(999_999) }))).toEqual([
    'paxExpected',
    'depositCents',
    'customerId',
    'title',
  ]);
});

describe('a vessel that is out of service', () => {
  const refit = { from: on('2026-10-01'), through: on('2026-10-05'), reason: 'Refit' };
  const laidUp = { vessel: aVessel({ outOfService: [refit] }) };

  test('takes no charter on a day of it, first and last included', () => {
    for (const day of ['2026-10-01', '2026-10-05']) {
      expect(refusedFields(opened({ day: on(day) }, laidUp))).toEqual(['vesselId']);
    }
    expect(agreed(opened({ day: on('2026-10-06') }, laidUp)).charter.sailsOn).toBe('2026-10-06');
  });

  test('takes one that ends at midnight before, and none that ends a minute later', () => {
    const eve = { day: on('2026-09-30'), time: '20:00' };
    expect(agreed(opened({ ...eve, durationMin: 240 }, laidUp)).charter.sailsOn).toBe('2026-09-30');
    expect(refusedFields(opened({ ...eve, durationMin: 241 }, laidUp))).toEqual(['vesselId']);
  });

  test('takes none whose days lie around it', () => {
    expect(refusedFields(opened({ day: on('2026-09-30'), durationMin: 10 * 24 * 60 }, laidUp))).toEqual(['vesselId']);
  });

  test('keeps what was entered before changeable, but for a day on which she cannot sail', () => {
    const file = agreed(opened());
    const changed = (change: CharterChange) => changedCharter(file, change, { ...CONTEXT, ...laidUp });
    const out = { vessel: aVessel({ outOfService: [{ ...refit, from: on('2026-09-30') }] }) };
    expect(agreed(changedCharter(file, { title: 'Moonlight sail' }, { ...CONTEXT, ...out })).title).toBe(
      'Moonlight sail',
    );
    expect(refusedFields(changed({ day: on('2026-10-02') }))).toEqual(['vesselId']);
    expect(agreed(changed({ day: on('2026-10-06') })).sailsOn).toBe('2026-10-06');
  });

  test('takes none from the day she leaves the fleet on', () => {
    const sold = { vessel: aVessel({ retiredOn: on('2026-10-01') }) };
    expect(refusedFields(opened({ day: on('2026-10-01') }, sold))).toEqual(['vesselId']);
    expect(agreed(opened({ day: on('2026-09-30') }, sold)).charter.sailsOn).toBe('2026-09-30');
  });
});
