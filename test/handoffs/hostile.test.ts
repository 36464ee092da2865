import { describe, expect, it } from 'vitest';
import { readHandoff } from '../../shared/handoffs/handoff-document.ts';
import { KEY_PEOPLE, namesIn, problemsOf, reading } from './a-document.ts';

describe('front matter', () => {
  it('in another language is not run, and not read', () => {
    const result = readHandoff('x.md', '---js\nglobalThis.wasRun = true\n---\n');
    expect(problemsOf(result)).toEqual([expect.stringMatching(/^1: expected --- alone .* nothing here is run$/)]);
    expect('wasRun' in globalThis).toBe(false);
  });

  it.each([
    ['a tag', 'name: !!js/function "function () {}"', 3],
    ['a reference', 'name: *anchor', 3],
    ['a list', 'name: [a, b]', 3],
    ['the same key twice', 'entity: qos', 3],
    ['a prototype', '__proto__: x', 3],
  ])('with %s is named by its line', (_, line, at) => {
    const result = readHandoff('x.md', `---\nentity: jada\n${line}\n---\n`);
    expect(result.problems[0]?.line).toBe(at);
  });

  it('that never ends, or is a book, is refused', () => {
    expect(problemsOf(readHandoff('x.md', '---\nentity: jada\n'))).toEqual([
      '1: expected a second line of --- where the front matter ends',
    ]);
    expect(problemsOf(readHandoff('x.md', `---\nentity: jada\nname: ${'a'.repeat(5_000)}\n---\n`))[0]).toMatch(/^1: /);
  });

  it('keeps control characters out of names', () => {
    const result = readHandoff('x.md', '---\nentity: jada\nname: JA\u202eDA\n---\n');
    expect(problemsOf(result)).toContain('3: expected printable text; U+202E stands in this line');
  });
});

describe('a row', () => {
  const row = (cell: string) => reading(...KEY_PEOPLE, `| ${cell} | yes |`, '| Mate | no |');

  it.each([
    ['HTML', '<img src=x onerror=alert(1)>Captain', 'expected plain Markdown; HTML is not read'],
    ['a script', '<script>alert(1)</script>', 'expected plain Markdown; HTML is not read'],
    ['a link that runs', '[Captain](javascript:alert(1))', 'expected a link to https, http or mailto'],
    ['one in capitals', '[Captain](JaVaScRiPt:alert(1))', 'expected a link to https, http or mailto'],
    ['a data link', '![Captain](data:text/html;base64,AAAA)', 'expected a link to https, http or mailto'],
    ['a bell', 'Cap\u0007tain', 'expected printable text; U+0007 stands in this line'],
    ['text turned around', 'Cap\u202etain', 'expected printable text; U+202E stands in this line'],
    ['a name too long for a line', 'C'.repeat(121), 'Role: expected one line of text of 1 to 120 characters'],
  ])('with %s is named and left out; the next is read', (_, cell, message) => {
    const result = row(cell);
    expect(result.problems[0]).toMatchObject({ line: 8, message: expect.stringContaining(message) });
    expect(namesIn(result)).toEqual(['Mate']);
    expect(result.handoff?.incomplete.has('key-person')).toBe(true);
  });

  it('may have a link to a page, of which the words are read', () => {
    const result = row('[Captain](https://example.com/captain)');
    expect([result.problems, namesIn(result)]).toEqual([[], ['Captain', 'Mate']]);
  });

  it('that begins with = is text', () => {
    expect(namesIn(row('=HYPERLINK("x")'))).toEqual(['=HYPERLINK("x")', 'Mate']);
  });
});

describe('a document', () => {
  it('of a size nobody writes is refused before it is parsed', () => {
    const result = reading(...KEY_PEOPLE, ...Array.from({ length: 20_000 }, (_, i) => `| Role ${i} | yes |`));
    expect(result.handoff).toBeUndefined();
    expect(result.problems).toEqual([
      { line: expect.any(Number), message: expect.stringMatching(/at most 60000 characters/) },
    ]);
  });

  it('with a table that is too long is read as far as a table goes', () => {
    const result = reading(...KEY_PEOPLE, ...Array.from({ length: 203 }, (_, i) => `| Role ${i} | yes |`));
    expect(namesIn(result)).toHaveLength(200);
    expect(problemsOf(result)).toEqual(['208: expected at most 200 rows in a table; 3 from here on are not read']);
  });

  it('with a heading twice has the second named, and takes the first', () => {
    const result = reading(...KEY_PEOPLE, '| Mate | no |', '', ...KEY_PEOPLE, '| Captain | no |');
    expect(problemsOf(result)).toEqual(['10: expected the heading Key people once; it stands in line 4 too']);
    expect(namesIn(result)).toEqual(['Mate']);
  });

  it('with the same column twice, or a column nobody knows, says so', () => {
    const head = ['## Key people', '', '| Role | Role | Handoff on file | Salary |', '| --- | --- | --- | --- |'];
    const result = reading(...head, '| Mate | Mate | no | 1 |');
    expect(problemsOf(result)).toEqual([
      '6: expected the column Role once',
      '6: expected one of Role, Handoff on file, Transition, Successor, not the column "Salary"',
    ]);
    expect(namesIn(result)).toEqual(['Mate']);
  });

  it.each([
    ['quotes in quotes', '>'.repeat(50_000), 'expected at most 20 quotes and lists inside each other'],
    ['lists in lists', '- '.repeat(25_000), 'expected at most 20 quotes and lists inside each other'],
    ['emphasis in emphasis', '*a_ '.repeat(12_000), 'expected at most 2000 signs of emphasis in a document'],
  ])('made to keep a parser busy with %s is refused before it is parsed', (_, line, message) => {
    expect(reading('A sentence.', line)).toEqual({ problems: [{ line: 5, message }] });
  });

  it('may have a heading without a table, and is told', () => {
    expect(reading('> quoted', '', '## Services', '', 'none').problems).toEqual([
      { line: 6, section: 'Services', message: 'expected a table under Services' },
    ]);
  });
});
