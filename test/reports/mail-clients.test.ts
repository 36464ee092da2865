import { doIUseEmail } from '@jsx-email/doiuse-email';
import { describe, expect, test } from 'vitest';
import { illustratedRenderings, mailParts } from '../../lambda/reports/illustrated.ts';
import { compose } from '../../shared/reports/compose.ts';
import { REPORTS } from '../../shared/reports/personas/catalog.ts';
import { renderings } from '../../shared/reports/render/rendering.ts';
import { NOVEMBER_TO_DATE } from '../facts/a-snapshot.ts';
import { aCompany, aCompletedCharter } from '../personas/a-company.ts';
import { withOtherBusinesses } from '../personas/other-businesses.ts';
import { aRichDocument, letterhead } from '../render/a-document.ts';

const CLIENTS = ['gmail.*', 'outlook.windows', 'outlook.macos', 'apple-mail.*', 'yahoo.*'];

/** What some mail programs leave out, and why a reader there misses nothing. Everything else must be known to all. */
const DEGRADES: Readonly<Record<string, string>> = {
  '@media':
    'Outlook for Windows and Gmail on the mobile web keep the narrow day layout, which is complete; Outlook gets its own sheet',
  'Type selector': 'Gmail on the mobile web reads no style sheet: small print is as large as the rest',
  'Class selector': 'the same: every colour and size that matters is inline',
  'Descendant combinator': 'the same',
  '<body> element': 'replaced by a box; the table inside has the same ground',
  'display:none': 'Gmail on the mobile web: the preheader is one pixel high in the colour of the page',
  overflow: 'part of hiding the preheader, which other means hide too',
  'table-layout': 'Outlook for Windows sizes columns by their content, which is short',
  'overflow-wrap': 'word-wrap beside it says the same in the older word',
  'word-break': 'a name of more than twenty letters without a space may widen its column',
  'border-radius': 'corners are square',
  float: 'only labels of narrow layouts float; Outlook for Windows does not show them',
  'white-space': 'Outlook for Windows may break a line behind a minus sign',
};

const company = withOtherBusinesses(aCompany(aCompletedCharter()));
const mails = [
  ...REPORTS.map(({ id }) => {
    const entityIds = id === 'charter-debrief' ? ['jada'] : ['dc', 'jada', 'qdn', 'qos', 'house', 'boats'];
    return [id, compose(id, company, entityIds, NOVEMBER_TO_DATE, 'Harbor Group')] as const;
  }),
  ['sample of every kind of block', aRichDocument()] as const,
];

/** Each unsupported feature with the programs that do not support it. */
function unsupportedIn(html: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const verdict = doIUseEmail(html, { emailClients: CLIENTS });
  for (const error of verdict.success ? [] : verdict.errors) {
    const [, feature = error, client = ''] = /^`(.+)` is not supported by `(.+)`$/.exec(error) ?? [];
    found.set(feature, (found.get(feature) ?? new Set()).add(client));
  }
  return found;
}

describe('in Gmail, Outlook, Apple Mail and Yahoo', () => {
  test.each(mails)('the mail of %s uses only what is supported or may be left out', async (_, document) => {
    const page = await illustratedRenderings(document, letterhead);
    const { html } = mailParts(document, page.html.body, page.txt.body);
    expect([...unsupportedIn(html).keys()].filter((feature) => !(feature in DEGRADES))).toEqual([]);
  });

  test('nothing is excused that no mail uses', () => {
    const used = new Set(
      mails.flatMap(([, document]) => [...unsupportedIn(renderings(document, letterhead).html.body).keys()]),
    );
    expect(Object.keys(DEGRADES).filter((feature) => !used.has(feature))).toEqual([]);
  });

  test('what no program shows would be seen', () => {
    expect([...unsupportedIn('<p style="display:grid;position:absolute">x</p>').keys()].sort()).toEqual([
      'display:grid',
      'position',
    ]);
  });

  test('Outlook for Windows gets a table of fixed width and a sheet of its own', () => {
    for (const [, document] of mails) {
      const { body } = renderings(document, letterhead).html;
      expect(body).toContain('<!--[if mso]><table width="640"');
      expect(body).toContain('<!--[if mso]><style>');
    }
  });
});
