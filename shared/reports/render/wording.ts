import { listed } from '../../kernel/listed.ts';
import { gathered, joinedMissing } from '../../kernel/missing.ts';
import type {
  ActionLine,
  DefinitionLine,
  Figure,
  KeyFigure,
  ReportDocument,
  Section,
  Severity,
} from '../document/report-document.ts';
import { figuresOf } from './figures.ts';
import { certaintyMark, formatCount } from './format.ts';
import { formatDay } from './format-days.ts';

/** The words every rendering for people shares, so that mail, text and Markdown say the same thing. */

/** Severity in a word: colour alone would not reach everyone. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

/** The state of a key figure in words. A neutral one has nothing to say, an unknown one says it where the value would be. */
export const STATE_WORDS: Readonly<Record<KeyFigure['state'], string>> = {
  good: 'On track',
  bad: 'Needs attention',
  neutral: '',
  unknown: '',
};

/** The sign before a trend; which way it goes is in its words as well. */
export const TREND_SIGNS: Readonly<Record<NonNullable<KeyFigure['trend']>['direction'], string>> = {
  up: '↗',
  down: '↘',
  level: '→',
  open: '',
};

const EFFORT_WORDS: Readonly<Record<ActionLine['effort'], string>> = {
  S: 'small effort',
  M: 'medium effort',
  L: 'large effort',
};

/** A section's heading with how many things it lists, where it counts them. */
export function headingText(section: Section): string {
  return section.count === undefined ? section.heading : `${section.heading} (${formatCount(section.count)})`;
}

/** How urgent and how much work an action is: Critical, small effort. */
export function actionWeight(action: ActionLine): string {
  return `${SEVERITY_WORDS[action.severity]}, ${EFFORT_WORDS[action.effort]}`;
}

export function dueText(action: ActionLine): string {
  return `Due ${formatDay(action.dueOn)}`;
}

/** The sentence under a table with unknown figures: what to record to see them. Nothing when all are known. */
export function missingSentence(rows: readonly (readonly Figure[])[]): string | undefined {
  const missing = new Set(rows.flat().flatMap(({ cell }) => (cell.kind === 'unknown' ? cell.missing : [])));
  return missing.size === 0
    ? undefined
    : `To see what is unknown here, record ${listed(gathered([...joinedMissing([...missing]).values()]))}.`;
}

/** What a table with nothing in it says. */
export const EMPTY_TABLE = 'Nothing to list.';

export const DEFINITION_LABELS = { formula: 'Formula', source: 'Source', basis: 'Basis' } as const;

/** The source of what the product itself lays down: said once under all definitions, not again in each. */
const OWN_POLICY = 'policy default';

/** The sentence under definitions some of which name no source; nothing when all do. */
export function policySentence(definitions: readonly DefinitionLine[]): string | undefined {
  return definitions.some(({ source }) => source.startsWith(OWN_POLICY))
    ? 'Where no authority is named, the figure follows the default policy of this product.'
    : undefined;
}

/** A source without the words that the product itself lays it down. */
export function withoutPolicy(source: string): string {
  return source.startsWith(OWN_POLICY) ? source.slice(OWN_POLICY.length).replace(/^: /, '') : source;
}

/** How a figure is computed, on whose authority and from what, a labelled part each; parts that say nothing are left out. */
export function receiptOf({ formula, source, basis }: DefinitionLine): readonly string[] {
  const parts = [
    [DEFINITION_LABELS.formula, formula],
    [DEFINITION_LABELS.source, withoutPolicy(source)],
    [DEFINITION_LABELS.basis, basis],
  ] as const;
  return parts.filter(([, text]) => text !== '').map(([label, text]) => `${label}: ${text}`);
}

const LEGEND = [
  ['(e)', '(e) entered by hand'],
  ['(est.)', '(est.) estimated from an assumption'],
  ['(t)', '(t) a target'],
] as const;

/** What the marks beside figures mean, for those the document uses; nothing when everything was measured. */
export function legendOf(document: ReportDocument): string | undefined {
  const used = new Set(figuresOf(document).map(({ figure }) => certaintyMark(figure)));
  const lines = LEGEND.filter(([mark]) => used.has(mark)).map(([, text]) => text);
  return lines.length === 0 ? undefined : `${lines.join(' · ')}. Figures without a mark were counted from records.`;
}
