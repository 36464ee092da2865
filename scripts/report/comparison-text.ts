import { caution, figureRow, findingWords, issueWords, unchangedWords } from '../../frontend/reports/compare-model.ts';
import type { Comparison } from '../../shared/reports/comparison.ts';

/** A comparison as lines of text, in the words of its page. */
export function comparisonText(comparison: Comparison): string {
  const { left, right, figures, findings } = comparison;
  const warning = caution(comparison);
  return [
    `${right.title}: what changed`,
    `  before: ${issueWords(left).join(' · ')}`,
    `  after:  ${issueWords(right).join(' · ')}`,
    ...(warning === undefined ? [] : [`  ${warning}`]),
    '',
    figures.length === 0 ? 'No figure differs.' : `Figures that differ (${figures.length}):`,
    ...figures.map(figureRow).map(({ title, of, before, after, change }) => {
      const name = of === undefined ? title : `${title}, ${of}`;
      return `  ${name}: ${before} → ${after} (${change})`;
    }),
    unchangedWords(comparison),
    '',
    findings.length === 0 ? 'No finding came, went or changed.' : `Findings (${findings.length}):`,
    ...findings.map((finding) => `  ${finding.title}: ${findingWords(finding).words}`),
  ].join('\n');
}
