import { describe, expect, test } from 'vitest';
import { isBusinessDay } from '../../shared/kernel/business-days.ts';
import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { daysBetween, plusDays, weekday } from '../../shared/kernel/calendar.ts';
import type { AgendaItem } from '../../shared/reports/findings/agenda.ts';
import { agendaOf, byDay } from '../../shared/reports/findings/agenda.ts';
import type { Finding, Shortfall } from '../../shared/reports/findings/finding.ts';
import type { Promised } from '../../shared/reports/findings/promised.ts';
import { bySeverity, ranked, scoreOf } from '../../shared/reports/findings/ranking.ts';
import type { Effort, Severity } from '../../shared/reports/findings/rule.ts';
import { TODAY } from '../facts/a-snapshot.ts';
import { aSheetOf } from './a-sheet.ts';

interface Given {
  readonly id?: string;
  readonly severity?: Severity;
  readonly effort?: Effort;
  readonly stakeCents?: number;
  readonly owner?: string;
  readonly dueDays?: number;
  readonly causeKey?: string;
}

function aShortfall(given: Given = {}): Shortfall {
  const { id = 'some-shortfall', severity = 'high', effort = 'S', stakeCents, owner = 'CEO', dueDays = 7 } = given;
  return {
    state: 'shortfall',
    severity,
    gap: ['Gap.'],
    impact: ['Impact.'],
    evidence: [],
    ...(stakeCents === undefined
      ? {}
      : { impactCents: aSheetOf({ 'top-channel-revenue': stakeCents }).get('top-channel-revenue') }),
    rule: {
      id,
      code: id,
      title: id,
      category: 'Test',
      causeKey: given.causeKey ?? id,
      needs: [],
      action: { title: `Do ${id}`, ownerRole: owner, dueDays, effort },
      judge: () => ({ state: 'ok', evidence: [] }),
    },
  };
}

describe('the score', () => {
  test.each([
    ['critical, small, no price', { severity: 'critical', effort: 'S' }, 100],
    ['critical, large, no price', { severity: 'critical', effort: 'L' }, 100 / 3],
    ['high, medium, $900 at stake', { severity: 'high', effort: 'M', stakeCents: 90_000 }, 50],
    ['medium, small, $9,900 lost', { severity: 'medium', effort: 'S', stakeCents: -990_000 }, 60],
    ['low, small, nothing at stake', { severity: 'low', effort: 'S', stakeCents: 0 }, 5],
  ] as const)('of %s', (_, given, score) => {
    expect(scoreOf(aShortfall(given))).toBeCloseTo(score, 10);
  });

  test('breaks ties by id', () => {
    const list = ['c', 'a', 'b'].map((id) => aShortfall({ id }));
    expect(ranked(list).map(({ rule }) => rule.id)).toEqual(['a', 'b', 'c']);
  });

  test('reading order is by severity and stake, whatever the work', () => {
    const list = [
      aShortfall({ id: 'a', effort: 'S', stakeCents: 9_999_999 }),
      aShortfall({ id: 'b', severity: 'critical', effort: 'L' }),
      aShortfall({ id: 'c', severity: 'critical', effort: 'L', stakeCents: 5 }),
    ];
    expect(bySeverity(list).map(({ rule }) => rule.id)).toEqual(['c', 'b', 'a']);
  });
});

