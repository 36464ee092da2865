import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodedDocument } from '../../shared/reports/document/decoder.ts';
import { documentProblems } from '../../shared/reports/document/invariants.ts';
import type { Cell, ReportDocument, Section } from '../../shared/reports/document/report-document.ts';
import { jsonReport } from '../../shared/reports/render/json.ts';
import { aDocument, aRichDocument, aSection, cents, words } from './a-document.ts';

describe('a document is read back from its JSON', () => {
  test('as it was written, to the byte', () => {
    const decoded = decodedDocument(JSON.parse(jsonReport(aRichDocument())));
    expect(decoded).toEqual({ ok: true, value: aRichDocument() });
    if (decoded.ok) expect(jsonReport(decoded.value)).toBe(jsonReport(aRichDocument()));
  });

  test('whatever its cells and words hold', () => {
    const number = fc.integer({ min: -1e12, max: 1e12 }).filter((n) => !Object.is(n, -0));
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.record({ kind: fc.constantFrom('cents', 'count', 'share', 'months', 'days', 'minutes'), value: number }),
      fc.record({ kind: fc.constant('text' as const), value: fc.string({ unit: 'grapheme' }) }),
      fc.record({ kind: fc.constant('unknown' as const), missing: fc.array(fc.string(), { minLength: 1 }) }),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.record({ cell }))), (spans) => {
        const document = aDocument({ sections: [aSection({ blocks: [{ kind: 'paragraph', spans }] })] });
        expect(decodedDocument(JSON.parse(jsonReport(document)))).toEqual({ ok: true, value: document });
      }),
    );
  });

  test.each<[string, unknown, string]>([
    ['a field nobody knows', { ...aDocument(), extra: 1 }, '(all)'],
    ['another schema', { ...aDocument(), schema: 2 }, 'schema'],
    ['an empty period', { ...aDocument(), period: { from: '2026-11-01', until: '2026-11-01' } }, 'period'],
    ['a day that is none', { ...aDocument(), period: { from: '2026-02-30', until: '2026-11-01' } }, 'period.from'],
    ['a zone that is none', { ...aDocument(), zone: 'Mars/Olympus' }, 'zone'],
    ['a fraction of a cent', { ...aDocument(), headline: [{ cell: { kind: 'cents', value: 0.5 } }] }, 'headline[0]'],
    [
      'a block nobody knows',
      { ...aDocument(), sections: [{ ...aSection(), blocks: [{ kind: 'html', html: '<b>' }] }] },
      'sections[0].blocks[0].kind',
    ],
    ['nothing', null, '(all)'],
  ])('%s is refused, by place', (_, value, field) => {
    const decoded = decodedDocument(value);
    expect(decoded.ok).toBe(false);
    if (!decoded.ok) expect(decoded.fault.problems.map((problem) => problem.field)).toContain(field);
  });
});

describe('the promises of a document', () => {
  test('the sample keeps them', () => {
    expect(documentProblems(aRichDocument())).toEqual([]);
  });

  const withSection = (changes: Partial<Section>): ReportDocument => aDocument({ sections: [aSection(changes)] });
  const action = {
    title: 't',
    owner: 'o',
    dueOn: aDocument().period.from,
    effort: 'S',
    severity: 'low',
    because: 'b',
  } as const;
  const amount = (value: number) => withSection({ blocks: [{ kind: 'paragraph', spans: [cents(value, 'x@y')] }] });

  test.each<[string, ReportDocument, string]>([
    ['NaN', amount(Number.NaN), 'section summary: x@y is NaN, not a whole number of cents'],
    ['infinity', amount(Number.POSITIVE_INFINITY), 'section summary: x@y is Infinity, not a whole number of cents'],
    ['a fraction', amount(0.5), 'section summary: x@y is 0.5, not a whole number of cents'],
    [
      'a count that is not what is listed',
      withSection({ count: 2, blocks: [{ kind: 'list', items: [['one']] }] }),
      'section summary counts 2 but lists 1',
    ],
    ['a count of nothing', withSection({ count: 2 }), 'section summary counts 2 but lists nothing'],
    [
      'a row without all its cells',
      withSection({
        blocks: [
          {
            kind: 'table',
            caption: 'c',
            columns: [
              { heading: 'a', align: 'left' },
              { heading: 'b', align: 'left' },
            ],
            rows: [[words('a')]],
          },
        ],
      }),
      'section summary, c, row 1 has 1 cells for 2 columns',
    ],
    ['a section twice', aDocument({ sections: [aSection(), aSection()] }), 'section summary appears twice'],
    [
      'a rank left out',
      withSection({
        blocks: [
          {
            kind: 'actions',
            actions: [
              { rank: 1, ...action },
              { rank: 3, ...action },
            ],
          },
        ],
      }),
      'section summary has rank 3 at place 2',
    ],
    ['an empty section', withSection({ blocks: [] }), 'section summary is empty'],
    [
      'a figure without a fact',
      withSection({
        blocks: [{ kind: 'paragraph', spans: [{ cell: { kind: 'cents', value: 1 }, certainty: 'measured' }] }],
      }),
      'section summary: a figure in cents names no fact',
    ],
    [
      'an unknown that asks for nothing',
      withSection({ blocks: [{ kind: 'paragraph', spans: [{ cell: { kind: 'unknown', missing: [] } }] }] }),
      'section summary: a figure without a fact is unknown and does not say what is missing',
    ],
  ])('%s is a problem', (_, document, problem) => {
    expect(documentProblems(document)).toEqual([problem]);
  });
});
