import { type Html, html, inboxBar, inboxDocument, timeElement } from './inbox-html.ts';
import type { StoredMail } from './mail-store.ts';

const PAGE_SIZE = 100;

/** The list of mails, newest first, a hundred at a time; `before` is the number of a mail to go on below. */
export function inboxPage(mails: readonly StoredMail[], before: number | undefined, folder: string): string {
  const older = mails.filter((mail) => before === undefined || mail.sequence < before);
  const page = older.slice(-PAGE_SIZE).reverse();
  const more = older.length > page.length;
  const body = html`${inboxBar(html`<h1>Local inbox</h1>`)}
<main id="main">
<p id="status" class="status" role="status">${statusText(mails.length)}</p>
<ol id="mails" class="mails" data-newest="${mails.at(-1)?.sequence ?? 0}" data-live="${before === undefined ? 'yes' : 'no'}">
${page.map(mailRow)}
</ol>
${emptyState()}
<nav class="pages" aria-label="Pages">
${before === undefined ? undefined : html`<a href="/">Newest mails</a>`}
${more ? html`<a href="/?before=${page.at(-1)?.sequence ?? 0}">Older mails</a>` : undefined}
</nav>
</main>
<footer class="foot">Kept in <code>${folder}</code></footer>`;
  return inboxDocument('Local inbox – nothing leaves this machine', body, { script: '/inbox-refresh.js' });
}

/** The rows of mails that came after a number, newest first, for the page that is already open. */
export function newRows(mails: readonly StoredMail[], after: number): string {
  const rows = mails.filter((mail) => mail.sequence > after).slice(-PAGE_SIZE);
  return html`${rows.reverse().map(mailRow)}`.markup;
}

/** How many mails there are, in words. */
export function statusText(count: number): string {
  return count === 0 ? 'Waiting for the first mail' : count === 1 ? '1 mail' : `${count} mails`;
}

/** Shown by the style sheet exactly while the list has no row. */
function emptyState(): Html {
  return html`<section class="empty">
<h2>No mail yet</h2>
<p>What the app sends on this machine arrives here, a moment after it is sent:</p>
<ul>
<li>sign-in links,</li>
<li>reports after a charter is completed, once a month, or sent by hand,</li>
<li>alerts for the people who look after the system,</li>
<li>and the blind copy that the auditor's address receives of each report.</li>
</ul>
<p>This page looks for new mail by itself. Nothing is delivered to anyone.</p>
</section>`;
}

function mailRow(mail: StoredMail): Html {
  const subject = mail.subject.trim() === '' ? '(no subject)' : mail.subject;
  return html`<li class="mail" data-sequence="${mail.sequence}">
<h2 class="mail-subject"><a href="/mail/${mail.messageId}">${subject}</a></h2>
<p class="mail-preview">${mail.preview}</p>
<p class="mail-people">
<span class="person"><span class="role">From</span> ${listed(mail.from.length > 0 ? mail.from : [mail.source])}</span>
${mail.to.length > 0 ? html`<span class="person"><span class="role">To</span> ${listed(mail.to)}</span>` : undefined}
${mail.cc.length > 0 ? html`<span class="person"><span class="role">Cc</span> ${listed(mail.cc)}</span>` : undefined}
${blindCopies(mail)}
</p>
<p class="mail-time">${timeElement(mail.receivedAt, 'short')}</p>
</li>
`;
}

/** Destinations nobody sees in the headers, marked in words and in looks. */
export function blindCopies(mail: StoredMail): Html | undefined {
  if (mail.blindCopies.length === 0) return undefined;
  return html`<span class="bcc"><abbr title="Blind copy: in the envelope, in no header">BCC</abbr> ${listed(mail.blindCopies)}</span>`;
}

function listed(people: readonly string[]): string {
  const shown = people.slice(0, 3).join(', ');
  return people.length > 3 ? `${shown} and ${people.length - 3} more` : shown;
}
