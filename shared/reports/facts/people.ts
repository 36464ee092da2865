import type { Measured } from '../../kernel/measured.ts';
import { entered, isKnown, mapped, unknown } from '../../kernel/measured.ts';
import { ratio } from '../../kernel/money.ts';
import type { EquityHolding, KeyPerson } from '../../records/organisation.ts';
import type { FactDefinition, SubjectFacts } from './fact.ts';
import { AS_RECORDED } from './fact.ts';
import { nameOf } from './naming.ts';
import { recordsOf } from './readings.ts';
import type { FactView } from './view.ts';
import { recordBasis } from './written-in.ts';

const WHOLE = 10_000;

function sharesOf(holdings: readonly EquityHolding[]): number {
  return holdings.reduce((sum, holding) => sum + holding.shareBps, 0);
}

/** Holdings as if all entities together were one company, each weighing the same. */
function averageShare(view: FactView, which: (holding: EquityHolding) => boolean): Measured<number> {
  return mapped(recordsOf(view, 'equity-holding'), (all) => {
    const entities = new Set(all.map((holding) => holding.entityId)).size;
    return ratio(sharesOf(all.filter(which)), entities * WHOLE) ?? 0;
  });
}

/** Someone the business would miss, without a day or without a written handoff. */
function isUnprepared(person: KeyPerson): boolean {
  return person.transitionOn === undefined || !person.handoffOnFile;
}

const equity = { perEntity: true, needs: ['equity-holding'], source: 'holdings the owner entered' } as const;
const people = {
  perEntity: true,
  needs: ['key-person'],
  source: 'key people the owner entered',
  unit: 'count',
} as const;

export const PEOPLE_FACTS: readonly FactDefinition[] = [
  {
    ...equity,
    id: 'equity-documented-share',
    title: 'Equity documented',
    unit: 'share',
    definition: 'The part of the ownership for which a signed agreement is on file; entities weigh the same.',
    formula: 'shares with an agreement on file ÷ the whole of each entity with holdings',
    compute: (view) => averageShare(view, (holding) => holding.agreementOnFile),
  },
  {
    ...equity,
    id: 'equity-holdings-sum',
    title: 'Sum of holdings',
    unit: 'share',
    definition:
      'What the recorded holdings add up to; anything but the whole means the cap table is wrong. Entities weigh the same.',
    formula: 'sum of shares ÷ the whole of each entity with holdings',
    compute: (view) => averageShare(view, () => true),
  },
  {
    ...equity,
    id: 'holdings-without-agreement',
    title: 'Holdings without an agreement',
    unit: 'count',
    definition: 'Ownership shares for which no signed agreement is on file.',
    formula: 'number of holdings without an agreement on file',
    compute: (view) =>
      mapped(recordsOf(view, 'equity-holding'), (all) => all.filter((holding) => !holding.agreementOnFile).length),
  },
  {
    ...equity,
    id: 'cap-tables-not-whole',
    title: 'Cap tables that do not add up',
    unit: 'count',
    definition: 'Entities whose recorded holdings add up to more or less than the whole.',
    formula: 'number of entities with holdings whose sum is not 100 %',
    compute: (view) =>
      mapped(recordsOf(view, 'equity-holding'), (all) => {
        const ids = [...new Set(all.map((holding) => holding.entityId))];
        return ids.filter((id) => sharesOf(all.filter((holding) => holding.entityId === id)) !== WHOLE).length;
      }),
  },
  {
    ...people,
    id: 'key-people',
    title: 'Key people',
    definition: 'People the business would miss, as recorded.',
    formula: 'number of key people',
    compute: (view) => mapped(recordsOf(view, 'key-person'), (all) => all.length),
  },
  {
    ...people,
    id: 'key-people-unprepared',
    title: 'Key people without a date or handoff',
    definition: 'Key people with no transition day, or no handoff document on file.',
    formula: 'number of key people lacking either',
    compute: (view) => mapped(recordsOf(view, 'key-person'), (all) => all.filter(isUnprepared).length),
  },
];

export const HOLDING_SUBJECTS: SubjectFacts = {
  kind: 'holding',
  meanings: [
    {
      id: 'holding-share',
      title: 'Share held',
      unit: 'share',
      definition: 'The part of the entity the holder owns.',
      formula: AS_RECORDED,
      source: equity.source,
      needs: equity.needs,
    },
    {
      id: 'holding-agreement',
      title: 'Agreement on file',
      unit: 'text',
      definition: 'Whether a signed agreement is on file.',
      formula: AS_RECORDED,
      source: equity.source,
      needs: equity.needs,
    },
  ],
  list: (view) => {
    const all = recordsOf(view, 'equity-holding');
    if (!isKnown(all)) return [];
    const source = recordBasis(view, 'equity holdings');
    return all.value.map((holding) => ({
      subject: { kind: 'holding', id: holding.id, name: holding.holder, entityId: holding.entityId },
      figures: {
        'holding-share': entered(holding.shareBps, source(holding, all.basis)),
        'holding-agreement': entered(holding.agreementOnFile ? 'yes' : 'no', source(holding, all.basis)),
      },
    }));
  },
};

export const PERSON_SUBJECTS: SubjectFacts = {
  kind: 'person',
  meanings: [
    {
      id: 'person-transition',
      title: 'Transition',
      unit: 'day',
      definition: 'The day on which somebody else takes over.',
      formula: AS_RECORDED,
      source: people.source,
      needs: people.needs,
    },
    {
      id: 'person-handoff',
      title: 'Handoff on file',
      unit: 'text',
      definition: 'Whether a handoff document is on file.',
      formula: AS_RECORDED,
      source: people.source,
      needs: people.needs,
    },
    {
      id: 'person-successor',
      title: 'Successor',
      unit: 'text',
      definition: 'Who takes over.',
      formula: AS_RECORDED,
      source: people.source,
      needs: people.needs,
    },
  ],
  list: (view) => {
    const all = recordsOf(view, 'key-person');
    if (!isKnown(all)) return [];
    const source = recordBasis(view, 'key people');
    return all.value.map((person) => {
      const basis = source(person, all.basis);
      const who = `${person.role} of ${nameOf(view, person.entityId)}`;
      return {
        subject: { kind: 'person', id: person.id, name: person.role, entityId: person.entityId },
        figures: {
          'person-transition': person.transitionOn
            ? entered(person.transitionOn, basis)
            : unknown(`a transition day for the ${who}`),
          'person-handoff': entered(person.handoffOnFile ? 'yes' : 'no', basis),
          'person-successor': person.successor
            ? entered(person.successor, basis)
            : unknown(`a successor for the ${who}`),
        },
      };
    });
  },
};
