import type { ToldEvent } from './event-store.ts';
import { MAKABLE } from './inbox-actions.ts';
import { type Html, html, timeElement } from './inbox-html.ts';
import type { ReaderTab } from './inbox-reader.ts';
import type { StoredMail } from './mail-store.ts';
import type { Outcome } from './ses-event.ts';
import { recipientsOf } from './ses-recipients.ts';

/** What was told of a mail, with its time, and buttons that make more happen to it, for each recipient apart. */
export function feedbackSection(mail: StoredMail, told: readonly ToldEvent[], tab: ReaderTab): Html {
  return html`<section class="feedback" id="feedback" aria-labelledby="feedback-heading">
<h2 id="feedback-heading">What the mail service told the app</h2>
${mail.configurationSet === undefined ? html`<p class="hint">Nothing is told of this mail: it was sent without a configuration set.</p>` : undefined}
${told.length > 0 ? html`<ol class="told">${told.map(toldRow)}</ol>` : undefined}
${
  mail.configurationSet === undefined
    ? undefined
    : html`<h3>Make something happen to it</h3>
<ul class="makers">${recipientsOf(mail).map((recipient) => makerRow(mail, recipient, tab))}</ul>`
}
</section>`;
}

function toldRow({ at, what, recipient }: ToldEvent): Html {
  const trouble = TROUBLES.includes(what) ? ' is-trouble' : '';
  return html`<li>${timeElement(at, 'clock')} <span><span class="outcome${trouble}">${WORDS[what]}</span> ${recipient}</span></li>
`;
}

/** What became of a mail, before the name of the recipient. */
const WORDS: Readonly<Record<'send' | Outcome, string>> = {
  send: 'Taken by the mail service',
  delivery: 'Delivered to',
  delay: 'Delayed for',
  'hard-bounce': 'Bounced for good at',
  suppressed: 'Not sent, suppressed, for',
  'automatic-reply': 'Answered automatically by',
  complaint: 'Complained about by',
};
const TROUBLES: readonly string[] = ['hard-bounce', 'suppressed', 'complaint'];

function makerRow(mail: StoredMail, recipient: string, tab: ReaderTab): Html {
  const isBlind = mail.blindCopies.some((copy) => recipientsOf({ destinations: [copy] })[0] === recipient);
  return html`<li><form method="post" action="/mail/${mail.messageId}/events">
<input type="hidden" name="recipient" value="${recipient}"><input type="hidden" name="view" value="${tab}">
<span class="who">${isBlind ? html`<span class="bcc"><abbr title="Blind copy: in the envelope, in no header">BCC</abbr> ${recipient}</span>` : recipient}</span>
<span class="buttons">${MAKABLE.map(
    ([outcome, words]) =>
      html`<button name="outcome" value="${outcome}" aria-label="${words}: ${recipient}">${words}</button> `,
  )}</span>
</form></li>
`;
}
