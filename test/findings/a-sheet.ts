import type { Measured } from '../../shared/kernel/measured.ts';
import { measured, unknown } from '../../shared/kernel/measured.ts';
import type { Fact, FactValue, Subject } from '../../shared/reports/facts/fact.ts';
import type { FactSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { GROUP } from '../../shared/reports/facts/fact-sheet.ts';
import { aSheet, TODAY } from '../facts/a-snapshot.ts';

/** A value, or `null` for a figure that is not known. */
export type Values = Readonly<Record<string, FactValue | null>>;

const DEFINITIONS = aSheet().definitions;

/**
 * A sheet that holds just these figures, for the group and for each entity (jada unless others are named). Figures left
 * out do not apply. `charter` gives figures of the charter chr_A.
 */
export function aSheetOf(
  group: Values,
  options: { readonly entities?: Readonly<Record<string, Values>>; readonly charter?: Values } = {},
): FactSheet {
  const entities = options.entities ?? { jada: group };
  const facts = [
    ...factsOf(group, GROUP),
    ...Object.entries(entities).flatMap(([id, values]) => factsOf(values, id)),
    ...factsOf(options.charter ?? {}, 'chr_A'),
  ];
  const get = (id: string, scope: string = GROUP) =>
    facts.find((fact) => fact.key === `${id}@${scope}`) ?? factOf(id, scope, unknown(`${id} does not apply`));
  const charter: Subject = { kind: 'charter', id: 'chr_A', name: 'Sunset sail', entityId: 'jada' };
  return {
    ...aSheet(),
    entityIds: Object.keys(entities),
    entities: Object.keys(entities).map((id) => ({ id, name: id.toUpperCase(), kind: 'charter' })),
    facts,
    get,
    measuredOf: (id, scope) => get(id, scope).measured,
    has: (id, scope = GROUP) => facts.some((fact) => fact.key === `${id}@${scope}`),
    subjects: (kind) => (kind === 'charter' && options.charter ? [charter] : []),
  };
}

function factsOf(values: Values, scope: string): Fact[] {
  return Object.entries(values).map(([id, value]) => {
    const basis = { records: 'tests', asOf: TODAY };
    return factOf(id, scope, value === null ? unknown(`${id} of ${scope}`) : measured(value, basis));
  });
}

/** @throws Error when no fact has this id: a test must not invent figures. */
function factOf(id: string, scope: string, figure: Measured<FactValue>): Fact {
  const meaning = DEFINITIONS.find((definition) => definition.id === id);
  if (meaning === undefined) throw new Error(`no fact is called ${id}`);
  return { key: `${id}@${scope}`, scope, meaning, measured: figure };
}
