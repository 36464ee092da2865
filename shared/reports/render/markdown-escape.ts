import { visibleText } from './visible-text.ts';

/** Data as Markdown text: nothing in it can become markup, a link, a table cell or raw HTML. */
export function markdownText(text: string): string {
  const shown = visibleText(text);
  return (isLinkLike(shown) ? escapedByWord(shown) : escaped(shown))
    .replace(/^( *)([-+=])/, '$1\\$2')
    .replace(/^( *\d+)(?=[.)](\s|$))/, '$1\\')
    .trim();
}

/** Nothing that is escaped looks beyond its word, so that text without links is escaped in one go. */
function escapedByWord(text: string): string {
  return text
    .split(/( +)/)
    .map((word) => (isLinkLike(word) ? codeSpan(word) : escaped(word)))
    .join('');
}

/** GitHub turns bare addresses into links even behind a backslash; inside a code span it does not. */
function isLinkLike(word: string): boolean {
  return /:\/\/|www\.|@|mailto:|xmpp:/i.test(word);
}

/** A code span fenced by more backticks than the word has in a row. Pipes are escaped for the sake of tables. */
function codeSpan(word: string): string {
  const longest = Math.max(0, ...[...word.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const inner = /^`|`$/.test(word) ? ` ${word} ` : word;
  return `${fence}${inner.replaceAll('|', '\\|')}${fence}`;
}

/** A dollar sign begins mathematics, an ampersand an entity and a colon a picture only before what is asked for here. */
function escaped(word: string): string {
  return word.replace(/[\\`*_{}[\]<>#|~]|\$(?!\d)|&(?=[#\w]+;)|:(?=[\w+-]+:)/g, '\\$&');
}
