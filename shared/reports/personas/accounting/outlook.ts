import { gathered, joinedMissing } from '../../../kernel/missing.ts';
import { textFigure } from '../../document/cells.ts';
import type { Block, Section, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import type { Finding } from '../../findings/finding.ts';
import { shortfallsIn, unjudgedIn } from '../../findings/finding.ts';
import { bySeverity } from '../../findings/ranking.ts';
import { figuresOn, findingLine } from '../figures.ts';
import { subjectTable } from './subject-table.ts';

/** What the records cannot tell yet, and what to record so that they can. */
export function gapsSection(findings: readonly Finding[]): Section {
  const open = unjudgedIn(findings);
  const joined = joinedMissing(open.flatMap(({ missing }) => missing));
  const rows = open.map(({ rule, missing }) => {
    const texts = [...new Set(missing.map((text) => joined.get(text) ?? text))];
    return [textFigure(rule.title), textFigure(gathered(texts).join('; '))];
  });
  const columns = [
    { heading: 'Not judged', align: 'left' as const },
    { heading: 'What to record', align: 'left' as const },
  ];
  const blocks: readonly Block[] =
    rows.length === 0
      ? [{ kind: 'paragraph', spans: ['Every rule of this report could be judged.'] }]
      : [{ kind: 'table', caption: 'Rules that lack records', columns, rows }];
  return {
    id: 'gaps',
    heading: 'System gaps: rules that could not be judged',
    count: rows.length,
    blocks,
  };
}

/** The months to the end of the next quarter at their targets, and the gates on the way. */
export function roadmapSection(sheet: FactSheet): Section {
  const months = sheet.subjects('roadmap-month');
  const at = figuresOn(sheet);
  const table = subjectTable(sheet, months, {
    caption: 'Charter businesses, if every month reaches its target',
    rowHeading: 'Month',
    byMonth: true,
    columns: [
      { fact: 'roadmap-revenue', heading: 'Target revenue' },
      { fact: 'roadmap-contribution', heading: 'Contribution' },
      { fact: 'roadmap-fixed', heading: 'Fixed cost' },
      { fact: 'roadmap-month-net', heading: 'Net' },
    ],
    ...(months.length === 0
      ? {}
      : { totals: [textFigure('Together'), textFigure(''), textFigure(''), textFigure(''), at('roadmap-net')] }),
  });
  const gates: readonly (readonly Span[])[] = [
    [
      'Gate 1, books that can be trusted: every month closed within ten days. The last one took ',
      at('days-to-close'),
      '.',
    ],
    ['Gate 2, nothing unexplained: no bank line without an entry. Open today: ', at('unmatched-bank-lines'), '.'],
    [
      'Gate 3, a month that pays for itself: charter revenue of at least ',
      at('roadmap-break-even-revenue'),
      ', of which ',
      at('contribution-share'),
      ' is left after direct cost.',
    ],
    [
      'Gate 4, customers who pay: no more than a tenth of receivables over 60 days. Now: ',
      at('receivables-over-60-share'),
      '.',
    ],
  ];
  const hasCharters = sheet.has('contribution-share');
  const listed = hasCharters ? gates : gates.filter((_, i) => i !== 2);
  return {
    id: 'roadmap',
    heading: 'Profitability roadmap through the end of the next quarter',
    blocks: [...table, ...(table.length === 0 ? [] : [BESIDE]), { kind: 'list', items: listed }],
  };
}

/** What the plan leaves out, so that nobody takes its net for net income. */
const BESIDE: Block = {
  kind: 'paragraph',
  spans: [
    'Fixed cost is what the owner entered: yearly repairs such as haul-outs, and businesses without charters, come on top.',
  ],
};

/** What is wrong, worst first, and what was looked at and is in order. */
export function findingsSection(sheet: FactSheet, findings: readonly Finding[]): Section {
  const short = bySeverity(shortfallsIn(findings));
  const fine = findings.filter(({ state }) => state === 'ok').map(({ rule }) => rule.title);
  const words = fine.map((title) => title.charAt(0).toLowerCase() + title.slice(1)).join('; ');
  const blocks: Block[] =
    short.length === 0
      ? [{ kind: 'paragraph', spans: ['Nothing is wrong as far as the records go.'] }]
      : [{ kind: 'findings', findings: short.map((finding) => findingLine(finding, sheet)) }];
  if (fine.length > 0) blocks.push({ kind: 'paragraph', spans: [`Checked and not found: ${words}.`] });
  return { id: 'findings', heading: 'Findings', count: short.length, blocks };
}
