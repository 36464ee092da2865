import { textFigure } from '../document/cells.ts';
import type { KeyFigure, Section } from '../document/report-document.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { CEO_RULES } from '../findings/ceo-rules/ceo-rules.ts';
import { stateOf } from '../findings/direction.ts';
import { shortfallsIn } from '../findings/finding.ts';
import { numberIn } from '../findings/judging.ts';
import { bySeverity } from '../findings/ranking.ts';
import { definitionLines, figuresOn, findingLine, NOT_APPLICABLE } from './figures.ts';
import type { ReportDefinition } from './report.ts';

/** The first figures of the reports tab. A report like the others, so that screen and mail cannot disagree. */
export const dashboard: ReportDefinition = {
  id: 'dashboard',
  slug: 'dashboard',
  title: 'Dashboard',
  audience: 'everyone with the reports tab',
  perCharter: 'never',
  live: true,
  rules: CEO_RULES,
  compose(sheet, findings, context) {
    const shown = bySeverity(shortfallsIn(findings)).slice(0, SHOWN);
    const figures: Section = {
      id: 'figures',
      heading: 'This month',
      blocks: [{ kind: 'key-figures', figures: keyFigures(sheet) }],
    };
    const attention: Section = {
      id: 'attention',
      heading: 'Needs attention',
      count: shown.length,
      blocks:
        shown.length === 0
          ? [{ kind: 'paragraph', spans: ['No shortfall found.'] }]
          : [{ kind: 'findings', findings: shown.map((finding) => findingLine(finding, sheet)) }],
    };
    const sections = [figures, byEntity(sheet), attention];
    const definitions = definitionLines(sections, sheet);
    return {
      schema: 1,
      report: 'dashboard',
      slug: 'dashboard',
      title: 'Dashboard',
      scope: { ...context.scope, entityIds: sheet.entityIds },
      period: sheet.period,
      asOf: sheet.takenAt,
      zone: sheet.zone,
      headline: ['The month so far'],
      sections: [
        ...sections,
        {
          id: 'definitions',
          heading: 'What these figures mean',
          count: definitions.length,
          blocks: [{ kind: 'definitions', definitions }],
        },
      ],
    };
  },
};

/** Each business alone: where one keeps no books, the others still show how they stand. */
function byEntity(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const shown = [
    'recognised-revenue',
    'revenue-target',
    'revenue-gap-to-date',
    'performed-charters',
    'charters-target',
  ];
  const rows = sheet.entities.map(({ id, name }) => [
    textFigure(name),
    ...shown.map((fact) => (sheet.has(fact, id) ? at(fact, id) : NOT_APPLICABLE)),
  ]);
  const right = (heading: string) => ({ heading, align: 'right' as const });
  const columns = [
    { heading: 'Business', align: 'left' as const },
    ...['Revenue', 'Target', 'Gap to date', 'Charters sailed', 'Target'].map(right),
  ];
  const caption = 'Revenue and charters of the month against target';
  return { id: 'by-entity', heading: 'By business', blocks: [{ kind: 'table', caption, columns, rows }] };
}

/** Shortfalls the first screen has room for. */
const SHOWN = 3;

/** Each figure with what it is held against. Entities without charters have no such figures and show none. */
function keyFigures(sheet: FactSheet): readonly KeyFigure[] {
  const at = figuresOn(sheet);
  const held = (label: string, id: string, againstLabel: string, againstId: string, gapId?: string): KeyFigure[] =>
    sheet.has(id)
      ? [
          {
            label,
            figure: at(id),
            ...against(sheet, againstLabel, againstId),
            state: judged(sheet, id, againstId, gapId),
          },
        ]
      : [];
  const whole = numberIn(sheet.get('recognised-revenue')) !== undefined;
  return [
    ...(whole || !sheet.has('tracked-revenue')
      ? held('Revenue', 'recognised-revenue', 'target', 'revenue-target', 'revenue-gap-to-date')
      : held('Revenue where books are kept', 'tracked-revenue', 'target of the group', 'revenue-target')),
    ...held('Charters sailed', 'performed-charters', 'target', 'charters-target'),
    ...held('Towards break-even', 'performed-charters', 'charters needed', 'break-even-charters'),
    ...held('Confirmed, next 30 days', 'confirmed-30-days', 'target', 'target-next-30-days'),
    ...unjudged(held('Charters booked', 'booked-charters', 'worth', 'booked-value')),
    ...unjudged(held('Average contribution', 'average-contribution', 'fixed cost per month', 'fixed-cost')),
  ];
}

/** Figures that are good or bad only in company. */
function unjudged(figures: readonly KeyFigure[]): KeyFigure[] {
  return figures.map((one) => ({ ...one, state: 'neutral' }));
}

function against(sheet: FactSheet, label: string, id: string): Pick<KeyFigure, 'against'> {
  return sheet.has(id) ? { against: { label, figure: figuresOn(sheet)(id) } } : {};
}

/** By the gap to date where there is one; a running month is not short of its goal for not being over. */
function judged(sheet: FactSheet, id: string, againstId: string, gapId: string | undefined): KeyFigure['state'] {
  const number = (of: string) => (sheet.has(of) ? numberIn(sheet.get(of)) : undefined);
  const gap = gapId === undefined ? undefined : number(gapId);
  if (gap !== undefined) return stateOf(gap);
  const [value, goal] = [number(id), number(againstId)];
  if (value === undefined || goal === undefined) return 'unknown';
  return value < goal && sheet.period.until > sheet.today ? 'neutral' : stateOf(value - goal);
}
