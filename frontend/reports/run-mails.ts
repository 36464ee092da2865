import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { formatInstant } from '../../shared/reports/render/format-days.ts';
import type { RunResponse } from '../../shared/wire/reports.ts';
import { problemWords } from './failure-model.ts';
import type { AskedDecision } from './run-decision.ts';
import type { Stopped } from './run-decision-model.ts';
import { ACT_WORDS, actsOn, decisionsOn, mailsInOrder } from './run-decision-model.ts';
import type { Party } from './run-model.ts';
import { deliveryState, isSettled, partyWords, waitingWords } from './run-model.ts';

type Delivery = RunResponse['deliveries'][number];

/** How the mails of a run are looked at: on whose clock, by whom, and what they may do about them. */
export interface MailsView {
  readonly zone: string;
  readonly userId: string;
  readonly mayDecide: boolean;
  /** Recipients of the run to whom no mail goes at present. */
  readonly stopped: readonly Stopped[];
  readonly ask: (asked: AskedDecision) => void;
}

/** The mails of a run: who gets which report, what has become of each copy, and what a person may decide. */
export function mailsCard(answer: RunResponse, view: MailsView): TemplateResult {
  const { run, deliveries } = answer;
  const why = waitingWords(run, view.zone);
  return html`<section class="card" aria-labelledby="deliveries">
    <h2 id="deliveries">Mail</h2>
    ${why === undefined ? nothing : html`<div class="notice warn waiting">${why}</div>`}
    ${view.stopped.map(
      ({ name, because }) => html`<div class="notice warn stopped">
        <span
          >${name} gets no mail at present.${because === undefined ? '' : ` ${because}`}
          <a href="#/records/recipient">Open Records, Recipients</a></span
        >
      </div>`,
    )}
    ${deliveries.length === 0 ? html`<p class="soft">${isSettled(run) ? 'Nobody was mailed.' : 'Nothing to send yet.'}</p>` : nothing}
    <ul class="lines">
      ${mailsInOrder(answer).map((delivery) => mailLine(delivery, answer, view))}
    </ul>
  </section>`;
}

function mailLine(delivery: Delivery, answer: RunResponse, view: MailsView): TemplateResult {
  const { words, tone } = deliveryState(delivery);
  const { parties, problem, nextAt } = delivery;
  const { zone, userId, mayDecide, ask } = view;
  const title = answer.run.issues.find((issue) => issue.report === delivery.report)?.title ?? delivery.report;
  const acts = mayDecide ? actsOn(delivery, answer.deliveries) : [];
  const isTold = problem !== undefined && [parties.to.detail, parties.bcc.detail].includes(problem);
  return html`<li class="mail">
    <span class="what">
      <strong>${delivery.recipientName}</strong>
      <span class="small soft">${title}</span>
      ${decisionsOn(delivery, answer, zone, userId).map((said) => html`<span class="small decision num">${said}</span>`)}
      ${copy('Recipient', parties.to, zone)}${copy('Audit copy', parties.bcc, zone)}
      ${problem === undefined || isTold ? nothing : html`<span class="small failure">${problemWords(problem)}</span>`}
      ${nextAt === undefined ? nothing : html`<span class="small soft num">Tried again from ${formatInstant(nextAt, zone)}</span>`}
    </span>
    <span class="chip wrap ${tone}">${words}</span>
    ${
      acts.length === 0
        ? nothing
        : html`<span class="acts">
            ${acts.map(
              (act) => html`<button
                aria-label="${ACT_WORDS[act]}: ${title} to ${delivery.recipientName}"
                @click=${() => ask({ act, delivery, title })}
              >
                ${ACT_WORDS[act]}…
              </button>`,
            )}
          </span>`
    }
  </li>`;
}

/** One copy of a mail: what has become of it, when, and SES's own words; loud only where it was not taken. */
function copy(which: string, held: Party, zone: string): TemplateResult {
  return html`<span class="small copy ${held.state}">
    <span>${which}: ${partyWords(held)}</span>
    ${held.at === undefined ? nothing : html`<time class="num" datetime=${held.at}>${formatInstant(held.at as Instant, zone)}</time>`}
    ${held.detail === undefined ? nothing : html`<q>${held.detail}</q>`}
  </span>`;
}
