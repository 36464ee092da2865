import { describe, expect, it } from 'vitest';
import { everybodysTable, madeAnyway, missedWords, nextOf, watchWords } from '../../frontend/reports/due-model.ts';
import type { DueResponse } from '../../shared/wire/reports.ts';

type Line = DueResponse['lines'][number];
type Missed = DueResponse['missed'][number];

const ZONE = 'America/Los_Angeles';
const ASOF = '2026-11-21T20:00:00.000Z'; // Saturday, noon in San Diego

const aLine = (over: Partial<Line> = {}): Line => ({
  recipientId: 'rcp_ada',
  recipientName: 'Ada',
  report: 'ceo',
  title: 'CEO report',
  cadence: 'weekly',
  isOwn: true,
  at: '2026-11-23T16:00:00.000Z',
  ...over,
});
const { at: _none, ...afterCharter } = aLine({ cadence: 'each-charter' });

describe('what is due next', () => {
  it('is the day and time on the clock of the house, and how many of its days off', () => {
    expect(nextOf([aLine()], ASOF, ZONE)).toEqual([
      {
        who: 'Ada',
        reports: 'CEO report',
        rhythm: 'Every week',
        when: 'Mon, Nov 23, 2026, 8:00 AM PST',
        away: 'in 2 days',
      },
    ]);
  });

  it.each([
    ['2026-11-21T23:00:00.000Z', 'today'],
    ['2026-11-22T07:59:00.000Z', 'today'], // a minute before midnight in San Diego, already the 22nd in UTC
    ['2026-11-22T08:00:00.000Z', 'tomorrow'],
    ['2026-12-01T16:00:00.000Z', 'in 10 days'],
  ])('at %s is said to be %s', (at, away) => {
    expect(nextOf([aLine({ at })], ASOF, ZONE)[0]?.away).toBe(away);
  });

  it('is said in days of the calendar over the night the clocks go back, 25 hours long', () => {
    // November 1, 2026: 8:00 PDT of October 31 to 8:00 PST of November 2 are 49 hours and two days.
    const [next] = nextOf([aLine({ at: '2026-11-02T16:00:00.000Z' })], '2026-10-31T15:00:00.000Z', ZONE);
    expect([next?.when, next?.away]).toEqual(['Mon, Nov 2, 2026, 8:00 AM PST', 'in 2 days']);
  });

  it('stands together where one person gets several at one time, the soonest first and what follows charters last', () => {
    const lines = [
      { ...afterCharter, report: 'charter-debrief', title: 'Charter debrief' },
      aLine({ cadence: 'monthly', at: '2026-12-01T16:00:00.000Z' }),
      aLine({ report: 'cfo', title: 'CFO report' }),
      aLine(),
    ];
    expect(nextOf(lines, ASOF, ZONE).map(({ reports, rhythm, when }) => [reports, rhythm, when])).toEqual([
      ['CFO report and CEO report', 'Every week', 'Mon, Nov 23, 2026, 8:00 AM PST'],
      ['CEO report', 'Every month', 'Tue, Dec 1, 2026, 8:00 AM PST'],
      ['Charter debrief', 'Each charter', 'After the next completed charter'],
    ]);
  });

  it('is told apart by person, not by name: two of one name are two', () => {
    expect(nextOf([aLine(), aLine({ recipientId: 'rcp_other' })], ASOF, ZONE)).toHaveLength(2);
  });

  it('is a table for who runs reports, person by person', () => {
    const { columns, rows } = everybodysTable(
      [aLine({ recipientId: 'z', recipientName: 'Zoe' }), afterCharter],
      ASOF,
      ZONE,
    );
    expect(columns.map(({ heading }) => heading)).toEqual(['Recipient', 'Reports', 'How often', 'Next due']);
    expect(rows.map((row) => row.map(({ cell }) => cell.kind === 'text' && cell.value))).toEqual([
      ['Ada', 'CEO report', 'Each charter', 'After the next completed charter'],
      ['Zoe', 'CEO report', 'Every week', 'Mon, Nov 23, 2026, 8:00 AM PST, in 2 days'],
    ]);
  });

  it('names what is made in any case, once for each day', () => {
    const at = '2026-12-01T16:00:00.000Z';
    const reports = [
      { report: 'ceo', title: 'CEO report', at },
      { report: 'cfo', title: 'CFO report', at },
    ];
    expect(madeAnyway(reports, ASOF, ZONE)).toEqual([
      'Made in any case on Tue, Dec 1, 2026, 8:00 AM PST, in 10 days: CEO report and CFO report.',
    ]);
    expect(madeAnyway([], ASOF, ZONE)).toEqual([]);
  });
});

