import { describe, expect, it } from 'vitest';
import { askedFields, blockers, moveBodyOf, moveChoices } from '../../frontend/panels/charter/move-model.ts';
import type { PossibleMove } from '../../shared/wire/charters.ts';
import { aFile } from './a-charter.ts';

const move = (changes: Partial<PossibleMove>): PossibleMove => ({
  to: 'underway',
  label: 'Cast off',
  primary: true,
  problems: [],
  needs: [],
  ...changes,
});
const { charter } = aFile({ version: 7 });

describe('a move as the page offers it', () => {
  it('one is the way forward, the others wait in a menu', () => {
    const cancel = move({ to: 'cancelled', primary: false });
    expect(moveChoices([cancel, move({})])).toEqual({ primary: move({}), others: [cancel] });
    expect(moveChoices([cancel]).primary).toBeUndefined();
  });

  it('what its own dialog asks for does not stand in its way', () => {
    const problems = [
      { field: 'paxAboard', message: 'count' },
      { field: 'weather', message: 'decide' },
    ];
    expect(blockers(move({ problems, needs: ['paxAboard'] }))).toEqual([problems[1]]);
  });
});

describe('what a filled-in dialog asks for', () => {
  it('a count and that it was told to someone ashore', () => {
    const typed = { paxAboard: '6', countCommunicatedAshore: 'on' };
    expect(moveBodyOf(move({ needs: ['paxAboard', 'countCommunicatedAshore'] }), charter, typed)).toEqual({
      ok: true,
      body: { to: 'underway', version: 7, paxAboard: 6, countCommunicatedAshore: true },
    });
  });

  it('every gap is named at once and nothing is sent', () => {
    const read = moveBodyOf(move({ needs: ['paxAboard', 'countCommunicatedAshore'] }), charter, { paxAboard: 'six' });
    expect(read.ok ? [] : read.problems.map(({ field }) => field)).toEqual(['paxAboard', 'countCommunicatedAshore']);
  });

  it('a hold ends at a time on the clock of the charter: noon in San Diego in November is 20:00 UTC', () => {
    const read = moveBodyOf(move({ to: 'held', needs: ['holdExpiresAt'] }), charter, {
      holdExpiresAt: '2026-11-20T12:00',
    });
    expect(read).toMatchObject({ body: { holdExpiresAt: '2026-11-20T20:00:00.000Z' } });
  });

  it('a cancellation may leave what is kept to the terms', () => {
    const cancel = move({ to: 'cancelled', primary: false, needs: ['by', 'reason'] });
    expect(askedFields(cancel)).toContain('retainedCents');
    const typed = { by: 'guest', reason: 'ill', retainedCents: '' };
    expect(moveBodyOf(cancel, charter, typed)).toEqual({
      ok: true,
      body: { to: 'cancelled', version: 7, by: 'guest', reason: 'ill' },
    });
    expect(moveBodyOf(cancel, charter, { ...typed, retainedCents: '1,200.5' })).toMatchObject({
      body: { retainedCents: 120_050 },
    });
    expect(moveBodyOf(cancel, charter, { ...typed, retainedCents: 'half' }).ok).toBe(false);
  });

  it('why a charter is reopened travels under the name the API knows', () => {
    const reopen = move({ to: 'returned', primary: false, needs: ['reopenReason'] });
    expect(moveBodyOf(reopen, charter, { reopenReason: 'wrong count' })).toMatchObject({
      body: { reopenReason: 'wrong count' },
    });
  });
});
