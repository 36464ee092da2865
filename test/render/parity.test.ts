import { describe, expect, test } from 'vitest';
import type { ReportDocument } from '../../shared/reports/document/report-document.ts';
import { figuresOf } from '../../shared/reports/render/figures.ts';
import { formatCell } from '../../shared/reports/render/format.ts';
import { renderings } from '../../shared/reports/render/rendering.ts';
import { visibleText } from '../../shared/reports/render/visible-text.ts';
import { aRichDocument, letterhead } from './a-document.ts';
import { numbersIn, wordsOfHtml } from './a-reader.ts';

const document = aRichDocument();
const { html, txt, md } = renderings(document, letterhead);
const htmlWords = wordsOfHtml(html.body);
const textWords = txt.body.replace(/\s+/g, ' ');

/** A document's figures as a reader meets them, each in its sentence or in its table. */
function shown(of: ReportDocument): readonly string[] {
  const tables = new Set(
    of.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? [...block.rows, block.totals ?? []].flat() : [])),
    ),
  );
  return figuresOf(of).map(({ figure }) =>
    visibleText(formatCell(figure.cell, tables.has(figure) ? 'table' : 'sentence')),
  );
}

/** The first figure that does not follow the ones before it. */
function firstMissing(text: string, figures: readonly string[]): string | undefined {
  let from = 0;
  return figures.find((figure) => {
    const found = text.indexOf(figure, from);
    from = found + figure.length;
    return found < 0;
  });
}

describe('mail and text say the same', () => {
  test('the sample holds figures enough to be worth comparing', () => {
    expect(shown(document).length).toBeGreaterThan(100);
    expect(new Set(figuresOf(document).map(({ figure }) => figure.cell.kind)).size).toBe(9);
  });

  test('the HTML shows every figure, in order', () => {
    expect(firstMissing(htmlWords, shown(document))).toBeUndefined();
  });

  test('the text shows every figure, in order, but for names broken over lines', () => {
    const figures = shown(document).filter((figure) => figure.length <= 72);
    expect(firstMissing(textWords, figures)).toBeUndefined();
  });

  test('no number stands in one that is not in the other', () => {
    expect([...numbersIn(htmlWords)].sort()).toEqual([...numbersIn(textWords)].sort());
  });

  test('the Markdown has the same numbers too', () => {
    const plain = md.body.replaceAll('\\', '');
    expect([...numbersIn(textWords)].filter((number) => !numbersIn(plain).has(number))).toEqual([]);
  });
});
