import type { Measured } from '../../kernel/measured.ts';
import { entered, isKnown, mapped, unknown } from '../../kernel/measured.ts';
import type { RecordKind } from '../../records/registry.ts';
import type { FactDefinition, FactMeaning, SubjectFacts } from './fact.ts';
import { AS_RECORDED } from './fact.ts';
import { nameOf } from './naming.ts';
import { recordsOf } from './readings.ts';
import type { FactView } from './view.ts';
import { recordBasis } from './written-in.ts';

const SOURCE = 'handoff documents, and what the office entered';

/** A business that keeps no such list is not asked for it: the list is one way to hand over, not the only one. */
function isKept(kind: Exclude<RecordKind, 'recipient'>): (view: FactView) => boolean {
  return (view) => {
    const held = view.registers[kind];
    return held.state === 'unreadable' || held.records.length > 0;
  };
}

const service = { needs: ['service'], source: SOURCE, unit: 'count', perEntity: true, owner: 'CTO' } as const;
const risk = { needs: ['risk'], source: SOURCE, unit: 'count', perEntity: true, owner: 'CEO' } as const;

export const HANDED_OVER_FACTS: readonly FactDefinition[] = [
  {
    ...service,
    id: 'services-recorded',
    title: 'Services written down',
    definition:
      'What the business runs or pays for every month, and has written down with the place where it is found.',
    formula: 'number of services',
    applies: isKept('service'),
    compute: (view) => mapped(recordsOf(view, 'service'), (all) => all.length),
  },
  {
    ...service,
    id: 'services-without-owner',
    title: 'Services without an owner',
    definition: 'Services for which nobody is named who could be asked.',
    formula: 'number of services without an owner',
    applies: isKept('service'),
    compute: (view) =>
      mapped(recordsOf(view, 'service'), (all) => all.filter((one) => one.ownerRole === undefined).length),
  },
  {
    ...risk,
    id: 'risks-recorded',
    title: 'Risks written down',
    definition: 'What may go wrong, as the people who run the business have written it down.',
    formula: 'number of risks',
    applies: isKept('risk'),
    compute: (view) => mapped(recordsOf(view, 'risk'), (all) => all.length),
  },
  {
    ...risk,
    id: 'risks-past-due',
    title: 'Risks past their day',
    definition: 'Risks that were to be dealt with by a day before today and are still written down.',
    formula: 'number of risks due before today',
    applies: isKept('risk'),
    compute: (view) =>
      mapped(
        recordsOf(view, 'risk'),
        (all) => all.filter(({ dueOn }) => dueOn !== undefined && dueOn < view.today).length,
      ),
  },
];

function read(
  of: typeof service | typeof risk,
  id: string,
  title: string,
  definition: string,
  unit: FactMeaning['unit'] = 'text',
): FactMeaning {
  return { id, title, unit, definition, formula: AS_RECORDED, source: of.source, needs: of.needs, owner: of.owner };
}

export const RUNNING_SERVICE_SUBJECTS: SubjectFacts = {
  kind: 'service',
  meanings: [
    read(service, 'service-place', 'Where a service is', 'Where somebody who takes over finds the service.'),
    read(service, 'service-owner', 'Who answers for a service', 'The role that can be asked about the service.'),
  ],
  list: (view) => {
    const all = recordsOf(view, 'service');
    if (!isKnown(all)) return [];
    const source = recordBasis(view, 'services');
    return all.value.map((one) => {
      const basis = source(one, all.basis);
      return {
        subject: { kind: 'service', id: one.id, name: one.name, entityId: one.entityId },
        figures: {
          'service-place': entered(one.place, basis),
          'service-owner': one.ownerRole ? entered(one.ownerRole, basis) : missing(view, one.name, one.entityId),
        },
      };
    });
  },
};

function missing(view: FactView, name: string, entityId: string): Measured<string> {
  return unknown(`an owner for the service ${name} of ${nameOf(view, entityId)}`);
}

export const RISK_SUBJECTS: SubjectFacts = {
  kind: 'risk',
  meanings: [
    read(risk, 'risk-severity', 'How bad a risk is', 'What it would mean if it came true.'),
    read(risk, 'risk-owner', 'Who watches a risk', 'The role that answers for the risk.'),
    read(risk, 'risk-due', 'Day by which a risk is dealt with', 'The day it is to be dealt with by.', 'day'),
  ],
  list: (view) => {
    const all = recordsOf(view, 'risk');
    if (!isKnown(all)) return [];
    const source = recordBasis(view, 'risks');
    return all.value.map((one) => {
      const basis = source(one, all.basis);
      const due = one.dueOn
        ? entered(one.dueOn, basis)
        : unknown(`a day for the risk "${one.title}" of ${nameOf(view, one.entityId)}`);
      return {
        subject: { kind: 'risk', id: one.id, name: one.title, entityId: one.entityId },
        figures: {
          'risk-severity': entered(one.severity, basis),
          'risk-owner': entered(one.ownerRole, basis),
          'risk-due': due,
        },
      };
    });
  },
};
