import type { KeyFigure, Span } from '../../document/report-document.ts';
import type { Fact } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { moved } from '../../findings/direction.ts';
import { numberIn } from '../../findings/judging.ts';
import { figure, figuresOn } from '../figures.ts';

type Trend = NonNullable<KeyFigure['trend']>;

/** What a headline figure is made of. Left out: nothing to hold it against, no trend, good or bad only in company. */
export interface Card {
  readonly label: string;
  readonly fact: string;
  readonly against?: { readonly label: string; readonly fact: string; readonly scope?: string } | undefined;
  readonly trend?: Trend | undefined;
  /** How it stands, by its number; asked only where there is one. */
  readonly state?: (value: number) => KeyFigure['state'];
}

/** The headline figures of the facts that apply to the sheet; the others are left out, line and all. */
export function cards(sheet: FactSheet, wanted: readonly Card[]): readonly KeyFigure[] {
  const at = figuresOn(sheet);
  return wanted
    .filter(({ fact }) => sheet.has(fact))
    .map(({ label, fact, against, trend, state }) => {
      const value = numberOf(sheet, fact);
      const isUnknown = sheet.measuredOf(fact).state === 'unknown';
      return {
        label,
        figure: at(fact),
        ...(against && sheet.has(against.fact, against.scope)
          ? { against: { label: against.label, figure: at(against.fact, against.scope) } }
          : {}),
        ...(trend && !isUnknown ? { trend } : {}),
        state: isUnknown ? 'unknown' : value === undefined ? 'neutral' : (state?.(value) ?? 'neutral'),
      };
    });
}

/** The number of a fact where it applies and is known. */
export function numberOf(sheet: FactSheet, id: string, scope?: string): number | undefined {
  return sheet.has(id, scope) ? numberIn(sheet.get(id, scope)) : undefined;
}

/** The first of two facts, unless only the second is known: figures of the businesses that keep books. */
export function knownOf(sheet: FactSheet, whole: string, tracked: string): string {
  return numberOf(sheet, whole) === undefined && numberOf(sheet, tracked) !== undefined ? tracked : whole;
}

/** A figure that stands where it stands, against what it was: up from it, down from it, unchanged. */
export function trendFrom(sheet: FactSheet, now: number | undefined, before: Fact, when: string): Trend | undefined {
  const was = numberIn(before);
  if (now === undefined || was === undefined) return undefined;
  const way = moved(was, now);
  const words: readonly Span[] =
    way === 'unchanged'
      ? [`Unchanged ${when}`]
      : [`${way === 'up' ? 'Up' : 'Down'} from `, figure(before, sheet.zone), ` ${when}`];
  return { direction: way === 'unchanged' ? 'level' : way, spans: words };
}

/** A count that still grows, against a whole month: up once it is above, until then only what the month brought. */
export function trendWhileCounting(
  sheet: FactSheet,
  now: number | undefined,
  before: Fact,
  when: string,
): Trend | undefined {
  const was = numberIn(before);
  const isRunning = sheet.period.until > sheet.today;
  if (now === undefined || was === undefined || !isRunning || now > was) return trendFrom(sheet, now, before, when);
  return { direction: 'open', spans: [figure(before, sheet.zone), ` ${when}`] };
}
