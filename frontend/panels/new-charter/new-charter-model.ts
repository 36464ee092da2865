import { detailsOf } from '../../../shared/operations/charter-details.ts';
import type { CharterFile } from '../../../shared/records/charter.ts';
import type { Form } from '../../../shared/records/form.ts';
import type { RecordFields } from '../../api/records.ts';
import type { Typed } from '../records/form-model.ts';
import { typedOf } from '../records/form-model.ts';

/** A filled-in charter as it is sent: each price line with its total. */
export function charterBodyOf(record: RecordFields): RecordFields {
  const lines = (record['priceLines'] ?? []) as readonly { readonly qty: number; readonly unitCents: number }[];
  return { ...record, priceLines: lines.map((line) => ({ ...line, totalCents: line.qty * line.unitCents })) };
}

/** What the form of a charter that takes another's place begins with: all that was agreed, but its day. */
export function typedInstead(form: Form, { charter, guests }: CharterFile): Typed {
  const { entityId, vesselId, channelId, customerId, id, zone } = charter;
  const { day: _was, ...agreed } = detailsOf(charter);
  const named = guests.map(({ name, isMinor }) => ({ name, isMinor }));
  const about = { ...agreed, entityId, vesselId, channelId, customerId, rebookedFrom: id, guests: named };
  const typed = typedOf(form.fields, about as RecordFields, zone);
  return Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ''));
}
