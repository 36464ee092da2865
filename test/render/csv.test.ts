import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CSV_COLUMNS, csvReport, csvText } from '../../shared/reports/render/csv.ts';
import { figuresOf } from '../../shared/reports/render/figures.ts';
import { visibleText } from '../../shared/reports/render/visible-text.ts';
import { aDocument, aRichDocument, aSection, cellFigure, cents, unknown, words } from './a-document.ts';
import { recordsOf } from './a-reader.ts';

test('every figure is a row of its own, exact and with its unit', () => {
  const csv = csvReport(
    aDocument({
      headline: ['Short by ', cents(-500, 'gap@jada', 'estimated'), '.'],
      sections: [
        aSection({
          blocks: [
            {
              kind: 'table',
              caption: 'Revenue',
              columns: [
                { heading: 'Company', align: 'left' },
                { heading: 'Of plan', align: 'right' },
                { heading: 'Equity', align: 'right' },
              ],
              rows: [
                [
                  words('JADA, "the" schooner'),
                  cellFigure({ kind: 'share', value: 3548 }, 'attainment@jada', 'measured'),
                  unknown('holding', 'agreement'),
                ],
              ],
            },
          ],
        }),
      ],
    }),
  );
  expect(csv).toBe(
    [
      'section,item,measure,value,unit,certainty,fact,missing',
      'headline,CEO report,headline,-5.00,USD,estimated,gap@jada,',
      'summary,"JADA, ""the"" schooner",Of plan,3548,basis points,measured,attainment@jada,',
      'summary,"JADA, ""the"" schooner",Equity,,,unknown,,"holding; agreement"',
      '',
    ].join('\r\n'),
  );
});

test('a spreadsheet reads back as many rows as there are figures that are not the name of their row', () => {
  const document = aRichDocument();
  const [header, ...rows] = recordsOf(csvReport(document));
  const figures = figuresOf(document).filter(
    ({ item, figure }) => !('value' in figure.cell) || figure.cell.value !== item,
  );
  expect(header).toEqual(CSV_COLUMNS);
  expect(rows).toHaveLength(figures.length);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([CSV_COLUMNS.length]));
});

test('any text comes back from a file as it is shown, at most behind an apostrophe', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (texts) => {
      const [record] = recordsOf(`${texts.map(csvText).join(',')}\r\n`);
      expect(record?.map((field) => field.replace(/^'/, ''))).toEqual(
        texts.map((t) => visibleText(t).replace(/^'/, '')),
      );
    }),
  );
});

test('no text begins like a formula', () => {
  fc.assert(
    fc.property(fc.constantFrom(...'=+-@\t\r\0＝＋－＠'), fc.string(), (first, rest) => {
      expect(csvText(first + rest).replace(/^"/, '')).toMatch(/^'/);
    }),
  );
});

test('a negative amount is a number, and text that looks like one is text', () => {
  const sections = [aSection({ blocks: [{ kind: 'list', items: [[cents(-500), words('-5.00')]] }] })];
  const [, , amount, text] = recordsOf(csvReport(aDocument({ sections })));
  expect(amount?.[3]).toBe('-5.00');
  expect(text?.[3]).toBe("'-5.00");
});
