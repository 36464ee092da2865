import type { Block, Section } from '../document/report-document.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { CEO_RULES } from '../findings/ceo-rules/ceo-rules.ts';
import type { Finding } from '../findings/finding.ts';
import { shortfallsIn } from '../findings/finding.ts';
import { bySeverity } from '../findings/ranking.ts';
import { ceoFigures, cfoFigures, monthFigures } from './dashboard/headlines.ts';
import { marketingSections } from './dashboard/marketing.ts';
import { byEntitySection, monthsSection } from './dashboard/months.ts';
import { sheetOfParts } from './dashboard/parts.ts';
import { technicalSections } from './dashboard/technical.ts';
import { findingLine } from './figures.ts';
import type { ReportContext } from './report.ts';
import { writtenReport } from './written-report.ts';

/**
 * The reports tab's home. A report like the others, so that screen and mail cannot disagree. Everybody sees the month's
 * revenue and charters; every further part only whoever it was granted to, and nobody where nothing is said of parts.
 */
export const dashboard = writtenReport({
  id: 'dashboard',
  slug: 'dashboard',
  title: 'Dashboard',
  audience: 'everyone with the reports tab',
  perCharter: 'never',
  live: true,
  rules: CEO_RULES,
  appendixHeading: 'What these figures mean',
  headline: () => ['The month so far'],
  sections: sectionsOf,
});

function sectionsOf(sheet: FactSheet, findings: readonly Finding[], context: ReportContext): readonly Section[] {
  const parts = context.parts ?? [];
  const open = sheetOfParts(sheet, parts);
  const isCeo = parts.includes('ceo');
  const first = [...monthFigures(open), ...(isCeo ? ceoFigures(open) : [])];
  const facts = first.map(({ figure }) => figure.fact?.split('@')[0] ?? '');
  const money = parts.includes('cfo')
    ? [section('finance', 'Money', { kind: 'key-figures', figures: cfoFigures(open, facts) })]
    : [];
  return [
    section('figures', 'This month', { kind: 'key-figures', figures: first }),
    ...(isCeo ? [attention(sheet, findings)] : money),
    monthsSection(open),
    ...(isCeo ? money : []),
    byEntitySection(open),
    ...(parts.includes('marketing') ? marketingSections(open) : []),
    ...(parts.includes('technical') ? technicalSections(open) : []),
  ].filter(({ blocks }) => blocks.some((block) => block.kind !== 'key-figures' || block.figures.length > 0));
}

function section(id: string, heading: string, block: Block): Section {
  return { id, heading, blocks: [block] };
}

/** The gravest shortfalls of the chief executive's report. */
function attention(sheet: FactSheet, findings: readonly Finding[]): Section {
  const shown = bySeverity(shortfallsIn(findings)).slice(0, SHOWN);
  return {
    id: 'attention',
    heading: 'Needs attention',
    count: shown.length,
    blocks:
      shown.length === 0
        ? [{ kind: 'paragraph', spans: ['No shortfall found.'] }]
        : [{ kind: 'findings', findings: shown.map((finding) => findingLine(finding, sheet)) }],
  };
}

/** Shortfalls the first screen has room for. */
const SHOWN = 3;
