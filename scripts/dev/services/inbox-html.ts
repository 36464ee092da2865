/** Markup that is safe to send: built by `html` alone, which escapes every text put into it. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html | undefined | readonly Part[];

/** A template whose texts are escaped and whose `Html` parts are not; undefined leaves nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.map((text, index) => text + rendered(parts[index])).join('') };
}

/** What a page needs beside the common style sheet: files of this server, since nothing may be inline. */
export interface PageFiles {
  readonly style?: string;
  readonly script?: string;
}

/** A whole page of the inbox. */
export function inboxDocument(title: string, body: Html, files: PageFiles): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/inbox.css">
${files.style === undefined ? undefined : html`<link rel="stylesheet" href="${files.style}">`}
${files.script === undefined ? undefined : html`<script src="${files.script}" defer></script>`}
</head>
<body>
<a class="skip" href="#main">Skip to the mail</a>
${body}
</body>
</html>
`.markup;
}

/** The bar on top of every page: where one is, and that this is not the world. */
export function inboxBar(heading: Html): Html {
  return html`<header class="bar"><div class="bar-inner">${heading}<p class="label">
<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 7V5a4 4 0 0 1 8 0v2h1v7H3V7zm1.5 0h5V5a2.5 2.5 0 0 0-5 0z"/></svg>
Nothing leaves this machine</p></div></header>`;
}

/** An instant for people, in this machine's zone. */
export function timeElement(instant: string, style: 'short' | 'long' | 'clock'): Html {
  const at = new Date(instant);
  return html`<time datetime="${instant}">${new Intl.DateTimeFormat('en-US', TIME_STYLES[style]).format(at)}</time>`;
}

const TIME_STYLES = {
  long: { dateStyle: 'full', timeStyle: 'medium' },
  short: { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  clock: { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', second: '2-digit' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

function rendered(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'markup' in part ? part.markup : part.map(rendered).join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (found) => `&#${found.charCodeAt(0)};`);
}
