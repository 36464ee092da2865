import { describe, expect, it } from 'vitest';
import { caution, figureRow, findingWords, unchangedWords } from '../../frontend/reports/compare-model.ts';
import { changedFilter, comparedRows, issueBefore, libraryRows } from '../../frontend/reports/library-model.ts';
import { compareHash, libraryHash, reportsPlaceOf } from '../../frontend/reports/route-model.ts';
import { readyIssues, runTitle, scopeWords } from '../../frontend/reports/run-model.ts';
import { instant, localDate } from '../../shared/kernel/calendar.ts';
import type { Cell } from '../../shared/reports/document/report-document.ts';
import type { CompareResponse, ListIssuesResponse, ListRunsResponse } from '../../shared/wire/reports.ts';
import { aCharterRun } from '../reports/a-run.ts';
import { CATALOG } from './mock-runs.ts';

type Line = ListIssuesResponse['issues'][number];
type Run = ListRunsResponse['runs'][number];
const OCTOBER = { from: localDate('2026-10-01'), until: localDate('2026-11-01') };

function aLine(over: Partial<Line> = {}): Line {
  return {
    report: 'ceo',
    slug: 'ceo-report',
    title: 'CEO report',
    scopeName: 'group',
    entityIds: ['jada', 'qos'],
    period: OCTOBER,
    occasion: 'monthly',
    runKey: 'monthly.2026-11',
    archivedOn: localDate('2026-11-02'),
    madeAt: instant('2026-11-02T16:00:00Z'),
    ...over,
  };
}

const inside = (hash: string) => reportsPlaceOf(hash.replace('#/reports', ''));

describe('the issue before', () => {
  const newest = aLine({ runKey: 'monthly.2026-11' });
  const others = [aLine({ runKey: 'weekly.1', occasion: 'weekly' }), aLine({ runKey: 'm2', scopeName: 'jada' })];
  const older = aLine({ runKey: 'monthly.2026-10' });
  const of = (runKey: string) => ({ runKey, scope: 'group', slug: 'ceo-report' });

  it('is the next older one of the same report, businesses and occasion', () => {
    expect(issueBefore([newest, ...others, older], of('monthly.2026-11'))).toEqual(of('monthly.2026-10'));
  });

  it('is none for the oldest, nor for one that is not listed', () => {
    expect(issueBefore([newest, older], of('monthly.2026-10'))).toBeUndefined();
    expect(issueBefore([older], of('monthly.2026-11'))).toBeUndefined();
  });
});

describe('the ready reports of a charter', () => {
  it('begin with its debrief, and tell two reports of one title apart by the businesses they are of', () => {
    const issue = (report: string, title: string, entityIds: readonly string[], state: 'archived' | 'planned') =>
      ({ report, title, entityIds, state }) as unknown as Run['issues'][number];
    const run = {
      ...aCharterRun(),
      issues: [
        issue('ceo', 'CEO report', ['jada', 'qos'], 'archived'),
        issue('ceo', 'CEO report', ['jada'], 'archived'),
        issue('cfo', 'CFO report', ['jada'], 'planned'),
        issue('charter-debrief', 'Charter debrief', ['jada'], 'archived'),
      ],
    } as unknown as Run;
    expect(readyIssues(run).map(({ name }) => name)).toEqual([
      'Charter debrief',
      'CEO report, 2 businesses',
      'CEO report, 1 business',
    ]);
  });
});

describe('the address of the library', () => {
  it.each([
    [{}, '#/reports/library'],
    [{ report: 'ceo' }, '#/reports/library/ceo/-/-'],
    [{ entity: 'jada', month: '2026-11' }, '#/reports/library/-/jada/2026-11'],
  ])('of %j is %s, and leads back to it', (filter, hash) => {
    expect(libraryHash(filter)).toBe(hash);
    expect(inside(hash)).toEqual({ at: 'library', filter });
  });

  it.each(['/library/CEO', '/library/-/-/2026-13', '/library/-/-/2026-11/more'])('is not %s', (route) => {
    expect(reportsPlaceOf(route)).toEqual({ at: 'nowhere' });
  });

  it('of two issues keeps every letter of their names', () => {
    const left = { runKey: 'charter.chr_1.2', scope: 'jada+qos', slug: 'ceo-report' };
    const right = { ...left, runKey: 'weekly.2026-11-23' };
    expect(inside(compareHash(left, right))).toEqual({ at: 'compare', left, right });
  });

  it.each([
    '/compare',
    '/compare/a',
    '/compare/a%2Fb/c%2Fd%2Fe',
    '/compare/a%2Fb%2Fc/d%2Fe%2Ff/g',
    '/compare/%2F%2F/%2F%2F',
  ])('of two issues is not %s', (route) => expect(reportsPlaceOf(route)).toEqual({ at: 'nowhere' }));
});

