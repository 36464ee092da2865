import type { TemplateResult } from 'lit';
import { css, html, nothing } from 'lit';
import type { LocalDate } from '../../../shared/kernel/calendar.ts';
import { monthOf } from '../../../shared/kernel/calendar.ts';
import { monthPeriod } from '../../../shared/kernel/period.ts';
import type { Charter } from '../../../shared/records/charter.ts';
import { formatCell } from '../../../shared/reports/render/format.ts';
import { formatDay, formatPeriod } from '../../../shared/reports/render/format-days.ts';
import type { ReadCharterResponse } from '../../../shared/wire/charters.ts';
import { timeSpan } from '../../components/clock.ts';
import '../../components/state-badge.ts';

/** The top of the page: which trip this is, in which state, and the facts one asks for first. */
export function charterHead(answer: ReadCharterResponse): TemplateResult {
  const { charter } = answer.file;
  const month = monthOf(charter.sailsOn as LocalDate);
  return html`<div class="head">
    <a class="back" href="#/charters?month=${month}">‹ ${formatPeriod(monthPeriod(month))}</a>
    <div class="title">
      <h1>${charter.title}</h1>
      <scc-state-badge state=${charter.lifecycle}></scc-state-badge>
    </div>
    <p class="when num">
      ${formatDay(charter.sailsOn)}, ${timeSpan(charter.startAt, charter.endAt, charter.zone)}
    </p>
    ${otherDay(charter)}
    <dl>
      ${factsOf(answer).map(([label, value]) => html`<div><dt>${label}</dt><dd class="num">${value}</dd></div>`)}
    </dl>
  </div>`;
}

/** Where a booking that moved went, and where it came from. */
function otherDay({ rebookedTo, rebookedFrom }: Charter): unknown {
  if (rebookedTo !== undefined)
    return html`<a href="#/charters/${rebookedTo}">It moved to another day: see that charter</a>`;
  if (rebookedFrom === undefined) return nothing;
  return html`<a href="#/charters/${rebookedFrom}">It takes the place of another day: see that charter</a>`;
}

function factsOf({ file, names, maxPax }: ReadCharterResponse): readonly (readonly [string, string])[] {
  const { charter } = file;
  const count = (value: number) => formatCell({ kind: 'count', value });
  const port =
    charter.departurePort === charter.returnPort
      ? charter.departurePort
      : `${charter.departurePort} to ${charter.returnPort}`;
  return [
    ['Vessel', names.vessel],
    ['Guests', `${count(charter.paxExpected)} of ${count(maxPax)}`],
    ...(charter.paxAboard === undefined ? [] : [['Aboard', count(charter.paxAboard)] as const]),
    ...(charter.paxAshore === undefined ? [] : [['Ashore', count(charter.paxAshore)] as const]),
    ['Port', port],
    ['Customer', names.customer],
    ['Channel', names.channel],
    ['Company', names.entity],
  ];
}

/** How the top of the page looks. */
export const charterHeadStyles = css`
  .head {
    display: grid;
    gap: var(--space-2);
    margin-bottom: var(--space-5);
  }
  .back {
    justify-self: start;
    display: inline-flex;
    align-items: center;
    min-height: var(--touch);
    margin-block: -0.5rem;
    font-size: var(--text-sm);
    text-decoration: none;
  }
  .back:hover {
    text-decoration: underline;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
  }
  .when {
    color: var(--ink-soft);
    font-size: var(--text-lg);
  }
  .head dl {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3) var(--space-6);
    margin-top: var(--space-2);
  }
  @media (max-width: 40rem) {
    .head dl {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(6.75rem, 1fr));
      gap: var(--space-3);
    }
  }
  .head dt {
    font-size: var(--text-xs);
    color: var(--ink-soft);
  }
  .head dd {
    font-weight: 550;
    overflow-wrap: anywhere;
  }
`;
