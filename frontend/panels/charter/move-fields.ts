import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { Charter } from '../../../shared/records/charter.ts';
import { choiceField, noteField, textField, tickField } from '../../components/field.ts';
import { fieldWords } from '../../components/problem-list-model.ts';
import { CANCELLED_BY_WORDS } from './move-model.ts';

/** The right input for something a move needs to be told. */
export function needField(need: string, charter: Charter, problem: string | undefined): TemplateResult {
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
      return textField({
        name: need,
        label: 'New charter',
        hint: 'The id of the charter it moves to, such as chr_01J9ZQ.',
        problem,
      });
    default:
      return textField({ name: need, label: fieldWords(need) ?? need, problem });
  }
}

/** The fields of a move, in the order it needs them. */
export function needFields(
  needs: readonly string[],
  charter: Charter,
  about: (field: string) => string | undefined,
): TemplateResult {
  return html`${needs.map((need) => needField(need, charter, about(need)))}`;
}

function countOf(name: string, label: string, hint: string, problem: string | undefined): TemplateResult {
  return textField({ name, label, hint, type: 'number', inputmode: 'numeric', min: '0', problem });
}

function aboardHint(charter: Charter): string {
  return charter.paxAboard === undefined ? 'Count everyone off the boat.' : `${charter.paxAboard} went aboard.`;
}
