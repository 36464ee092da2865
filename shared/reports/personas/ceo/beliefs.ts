import type { Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import type { Finding } from '../../findings/finding.ts';
import { shortfallsIn } from '../../findings/finding.ts';
import { beliefLines } from '../beliefs.ts';

/** What people say of the company beside what its records say of it; no section where nobody said anything. */
export function beliefSection(sheet: FactSheet, findings: readonly Finding[]): readonly Section[] {
  const critical = shortfallsIn(findings).filter(({ severity }) => severity === 'critical').length;
  const blocks = beliefLines(sheet, { 'critical-shortfalls': critical });
  return blocks.length === 0
    ? []
    : [{ id: 'beliefs', heading: 'What people believe, and what the records say', blocks }];
}