describe('the agenda', () => {
  const many = (count: number, given: Given = {}) =>
    Array.from({ length: count }, (_, i) => aShortfall({ ...given, id: `rule-${String.fromCharCode(97 + i)}` }));

  test('is empty when nothing is wrong', () => {
    expect(agendaOf([], TODAY)).toEqual([]);
  });

  test('moves what falls on a weekend or holiday to the next business day', () => {
    const due = (dueDays: number) => agendaOf([aShortfall({ dueDays })], TODAY)[0]?.dueOn;
    expect(due(1)).toBe('2026-11-23'); // Sunday to Monday
    expect(due(5)).toBe('2026-11-27'); // Thanksgiving, Nov 26, to Friday
    expect(due(30)).toBe('2026-12-21');
  });

  test('keeps to the thirty days: what would fall after them is due on the last business day within', () => {
    expect(agendaOf([aShortfall({ dueDays: 30 })], '2026-11-22' as LocalDate)[0]?.dueOn).toBe('2026-12-22');
    expect(agendaOf([aShortfall({ dueDays: 30 })], '2026-11-26' as LocalDate)[0]?.dueOn).toBe('2026-12-24');
  });

  test('skips days the company keeps closed', () => {
    const closed = new Set(['2026-11-23' as LocalDate]);
    expect(agendaOf([aShortfall({ dueDays: 2 })], TODAY, closed)[0]?.dueOn).toBe('2026-11-24');
  });

  test('gives nobody more than three in a week and nobody anything on a day off', () => {
    const agenda = agendaOf(many(12, { dueDays: 2 }), TODAY);
    expect(agenda).toHaveLength(12);
    for (const item of agenda) {
      expect(isBusinessDay(item.dueOn)).toBe(true);
      expect(daysBetween(TODAY, item.dueOn)).toBeGreaterThan(0);
      expect(daysBetween(TODAY, item.dueOn)).toBeLessThanOrEqual(30);
    }
    for (const count of Object.values(weeks(agenda))) expect(count).toBeLessThanOrEqual(3);
  });

  test('holds at most twelve, ranked from one', () => {
    const agenda = agendaOf(
      [
        ...many(8),
        ...many(8, { owner: 'CMO' }).map((f) => ({
          ...f,
          rule: { ...f.rule, id: `x-${f.rule.id}`, causeKey: `x-${f.rule.id}` },
        })),
      ],
      TODAY,
    );
    expect(agenda.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test('asks once for the same root cause', () => {
    const twice = [
      aShortfall({ id: 'a', causeKey: 'same' }),
      aShortfall({ id: 'b', causeKey: 'same', severity: 'critical' }),
    ];
    expect(agendaOf(twice, TODAY).map(({ rule }) => rule?.id)).toEqual(['b']);
  });

  test('puts what to record behind what to do', () => {
    const { rule } = aShortfall({ id: 'a-blind-spot' });
    const blind: Finding = { state: 'unknown', missing: ['leads of jada'], evidence: [], rule };
    const agenda = agendaOf([blind, aShortfall({ id: 'b', severity: 'low', effort: 'L' })], TODAY);
    expect(agenda.map(({ title, severity }) => [title, severity])).toEqual([
      ['Do b', 'low'],
      ['Record leads of jada', 'low'],
    ]);
  });

  test('asks once for what several rules lack, with months joined, and names them beside it', () => {
    const lacking = (id: string, ...missing: string[]): Finding => ({
      state: 'unknown',
      missing,
      evidence: [],
      rule: aShortfall({ id }).rule,
    });
    const findings = [
      lacking('a', 'journal entries of jada for Sep 2026', 'journal entries of jada for Oct 2026'),
      lacking('b', 'journal entries of jada for Oct 2026', 'opening balances of jada'),
      lacking('c', 'opening balances of jada'),
      lacking('d', 'journal entries of jada for Oct 2026'),
      lacking('e', 'journal entries of jada for Oct 2026'),
    ];
    const toRecord = [
      { record: 'journal entries of jada for Aug 2026', because: 'Not known until then: a figure' },
      { record: 'leads of jada', because: 'Not known until then: another' },
    ];
    const agenda = agendaOf(findings, TODAY, new Set(), { toRecord, ownerRole: 'CFO' });
    expect(agenda.map(({ title, because }) => [title, because])).toEqual([
      ['Record journal entries of jada for Sep 2026 to Oct 2026', 'Not judged yet: a; d and more'],
      ['Record opening balances of jada', 'Not judged yet: b; c'],
      ['Record leads of jada', 'Not known until then: another'],
    ]);
  });

  test('put in the order of days is numbered anew, what matters more first on the same day', () => {
    const list = [
      aShortfall({ id: 'a', severity: 'critical', dueDays: 20 }),
      aShortfall({ id: 'b', severity: 'high', dueDays: 3, owner: 'CTO' }),
      aShortfall({ id: 'c', severity: 'low', dueDays: 3, owner: 'CMO' }),
    ];
    expect(byDay(agendaOf(list, TODAY)).map(({ rank, rule }) => [rank, rule?.id])).toEqual([
      [1, 'b'],
      [2, 'c'],
      [3, 'a'],
    ]);
  });

  test('ranks what was promised among the rest, on its own day; once where a finding asks for it already', () => {
    const promise = (id: string, over: Partial<Promised> = {}): Promised => ({
      id,
      title: `JADA: ${id}`,
      ownerRole: 'CEO',
      dueOn: '2026-12-05' as LocalDate, // a Saturday
      severity: 'high',
      effort: 'M',
      score: 60,
      ...over,
    });
    const asked = [aShortfall({ id: 'a' }), aShortfall({ id: 'b', severity: 'low' })];
    const promised = [
      promise('worth-it'),
      promise('late', { dueOn: '2026-11-03' as LocalDate, score: 30 }),
      promise('answers', { findingId: 'a' }),
      promise('next-year', { dueOn: '2027-01-15' as LocalDate }),
    ];
    const agenda = agendaOf(asked, TODAY, new Set(), undefined, promised);
    expect(agenda.map(({ rank, title, because, dueOn }) => [rank, title, because, dueOn])).toEqual([
      [1, 'JADA: worth-it', 'Promised, and not done yet', '2026-12-05'],
      [2, 'Do a', 'a', '2026-11-30'],
      [3, 'JADA: late', 'Promised, and its day has passed', '2026-11-03'],
      [4, 'Do b', 'b', '2026-11-30'],
    ]);
  });

  test('is the same whatever order the findings come in', () => {
    const list = many(9, { dueDays: 3 });
    expect(agendaOf([...list].reverse(), TODAY)).toEqual(agendaOf(list, TODAY));
  });
});

function weeks(agenda: readonly AgendaItem[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { ownerRole, dueOn } of agenda) {
    const key = `${ownerRole} ${plusDays(dueOn, 1 - weekday(dueOn))}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
