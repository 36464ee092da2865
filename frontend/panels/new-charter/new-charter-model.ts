import type { RecordFields } from '../../api/records.ts';

/** A filled-in charter as it is sent: each price line with its total. */
export function charterBodyOf(record: RecordFields): RecordFields {
  const lines = (record['priceLines'] ?? []) as readonly { readonly qty: number; readonly unitCents: number }[];
  return { ...record, priceLines: lines.map((line) => ({ ...line, totalCents: line.qty * line.unitCents })) };
}
