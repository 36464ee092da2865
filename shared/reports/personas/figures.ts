import type { Instant } from '../../kernel/calendar.ts';
import { figureOf, instantFigure, textFigure } from '../document/cells.ts';
import type {
  ActionLine,
  BookReceipt,
  DefinitionLine,
  Figure,
  FindingLine,
  Section,
  Span,
} from '../document/report-document.ts';
import type { Fact } from '../facts/fact.ts';
import { AS_RECORDED } from '../facts/fact.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { GROUP } from '../facts/fact-sheet.ts';
import type { AgendaItem } from '../findings/agenda.ts';
import type { Shortfall } from '../findings/finding.ts';
import type { Phrase } from '../findings/rule.ts';

/** A fact as a figure of the document, in the zone its instants are read in. */
export function figure(fact: Fact, zone: string): Figure {
  const { measured, meaning, key } = fact;
  if (measured.state !== 'unknown' && meaning.unit === 'instant') {
    return { ...instantFigure(measured.value as Instant, zone), fact: key, certainty: measured.state };
  }
  const isWord = measured.state !== 'unknown' && typeof measured.value === 'string' && meaning.unit !== 'day';
  return figureOf(measured, isWord || meaning.unit === 'instant' ? 'text' : meaning.unit, key);
}

/** Reads figures off one sheet: by fact id, and scope where it is not the group. */
export function figuresOn(sheet: FactSheet): (id: string, scope?: string) => Figure {
  return (id, scope) => figure(sheet.get(id, scope), sheet.zone);
}

/** A sentence over facts as spans of the document. */
export function spansOf(phrase: Phrase, sheet: FactSheet): readonly Span[] {
  return phrase.map((part) => (typeof part === 'string' ? part : figure(part, sheet.zone)));
}

/** Where a figure does not apply there is nothing to know: a dash, not unknown. */
export const NOT_APPLICABLE: Figure = textFigure('–');

export function findingLine(finding: Shortfall, sheet: FactSheet): FindingLine {
  const { rule, severity, gap, impact } = finding;
  return {
    id: rule.id,
    severity,
    title: rule.title,
    category: rule.category,
    gap: spansOf(gap, sheet),
    impact: spansOf(impact, sheet),
    fix: `${rule.action.title}.`,
    owner: rule.action.ownerRole,
  };
}

export function actionLine(item: AgendaItem): ActionLine {
  const { rank, title, because, ownerRole, dueOn, effort, severity } = item;
  return { rank, title, owner: ownerRole, dueOn, effort, severity, because };
}

/** The meaning of every computed fact some sections show, once each, with what it rests on in this sheet. */
export function definitionLines(sections: readonly Section[], sheet: FactSheet): readonly DefinitionLine[] {
  const keys = figureKeysIn(...sections);
  const shown = new Map<string, Fact[]>();
  for (const fact of sheet.facts) {
    if (!keys.has(fact.key)) continue;
    const same = shown.get(fact.meaning.id);
    if (same === undefined) shown.set(fact.meaning.id, [fact]);
    else same.push(fact);
  }
  return sheet.definitions.flatMap((meaning) => {
    const facts = shown.get(meaning.id);
    const told = facts?.find((fact) => fact.scope === GROUP) ?? facts?.[0];
    if (told === undefined || meaning.formula === AS_RECORDED) return [];
    const receipts = (facts ?? []).flatMap((fact) => receiptsOf(fact, sheet));
    const isOne = facts?.length === 1 || told.scope === GROUP;
    const { id: fact, family, title, definition, formula, source } = meaning;
    return [
      {
        fact,
        ...(family === undefined ? {} : { family }),
        title,
        definition,
        formula,
        source,
        // What is computed line by line rests on the records of each line, which goes without saying.
        basis: isOne ? basisText(told, sheet.today) : '',
        ...(receipts.length === 0 ? {} : { receipts }),
      },
    ];
  });
}

/** What one figure was read from in the books, without what it came to. */
function receiptsOf(fact: Fact, sheet: FactSheet): readonly BookReceipt[] {
  return sheet.queriesOf(fact).map(({ sums: _, ...query }) => ({ fact: fact.key, ...query }));
}

/** What it rests on; the day only where it is not the report's own. What is missing stands in the text, not here. */
function basisText({ measured }: Fact, today: string): string {
  if (measured.state === 'unknown') return 'not known yet';
  const { records, asOf, assumption } = measured.basis;
  const until = asOf === today ? '' : `, as of ${asOf}`;
  return `${records}${until}${assumption === undefined ? '' : `; assumed: ${assumption}`}`;
}

/** The keys of all figures some sections show. */
export function figureKeysIn(...sections: readonly Section[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { blocks } of sections) collectKeys(blocks, keys);
  return keys;
}

/** Wherever in a block a figure stands, the key of its fact is called so. */
function collectKeys(held: object, into: Set<string>): void {
  for (const [name, value] of Object.entries(held)) {
    if (typeof value === 'object' && value !== null) collectKeys(value, into);
    else if (name === 'fact' && typeof value === 'string') into.add(value);
  }
}
