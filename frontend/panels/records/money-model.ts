import type { Form, FormKind } from '../../../shared/records/form.ts';
import { formatCell } from '../../../shared/reports/render/format.ts';
import type { MoneyLine } from '../../../shared/wire/money.ts';
import type { RecordFields } from '../../api/records.ts';
import type { Typed } from './form-model.ts';
import { recordTitle } from './record-words.ts';

/** What somebody is about to do with money: record some, take a record back, or put another in its place. */
export type MoneyTask =
  | { readonly does: 'record'; readonly form: Form; readonly draft: Typed }
  | { readonly does: 'correct' | 'withdraw'; readonly form: Form; readonly line: MoneyLine };

/** What stands on file, and what became of it. */
export function fieldsOf({ record }: MoneyLine): RecordFields {
  return record as unknown as RecordFields;
}

/** A record of money in a line: what it was, with whom or for what. */
export function moneyTitle(line: MoneyLine, one: string): string {
  const record = fieldsOf(line);
  const title = recordTitle(record);
  const kind = one.charAt(0).toUpperCase() + one.slice(1);
  return title === record['id'] ? kind : `${kind}: ${title}`;
}

/** Its amount as text. */
export function moneyAmount(line: MoneyLine): string {
  const record = fieldsOf(line);
  return formatCell({ kind: 'cents', value: Number(record['cents'] ?? record['receivedCents'] ?? 0) });
}

/** What became of a record that no longer stands as it was written; nothing while it does. */
export function fateText({ notes }: MoneyLine): string | undefined {
  if (notes.withdrawn === undefined) return notes.replaces === undefined ? undefined : 'Recorded in place of another';
  const what = notes.withdrawn.for === undefined ? 'Taken back' : 'Corrected by another record';
  return `${what}: ${notes.withdrawn.reason}`;
}

/** The kinds one can begin with; the others follow from a record that is there. */
export function firstKinds(kinds: readonly FormKind[]): readonly FormKind[] {
  return kinds.filter(({ of, follows }) => of === 'money' && follows === undefined);
}

/** The kinds that can follow a record, each with what is known of it already. */
export function followers(
  kinds: readonly FormKind[],
  line: MoneyLine,
): readonly { readonly kind: FormKind; readonly draft: Typed }[] {
  if (line.notes.withdrawn !== undefined) return [];
  const record = fieldsOf(line);
  return kinds
    .filter(({ follows }) => follows?.kind === line.kind)
    .map((kind) => ({
      kind,
      draft: Object.fromEntries(
        ['entityId', 'charterId', kind.follows?.field ?? ''].flatMap((name) =>
          typeof record[name] === 'string' ? [[name, record[name]]] : [],
        ),
      ),
    }));
}

/** The place a record is found at again, for taking it back. */
export function placeOfMoney(
  { day = 'on' }: FormKind,
  line: MoneyLine,
): { readonly id: string; readonly entityId: string; readonly on: string; readonly charterId?: string } {
  const { id, entityId, charterId, [day]: on } = fieldsOf(line) as Readonly<Record<string, string>>;
  return { id: `${id}`, entityId: `${entityId}`, on: `${on}`, ...(charterId === undefined ? {} : { charterId }) };
}
