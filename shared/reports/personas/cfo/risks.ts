import type { Block, Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import type { Finding } from '../../findings/finding.ts';
import { shortfallsIn, unjudgedIn } from '../../findings/finding.ts';
import { bySeverity } from '../../findings/ranking.ts';
import { findingLine } from '../figures.ts';

/** What is wrong, worst first; what was checked and is in order; what could not be judged. */
export function riskSection(sheet: FactSheet, findings: readonly Finding[]): Section {
  const short = bySeverity(shortfallsIn(findings));
  const fine = findings.filter((finding) => finding.state === 'ok');
  const open = unjudgedIn(findings);
  const blocks: Block[] = [];
  if (short.length > 0)
    blocks.push({ kind: 'findings', findings: short.map((finding) => findingLine(finding, sheet)) });
  if (fine.length > 0) blocks.push({ kind: 'paragraph', spans: [`Checked and not found: ${titles(fine)}.`] });
  if (open.length > 0) blocks.push({ kind: 'paragraph', spans: [`Not judged, for lack of records: ${titles(open)}.`] });
  if (blocks.length === 0)
    blocks.push({ kind: 'paragraph', spans: ['There is nothing to judge in these businesses.'] });
  return { id: 'risks', heading: 'Risks', count: short.length, blocks };
}

function titles(findings: readonly Finding[]): string {
  return findings.map(({ rule }) => rule.title.charAt(0).toLowerCase() + rule.title.slice(1)).join('; ');
}
