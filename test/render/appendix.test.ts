import { expect, test } from 'vitest';
import type { DefinitionLine } from '../../shared/reports/document/report-document.ts';
import { printedAppendix } from '../../shared/reports/render/appendix.ts';
import { definitionFinder, footnotesOf, noteFinder } from '../../shared/reports/render/footnotes.ts';
import { aDocument, aSection } from './a-document.ts';

const BY_AGE = { title: 'Receivables by age', definition: 'What customers owe, by age.' };
const line = (fact: string, given: Partial<DefinitionLine> = {}): DefinitionLine => ({
  fact,
  title: fact,
  definition: `What ${fact} is.`,
  formula: '',
  source: '',
  basis: '',
  ...given,
});
const documentOf = (...definitions: readonly DefinitionLine[]) =>
  aDocument({ sections: [aSection({ blocks: [{ kind: 'definitions', definitions }] })] });
const printed = (...definitions: readonly DefinitionLine[]) => printedAppendix(footnotesOf(documentOf(...definitions)));
const figureOf = (fact: string) => ({ cell: { kind: 'count', value: 1 }, fact }) as const;

test('figures of one family share a number and are told once', () => {
  const aged = [line('current', { family: BY_AGE }), line('old', { family: BY_AGE }), line('cash')];
  expect(printed(...aged).notes.map(({ number, title }) => [number, title])).toEqual([
    ['1', 'Receivables by age'],
    ['2', 'cash'],
  ]);
  const noteOf = noteFinder(footnotesOf(documentOf(...aged)));
  expect(['current@group', 'old@jada', 'cash@group'].map((fact) => noteOf(figureOf(fact)))).toEqual(['1', '1', '2']);
});

test('on a screen each figure of a family keeps its own meaning', () => {
  const find = definitionFinder(documentOf(line('current', { family: BY_AGE }), line('old', { family: BY_AGE })));
  expect(find(figureOf('old@group'))?.definition).toBe('What old is.');
});

test('what two notes share is told once, under a letter; what one says alone stands there', () => {
  const source = 'policy default: days past the due day, counted today';
  const { shared, notes } = printed(line('a', { source, formula: 'x + y' }), line('b', { source }));
  expect(shared).toEqual([{ letter: 'A', text: 'Days past the due day, counted today.' }]);
  expect(notes.map(({ receipt }) => receipt)).toEqual([['Formula: x + y', 'Source: A'], ['Source: A']]);
});

test('after Z comes AA', () => {
  const twice = Array.from({ length: 27 }, (_, at) => `a source of some length, number ${at}`);
  const lines = [...twice, ...twice].map((source, at) => line(`f${at}`, { source }));
  expect(
    printed(...lines)
      .shared.map(({ letter }) => letter)
      .slice(24),
  ).toEqual(['Y', 'Z', 'AA']);
});

test('the kinds of record and the assumption stand with their figure; which records they are is shown elsewhere', () => {
  const { notes, closing } = printed(
    line('a', { basis: 'journal entries of JADA, 2026-09 to 2026-11; fixed costs of JADA; assumed: nothing; is lost' }),
    line('b', { basis: 'journal entries of Queen of San Diego up to 2026-11' }),
    line('c', { basis: 'not known yet' }),
  );
  expect(notes.map(({ receipt }) => receipt)).toEqual([
    ['Records: journal entries and fixed costs', 'Assumed: nothing; is lost'],
    ['Records: journal entries'],
    [],
  ]);
  expect(closing).toEqual([expect.stringMatching(/^The reports tab shows behind each figure which records these are/)]);
});
