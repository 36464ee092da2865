import type { KeyFigure, Severity } from '../document/report-document.ts';
import { html } from './html-escape.ts';

/** The mail's colours by day. Each is also set as an attribute or inline, for programs that read no style sheet. */
export const COLORS = {
  page: '#eef2f5',
  paper: '#ffffff',
  ink: '#12283c',
  muted: '#566779',
  line: '#e1e7ed',
  card: '#f7f9fb',
  navy: '#123a5a',
  onNavy: '#ffffff',
  onNavySoft: '#c3d8e6',
  sea: '#147384',
  unknown: '#7a5b00',
} as const;

/** A severity's colour for its edge and badge, the text on the badge, and the ground of its card. */
export const SEVERITY_COLORS: Readonly<Record<Severity, { edge: string; text: string; ground: string }>> = {
  critical: { edge: '#b3261e', text: '#ffffff', ground: '#fdf4f3' },
  high: { edge: '#b75a09', text: '#ffffff', ground: '#ffffff' },
  medium: { edge: '#2c6a9b', text: '#ffffff', ground: '#ffffff' },
  low: { edge: '#5f7183', text: '#ffffff', ground: '#ffffff' },
};

/** A key figure's colour beside the word that says the same, and the class that lightens it in the dark. */
export const STATE_COLORS: Readonly<Record<KeyFigure['state'], { color: string; name: string }>> = {
  good: { color: '#0b6b4f', name: 'ok' },
  bad: { color: '#b3261e', name: 'no' },
  neutral: { color: COLORS.muted, name: 'm' },
  unknown: { color: COLORS.unknown, name: 'u' },
};

/** No name needs quotes, so that no quote has to be escaped in an attribute. */
export const FONT = 'font-family:-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica Neue,Arial,sans-serif';

/** Digits of one width, so that columns of figures line up. */
const TABULAR = 'font-variant-numeric:tabular-nums';

/**
 * Improvements over the inline styles, never needed to read the mail: more air and real columns where there is width,
 * darker paper where the reader asked for it.
 */
export const STYLE_SHEET = html`<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%}
b{font-weight:600}
sup,small,th,i{color:#566779;font-weight:400}
sup{font-size:10px;line-height:0;margin-left:1px}
small,th{font-size:12px;line-height:16px}
h3{font-weight:600}
th{font-weight:500;padding:0 0 6px 12px}
.t td{padding:6px 0 6px 12px}
td.a,th.a{padding-left:0!important}
em{color:#7a5b00;font-weight:400}
i{clear:left;font-style:normal}
.d b{color:#12283c}
.d p{margin:0 0 8px}
li{margin:0 0 6px}
table{border-collapse:collapse;${TABULAR};mso-table-lspace:0;mso-table-rspace:0}
tr{vertical-align:top}
@media (min-width:600px){
.pg{padding:32px 12px!important}
.pp{border-radius:10px!important}
.px{padding-left:40px!important;padding-right:40px!important}
.th{display:table-row!important}
.f td{display:table-cell!important;padding:6px 0 6px 12px!important}
td.a{padding-left:0!important}
.tl{text-align:left!important}
i{display:none!important}
}
@media (prefers-color-scheme:dark){
.b{background:#0a141d!important}
.p{background:#101e2b!important}
.i,.d b{color:#e8eef4!important}
.m,sup,small,th,i{color:#a3b4c5!important}
.p td,.p tr,.p h2{border-top-color:#2a3c4e!important;border-right-color:#2a3c4e!important;border-bottom-color:#2a3c4e!important}
.c{background:#152737!important;border-color:#2a3c4e!important}
.r{background:#2a1a1c!important}
.u,em{color:#e6c15c!important}
.no{color:#ff9a8f!important}
.ok{color:#6fd3ac!important}
.s{color:#7cc9d8!important}
}
</style>
<!--[if mso]><style>body,table,td,th,p,h1,h2,h3,div,span,a{font-family:"Segoe UI",Arial,sans-serif!important}.px{padding-left:32px!important;padding-right:32px!important}.pg{padding:24px 0!important}i{display:none;mso-hide:all}.tl{text-align:left}.t td,.f td{border-top:1px solid #e1e7ed}</style><![endif]-->`;
