import type { Measured } from '../../../kernel/measured.ts';
import { combined, entered, unknown } from '../../../kernel/measured.ts';
import { ratio } from '../../../kernel/money.ts';
import type { Property } from '../../../records/rental.ts';
import type { FactDefinition } from '../fact.ts';
import { orMissing } from '../known-when.ts';
import { namesOf } from '../naming.ts';
import { recordsOf } from '../readings.ts';
import type { FactView } from '../view.ts';
import { narrowedTo } from '../view.ts';

type Told = Omit<FactDefinition, 'perEntity' | 'kinds'>;

/** A figure about the rented properties of a view; none where nothing is rented out. */
export function rentalFact(told: Told): FactDefinition {
  return { owner: 'Operations', applies: hasRental, ...told, perEntity: false, kinds: ['rental'] };
}

/** The same where something is let by lease. */
export function leaseFact(told: Told): FactDefinition {
  return rentalFact({ applies: (view) => hasRental(view) && hasUse(view, 'lease'), ...told });
}

/** The same where something is let by the night. */
export function stayFact(told: Told): FactDefinition {
  return rentalFact({ applies: (view) => hasRental(view) && hasUse(view, 'stays'), ...told });
}

/** Whether a view has rented properties, or a business that should have recorded some. */
export function hasRental(view: FactView): boolean {
  const { property } = view.registers;
  const isKept = property.state === 'read' && property.records.length > 0;
  return isKept || view.entityIds.some((id) => view.entityOf(id)?.kind === 'rental');
}

/** The view of the businesses that rent out, and of no other. */
export function rentalView(view: FactView): FactView {
  const { property } = view.registers;
  const owners = property.state === 'read' ? property.records.map(({ entityId }) => entityId) : [];
  return narrowedTo(
    view,
    view.entityIds.filter((id) => view.entityOf(id)?.kind === 'rental' || owners.includes(id)),
  );
}

/** The properties on record, by id, of one use or of both. */
export function propertiesOf(view: FactView, use?: Property['use']): Measured<readonly Property[]> {
  const held = recordsOf(view, 'property');
  if (held.state === 'unknown') return held;
  return { ...held, value: held.value.filter((property) => use === undefined || property.use === use) };
}

type Amount = 'purchaseCents' | 'acquisitionCents' | 'cashInvestedCents' | 'valueCents' | 'potentialMonthCents';

/** Amounts entered for each property, together; unknown as soon as one property lacks one. */
export function enteredSum(view: FactView, fields: readonly Amount[], what: string): Measured<number> {
  const held = propertiesOf(view);
  if (held.state === 'unknown') return held;
  const missing = held.value.filter((property) => fields.some((field) => property[field] === undefined));
  if (missing.length > 0) return unknown(...missing.map(({ name }) => `${what} of ${name}`));
  const sum = held.value.reduce(
    (all, property) => all + fields.reduce((of, field) => of + (property[field] ?? 0), 0),
    0,
  );
  return entered(sum, { ...held.basis, records: `properties of ${namesOf(view)}` });
}

/** One figure as a share of another; what is missing where there is nothing to share. */
export function shareOf(part: Measured<number>, whole: Measured<number>, missing: string): Measured<number> {
  return combined(part, whole, (a, b) => orMissing(ratio(a, b), missing));
}

/** Nothing known of the properties is no reason to leave a figure out. */
function hasUse(view: FactView, use: Property['use']): boolean {
  const { property } = view.registers;
  return (
    property.state === 'unreadable' || property.records.length === 0 || property.records.some((of) => of.use === use)
  );
}
