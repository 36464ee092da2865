import { expect, test } from 'vitest';
import type {
  DefinitionLine,
  Figure,
  FindingLine,
  ReportDocument,
} from '../../shared/reports/document/report-document.ts';
import { FORMATS, renderings } from '../../shared/reports/render/rendering.ts';
import { definitions } from './a-definition.ts';
import { aDocument, aRichDocument, aSection, cents, day, letterhead, words } from './a-document.ts';
import { tagsOf, wordsOfHtml } from './a-reader.ts';

const rich = renderings(aRichDocument(), letterhead);
const [STYLES = ''] = /<style>[\s\S]*?<\/style>/.exec(rich.html.body) ?? [];
const bytes = (text: string) => Buffer.byteLength(text, 'utf8');

test('the same document gives the same bytes in every format', () => {
  expect(renderings(aRichDocument(), letterhead)).toEqual(rich);
  expect(Object.keys(rich).sort()).toEqual([...FORMATS].sort());
});

test('the HTML mail loads nothing and runs nothing', () => {
  const names = new Set(tagsOf(rich.html.body).map((tag) => tag.replace(/^<([a-z!]+\d?).*$/is, '$1')));
  for (const name of ['script', 'img', 'link', 'iframe', 'form', 'object', 'svg', 'base'])
    expect(names).not.toContain(name);
  expect(
    [...tagsOf(rich.html.body), STYLES].filter((markup) => /url\(|@import|src=|background=/i.test(markup)),
  ).toEqual([]);
  expect(rich.html.body.match(/https?:\/\/[^"<]+/g)).toEqual([
    'http://evil.example&quot;,&quot;Open&quot;)',
    'https://app.example.com/reports/ceo-report?run=r1&amp;v=2',
  ]);
});

test('the HTML mail begins, hidden, with what the inbox shows below the subject', () => {
  const [, body = ''] = rich.html.body.split('<body');
  expect(body.slice(0, 500)).toContain('mso-hide:all">…nothing is booked after the holidays.');
});

test('severity is a word, not only a colour', () => {
  const text = wordsOfHtml(rich.html.body);
  for (const word of ['Critical', 'High', 'Medium', 'Low', 'Needs attention', 'On track']) expect(text).toContain(word);
});

test('key figures point at their definitions, and marks at their legend', () => {
  const text = wordsOfHtml(rich.html.body);
  expect(text).toContain('Recognised revenue [1] $18,400.00');
  expect(text).toContain('[1] Recognised revenue: Revenue of charters whose guests are all ashore');
  expect(text).toContain('(e) entered by hand · (est.) estimated from an assumption · (t) a target.');
  expect(renderings(aDocument(), letterhead).txt.body).not.toContain('(e)');
});

test('a big report stays under 90 KB', () => {
  expect(bytes(rich.html.body)).toBeLessThan(60_000);
  expect(bytes(renderings(aBigDocument(13), letterhead).html.body)).toBeLessThan(90_000);
});

test('a report too big for a mail is cut in its tables and says so; the CSV has it all', () => {
  const { html, csv } = renderings(aBigDocument(400), letterhead);
  expect(bytes(html.body)).toBeLessThan(90_000);
  expect(wordsOfHtml(html.body)).toMatch(
    /Left out of this mail for its size: 3\d\d more rows\. The plain-text part of this mail and the report in the app have it all\./,
  );
  expect(wordsOfHtml(html.body)).toContain('In all');
  expect(csv.body.split('\r\n').length).toBeGreaterThan(400 * 5);
});

test('a report a little too big loses the receipts of its appendix first, and says where they are', () => {
  const { html, txt } = renderings(aBigDocument(13, 110), letterhead);
  const text = wordsOfHtml(html.body);
  expect(bytes(html.body)).toBeLessThan(90_000);
  expect(text).toContain('Left out of this mail for its size: the formula and source of each figure.');
  expect(text).not.toContain('more rows');
  expect(text).not.toContain('Formula:');
  expect(txt.body).toContain('Formula:');
});

test('however big the report, its findings, actions and key figures are in the mail', () => {
  const text = wordsOfHtml(renderings(aBigDocument(400), letterhead).html.body);
  const document = aBigDocument(400);
  for (const block of document.sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'findings') for (const { title } of block.findings) expect(text).toContain(title.slice(0, 30));
    if (block.kind === 'key-figures') for (const { label } of block.figures) expect(text).toContain(label);
    if (block.kind === 'actions') expect(text.match(/Due /g)?.length).toBeGreaterThanOrEqual(block.actions.length);
  }
  expect(text).toMatch(/Left out of this mail for its size: \d+ definitions\./);
});

test('the number of a definition is not repeated on every label of a stacked table', () => {
  const labels = rich.html.body.match(/<i style="[^>]*>.*?<\/i>/g) ?? [];
  expect(labels.length).toBeGreaterThan(0);
  expect(labels.filter((label) => label.includes('<sup>'))).toEqual([]);
});

test('on a phone a total has no label for a column that is not added up', () => {
  const columns = ['Sails in', 'Charters', 'Deposits', 'Price, tax included'].map((heading, at) => ({
    heading,
    align: at === 0 ? ('left' as const) : ('right' as const),
  }));
  const table = {
    kind: 'table' as const,
    caption: 'Deposits',
    columns,
    rows: [[words('Nov 2026, the long month'), cents(4), cents(426_840), cents(853_680)]],
    totals: [words('Together'), words(''), cents(426_840), words('')],
  };
  const document = { ...aRichDocument(), sections: [{ id: 'deposits', heading: 'Deposits', blocks: [table] }] };
  const { body } = renderings(document, { companyName: 'Harbor' }).html;
  const labels = body.slice(body.indexOf('Together')).match(/<i [^>]*>[^<]*/g) ?? [];
  expect(labels.map((label) => label.replace(/<[^>]*>/, ''))).toEqual(['Deposits ']);
});

/** All a CFO's report may hold: forty definitions, twenty findings and a long table beside the sample. */
function aBigDocument(rows: number, definitionCount = 27): ReportDocument {
  const document = aRichDocument();
  const many: DefinitionLine[] = Array.from({ length: definitionCount }, (_, at) => ({
    ...definitions()[at % 13]!,
    fact: `more-${at}`,
    formula: Array.from({ length: 12 }, (_, n) => `line ${at}.${n} of the journal`).join(' + '),
  })); // 13 lines
  const line = (name: string): Figure[] => [
    words(name),
    day('2026-11-23'),
    ...[1, 2, 3, 4].map((n) => cents(n * 123_456_7)),
  ];
  const finding: FindingLine = {
    id: 'more',
    severity: 'high',
    title: 'One more thing to mend before the month is over',
    category: 'Cash',
    gap: ['Short by ', cents(123_456), '.'],
    impact: ['It costs ', cents(99_900), ' a month.'],
    fix: 'Call the bank, then the bookkeeper.',
    owner: 'CFO',
  };
  return {
    ...document,
    sections: [
      ...document.sections,
      aSection({
        id: 'more',
        blocks: [
          {
            kind: 'table',
            caption: 'Cash by week',
            columns: ['Week', 'Begins', 'In', 'Out', 'Net', 'Balance'].map((heading, at) => ({
              heading,
              align: at < 2 ? 'left' : 'right',
            })),
            rows: Array.from({ length: rows }, (_, at) => line(`Week ${at + 1}`)),
            totals: line('In all'),
          },
          { kind: 'findings', findings: Array.from({ length: 8 }, (_, at) => ({ ...finding, id: `more-${at}` })) },
          { kind: 'definitions', definitions: many },
        ],
      }),
    ],
  };
}
