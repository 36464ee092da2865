import { describe, expect, it } from 'vitest';
import { fieldWords, reasonLines } from '../../frontend/components/problem-list-model.ts';
import {
  completionWords,
  evidenceHint,
  phaseGroups,
  phaseToOpen,
} from '../../frontend/panels/charter/checklist-model.ts';
import { crewActs, payTyped, payWords, roleChanges } from '../../frontend/panels/charter/crew-model.ts';
import { checkInSteps, guestChanges, guestMarks, isTakenBackable } from '../../frontend/panels/charter/guests-model.ts';
import { paidLines, paymentChip } from '../../frontend/panels/charter/money-model.ts';
import { stations, varianceWords } from '../../frontend/panels/charter/timing-model.ts';
import { ACTIONS } from '../../shared/access/permissions.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import type { MeResponse } from '../../shared/wire/sign-in.ts';
import { aFile, aGuest, anItem, aSlot, TODAY } from './a-charter.ts';

const at = '2026-11-21T17:00:00.000Z' as Instant;
const me = (roles: MeResponse['roles'], userId = 'usr_rosa'): MeResponse => ({
  userId,
  name: 'Rosa Delgado',
  roles,
  entityIds: ['jada'],
  grants: [],
  actions: ACTIONS,
  company: 'JADA',
  zone: 'America/Los_Angeles',
  today: TODAY,
});

describe('the timing panel', () => {
  it.each([
    [0, 'on time'],
    [4, '4 min late'],
    [-65, '1 h 5 min early'],
    [60, '1 h late'],
  ])('%s minutes is %s', (minutes, words) => {
    expect(varianceWords(minutes)).toBe(words);
  });

  it('shows what happened beside what was planned, and which station is next', () => {
    const { charter } = aFile();
    const milestones = charter.milestones.map((m) =>
      m.name === 'crew_call' ? { ...m, actualAt: '2026-11-21T16:12:00.000Z' as Instant } : m,
    );
    const [first, second] = stations({ ...charter, milestones });
    expect(first).toMatchObject({
      planned: '8:00 AM',
      actual: '8:12 AM',
      variance: '12 min late',
      tone: 'warn',
      next: false,
    });
    expect(second).toMatchObject({ planned: '8:30 AM', actual: undefined, tone: 'plain', next: true });
  });
});

describe('the checklist', () => {
  it('is grouped by phase in the order of the day and opens at the first that is not done', () => {
    const done = { by: 'Rosa', at, state: 'done' as const };
    const groups = phaseGroups([anItem(), anItem({ id: 'itm_2', phase: 'underway', completion: done })]);
    expect(groups.map(({ phase, progress }) => [phase, progress])).toEqual([
      ['underway', '1 of 1'],
      ['docking', '0 of 1'],
    ]);
    expect(phaseToOpen(groups)).toBe('docking');
  });

  it('says what a reading is to be and what was read', () => {
    const item = anItem({ evidence: 'reading', unit: 'percent', min: 25 as never, max: 100 as never });
    expect(evidenceHint(item)).toBe('Reading in percent, from 25 to 100.');
    expect(completionWords({ ...item, completion: { by: 'Rosa', at, state: 'done', value: '80' } })).toBe(
      '80 percent · Rosa',
    );
  });
});

describe('the crew', () => {
  const claim = (state: 'claimed' | 'confirmed', userId = 'usr_rosa') => ({ userId, name: 'Rosa', state, at });
  const acts = (...args: Parameters<typeof crewActs>) => crewActs(...args).map(({ act }) => act);

  it('an open role can be claimed; a claimed one is confirmed by whoever commands', () => {
    expect(acts(aSlot(), me(['crew']), false)).toEqual(['claim']);
    expect(acts(aSlot({ claim: claim('claimed') }), me(['captain']), false)).toEqual(['confirm', 'release']);
  });

  it('crew do nothing to roles of others, and nobody anything once the charter is over', () => {
    expect(acts(aSlot({ claim: claim('claimed', 'usr_ivo') }), me(['crew']), false)).toEqual([]);
    expect(acts(aSlot(), me(['admin']), true)).toEqual([]);
  });
});

