import type { Month } from '../../kernel/calendar.ts';
import { isMonth, monthsThrough, plusMonths } from '../../kernel/calendar.ts';
import type { FactView } from './view.ts';

/** Entities as a basis lists them, by the names people know: JADA charters, Queen of San Diego. */
export function namesOf(view: FactView, ids: readonly string[] = view.entityIds): string {
  return ids.map((id) => nameOf(view, id)).join(', ');
}

/** An entity by its name; by its id where it is on no record. */
export function nameOf(view: FactView, id: string): string {
  return view.entityOf(id)?.name ?? id;
}

/** Months as a basis lists them, runs joined: 2026-08 to 2026-10, 2026-12. Earliest first in, earliest first out. */
export function isoMonths(months: readonly Month[]): string {
  const runs: { from: Month; through: Month }[] = [];
  for (const month of months) {
    const last = runs.at(-1);
    if (last && plusMonths(last.through, 1) === month) last.through = month;
    else runs.push({ from: month, through: month });
  }
  return runs.map(({ from, through }) => (from === through ? from : `${from} to ${through}`)).join(', ');
}

/** What is missing for some months, as facts name it: journal entries of jada for 2026-10. */
export function missingFor(what: string, months: readonly Month[]): string {
  return `${what} for ${isoMonths(months)}`;
}

/**
 * Missing things told once each: where the same thing is missing for several spans of months, the months are joined.
 * Answers the joined text of each text given.
 */
export function joinedMissing(texts: readonly string[]): ReadonlyMap<string, string> {
  const parts = texts.map((text) => ({ text, ...partsOf(text) }));
  return new Map(
    parts.map(({ text, what, months }) => {
      if (months.length === 0) return [text, text];
      const all = parts.filter((part) => part.what === what).flatMap((part) => part.months);
      return [text, missingFor(what, [...new Set(all)].sort())];
    }),
  );
}

/** The reverse of missingFor; no months when the text is not of that form. */
function partsOf(text: string): { what: string; months: readonly Month[] } {
  const at = text.lastIndexOf(' for ');
  const spans = text
    .slice(at + ' for '.length)
    .split(', ')
    .map((span) => span.split(' to '));
  if (at < 0 || !spans.every((span) => span.length <= 2 && span.every(isMonth))) return { what: text, months: [] };
  const months = spans.flatMap(([from, through]) => monthsThrough(from as Month, (through ?? from) as Month));
  return { what: text.slice(0, at), months };
}