describe('the watch', () => {
  const seen = (watch?: DueResponse['watch'], asOf = ASOF) =>
    watchWords({ asOf, reports: [], lines: [], missed: [], ...(watch === undefined ? {} : { watch }) }, ZONE);

  it('says when it last looked and what it saw', () => {
    expect(seen({ at: '2026-11-21T19:45:00.000Z', expected: 12, missing: 0 })).toEqual({
      tone: 'good',
      words: 'The watch last looked at 11:45 AM PST: 12 expected, none missing.',
    });
    expect(seen({ at: '2026-11-21T19:45:00.000Z', expected: 0, missing: 0 }).words).toBe(
      'The watch last looked at 11:45 AM PST: nothing was to be out by then.',
    );
  });

  it('is loud when something is missing', () => {
    expect(seen({ at: '2026-11-21T19:45:00.000Z', expected: 12, missing: 2 })).toEqual({
      tone: 'bad',
      words: 'The watch last looked at 11:45 AM PST: 12 expected, 2 missing.',
    });
  });

  it.each([
    ['2026-11-21T19:00:00.000Z', 'good'], // an hour
    ['2026-11-21T18:59:00.000Z', 'warn'],
  ])('last seen at %s is %s: it looks every quarter of an hour, and over an hour is too long', (at, tone) => {
    expect(seen({ at, expected: 1, missing: 0 }).tone).toBe(tone);
  });

  it('that has not looked for too long is nobody watching, with the day where that was another one', () => {
    expect(seen({ at: '2026-11-21T14:40:00.000Z', expected: 12, missing: 0 }).words).toMatch(
      /^Nobody is watching\. The watch last looked 5 h 20 min ago, at 6:40 AM PST: 12 expected, none missing\. .*nobody notices/,
    );
    const before = seen({ at: '2026-11-18T20:00:00.000Z', expected: 12, missing: 1 });
    expect(before.words).toMatch(/looked 3 days ago, at Wed, Nov 18, 2026, 12:00 PM PST: 12 expected, 1 missing\./);
    expect(before.tone).toBe('bad');
  });

  it('that never looked is no reassurance either', () => {
    expect(seen()).toEqual({
      tone: 'warn',
      words: 'The watch has not looked yet: until it does, nobody notices a report that does not go out.',
    });
  });
});

describe('what was missed', () => {
  const aMiss: Missed = {
    runKey: 'weekly.2026-11-16',
    state: 'missed',
    hasRun: false,
    occasion: 'weekly',
    dueAt: '2026-11-16T16:00:00.000Z',
    deadline: '2026-11-16T20:00:00.000Z',
    because: 'no run was made',
    noticedAt: '2026-11-16T20:15:00.000Z',
  };

  it('says what was due and when, by when it should have been out, what was found, and for how long it has been missing', () => {
    expect(missedWords(aMiss, ASOF, ZONE)).toEqual({
      title: 'Weekly reports',
      tone: 'bad',
      delay: 'Missing for 5 days',
      times: 'Due Mon, Nov 16, 2026, 8:00 AM PST, to be out by 12:00 PM PST.',
      noticed: 'Noticed on Mon, Nov 16, 2026, 12:15 PM PST: no run was made.',
    });
  });

  it('says how late it came, once it did', () => {
    const late = { ...aMiss, state: 'late' as const, hasRun: true, arrivedAt: '2026-11-16T23:10:00.000Z' };
    expect(missedWords(late, ASOF, ZONE)).toMatchObject({
      tone: 'warn',
      delay: '3 h 10 min late',
      times: 'Due Mon, Nov 16, 2026, 8:00 AM PST, to be out by 12:00 PM PST. Out on Mon, Nov 16, 2026, 3:10 PM PST.',
    });
  });

  it('names the day of the deadline where that is another one', () => {
    const month: Missed = {
      ...aMiss,
      occasion: 'monthly',
      dueAt: '2026-11-02T16:00:00.000Z',
      deadline: '2026-11-03T16:00:00.000Z',
    };
    expect(missedWords(month, ASOF, ZONE).times).toBe(
      'Due Mon, Nov 2, 2026, 8:00 AM PST, to be out by Tue, Nov 3, 2026, 8:00 AM PST.',
    );
  });
});
