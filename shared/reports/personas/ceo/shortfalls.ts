import type { Block, Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import type { Finding } from '../../findings/finding.ts';
import { shortfallsIn, unjudgedIn } from '../../findings/finding.ts';
import { bySeverity } from '../../findings/ranking.ts';
import { severityChart } from '../charts.ts';
import { findingLine } from '../figures.ts';

const SHOWN = 8;

/** What is wrong, worst first; what was checked and is in order; what could not be judged. */
export function shortfallSection(sheet: FactSheet, findings: readonly Finding[]): Section {
  const short = bySeverity(shortfallsIn(findings));
  const blocks: Block[] = [
    ...severityChart(findings),
    { kind: 'findings', findings: short.slice(0, SHOWN).map((finding) => findingLine(finding, sheet)) },
  ];
  const more = short.slice(SHOWN);
  if (more.length > 0) {
    const count = { cell: { kind: 'count' as const, value: more.length } };
    blocks.push({
      kind: 'paragraph',
      spans: ['Beside these, less urgent: ', count, ` (${titles(more)}).`],
    });
  }
  const fine = findings.filter((finding) => finding.state === 'ok');
  if (fine.length > 0) {
    blocks.push({ kind: 'paragraph', spans: [`Checked and not found: ${titles(fine)}.`] });
  }
  const open = unjudgedIn(findings);
  if (open.length > 0) {
    const spans = [
      `Not judged, for lack of records: ${titles(open)}. The section on missing figures says what to record.`,
    ];
    blocks.push({ kind: 'paragraph', spans });
  }
  return { id: 'shortfalls', heading: 'Shortfalls, critical ones first', count: Math.min(short.length, SHOWN), blocks };
}

function titles(findings: readonly Finding[]): string {
  return findings.map(({ rule }) => rule.title.charAt(0).toLowerCase() + rule.title.slice(1)).join('; ');
}
