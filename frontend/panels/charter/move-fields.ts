import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { Charter } from '../../../shared/records/charter.ts';
import { choiceField, noteField, textField, tickField } from '../../components/field.ts';
import { fieldWords } from '../../components/problem-list-model.ts';
import { CANCELLED_BY_WORDS } from './move-model.ts';
import type { NewDay } from './new-days.ts';

/** The charters a booking can move to, and the one that is meant. */
export interface DaysAhead {
  readonly days: readonly NewDay[] | undefined;
  readonly chosen: string | undefined;
}

/** The right input for something a move needs to be told. */
export function needField(
  need: string,
  charter: Charter,
  problem: string | undefined,
  ahead: DaysAhead,
): TemplateResult {
  switch (need) {
    case 'paxAboard':
      return countOf(need, 'Guests aboard', `${charter.paxExpected} were expected.`, problem);
    case 'paxAshore':
      return countOf(need, 'Guests ashore', aboardHint(charter), problem);
    case 'countCommunicatedAshore':
      return tickField({ name: need, label: 'The count has been given to someone ashore', problem });
    case 'holdExpiresAt':
      return textField({
        name: need,
        label: 'Held until',
        type: 'datetime-local',
        hint: `On the clock of ${charter.zone}.`,
        problem,
      });
    case 'forecast':
      return textField({ name: need, label: 'Forecast', hint: 'Wind, sea and warnings, as read now.', problem });
    case 'by':
      return choiceField({ name: need, label: 'Cancelled by', problem }, Object.entries(CANCELLED_BY_WORDS));
    case 'reason':
      return noteField({ name: need, label: 'Reason', problem });
    case 'reopenReason':
      return noteField({ name: need, label: 'Why it is reopened', problem });
    case 'otaAcceptance':
      return textField({ name: need, label: "The platform's reference", hint: 'Of the booking it accepted.', problem });
    case 'retainedCents':
      return textField({
        name: need,
        label: 'Keep of what was paid, in dollars',
        hint: 'Left empty, the cancellation terms decide.',
        required: false,
        inputmode: 'decimal',
        problem,
      });
    case 'rebookedTo':
      return newDayField(need, charter, problem, ahead);
    default:
      return textField({ name: need, label: fieldWords(need) ?? need, problem });
  }
}

/** The fields of a move, in the order it needs them. */
export function needFields(
  needs: readonly string[],
  charter: Charter,
  about: (field: string) => string | undefined,
  ahead: DaysAhead,
): TemplateResult {
  return html`${needs.map((need) => needField(need, charter, about(need), ahead))}`;
}

/** The address of a form for the charter that takes another's place. */
export function insteadHash(charterId: string): string {
  return `#/charters/new?instead-of=${encodeURIComponent(charterId)}`;
}

function newDayField(
  name: string,
  { id }: Charter,
  problem: string | undefined,
  { days, chosen = '' }: DaysAhead,
): TemplateResult {
  const first = days === undefined ? 'Looking…' : days.length === 0 ? 'None is being arranged yet' : 'Choose…';
  const hint = 'Another charter of the same customer that is still being arranged.';
  return html`${choiceField({ name, label: 'New day', hint, problem, value: chosen }, [
    ['', first],
    ...(days ?? []).map((day) => [day.id, day.text] as const),
  ])}
    <a href=${insteadHash(id)}>Book another day first</a>`;
}

function countOf(name: string, label: string, hint: string, problem: string | undefined): TemplateResult {
  return textField({ name, label, hint, type: 'number', inputmode: 'numeric', min: '0', problem });
}

function aboardHint(charter: Charter): string {
  return charter.paxAboard === undefined ? 'Count everyone off the boat.' : `${charter.paxAboard} went aboard.`;
}
