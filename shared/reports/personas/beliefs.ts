import { countFigure } from '../document/cells.ts';
import type { Block, Figure, Span } from '../document/report-document.ts';
import type { Fact } from '../facts/fact.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { endsOf, MEASURED_BELIEFS, sideOfBelief } from '../findings/cfo-rules/plan.ts';
import { numberIn } from '../findings/judging.ts';
import { figure } from './figures.ts';

/** What the report itself counted, by the metric somebody has a belief about. */
export type Counted = Readonly<Record<string, number>>;

const NAMES: Readonly<Record<string, string>> = {
  'net-burn': 'Net burn per month',
  'gross-burn': 'Gross burn per month',
  'break-even': 'Charters a month needs to break even',
  'implied-contribution': 'What a charter must leave for these two beliefs to hold together',
  'critical-shortfalls': 'Critical shortfalls',
  'missing-kpis': 'Figures not known',
  'security-gaps': 'Security gaps',
  'engineering-actions': 'Engineering actions',
  'cloud-cost': 'Cloud cost per month',
  'missed-ota-revenue': 'Platform revenue missed per month',
};

/** What a belief is held against where it is not a figure of the same name. */
const HELD_AGAINST: Readonly<Record<string, string>> = { 'implied-contribution': 'a charter leaves' };

/** Nobody can count a booking that was never made. */
const NO_RECORD: Readonly<Record<string, string>> = { 'missed-ota-revenue': 'no record can show it' };

/**
 * What people believe beside what the records say, a sentence each: the beliefs this report has a count or a figure for,
 * and those no record can ever bear out; only of some metrics where those are named. Nothing where nobody said anything about these businesses.
 */
export function beliefLines(
  sheet: FactSheet,
  counted: Counted = {},
  metrics: readonly string[] = Object.keys(NAMES),
): readonly Block[] {
  const items = metrics
    .filter((metric) => sheet.has(endsOf(metric)[0]))
    .flatMap((metric) => lineOf(sheet, metric, counted));
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function lineOf(sheet: FactSheet, metric: string, counted: Counted): readonly (readonly Span[])[] {
  const [low, high] = endsOf(metric).map((id) => sheet.get(id)) as [Fact, Fact];
  const said: readonly Span[] = [
    `${NAMES[metric] ?? metric}: believed `,
    figure(low, sheet.zone),
    ...(numberIn(low) === numberIn(high) ? [] : [' to ', figure(high, sheet.zone)]),
  ];
  const held = heldAgainst(sheet, metric, counted);
  if (held === undefined) return NO_RECORD[metric] === undefined ? [] : [[...said, `; ${NO_RECORD[metric]}.`]];
  const words = HELD_AGAINST[metric] ?? 'the records say';
  return [[...said, `; ${words} `, held.figure, sideText(numberIn(low), numberIn(high), held), '.']];
}

interface Held {
  readonly figure: Figure;
  readonly isKnown: boolean;
  /** Nothing where the figure is unknown, or a word such as “unreachable”. */
  readonly value: number | undefined;
}

/** The count of the report, else the first known figure of its measures, else the unknown one. */
function heldAgainst(sheet: FactSheet, metric: string, counted: Counted): Held | undefined {
  const count = counted[metric];
  if (count !== undefined) return { figure: countFigure(count), isKnown: true, value: count };
  const facts = (MEASURED_BELIEFS.find((of) => of.metric === metric)?.measuredBy ?? [])
    .filter((id) => sheet.has(id))
    .map((id) => sheet.get(id));
  const fact = facts.find(({ measured }) => measured.state !== 'unknown') ?? facts[0];
  if (fact === undefined) return undefined;
  return { figure: figure(fact, sheet.zone), isKnown: fact.measured.state !== 'unknown', value: numberIn(fact) };
}

/** Which way the records part from the belief; nothing to say while one of them is not known. */
function sideText(low: number | undefined, high: number | undefined, { isKnown, value }: Held): string {
  if (low === undefined || high === undefined || !isKnown) return '';
  if (value === undefined) return ', more than believed';
  const side = sideOfBelief(low, high, value);
  return side === 'within' ? ', as believed' : side === 'above' ? ', more than believed' : ', less than believed';
}
