import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { messageBytes } from '../../lambda/mail/message.ts';
import { chartImage } from '../../lambda/reports/chart-image.ts';
import { illustratedRenderings, mailParts } from '../../lambda/reports/illustrated.ts';
import { compose } from '../../shared/reports/compose.ts';
import { figuresOf } from '../../shared/reports/render/figures.ts';
import { formatCell } from '../../shared/reports/render/format.ts';
import { renderings } from '../../shared/reports/render/rendering.ts';
import { inboxLines } from '../../shared/reports/render/subject.ts';
import { NOVEMBER_TO_DATE } from '../facts/a-snapshot.ts';
import { aMessage } from '../mail/a-message.ts';
import { aCompany } from '../personas/a-company.ts';
import { SAMPLE_CHARTS } from '../render/a-chart.ts';
import { letterhead } from '../render/a-document.ts';
import { numbersIn, tagsOf, wordsOfHtml } from '../render/a-reader.ts';

const document = compose('ceo', aCompany(), ['dc', 'jada', 'qdn', 'qos'], NOVEMBER_TO_DATE, 'Harbor Group');

/** The page as it is archived, and the mail made of it. */
async function pageAndMail() {
  const page = await illustratedRenderings(document, letterhead);
  return { page, mail: mailParts(document, page.html.body, page.txt.body) };
}

/** Width and height as the PNG's own header says them (RFC 2083, section 4.1.1). */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

describe('a picture of a chart', () => {
  test('is a PNG with two dots for each pixel it is shown at, the same bytes each time', async () => {
    for (const chart of SAMPLE_CHARTS) {
      const { png, width, height } = await chartImage(chart);
      expect([...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
      expect(width).toBe(560);
      const [dotsWide, dotsHigh] = sizeOf(png);
      expect(dotsWide).toBe(1_120);
      expect(Math.abs(dotsHigh - height * 2)).toBeLessThanOrEqual(2);
      expect((await chartImage(structuredClone(chart))).png).toEqual(png);
      expect(png.length).toBeLessThan(80_000);
    }
  });
});

describe('the mail of a report with charts', () => {
  test('holds every picture its HTML names, and names every picture it holds', async () => {
    const { subject } = inboxLines(document);
    const bytes = await messageBytes(aMessage({ subject, ...(await pageAndMail()).mail }));
    const read = await new PostalMime().parse(bytes);
    const named = [...(read.html ?? '').matchAll(/src="cid:([^"]+)"/g)].map((match) => `<${match[1]}>`);
    expect(named).toEqual(read.attachments.map(({ contentId }) => contentId));
    expect(named).toEqual(['<chart-1.revenue-against-target>', '<chart-2.findings-by-severity>']);
    expect(read.subject).toBe('CEO report, Nov 1–21, 2026: Below break-even');
    expect(bytes.length).toBeLessThan(450_000);
  });

  test('shows every figure in HTML and in text, in order, beside its pictures', async () => {
    const { html, text } = (await pageAndMail()).mail;
    const seen = [wordsOfHtml(html), text.replace(/\s+/g, ' ')];
    const charts = document.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'chart'));
    const known = charts
      .flatMap(({ points }) => points.flatMap(({ values }) => values))
      .filter(({ cell }) => cell.kind !== 'unknown');
    expect(known.length).toBeGreaterThan(6);
    for (const words of seen) {
      for (const { figure } of figuresOf(document)) {
        const said = formatCell(figure.cell, 'table');
        if (figure.cell.kind !== 'unknown' && said.length <= 40) expect(words).toContain(said);
      }
    }
    const [inHtml, inText] = seen.map((words) => [...numbersIn(words)].sort());
    expect(inHtml).toEqual(inText);
  });

  test('says every figure of a picture in its place for those who do not see it', async () => {
    const { html } = (await pageAndMail()).mail;
    const [first = ''] = html.match(/<img [^>]*>/g) ?? [];
    expect(first).toMatch(
      /width="560" height="\d+" alt="Revenue against target by month\. .*Nov: revenue \$8,898\.00, target \$20,000\.00 \(t\)\./,
    );
    expect(first).not.toContain('alt=""');
  });

  test('has HTML below 90,000 bytes', async () => {
    const { html } = (await pageAndMail()).mail;
    expect(Buffer.byteLength(html)).toBeLessThan(90_000);
  });
});

describe('the archived page of a report with charts', () => {
  test('brings its pictures with it and loads nothing', async () => {
    const { html } = await illustratedRenderings(document, letterhead);
    const images = tagsOf(html.body).filter((tag) => tag.startsWith('<img'));
    expect(images).toHaveLength(2);
    for (const tag of images) expect(tag).toMatch(/ src="data:image\/png;base64,iVBORw0KGgo/);
    expect(html.body).not.toMatch(/cid:|@import|url\(/);
  });

  test('is the mail but for where its pictures lie, and the other formats are the same without pictures', async () => {
    const { page, mail } = await pageAndMail();
    const charts = document.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'chart'));
    const images = await Promise.all(charts.map(chartImage));
    const pictures = new Map(
      charts.map((chart, at) => {
        const { width, height } = images[at]!; // one for each chart
        return [chart, { src: `cid:chart-${at + 1}.${chart.chart}`, width, height }];
      }),
    );
    const bare = renderings(document, letterhead, pictures);
    expect(mail.html).toBe(bare.html.body);
    expect(mail.text).toBe(bare.txt.body);
    expect(mail.images.map(({ png }) => [...png])).toEqual(images.map(({ png }) => [...png]));
    for (const format of ['txt', 'md', 'csv', 'json'] as const) expect(page[format]).toEqual(bare[format]);
  });

  test('a page that shows other pictures than the document has charts is never mailed', async () => {
    const { page } = await pageAndMail();
    const fewer = page.html.body.replace(/<img [^>]*>/, '');
    expect(() => mailParts(document, fewer, page.txt.body)).toThrow('shows 1 pictures of 2 charts');
    expect(() => mailParts(document, `${page.html.body}<img src="data:image/png;base64,AA==">`, '')).toThrow('shows 3');
  });

  test('words of a record that look like a picture stay words', async () => {
    const forged = '<img src="data:image/png;base64,iVBORw0KGgo=">';
    const said = { ...document, headline: [forged] };
    const page = await illustratedRenderings(said, letterhead);
    const { html, images } = mailParts(said, page.html.body, page.txt.body);
    expect(images).toHaveLength(2);
    expect(html).toContain('&lt;img src=&quot;data:image/png;base64,iVBORw0KGgo=&quot;&gt;');
  });

  test('a picture from anywhere else is never shown', () => {
    const [chart] = document.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'chart'));
    for (const src of ['https://evil.example/a.png', 'data:image/svg+xml;base64,AAAA', 'data:text/html,x', '//x']) {
      const pictures = new Map([[chart!, { src, width: 560, height: 300 }]]); // the document has a chart
      expect(renderings(document, letterhead, pictures).html.body).not.toContain('<img');
    }
  });
});
