import { describe, expect, test } from 'vitest';
import { localDate } from '../../shared/kernel/calendar.ts';
import { comparison } from '../../shared/reports/comparison.ts';
import type { Cell, FindingLine, ReportDocument, Severity } from '../../shared/reports/document/report-document.ts';

const LEFT = { from: localDate('2026-10-01'), until: localDate('2026-11-01') };

function aDocument(
  figures: Readonly<Record<string, Cell>>,
  findings: Readonly<Record<string, Severity>> = {},
): ReportDocument {
  return {
    schema: 1,
    report: 'ceo',
    slug: 'ceo-report',
    title: 'CEO report',
    scope: { name: 'group', title: 'Harbor Group', entityIds: ['jada'] },
    period: LEFT,
    asOf: '2026-11-02T16:00:00.000Z' as ReportDocument['asOf'],
    zone: 'America/Los_Angeles',
    headline: ['Nothing happened.'],
    sections: [
      {
        id: 'figures',
        heading: 'Figures',
        blocks: [
          { kind: 'list', items: Object.entries(figures).map(([fact, cell]) => ['It is ', { cell, fact }, '.']) },
          { kind: 'findings', findings: Object.entries(findings).map(([id, severity]) => aFinding(id, severity)) },
          {
            kind: 'definitions',
            definitions: [
              { fact: 'revenue', title: 'Recognised revenue', definition: '', formula: '', source: '', basis: '' },
            ],
          },
        ],
      },
    ],
  };
}

function aFinding(id: string, severity: Severity): FindingLine {
  return { id, severity, title: `About ${id}`, category: 'x', gap: [], impact: [], fix: 'Do.', owner: 'CEO' };
}

const cents = (value: number): Cell => ({ kind: 'cents', value });
const text = (value: string): Cell => ({ kind: 'text', value });
const UNKNOWN: Cell = { kind: 'unknown', missing: ['bank balance'] };
const only = (before: Cell, after: Cell) =>
  comparison(aDocument({ 'revenue@group': before }), aDocument({ 'revenue@group': after })).figures;

describe('a figure that', () => {
  test.each([
    ['rose', cents(100_00), cents(150_00), { change: 'up', difference: cents(50_00) }],
    ['fell below zero', cents(100_00), cents(-50_00), { change: 'down', difference: cents(-150_00) }],
    ['became known', UNKNOWN, cents(0), { change: 'now-known', before: UNKNOWN, after: cents(0) }],
    ['is no longer known', cents(0), UNKNOWN, { change: 'now-unknown' }],
    ['was a number and is a word', { kind: 'months', value: 34 } as Cell, text('not burning'), { change: 'changed' }],
    [
      'is another day',
      { kind: 'day', value: localDate('2026-11-01') } as Cell,
      { kind: 'day', value: localDate('2026-12-01') } as Cell,
      { change: 'changed' },
    ],
  ])('%s says so', (_what, before, after, expected) => {
    expect(only(before, after)).toEqual([
      expect.objectContaining({ fact: 'revenue@group', title: 'Recognised revenue', before, after, ...expected }),
    ]);
  });

  test.each([
    ['stayed as it was', cents(1), cents(1)],
    ['is still unknown, if for another reason', UNKNOWN, { kind: 'unknown', missing: ['a target'] } as Cell],
  ])('%s is not listed', (_what, before, after) => expect(only(before, after)).toEqual([]));

  test.each([
    ['a number to a word', cents(1), text('one')],
    ['unknown to known', UNKNOWN, cents(1)],
    ['a sum to a count', cents(1), { kind: 'count', value: 2 } as Cell],
  ])('went from %s has no difference', (_what, before, after) => {
    expect(only(before, after)[0]).not.toHaveProperty('difference');
  });

  test('stands in one of them alone is new or gone', () => {
    const { figures } = comparison(aDocument({ 'margin@jada': cents(1) }), aDocument({ 'revenue@group': cents(2) }));
    expect(figures).toEqual([
      { fact: 'revenue@group', title: 'Recognised revenue', change: 'new', after: cents(2) },
      { fact: 'margin@jada', title: 'Margin', of: 'jada', change: 'gone', before: cents(1) },
    ]);
  });

  test('is quoted from an earlier issue is not a figure of this one', () => {
    expect(comparison(aDocument({}), aDocument({ 'revenue@group~last-issue': cents(1) })).figures).toEqual([]);
  });
});

test('an issue held against itself has no changes, and says how many figures are the same', () => {
  const document = aDocument({ 'revenue@group': cents(1), 'margin@jada': UNKNOWN }, { 'no-books': 'high' });
  expect(comparison(document, document)).toMatchObject({ figures: [], findings: [], unchanged: 2 });
});

test('held the other way round, every change is the opposite', () => {
  const [a, b] = [
    aDocument({ x: cents(1), y: UNKNOWN, z: cents(5) }, { one: 'high', two: 'low' }),
    aDocument({ x: cents(3), y: cents(2), w: cents(5) }, { one: 'critical', three: 'low' }),
  ];
  const opposite = {
    up: 'down',
    down: 'up',
    'now-known': 'now-unknown',
    'now-unknown': 'now-known',
    new: 'gone',
    gone: 'new',
    changed: 'changed',
    worse: 'better',
    better: 'worse',
  } as const;
  const there = comparison(a, b);
  const back = comparison(b, a);
  const told = (of: typeof there) =>
    new Map([
      ...of.figures.map((one) => [one.fact, one.change] as const),
      ...of.findings.map((one) => [one.id, one.change] as const),
    ]);
  expect(told(there).size).toBe(7);
  for (const [what, change] of told(there)) expect(told(back).get(what)).toBe(opposite[change]);
});

test('findings that came, went and changed severity are told, the most urgent first', () => {
  const before = { same: 'low', eased: 'critical', gone: 'medium', sharpened: 'medium' } as const;
  const after = { same: 'low', eased: 'high', sharpened: 'critical', 'came-low': 'low', 'came-high': 'high' } as const;
  expect(comparison(aDocument({}, before), aDocument({}, after)).findings).toEqual([
    { id: 'came-high', title: 'About came-high', change: 'new', after: 'high' },
    { id: 'came-low', title: 'About came-low', change: 'new', after: 'low' },
    { id: 'sharpened', title: 'About sharpened', change: 'worse', before: 'medium', after: 'critical' },
    { id: 'eased', title: 'About eased', change: 'better', before: 'critical', after: 'high' },
    { id: 'gone', title: 'About gone', change: 'gone', before: 'medium' },
  ]);
});

test('two reports of different kinds are not compared', () => {
  expect(() => comparison(aDocument({}), { ...aDocument({}), report: 'cfo' })).toThrow(RangeError);
});
