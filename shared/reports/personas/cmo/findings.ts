import { countFigure } from '../../document/cells.ts';
import type { Block, Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import type { Finding } from '../../findings/finding.ts';
import { shortfallsIn, unjudgedIn } from '../../findings/finding.ts';
import { bySeverity } from '../../findings/ranking.ts';
import { findingLine } from '../figures.ts';

/** Findings told in full; more at once nobody reads. */
const SHOWN = 6;

/** What a rule that found nothing says of the business. */
const NOT_SO: Readonly<Record<string, string>> = {
  'stalled-listings': 'no listing waits longer than allowed',
  'unverified-listings': 'every live listing was looked at within 30 days',
  'unbookable-listings': 'every live listing has a day to book',
  'slow-marketplaces': 'marketplaces are answered within the hour',
  'losing-channels': 'no channel loses money on new customers',
  'losing-campaigns': 'every campaign earned its cost',
  'harmful-campaigns': 'bounces and complaints are within limits',
  'low-rating': 'every rating is 4.5 or better',
  'operator-cancellations': 'we cancel few charters ourselves',
  'stale-copy': 'texts of live listings are fresh',
  'unmeasured-websites': 'every website counts its visits',
  'unconfirmed-fees': 'no commission rate has been unconfirmed for long',
  'lead-concentration': 'no channel brings most of the leads',
  'missing-unsubscribe': 'every blast has its unsubscribe header',
};

/** What is wrong, worst first; what was checked and is in order; what could not be judged and why. */
export function findingSection(sheet: FactSheet, findings: readonly Finding[]): Section {
  const short = bySeverity(shortfallsIn(findings));
  const fine = findings.filter((finding) => finding.state === 'ok');
  const open = unjudgedIn(findings);
  const blocks: Block[] = [];
  if (short.length > 0)
    blocks.push({ kind: 'findings', findings: short.slice(0, SHOWN).map((finding) => findingLine(finding, sheet)) });
  const more = short.slice(SHOWN).map(({ rule }) => rule.title.charAt(0).toLowerCase() + rule.title.slice(1));
  if (more.length > 0)
    blocks.push({
      kind: 'paragraph',
      spans: ['Beside these, less urgent: ', countFigure(more.length), ` (${more.join('; ')}).`],
    });
  if (fine.length > 0)
    blocks.push({
      kind: 'paragraph',
      spans: [
        `Checked and in order: ${fine.map(({ rule }) => NOT_SO[rule.id] ?? rule.category.toLowerCase()).join('; ')}.`,
      ],
    });
  for (const { rule, missing } of open) {
    const cell = { kind: 'unknown' as const, missing };
    blocks.push({ kind: 'paragraph', spans: [`${rule.title}: `, { cell }, '.'] });
  }
  const blocksOrNone: Block[] = blocks.length > 0 ? blocks : [{ kind: 'paragraph', spans: ['Nothing was judged.'] }];
  return { id: 'findings', heading: 'Findings', count: Math.min(short.length, SHOWN), blocks: blocksOrNone };
}