describe('the roles of a charter', () => {
  const { charter } = aFile();
  const [captain, mate] = [aSlot(), aSlot({ id: 'slt_mate', role: 'first_mate', required: false })];
  const offered = (who: MeResponse | undefined) => {
    const { mayAdd, pay, remove } = roleChanges({ charter, slots: [captain, mate] }, who);
    return [mayAdd, pay(captain), pay(mate), remove(captain), remove(mate)];
  };

  it('are added, paid otherwise and removed by whoever commands; the captain’s stays', () => {
    expect(offered(me(['captain']))).toEqual([true, true, true, false, true]);
    expect(offered({ ...me(['crew']), actions: ['charter.crew'] })).toEqual([false, false, false, false, false]);
    expect(offered(undefined)).toEqual([false, false, false, false, false]);
  });

  it('say what they pay once somebody has said', () => {
    expect(payWords(aSlot({ payCents: 15_050 as never }))).toBe('$150.50');
    expect(payWords(aSlot({ payCents: 0 as never }))).toBeUndefined();
    expect(payTyped(15_050)).toBe('150.50');
  });
});

describe('the guests', () => {
  const waiver = { kind: 'paper' as const, signedBy: 'Jonas Weber', at, recordedBy: 'Rosa' };

  it('only what was changed about a guest is sent', () => {
    const guest = aGuest({ notes: 'No shellfish' });
    const same = { name: guest.name, notes: 'No shellfish' };
    expect(guestChanges(guest, same)).toEqual({});
    expect(guestChanges(guest, { ...same, name: 'Jon Weber', isMinor: 'on', notes: '' })).toEqual({
      name: 'Jon Weber',
      isMinor: true,
      notes: '',
    });
    expect(guestChanges({ ...guest, waiver, isMinor: true }, { notes: 'Uses a cane' })).toEqual({
      notes: 'Uses a cane',
    });
  });

  it('a waiver is offered to be taken back while nobody is aboard on the strength of it', () => {
    const { charter } = aFile({ lifecycle: 'boarding' });
    expect(isTakenBackable(aGuest({ waiver }), charter)).toBe(true);
    expect(isTakenBackable(aGuest({ waiver, checkIn: 'aboard' }), charter)).toBe(false);
    expect(isTakenBackable(aGuest(), charter)).toBe(false);
  });

  it('nobody is offered to go aboard before boarding or without a waiver', () => {
    const boarding = aFile({ lifecycle: 'boarding' }).charter;
    const steps = (guest: ReturnType<typeof aGuest>, charter = boarding) =>
      checkInSteps(guest, charter).map(({ to }) => to);
    expect(steps(aGuest({ waiver }), aFile().charter)).toEqual([]);
    expect(steps(aGuest())).toEqual(['no_show']);
    expect(steps(aGuest({ waiver }))).toEqual(['aboard', 'no_show']);
    expect(steps(aGuest({ waiver, checkIn: 'aboard' }))).toEqual(['ashore', 'none']);
  });

  it('marks the missing waiver in words', () => {
    expect(guestMarks(aGuest()).map(({ words }) => words)).toEqual(['No waiver', 'Coming']);
  });
});

describe('the money box', () => {
  const values = (file: ReturnType<typeof aFile>) =>
    Object.fromEntries(paidLines(file).map(({ label, value }) => [label, value]));

  it('before the trip, what is on 2100 has been received: $300.00 of $1,240.00 leaves $940.00', () => {
    expect(values(aFile({}, { balances: { '2100': -30_000 } }))).toEqual({
      Received: '$300.00',
      'Balance open': '$940.00',
    });
    expect(paymentChip(aFile({}, { balances: { '2100': -30_000 } })).words).toBe('Deposit paid');
  });

  it('after the trip, what is on 1110 is still owed, and tips on 2300 still belong to the crew', () => {
    const file = aFile({ performedOn: TODAY }, { balances: { '2100': 0, '1110': 20_000, '2300': -5_000 } });
    expect(values(file)).toEqual({
      Received: '$1,040.00',
      'Balance open': '$200.00',
      'Tips for the crew, not yet paid out': '$50.00',
    });
  });

  it('more than the price is not a negative balance', () => {
    expect(values(aFile({}, { balances: { '2100': -130_000 } }))).toEqual({
      Received: '$1,300.00',
      'Received beyond the price': '$60.00',
    });
  });
});

describe('reasons', () => {
  it('are about things the page has headings for', () => {
    expect(
      ['slots.captain', 'checklist.safety_equipment', 'balances.2100', 'engineHoursEnd', '(all)'].map(fieldWords),
    ).toEqual(['Crew', 'Checklist', 'Money', 'Engine hours end', undefined]);
  });

  it('are each said once', () => {
    const twice = { field: 'weather', message: 'Record the weather decision.' };
    expect(reasonLines([twice, twice])).toEqual([{ about: 'Weather', message: 'Record the weather decision.' }]);
  });
});
