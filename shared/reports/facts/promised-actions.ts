import type { Measured } from '../../kernel/measured.ts';
import { entered, isKnown, unknown } from '../../kernel/measured.ts';
import type { ActionItem } from '../../records/organisation.ts';
import type { FactMeaning, FactValue, SubjectFacts } from './fact.ts';
import { AS_RECORDED } from './fact.ts';
import { nameOf } from './naming.ts';
import { openActions } from './safety.ts';
import { recordBasis } from './written-in.ts';

function read(id: string, title: string, unit: FactMeaning['unit'], definition: string): FactMeaning {
  const source = 'what the office entered';
  return { id: `promised-${id}`, title, unit, definition, formula: AS_RECORDED, source, needs: ['action'] };
}

/** Actions somebody promised that are neither done nor dropped, and that say how much work they are: they can be ranked. */
export const PROMISED_ACTION_SUBJECTS: SubjectFacts = {
  kind: 'promised-action',
  meanings: [
    read('due', 'Promised by', 'day', 'The day it was promised by.'),
    read('owner', 'Who promised it', 'text', 'The role that does it.'),
    read('severity', 'Severity of a promise', 'text', 'How bad it would be to miss it.'),
    read('effort', 'Effort of a promise', 'text', 'How much work it is: S, M or L.'),
    read('impact', 'Impact of a promise', 'cents', 'What doing it is worth, as somebody put it.'),
    read('finding', 'Finding a promise answers', 'text', 'The finding it was promised for.'),
  ],
  list: (view) => {
    const all = openActions(view);
    if (!isKnown(all)) return [];
    const source = recordBasis(view, 'actions');
    return all.value.flatMap((action) => {
      if (!isSized(action)) return [];
      const { id, entityId, title } = action;
      const of = nameOf(view, entityId);
      const figures = figuresOf(action, of, (value) => entered(value, source(action, all.basis)));
      return [
        { subject: { kind: 'promised-action', id: `promise-${id}`, name: `${of}: ${title}`, entityId }, figures },
      ];
    });
  },
};

type Sized = ActionItem & Required<Pick<ActionItem, 'effort'>>;

function isSized(action: ActionItem): action is Sized {
  return action.effort !== undefined;
}

function figuresOf(
  { title, dueOn, ownerRole, severity, effort, impactCents, findingId }: Sized,
  of: string,
  said: (value: FactValue) => Measured<FactValue>,
): Readonly<Record<string, Measured<FactValue>>> {
  return {
    'promised-due': said(dueOn),
    'promised-owner': said(ownerRole),
    'promised-severity': said(severity),
    'promised-effort': said(effort),
    'promised-impact':
      impactCents === undefined ? unknown(`the impact of the action “${title}” of ${of}`) : said(impactCents),
    ...(findingId === undefined ? {} : { 'promised-finding': said(findingId) }),
  };
}
