import { visibleText } from './visible-text.ts';

/** Markup that only the html template below can make; the private field keeps look-alikes out at compile time too. */
class SafeHtml {
  readonly #markup: string;
  constructor(markup: string) {
    this.#markup = markup;
  }
  toString(): string {
    return this.#markup;
  }
}

export type { SafeHtml as Html };

/** What may stand in a template: markup as it is, and text, which is escaped. Numbers may not: format.ts makes them text. */
export type Insert = SafeHtml | string | readonly SafeHtml[];

/**
 * Markup with everything inserted escaped, for text and for attributes in double quotes. There is no way to insert
 * markup that did not come from a template, and none to insert into a tag, a style sheet or an address unquoted.
 * @example html`<td title="${name}">${name}</td>`
 */
export function html(parts: TemplateStringsArray, ...inserts: readonly Insert[]): SafeHtml {
  let made = parts[0] ?? '';
  for (let at = 0; at < inserts.length; at += 1) made += markupOf(inserts[at] ?? '') + parts[at + 1];
  return new SafeHtml(made);
}

/** Nothing, where a template needs something to insert. */
export const NO_HTML: SafeHtml = html``;

/** Finished markup as text. */
export function markup(from: SafeHtml): string {
  return from.toString();
}

function markupOf(insert: Insert): string {
  if (typeof insert === 'string') return escaped(insert);
  if (insert instanceof SafeHtml) return insert.toString();
  let made = '';
  for (const one of insert) made += one.toString();
  return made;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
