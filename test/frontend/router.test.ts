import { describe, expect, it } from 'vitest';
import { reportsPlaceOf } from '../../frontend/reports/route-model.ts';
import type { Place } from '../../frontend/router-model.ts';
import { hashOf, placeOf } from '../../frontend/router-model.ts';
import { signInHash } from '../../frontend/shell/shell-model.ts';

describe('an address names a place', () => {
  it.each<[string, Place]>([
    ['', { at: 'charters' }],
    ['#/charters?month=2026-11', { at: 'charters', month: '2026-11' }],
    ['#/charters?month=November', { at: 'charters' }],
    ['#/charters/chr_01', { at: 'charter', charterId: 'chr_01' }],
    ['#/charters/chr_01?moves-to=chr_02', { at: 'charter', charterId: 'chr_01', movesTo: 'chr_02' }],
    ['#/charters/chr_01?moves-to=../x', { at: 'charter', charterId: 'chr_01' }],
    ['#/charters/new?instead-of=chr_01', { at: 'new-charter', insteadOf: 'chr_01' }],
    ['#/charters/new', { at: 'new-charter' }],
    ['#/charters/chr_01/more', { at: 'nowhere', hash: '#/charters/chr_01/more' }],
    ['#/reports/runs/charter.chr_01.1', { at: 'reports', rest: 'runs/charter.chr_01.1' }],
    ['#/sign-in?t=abc', { at: 'sign-in', token: 'abc' }],
    ['#/elsewhere', { at: 'nowhere', hash: '#/elsewhere' }],
  ])('%s', (hash, place) => {
    expect(placeOf(hash)).toEqual(place);
  });

  it.each(['#/charters/chr_01?moves-to=chr_02', '#/charters/new?instead-of=chr_01', '#/charters/new'])(
    '%s is written as it is read',
    (hash) => {
      expect(hashOf(placeOf(hash))).toBe(hash);
    },
  );

  it('survives an id with a broken escape', () => {
    expect(placeOf('#/charters/%E0%A4')).toEqual({ at: 'charter', charterId: '%E0%A4' });
  });

  it('never writes a token into an address', () => {
    expect(hashOf({ at: 'sign-in', token: 'secret' })).toBe('#/sign-in');
  });

  it('goes back only to places of this app', () => {
    expect(placeOf('#/sign-in?back=%23%2Fcharters%2Fchr_01')).toEqual({ at: 'sign-in', back: '#/charters/chr_01' });
    expect(placeOf('#/sign-in?back=https%3A%2F%2Fevil.example')).toEqual({ at: 'sign-in' });
    expect(placeOf('#/sign-in?back=%23%2Fsign-in')).toEqual({ at: 'sign-in' });
  });

  it('remembers where someone was when the session ended', () => {
    const hash = signInHash({ at: 'charter', charterId: 'chr_01' });
    expect(placeOf(hash)).toEqual({ at: 'sign-in', back: '#/charters/chr_01' });
  });
});

describe('the reports tab reads the rest of the address', () => {
  it.each([
    ['', { at: 'home' }],
    ['runs/manual.4f', { at: 'run', runKey: 'manual.4f' }],
    [
      'runs/manual.4f/jada+qos/ceo-report',
      { at: 'issue', issue: { runKey: 'manual.4f', scope: 'jada+qos', slug: 'ceo-report' } },
    ],
    [
      'runs/manual.4f/jada%2Bqos/ceo-report',
      { at: 'issue', issue: { runKey: 'manual.4f', scope: 'jada+qos', slug: 'ceo-report' } },
    ],
    [
      'runs/manual.4f/jada/ceo-report/agenda',
      { at: 'issue', issue: { runKey: 'manual.4f', scope: 'jada', slug: 'ceo-report' }, section: 'agenda' },
    ],
    ['runs/manual.4f/jada/ceo-report/agenda/more', { at: 'nowhere' }],
    ['progress/charter.chr_01.1', { at: 'progress', runKey: 'charter.chr_01.1' }],
    ['runs', { at: 'nowhere' }],
    ['runs/manual.4f/jada', { at: 'nowhere' }],
  ])('%s', (route, place) => {
    expect(reportsPlaceOf(route)).toEqual(place);
  });
});