describe('a row of the library', () => {
  it('says what, whose, why and when', () => {
    expect(libraryRows([aLine()], CATALOG, 'America/Los_Angeles')[0]).toEqual({
      address: { runKey: 'monthly.2026-11', scope: 'group', slug: 'ceo-report' },
      report: 'ceo',
      title: 'CEO report',
      scope: 'All businesses',
      period: 'October 2026',
      made: 'Nov 2, 2026, 8:00 AM PST',
      occasion: 'Monthly reports',
    });
  });

  it('is held against the one before of its own kind, the earlier on the left', () => {
    const before = aLine({ runKey: 'monthly.2026-10' });
    const others = [aLine({ scopeName: 'jada' }), aLine({ occasion: 'weekly' }), aLine({ report: 'cfo' })];
    const [row] = libraryRows([aLine(), ...others, before], CATALOG, 'UTC');
    expect(row?.change).toBe(
      '#/reports/compare/monthly.2026-10%2Fgroup%2Fceo-report/monthly.2026-11%2Fgroup%2Fceo-report',
    );
  });

  it('chosen by hand is held against any other, whichever was chosen first', () => {
    const rows = libraryRows([aLine(), aLine({ runKey: 'manual.a' })], CATALOG, 'UTC');
    const [later, earlier] = rows;
    if (later === undefined || earlier === undefined) throw new Error('two rows went in');
    expect(comparedRows(rows, later, earlier)).toBe(comparedRows(rows, earlier, later));
    expect(inside(comparedRows(rows, later, earlier))).toMatchObject({ left: { runKey: 'manual.a' } });
  });

  it('names businesses, by id where the name is not told', () => {
    expect(scopeWords(['jada'], CATALOG)).toBe('JADA Charters');
    expect(scopeWords(['jada', 'old'], CATALOG)).toBe('JADA Charters, old');
    expect(scopeWords(['jada'], undefined)).toBe('jada');
  });
});

it('narrowing takes one part away or puts it in its place; half a month is none', () => {
  expect(changedFilter({ report: 'ceo' }, 'entity', 'jada')).toEqual({ report: 'ceo', entity: 'jada' });
  expect(changedFilter({ report: 'ceo', entity: 'jada' }, 'entity', '')).toEqual({ report: 'ceo' });
  expect(changedFilter({}, 'month', '0002-11')).toEqual({});
});

describe('a changed figure says', () => {
  const cents = (value: number): Cell => ({ kind: 'cents', value });
  const about = { fact: 'revenue@group', title: 'Revenue' };

  it.each([
    [{ change: 'up', before: cents(100), after: cents(350), difference: cents(250) }, ['$1.00', '$3.50', 'Up, $2.50']],
    [
      { change: 'down', before: cents(350), after: cents(100), difference: cents(-250) },
      ['$3.50', '$1.00', 'Down, −$2.50'],
    ],
    [
      { change: 'now-known', before: { kind: 'unknown', missing: ['x'] }, after: cents(0) },
      ['unknown', '$0.00', 'Now known'],
    ],
    [
      { change: 'now-unknown', before: cents(0), after: { kind: 'unknown', missing: ['a bank balance'] } },
      ['$0.00', 'unknown — record a bank balance to see this', 'No longer known'],
    ],
    [{ change: 'new', after: cents(1) }, ['not shown', '$0.01', 'New']],
    [{ change: 'gone', before: cents(1) }, ['$0.01', 'not shown', 'No longer shown']],
  ] as const)('%j', (change, words) => {
    const { before, after, change: said } = figureRow({ ...about, ...change });
    expect([before, after, said]).toEqual(words);
  });
});

it('a figure of a month is told by the month’s name, one of a business by its own', () => {
  const changed = { fact: 'x', title: 'X', change: 'new', after: { kind: 'count', value: 1 } } as const;
  expect(figureRow({ ...changed, of: '2026-11' }).of).toBe('Nov 2026');
  expect(figureRow({ ...changed, of: 'JADA charters' }).of).toBe('JADA charters');
  expect(figureRow(changed).of).toBeUndefined();
});

it('a finding that came is bad news, one that went is good', () => {
  const about = { id: 'x', title: 'X' };
  expect(findingWords({ ...about, change: 'new', after: 'high' })).toEqual({ words: 'New, high', tone: 'bad' });
  expect(findingWords({ ...about, change: 'gone', before: 'low' })).toEqual({ words: 'Gone, was low', tone: 'good' });
  expect(findingWords({ ...about, change: 'worse', before: 'low', after: 'high' })).toEqual({
    words: 'Worse: low to high',
    tone: 'bad',
  });
});

describe('a comparison', () => {
  const issue = {
    title: 'CEO report',
    scope: 'Harbor Group',
    period: OCTOBER,
    asOf: instant('2026-11-02T16:00:00Z'),
    zone: 'UTC',
  };
  const answer: CompareResponse = { report: 'ceo', left: issue, right: issue, figures: [], unchanged: 1, findings: [] };

  it('warns of unlike issues, and of nothing else', () => {
    expect(caution(answer)).toBeUndefined();
    const other = { ...issue, scope: 'Jada', period: { ...OCTOBER, until: localDate('2026-12-01') } };
    expect(caution({ ...answer, right: other })).toBe(
      'These two issues are about different businesses and different periods.',
    );
  });

  it('counts what is the same', () => {
    expect(unchangedWords(answer)).toBe('One figure is the same in both.');
    expect(unchangedWords({ ...answer, unchanged: 1_200 })).toBe('1,200 figures are the same in both.');
  });
});

it('a scheduled run is called by its rhythm', () => {
  const trigger = {
    kind: 'schedule',
    rhythm: 'weekly',
    dueOn: localDate('2026-11-23'),
    dueAt: instant('2026-11-23T16:00:00Z'),
  } as const;
  expect(runTitle({ ...aCharterRun(), trigger })).toBe('Weekly reports');
});
