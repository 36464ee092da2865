import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { formatCell } from '../../../shared/reports/render/format.ts';
import type { CharterLine } from '../../../shared/wire/charters.ts';
import { clockTime } from '../../components/clock.ts';
import '../../components/state-badge.ts';
import type { DayGroup } from './charter-list-model.ts';

/** The days as cards, for a narrow screen. */
export function dayCards(groups: readonly DayGroup[]): TemplateResult {
  return html`<div class="days">
    ${groups.map(
      (group) => html`<section class=${group.when} aria-labelledby="day-${group.day}">
        <h2 class="day-head" id="day-${group.day}" data-day=${group.day}>${group.heading}${todayChip(group)}</h2>
        <ul class="cards">
          ${group.charters.map((line) => html`<li>${card(line)}</li>`)}
        </ul>
      </section>`,
    )}
  </div>`;
}

/** The days as one table, a body per day, where there is room. */
export function dayTable(groups: readonly DayGroup[], month: string): TemplateResult {
  return html`<div class="frame">
    <table>
      <caption class="visually-hidden">
        Charters in ${month}, by day
      </caption>
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Charter</th>
          <th scope="col">Vessel</th>
          <th scope="col">Channel</th>
          <th scope="col" class="right">Guests</th>
          <th scope="col" class="right">Total</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      ${groups.map(
        (group) => html`<tbody class=${group.when}>
          <tr class="group">
            <th colspan="7" scope="rowgroup" data-day=${group.day}>${group.heading}${todayChip(group)}</th>
          </tr>
          ${group.charters.map(row)}
        </tbody>`,
      )}
    </table>
  </div>`;
}

function card(line: CharterLine): TemplateResult {
  return html`<a href="#/charters/${encodeURIComponent(line.id)}">
    <span class="time num">${clockTime(line.startAt, line.zone)} – ${clockTime(line.endAt, line.zone)}</span>
    <scc-state-badge state=${line.lifecycle}></scc-state-badge>
    <span class="title">${line.title}</span>
    <span class="more num">
      <span>${line.vesselName}</span><span>${guests(line)}</span><span>${line.channelName}</span><span>${total(line)}</span>
    </span>
  </a>`;
}

function row(line: CharterLine): TemplateResult {
  return html`<tr>
    <td class="num time-cell">${clockTime(line.startAt, line.zone)} – ${clockTime(line.endAt, line.zone)}</td>
    <td><a href="#/charters/${encodeURIComponent(line.id)}">${line.title}</a></td>
    <td>${line.vesselName}</td>
    <td>${line.channelName}</td>
    <td class="right num">${formatCell({ kind: 'count', value: line.paxExpected })}</td>
    <td class="right num">${total(line)}</td>
    <td><scc-state-badge state=${line.lifecycle}></scc-state-badge></td>
  </tr>`;
}

function todayChip(group: DayGroup): unknown {
  return group.when === 'today' ? html`<span class="chip accent">Today</span>` : nothing;
}

function guests(line: CharterLine): string {
  return `${formatCell({ kind: 'count', value: line.paxExpected })} ${line.paxExpected === 1 ? 'guest' : 'guests'}`;
}

function total(line: CharterLine): string {
  return formatCell({ kind: 'cents', value: line.totalCents });
}
