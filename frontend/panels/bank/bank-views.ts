import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { BankLine } from '../../../shared/records/bank-line.ts';
import { formatDay } from '../../../shared/reports/render/format-days.ts';
import type { LineMatches, Match, SortedLines } from './bank-model.ts';
import { certainMatches, differenceText, linesText, matchOf, mayBeFee, money } from './bank-model.ts';

type Names = Readonly<Record<string, string>>;

/** Lines that can be one thing only, ticked, to be confirmed together. */
export function certainView(
  { certain }: SortedLines,
  names: Names,
  left: ReadonlySet<string>,
  tick: (lineId: string, isIn: boolean) => void,
  confirm: (matches: readonly Match[]) => void,
): unknown {
  if (certain.length === 0) return nothing;
  const matches = certainMatches(certain, left);
  return html`<section class="card">
    <h2>Beyond doubt</h2>
    <p class="small soft">Same account, amount and day, and nothing else they could be. Untick what you want to look at.</p>
    <ul class="lines ticked">
      ${certain.map(
        ({ line, suggestions: [best] }) => html`<li>
          <label class="choice"
            ><input
              type="checkbox"
              .checked=${!left.has(line.id)}
              @change=${(event: Event) => tick(line.id, (event.target as HTMLInputElement).checked)}
            /><span>${lineView(line, names)}<span class="small soft">${best?.movement.memo}</span></span></label
          >
        </li>`,
      )}
    </ul>
    <div class="actions">
      <button class="primary" ?disabled=${matches.length === 0} @click=${() => confirm(matches)}>
        Match ${linesText(matches.length)}
      </button>
    </div>
  </section>`;
}

/** Lines that are near something in the books, each with how far they are apart; a person says which it is. */
export function nearView({ near }: SortedLines, names: Names, confirm: (matches: readonly Match[]) => void): unknown {
  if (near.length === 0) return nothing;
  return html`<section class="card">
    <h2>To be looked at</h2>
    <p class="small soft">Near something in the books. Where the amounts differ, record what the difference was as well.</p>
    <ul class="lines">
      ${near.map(
        ({ line, suggestions }) => html`<li>
          ${lineView(line, names)}
          ${suggestions.map(
            (one) => html`<div class="maybe">
              <div class="row small">
                <span>${formatDay(one.movement.on)} · ${one.movement.memo}</span>
                <span class="num">${money(one.movement.cents)}</span>
                <span class="soft">${differenceText(one, line)}</span>
              </div>
              <button
                aria-label="This is it: ${line.memo} is ${one.movement.memo} of ${formatDay(one.movement.on)}"
                @click=${() => confirm([matchOf(line, one)])}
              >
                This is it
              </button>
            </div>`,
          )}
        </li>`,
      )}
    </ul>
  </section>`;
}

/** Lines nothing in the books is like. Money moved between our own accounts, and fees of the processor, are recorded here. */
export function aloneView(
  { alone }: SortedLines,
  names: Names,
  transfer: (line: BankLine, other: string) => void,
  fee: (line: BankLine) => void,
): unknown {
  if (alone.length === 0) return nothing;
  return html`<section class="card">
    <h2>Like nothing in the books</h2>
    <p class="small soft">Record what it was under <a href="#/records/money">Money of a month</a>, then look here again. A transfer between two of our accounts, or a fee the card processor kept, is recorded here.</p>
    <ul class="lines">
      ${alone.map(
        ({ line }) => html`<li>
          ${lineView(line, names)}
          <details class="small">
            <summary>It was a transfer</summary>
            <div class="actions">
              ${othersOf(line, names).map(
                ([code, name]) => html`<button @click=${() => transfer(line, code)}>
                  ${line.cents < 0 ? 'To' : 'From'} ${name}
                </button>`,
              )}
            </div>
          </details>
          ${
            mayBeFee(line)
              ? html`<div>
                  <button aria-label="It was a fee of the processor: ${line.memo}" @click=${() => fee(line)}>It was a fee of the processor</button>
                </div>`
              : nothing
          }
        </li>`,
      )}
    </ul>
  </section>`;
}

/** What was matched on this visit, to be taken back. */
export function matchedView(lines: readonly BankLine[], names: Names, undo: (line: BankLine) => void): unknown {
  if (lines.length === 0) return nothing;
  return html`<section class="card">
    <h2>Matched just now</h2>
    <ul class="lines">
      ${lines.map(
        (line) => html`<li>
          ${lineView(line, names)}
          <div>
            <button aria-label="Take back the match of ${line.memo}" @click=${() => undo(line)}>Take back</button>
          </div>
        </li>`,
      )}
    </ul>
  </section>`;
}

/** One line of a statement. */
function lineView({ on, memo, cents, account }: LineMatches['line'], names: Names): TemplateResult {
  return html`<span class="row">
    <strong>${memo}</strong><span class="num">${money(cents)}</span>
    <span class="small soft">${formatDay(on)} · ${names[account] ?? account}</span>
  </span>`;
}

/** Accounts a line's money may have come from or gone to. A card is only ever paid. */
function othersOf({ account, cents }: BankLine, names: Names): readonly (readonly [string, string])[] {
  const isPaid = cents < 0;
  return Object.entries(names).filter(([code]) => code !== account && (isPaid || code !== '2020'));
}
