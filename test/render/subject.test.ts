import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../shared/reports/document/report-document.ts';
import { inboxLines } from '../../shared/reports/render/subject.ts';
import { aDocument, aSection, cents, count } from './a-document.ts';

const lines = (...headline: readonly Span[]) => inboxLines(aDocument({ headline }));

describe('what an inbox shows', () => {
  test.each<[string, readonly Span[], string, string]>([
    [
      'a headline of two sentences gives the first to the subject, the second to the line below',
      ['Below break-even. For ', count(3), ' full months in a row fewer charters sailed than needed.'],
      'CEO report, Nov 1–21, 2026: Below break-even',
      'For 3 full months in a row fewer charters sailed than needed.',
    ],
    [
      'a long sentence is cut between words and goes on below',
      ['One channel brought nearly all revenue of the quarter and nobody answers its messages.'],
      'CEO report, Nov 1–21, 2026: One channel brought nearly all revenue of…',
      '…the quarter and nobody answers its messages.',
    ],
    [
      'a figure is never cut: it goes below whole',
      ['The money of the guests was used ', { cell: { kind: 'minutes', value: 80 } }, ' ago by somebody'],
      'CEO report, Nov 1–21, 2026: The money of the guests was used…',
      '…1 h 20 min ago by somebody',
    ],
    [
      'a sentence only a little too long is told whole',
      ['A campaign bounced or was called spam too often: ', { cell: { kind: 'text', value: 'Autumn' } }, ' bounced.'],
      'CEO report, Nov 1–21, 2026: A campaign bounced or was called spam too often',
      'Autumn bounced.',
    ],
    [
      'what follows a colon or a semicolon begins below as a sentence does',
      ['The reserve is below its floor; free cash covers less than six months of the fixed cost.'],
      'CEO report, Nov 1–21, 2026: The reserve is below its floor',
      'Free cash covers less than six months of the fixed cost.',
    ],
    [
      'a sentence too long is cut at the end of a clause rather than after half of the next',
      [count(2), ' critical security items are open, one for 36 days; the audit of the group is not complete.'],
      'CEO report, Nov 1–21, 2026: 2 critical security items are open…',
      '…one for 36 days; the audit of the group is not complete.',
    ],
    [
      'a single word says nothing: the whole headline stands below',
      ['Contribution-in-all ', { cell: { kind: 'text', value: 'x'.repeat(60) } }],
      'CEO report, Nov 1–21, 2026',
      `Contribution-in-all ${'x'.repeat(60)}`,
    ],
    [
      'where no more than a scrap would fit the whole headline stands below',
      ['Un', { cell: { kind: 'text', value: 'x'.repeat(60) } }],
      'CEO report, Nov 1–21, 2026',
      `Un${'x'.repeat(60)}`,
    ],
  ])('%s', (_, headline, subject, preheader) => {
    expect(lines(...headline)).toEqual({ subject, preheader });
  });

  test('a headline that fits is told whole, and the line below goes on with the first figures', () => {
    const section = aSection({
      blocks: [
        {
          kind: 'key-figures',
          figures: [
            { label: 'Revenue', figure: cents(1_840_000), state: 'bad' },
            { label: 'Charters sailed', figure: count(17), state: 'neutral' },
          ],
        },
      ],
    });
    expect(
      inboxLines(aDocument({ headline: ['Revenue is ', cents(2_160_000), ' short.'], sections: [section] })),
    ).toEqual({
      subject: 'CEO report, Nov 1–21, 2026: Revenue is $21,600.00 short.',
      preheader: 'Revenue $18,400.00 · Charters sailed 17',
    });
    expect(inboxLines(aDocument({ headline: [] }))).toEqual({
      subject: 'CEO report, Nov 1–21, 2026',
      preheader: '',
    });
  });

  test('no subject is longer than 78 characters unless title and period are, and none than 150', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 0, max: 90 }),
        (headline, length) => {
          const title = 'Report '.repeat(Math.ceil(length / 7)).slice(0, length);
          const { subject } = inboxLines(aDocument({ title, headline: [headline] }));
          expect(subject.length).toBeLessThanOrEqual(length + 16 > 70 ? 150 : 78);
          expect(subject.isWellFormed()).toBe(true);
        },
      ),
    );
  });

  test('nothing of a headline is said twice and nothing is lost', () => {
    const words = fc.array(fc.constantFrom('sea', 'harbor', 'captain.', 'a', 'charters,', 'revenue'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, (list) => {
        const headline = list.join(' ');
        const { subject, preheader } = lines(headline);
        const said = subject.slice('CEO report, Nov 1–21, 2026'.length).replace(/^: /, '');
        const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
        expect(letters(said + preheader)).toBe(letters(headline));
      }),
    );
  });
});
