import type { ActionLine, FindingLine, Span } from '../document/report-document.ts';
import { formatCount } from './format.ts';
import type { Html } from './html-escape.ts';
import { html, NO_HTML } from './html-escape.ts';
import { htmlSentence, htmlUnbroken } from './html-sentence.ts';
import { COLORS, SEVERITY_COLORS } from './mail-styles.ts';
import type { NoteOf } from './sentence.ts';
import { actionWeight, dueText, SEVERITY_WORDS } from './wording.ts';

/** Findings as cards with a coloured edge and the severity in a word; critical ones on tinted ground. */
export function htmlFindings(findings: readonly FindingLine[], noteOf: NoteOf): Html {
  const gap = html`<tr><td height="10" style="font-size:0;line-height:0">&nbsp;</td></tr>`;
  return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" role="presentation" style="table-layout:fixed;border-collapse:separate;font-size:14px;line-height:21px">${findings.map((finding, at) => html`${at === 0 ? NO_HTML : gap}${findingCard(finding, noteOf)}`)}</table>`;
}

/** The agenda: rank, what to do and why, and who by when, which on a phone stands under it. */
export function htmlActions(actions: readonly ActionLine[]): Html {
  return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="font-size:14px;line-height:20px">${actions.map(agendaRow)}</table>`;
}

function findingCard(finding: FindingLine, noteOf: NoteOf): Html {
  const { edge, text, ground } = SEVERITY_COLORS[finding.severity];
  const tint = finding.severity === 'critical' ? 'r' : 'p';
  return html`<tr><td class="${tint}" bgcolor="${ground}" style="border:1px solid ${COLORS.line};border-left:4px solid ${edge};border-radius:6px;padding:12px 16px 13px">
<div class="m" style="font-size:12px;line-height:18px;color:${COLORS.muted}"><b style="background:${edge};color:${text};border-radius:8px;padding:1px 8px">${SEVERITY_WORDS[finding.severity]}</b>&nbsp; ${finding.category}</div>
<h3 style="margin:5px 0 6px;font-size:16px;line-height:22px">${finding.title}</h3>
${line('Gap', htmlSentence(finding.gap, noteOf), finding.gap)}${line('Impact', htmlSentence(finding.impact, noteOf), finding.impact)}${line('Fix', html`${finding.fix}`, [finding.fix])}${line('Owner', html`<b>${finding.owner}</b>`, [finding.owner])}</td></tr>`;
}

function line(label: string, text: Html, spans: readonly Span[]): Html {
  if (spans.length === 0) return NO_HTML;
  return html`<div style="margin-top:3px"><small>${label}:</small> ${text}</div>`;
}

function agendaRow(action: ActionLine, at: number): Html {
  const edge = at === 0 ? '0' : `1px solid ${COLORS.line}`;
  return html`<tr valign="top"><td class="s" width="30" style="padding:12px 0;border-top:${edge};color:${COLORS.sea}"><b>${formatCount(action.rank)}.</b></td>
<td style="padding:12px 0;border-top:${edge}"><b>${action.title}</b>
<div class="m" style="font-size:13px;margin:1px 0 4px;color:${COLORS.muted}">${action.because}</div>
<div style="font-size:13px"><b>${action.owner}</b> &nbsp;·&nbsp; ${htmlUnbroken(dueText(action))} &nbsp;·&nbsp; <span style="color:${SEVERITY_COLORS[action.severity].edge}">&#9679;</span>&nbsp;${htmlUnbroken(actionWeight(action))}</div></td></tr>`;
}
