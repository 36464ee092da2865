import type { ToldEvent } from './event-store.ts';
import { feedbackSection } from './inbox-feedback.ts';
import { type Html, html, inboxBar, inboxDocument, timeElement } from './inbox-html.ts';
import { blindCopies } from './inbox-page.ts';
import type { StoredMail } from './mail-store.ts';
import { linksIn } from './mail-view.ts';
import type { ParsedMail } from './parsed-mail.ts';

/** The views of a mail that are pages; the raw bytes are a download. */
export type ReaderTab = 'html' | 'text' | 'headers';

/** A mail with so few links is read for them: a sign-in, a single button. */
const FEW_LINKS = 3;

/** One mail with its envelope, its links, one of its three views and what was told of it. */
export function readerPage(mail: StoredMail, parsed: ParsedMail, told: readonly ToldEvent[], tab: ReaderTab): string {
  const subject = mail.subject.trim() === '' ? '(no subject)' : mail.subject;
  const body = html`${inboxBar(html`<p class="back"><a href="/">Local inbox</a></p>`)}
<main id="main" class="reader">
<h1 class="reader-subject">${subject}</h1>
${parsed.problem === undefined ? undefined : html`<p class="problem">This could not be read as a mail: ${parsed.problem}</p>`}
${envelope(mail, told)}
${attachments(mail, parsed)}
${links(parsed)}
<nav class="tabs" aria-label="Views of this mail">
${tabLink(mail, 'html', 'HTML', tab)}${tabLink(mail, 'text', 'Text', tab)}${tabLink(mail, 'headers', 'Headers', tab)}
<a class="tab raw" href="/mail/${mail.messageId}/raw" download>Raw .eml</a>
</nav>
<section class="view" aria-label="${tab === 'html' ? 'HTML' : tab === 'text' ? 'Text' : 'Headers'}">${view(mail, parsed, tab)}</section>
${feedbackSection(mail, told, tab)}
</main>`;
  return inboxDocument(`${subject} – local inbox`, body, { style: '/inbox-reader.css' });
}

function tabLink(mail: StoredMail, tab: ReaderTab, label: string, current: ReaderTab): Html {
  const href = `/mail/${mail.messageId}?view=${tab}`;
  return tab === current
    ? html`<a class="tab" href="${href}" aria-current="page">${label}</a>`
    : html`<a class="tab" href="${href}">${label}</a>`;
}

function view(mail: StoredMail, parsed: ParsedMail, tab: ReaderTab): Html {
  switch (tab) {
    case 'html':
      if (parsed.html === undefined) return html`<p class="absent">This mail has no HTML part.</p>`;
      return html`<iframe class="frame" sandbox="" title="The mail as its reader sees it" src="/mail/${mail.messageId}/html"></iframe>`;
    case 'text':
      if (parsed.text === undefined) return html`<p class="absent">This mail has no text part.</p>`;
      return html`<pre class="text" tabindex="0">${parsed.text}</pre>`;
    case 'headers':
      return html`<dl class="headers">${parsed.headers.map(({ name, value }) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
  }
}

function envelope(mail: StoredMail, told: readonly ToldEvent[]): Html {
  const tags = mail.tags.map(({ name, value }) => html`<span class="tag">${name}: ${value}</span> `);
  return html`<dl class="envelope">
${row('From', html`${mail.from.length > 0 ? mail.from.join(', ') : mail.source}`)}
${mail.to.length > 0 ? row('To', html`${mail.to.join(', ')}`) : undefined}
${mail.cc.length > 0 ? row('Cc', html`${mail.cc.join(', ')}`) : undefined}
${mail.blindCopies.length > 0 ? row('Blind copy', html`${blindCopies(mail)} <span class="hint">no recipient sees this</span>`) : undefined}
${row('Received', timeElement(mail.receivedAt, 'long'))}
${row('Message id', html`<code>${mail.messageId}</code>`)}
${mail.configurationSet === undefined ? undefined : row('Config set', html`${mail.configurationSet}`)}
${tags.length > 0 ? row('Tags', html`${tags}`) : undefined}
${row('Feedback', html`<a href="#feedback">${told.length === 1 ? '1 event' : `${told.length} events`}</a>`)}
</dl>`;
}

function row(name: string, value: Html): Html {
  return html`<dt>${name}</dt><dd>${value}</dd>`;
}

function attachments(mail: StoredMail, parsed: ParsedMail): Html | undefined {
  if (parsed.attachments.length === 0) return undefined;
  const items = parsed.attachments.map(({ name, mimeType, content }, index) => {
    const href = `/mail/${mail.messageId}/attachment/${index}`;
    return html`<li><a href="${href}" download>${name}</a> <span class="hint">${mimeType}, ${sizeText(content.length)}</span></li>`;
  });
  return html`<section class="extras"><h2>Attachments</h2><ul>${items}</ul></section>`;
}

/** The preview is sealed off, so its links do nothing; these do. */
function links(parsed: ParsedMail): Html | undefined {
  const found = linksIn(parsed);
  if (found.length === 0) return undefined;
  const items = found.map(
    (href) => html`<li><a href="${href}" target="_blank" rel="noopener noreferrer">${href}</a></li>`,
  );
  return html`<details class="extras"${found.length <= FEW_LINKS ? html` open` : undefined}><summary>Links in this mail (${found.length})</summary>
<p class="hint">The HTML view is sealed off and its links do nothing. Open them from here, in a new tab.</p>
<ul>${items}</ul></details>`;
}

function sizeText(sizeBytes: number): string {
  return sizeBytes < 1024 ? `${sizeBytes} bytes` : `${Math.round(sizeBytes / 1024)} KB`;
}
