import { describe, expect, it } from 'vitest';
import { dayGroups, dayToShow, monthsAround, stateCounts } from '../../frontend/panels/charters/charter-list-model.ts';
import type { CharterLine, ListChartersResponse } from '../../shared/wire/charters.ts';

const line = (changes: Partial<CharterLine>): CharterLine => ({
  id: 'chr_1',
  title: 'Sunset sail',
  entityId: 'jada',
  entityName: 'JADA Charters',
  vesselName: 'Jada',
  channelName: 'Direct',
  lifecycle: 'booked',
  sailsOn: '2026-11-21',
  startAt: '2026-11-21T20:00:00.000Z',
  endAt: '2026-11-21T23:00:00.000Z',
  zone: 'America/Los_Angeles',
  paxExpected: 6,
  totalCents: 120_000,
  ...changes,
});

const list: ListChartersResponse = {
  month: '2026-11',
  today: '2026-11-21',
  charters: [
    line({ id: 'chr_c', sailsOn: '2026-11-28', startAt: '2026-11-28T18:00:00.000Z', lifecycle: 'inquiry' }),
    line({ id: 'chr_b', title: 'Whale watching', startAt: '2026-11-21T22:00:00.000Z' }),
    line({ id: 'chr_a', startAt: '2026-11-21T17:00:00.000Z', channelName: 'Sailo' }),
    line({ id: 'chr_d', sailsOn: '2026-11-02', lifecycle: 'closed' }),
  ],
};
const everything = { words: '', state: 'all' } as const;
const idsOf = (by: Parameters<typeof dayGroups>[1]) =>
  dayGroups(list, by).flatMap((group) => group.charters.map(({ id }) => id));

describe('the month of charters', () => {
  it('is grouped by day, earliest first, and within a day by departure', () => {
    expect(idsOf(everything)).toEqual(['chr_d', 'chr_a', 'chr_b', 'chr_c']);
  });

  it('knows which day is today', () => {
    expect(dayGroups(list, everything).map(({ day, when }) => [day, when])).toEqual([
      ['2026-11-02', 'past'],
      ['2026-11-21', 'today'],
      ['2026-11-28', 'coming'],
    ]);
  });

  it('is narrowed by every word, in title, vessel or channel', () => {
    expect(idsOf({ words: 'sailo sunset', state: 'all' })).toEqual(['chr_a']);
    expect(idsOf({ words: 'nobody', state: 'all' })).toEqual([]);
  });

  it('is narrowed by state', () => {
    expect(idsOf({ words: '', state: 'inquiry' })).toEqual(['chr_c']);
  });

  it('counts states in the order a charter goes through them; the counts add up to the month', () => {
    const counts = stateCounts(list);
    expect(counts.map(({ state }) => state)).toEqual(['inquiry', 'booked', 'closed']);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(list.charters.length);
  });

  it('shows the next day with charters to someone who asks for today', () => {
    expect(dayToShow(dayGroups({ ...list, today: '2026-11-22' }, everything), '2026-11-22')).toBe('2026-11-28');
    expect(dayToShow([], '2026-11-22')).toBeUndefined();
  });

  it('has neighbours across the turn of the year', () => {
    expect(monthsAround('2026-12')).toEqual({ name: 'December 2026', before: '2026-11', after: '2027-01' });
  });
});
