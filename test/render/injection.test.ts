import { describe, expect, test } from 'vitest';
import type { ReportDocument } from '../../shared/reports/document/report-document.ts';
import { renderings } from '../../shared/reports/render/rendering.ts';
import { inboxLines } from '../../shared/reports/render/subject.ts';
import { aDocument, aSection, cents, day, unknown, words } from './a-document.ts';
import { recordsOf, tagsOf } from './a-reader.ts';

const PAYLOADS = [
  '<script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '</td></tr></table><h1>Pay here</h1>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '" style="background:url(https://evil.example/x)',
  '<a href="javascript:alert(1)">open</a>',
  '[open](javascript:alert(1))',
  '![x](https://evil.example/pixel.png)',
  'https://evil.example/login www.evil.example pay@evil.example',
  '<!-- --><![endif]-->',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template marker that must stay data
  '${7*7} {{7*7}} {% raw %} <%= 7*7 %> #{7*7}',
  '&lt;script&gt; &#60;b&#62; &amp;',
  '=HYPERLINK("https://evil.example","Open")',
  "+1+cmd|' /C calc'!A0",
  '-2+3+cmd|calc',
  '@SUM(1+1)*cmd|calc',
  '＝1＋1',
  '\t=1+1',
  '\r=1+1',
  '\0=1+1',
  'line one\r\nBcc: victim@example.com\r\n\r\nbody',
  'invoice\u202egnp.exe',
  'pay\u200bpal \u2066left\u2069 \ufeffmark \u{e0041}tag',
  '\u001b[31mred\u001b[0m \u009b31m bell\u0007',
  '# Heading\n\n- item\n\n| a | b |\n| - | - |',
  '``` code ` fence ```',
  '**bold** _it_ ~~no~~ <b>raw</b> | cell | \\',
  '1. first',
  '===',
  '\ud800 lone surrogate',
] as const;

function hostile(text: string): ReportDocument {
  return aDocument({
    title: text,
    scope: { name: 'group', title: text, entityIds: ['jada'] },
    headline: [text, words(text), cents(1, text)],
    nextDue: text,
    sections: [
      aSection({
        heading: text,
        count: 1,
        blocks: [
          { kind: 'paragraph', spans: [text, unknown(text)] },
          {
            kind: 'key-figures',
            figures: [
              { label: text, figure: words(text), against: { label: text, figure: words(text) }, state: 'bad' },
            ],
          },
          {
            kind: 'table',
            caption: text,
            columns: [
              { heading: text, align: 'left' },
              { heading: text, align: 'right' },
              { heading: text, align: 'left' },
            ],
            rows: [[words(text), unknown(text), day('2026-11-21')]],
            totals: [words(text), cents(1, text), words(text)],
          },
          {
            kind: 'findings',
            findings: [
              {
                id: text,
                severity: 'critical',
                title: text,
                category: text,
                gap: [text],
                impact: [words(text)],
                fix: text,
                owner: text,
              },
            ],
          },
          {
            kind: 'actions',
            actions: [
              {
                rank: 1,
                title: text,
                owner: text,
                dueOn: aDocument().period.from,
                effort: 'S',
                severity: 'low',
                because: text,
              },
            ],
          },
          { kind: 'list', items: [[text]] },
          {
            kind: 'definitions',
            definitions: [{ fact: text, title: text, definition: text, formula: text, source: text, basis: text }],
          },
        ],
      }),
    ],
  });
}

const around = (text: string) => ({
  companyName: text,
  footer: text,
  link: { label: text, url: `https://app.example.com/"${text}` },
});
const harmless = renderings(hostile('harmless'), { companyName: 'harmless', footer: 'harmless' });

/** Tags without what stands in their styles and lengths; the same for a document of the same shape. */
const shapeOf = (html: string) => tagsOf(html).map((tag) => tag.replace(/ style="[^"<>]*"/, ''));

describe.each(PAYLOADS)('%j stays data', (payload) => {
  const { html, txt, md, csv, json } = renderings(hostile(payload), around(payload));

  test('in HTML there is no tag it brought, and every attribute is in quotes', () => {
    const plain = renderings(hostile('x'), { companyName: 'x', footer: 'x' }).html.body;
    // hostile text is long: a table too wide for a phone labels its values with <i>
    const kinds = new Set([...shapeOf(plain).map((tag) => tag.split(/[ >]/, 1)[0]), '<i']);
    for (const tag of tagsOf(html.body)) {
      expect(kinds, tag).toContain(tag.split(/[ >]/, 1)[0]);
      expect(tag).toMatch(/^<!doctype html>$|^<[a-z][a-z0-9]*( [a-z-]+="[^"<>]*")*>$/);
    }
    expect(html.body).not.toMatch(/<script|<img|<svg|<a\b/i);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(html.body).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\ufeff]/);
  });

  test('in text no control character, and no line it began', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(txt.body).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\ufeff]/);
    expect(txt.body).not.toMatch(/^Bcc:/m);
  });

  test('in Markdown no tag, link, picture, heading or table of its own', () => {
    const outsideCode = md.body.replace(/\\[!-/:-@[-`{-~]|(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, 'x');
    expect(outsideCode).not.toMatch(/<|\]\(|!\[|https?:|www\.|@/);
    expect(outsideCode.match(/^#+ .*/gm)).toHaveLength(harmless.md.body.match(/^#+ .*/gm)?.length ?? 0);
    const bars = (text: string) => text.match(/\|/g)?.length ?? 0;
    expect(bars(outsideCode)).toBe(bars(harmless.md.body));
    expect(outsideCode).not.toMatch(/^=+$/m);
  });

  test('in CSV no cell computes, and no row is added', () => {
    const records = recordsOf(csv.body);
    expect(records.filter((record) => record.length !== 8)).toEqual([]);
    for (const cell of records.flat().filter((text) => !/^-?\d/.test(text)))
      expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠\0]/);
  });

  test('in JSON it comes back as it was', () => {
    expect(JSON.parse(json.body).title).toBe(payload);
  });

  test('the subject is one line of at most 150 characters', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(inboxLines(hostile(payload)).subject).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/);
    expect(inboxLines(hostile(payload)).subject.length).toBeLessThanOrEqual(150);
  });
});

test('a link is printed only when it is a plain https address', () => {
  const linked = (url: string) =>
    renderings(aDocument(), { companyName: 'SCC', link: { label: 'Open', url } }).html.body.includes('href');
  expect(linked('https://app.example.com/reports?a=1&b=2')).toBe(true);
  for (const url of [
    'javascript:alert(1)',
    'http://app.example.com/',
    'https://user@evil.example/',
    'https://app.example.com/"onclick="x',
    '//evil.example/',
    'https://app.example.com\\@evil.example/',
    'data:text/html,x',
  ]) {
    expect(linked(url), url).toBe(false);
  }
});
