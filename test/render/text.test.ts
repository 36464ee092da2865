import { expect, test } from 'vitest';
import { textReport } from '../../shared/reports/render/text.ts';
import { visibleText } from '../../shared/reports/render/visible-text.ts';
import { aDocument, aRichDocument, aSection, cents, letterhead, words } from './a-document.ts';

test('no line is wider than 72 columns, but for an address', () => {
  const wide = textReport(aRichDocument(), letterhead)
    .split('\n')
    .filter((line) => [...line].length > 72);
  expect(wide.filter((line) => !line.startsWith('https://'))).toEqual([]);
});

test('a small report, whole', () => {
  const document = aDocument({
    nextDue: '2026-12-01',
    sections: [
      aSection({
        heading: 'Revenue',
        blocks: [
          {
            kind: 'table',
            caption: 'By company',
            columns: [
              { heading: 'Company', align: 'left' },
              { heading: 'Revenue', align: 'right' },
            ],
            rows: [
              [words('JADA'), cents(1_240_000)],
              [words('Queen of San Diego'), cents(-5_000, 'refunds@qos', 'estimated')],
            ],
            totals: [words('Both'), cents(1_235_000)],
          },
        ],
      }),
    ],
  });
  expect(textReport(document, { companyName: 'Ship Captain Crew' })).toBe(
    `Ship Captain Crew
CEO report
==========
November 1–21, 2026 · All companies
As of Nov 21, 2026, 12:00 PM PST
Next issue Tue, Dec 1, 2026

Revenue is $21,600.00 below plan.

Revenue
-------

By company

Company                    Revenue
----------------------------------
JADA                    $12,400.00
Queen of San Diego  (est.) −$50.00
----------------------------------
Both                    $12,350.00

------------------------------------------------------------------------

(est.) estimated from an assumption. Figures without a mark were counted
from records.
`,
  );
});

test.each([
  ['a\u202eb', 'a[U+202E]b'],
  ['a\u200bb', 'a[U+200B]b'],
  ['a\r\nb\tc', 'a b c'],
  ['a\u0000\u001b\u009bb', 'ab'],
  ['👨‍✈️ captain', '👨‍✈️ captain'],
  ['a\u200db', 'a[U+200D]b'],
  ['\u{e0041}', '[U+E0041]'],
  ['naïve — “quoted” 日本', 'naïve — “quoted” 日本'],
])('%j is shown as %s', (text, shown) => {
  expect(visibleText(text)).toBe(shown);
});

test('what Unicode calls ignorable or a control is never shown as it is, and every other sign below U+3000 is', () => {
  const unseen = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zl}\p{Zp}]$/u;
  const signs = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code));
  const hidden = signs.filter((sign) => unseen.test(sign));
  expect(hidden).toHaveLength(105); // 65 controls, 2 separators, 38 ignorable
  for (const sign of hidden) expect(visibleText(`a ${sign}b`)).not.toContain(sign);
  for (const sign of signs)
    if (!unseen.test(sign) && sign !== '\u00a0') expect(visibleText(`a${sign}b`)).toBe(`a${sign}b`);
});
