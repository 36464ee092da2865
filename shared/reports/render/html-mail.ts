import type { ChartBlock, ReportDocument } from '../document/report-document.ts';
import { abridged, ROOMS_TRIED } from './abridged.ts';
import { footnotesOf, noteFinder } from './footnotes.ts';
import { htmlSection } from './html-blocks.ts';
import type { Picture } from './html-charts.ts';
import type { Html } from './html-escape.ts';
import { html, markup, NO_HTML } from './html-escape.ts';
import { htmlSentence } from './html-sentence.ts';
import type { Letterhead } from './letterhead.ts';
import { headingOf, linkOf } from './letterhead.ts';
import { COLORS, FONT, STYLE_SHEET } from './mail-styles.ts';
import type { NoteOf } from './sentence.ts';
import { inboxLines } from './subject.ts';
import { legendOf } from './wording.ts';

/** Gmail cuts a mail at 102 KB, pictures not counted; this leaves room for what transfer adds to it. */
export const MAIL_LIMIT_BYTES = 90_000;

/**
 * The report as an HTML mail: tables and inline styles, nothing loaded from elsewhere, no script, readable at 320 pixels,
 * without its style sheet and without its pictures. Only when it would pass its limit is it abridged, the appendix first, and says so.
 */
export function htmlMail(
  document: ReportDocument,
  letterhead: Letterhead,
  pictures: ReadonlyMap<ChartBlock, Picture> = new Map(),
): string {
  const inPictures = [...pictures.values()].reduce((sum, { src }) => sum + src.length, 0);
  let mail = wholeMail(document, letterhead, pictures);
  for (const room of ROOMS_TRIED) {
    if (sizeBytes(mail) - inPictures <= MAIL_LIMIT_BYTES) break;
    mail = wholeMail(abridged(document, room), letterhead, pictures);
  }
  return mail;
}

/** Bytes of text as UTF-8. */
function sizeBytes(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    bytes += code < 0x800 || isHalf(code) ? 1 : 2;
  }
  return bytes;
}

/** Half of a character outside the basic plane, which takes four bytes in all. */
function isHalf(code: number): boolean {
  return code >= 0xd800 && code < 0xe000;
}

function wholeMail(
  document: ReportDocument,
  letterhead: Letterhead,
  pictures: ReadonlyMap<ChartBlock, Picture>,
): string {
  const footnotes = footnotesOf(document);
  const context = { footnotes, noteOf: noteFinder(footnotes), pictures };
  return markup(html`<!doctype html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="format-detection" content="telephone=no,date=no,address=no,email=no"><title>${document.title}</title>${STYLE_SHEET}</head>
<body class="b" bgcolor="${COLORS.page}" style="margin:0;padding:0;background:${COLORS.page}">
${preheader(inboxLines(document).preheader)}
<table class="b" width="100%" cellpadding="0" cellspacing="0" border="0" role="presentation" bgcolor="${COLORS.page}" style="width:100%;table-layout:fixed;background:${COLORS.page}"><tr><td class="pg" align="center" style="padding:0">
<!--[if mso]><table width="640" cellpadding="0" cellspacing="0" border="0" role="presentation"><tr><td><![endif]-->
<table class="p pp i" width="100%" cellpadding="0" cellspacing="0" border="0" role="presentation" bgcolor="${COLORS.paper}" style="width:100%;max-width:640px;table-layout:fixed;text-align:left;background:${COLORS.paper};color:${COLORS.ink};${FONT};font-size:15px;line-height:23px;overflow-wrap:break-word;word-wrap:break-word">
${head(document, letterhead, context.noteOf)}
${document.sections.map((section) => htmlSection(section, context))}
${foot(document, letterhead)}
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table></body></html>
`);
}

/** The line an inbox shows under the subject, and blanks that keep the mail's first words from running into it. */
function preheader(line: string): Html {
  const blanks = html`${Array.from({ length: 40 }, () => html`&#847; &zwnj; `)}`;
  return html`<div style="display:none;max-height:0;max-width:0;overflow:hidden;font-size:1px;line-height:1px;color:${COLORS.page};mso-hide:all">${line}${blanks}</div>`;
}

/** The letterhead, the same by day and by night; below it the headline, larger than all text after it. */
function head(document: ReportDocument, letterhead: Letterhead, noteOf: NoteOf): Html {
  const { company, title, period, scope, asOf, nextDue } = headingOf(document, letterhead);
  const band = html`<tr><td class="px" bgcolor="${COLORS.navy}" style="padding:24px 20px 22px;background:${COLORS.navy};color:${COLORS.onNavy}">
<div style="font-size:13px;line-height:18px;letter-spacing:.03em;color:${COLORS.onNavySoft}"><b>${company}</b></div>
<h1 style="margin:6px 0 8px;font-size:28px;line-height:34px;font-weight:700;letter-spacing:-.02em;color:${COLORS.onNavy}">${title}</h1>
<div style="font-size:15px;line-height:22px;color:${COLORS.onNavy}">${period} &nbsp;·&nbsp; ${scope}</div>
<div style="font-size:13px;line-height:20px;color:${COLORS.onNavySoft}">${asOf}${nextDue === undefined ? NO_HTML : html`<br>${nextDue}`}</div>
</td></tr><tr><td height="4" bgcolor="${COLORS.sea}" style="height:4px;background:${COLORS.sea};font-size:0;line-height:0">&nbsp;</td></tr>`;
  if (document.headline.length === 0) return band;
  return html`${band}
<tr><td class="px" style="padding:24px 20px 24px"><p style="margin:0;font-size:19px;line-height:28px">${htmlSentence(document.headline, noteOf)}</p></td></tr>`;
}

function foot(document: ReportDocument, letterhead: Letterhead): Html {
  const legend = legendOf(document);
  const link = linkOf(letterhead);
  return html`<tr><td class="px c" bgcolor="${COLORS.card}" style="padding:20px 20px 24px;background:${COLORS.card};border-top:1px solid ${COLORS.line};font-size:12px;line-height:18px"><div class="m" style="color:${COLORS.muted}">
${legend === undefined ? NO_HTML : html`<p style="margin:0 0 10px">${legend}</p>`}
${link === undefined ? NO_HTML : html`<p style="margin:0 0 10px;font-size:14px"><a class="s" href="${link.url}" style="color:${COLORS.sea};font-weight:600">${link.label}</a></p>`}
${letterhead.footer === undefined ? NO_HTML : html`<p style="margin:0">${letterhead.footer}</p>`}
</div></td></tr>`;
}
