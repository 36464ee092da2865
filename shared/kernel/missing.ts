import type { Month } from './calendar.ts';
import { monthsThrough } from './calendar.ts';
import { listed } from './listed.ts';
import { monthFromWords, monthInWords } from './month-names.ts';
import { monthRuns } from './month-runs.ts';

/** What figures lack, in the words their reader is asked to record it by. */

/** Months by name, runs joined: Aug 2026 to Oct 2026, Dec 2026. Earliest first in, earliest first out. */
export function namedMonths(months: readonly Month[]): string {
  return monthRuns(months)
    .map((run) => run.map(monthInWords).join(' to '))
    .join(', ');
}

/** What is missing for some months, as facts name it: journal entries of jada for Oct 2026. */
export function missingFor(what: string, months: readonly Month[]): string {
  return `${what} for ${namedMonths(months)}`;
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

/** What is missing of one business after another: vessels of jada. What follows the name begins as one of these. */
const OF_WHOM = /^(?<what>.+?) of (?<whom>.+?)(?<rest>(?: for | since | \().*)?$/;

/**
 * Missing things as a sentence lists them, what lacks with several told once: accounting periods of A, B and C.
 * In the order they were given.
 */
export function gathered(texts: readonly string[]): readonly string[] {
  const alike = new Map<string, { text: string; whom: string[]; what: string; rest: string }>();
  for (const text of new Set(texts)) {
    const { what = text, whom = '', rest = '' } = OF_WHOM.exec(text)?.groups ?? {};
    const held = alike.get(`${what} ${rest}`);
    if (held && whom !== '') held.whom.push(whom);
    else alike.set(whom === '' ? text : `${what} ${rest}`, { text, whom: [whom], what, rest });
  }
  return [...alike.values()].map(({ text, whom, what, rest }) =>
    whom.length < 2 ? text : `${what} of ${listed(whom)}${rest}`,
  );
}

/** Missing things with what each brings: those that bring the same are gathered. */
export function gatheredBy(
  missing: readonly (readonly [text: string, brings: readonly string[]])[],
): (readonly [text: string, brings: readonly string[]])[] {
  const alike = new Map<string, { readonly texts: string[]; readonly brings: readonly string[] }>();
  for (const [text, brings] of missing) {
    const key = brings.join('\n');
    alike.set(key, { texts: [...(alike.get(key)?.texts ?? []), text], brings });
  }
  return [...alike.values()].flatMap(({ texts, brings }) => gathered(texts).map((text) => [text, brings] as const));
}

/** The reverse of missingFor; no months when the text is not of that form. */
function partsOf(text: string): { what: string; months: readonly Month[] } {
  const at = text.lastIndexOf(' for ');
  const spans = text
    .slice(at + ' for '.length)
    .split(', ')
    .map((span) => span.split(' to ').map(monthFromWords));
  const months = spans.flatMap(([from, through]) => (from ? monthsThrough(from, through ?? from) : []));
  const isSpanned = spans.every((span) => span.length <= 2 && span.every((month) => month !== undefined));
  return at < 0 || !isSpanned ? { what: text, months: [] } : { what: text.slice(0, at), months };
}
