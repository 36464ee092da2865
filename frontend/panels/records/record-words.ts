import type { Instant, LocalDate, Month, Zone } from '../../../shared/kernel/calendar.ts';
import { dayIn, isLocalDate, isMonth, timeIn } from '../../../shared/kernel/calendar.ts';
import type { FormField } from '../../../shared/records/form.ts';
import { formatCell } from '../../../shared/reports/render/format.ts';
import { formatDay, formatMonth } from '../../../shared/reports/render/format-days.ts';
import type { RecordFields } from '../../api/records.ts';
import { isMoney } from './form-model.ts';

/** The names of records of other kinds, by kind and id. */
export type Names = (kind: string, id: string) => string;

/** What a record is called in a list: its name, or what comes nearest to one. */
export function recordTitle(record: RecordFields): string {
  const found = TITLES.map((name) => record[name]).find((value) => typeof value === 'string' && value !== '');
  return typeof found === 'string' ? found : String(record['id']);
}

const TITLES = [
  'name',
  'title',
  'task',
  'holder',
  'vendor',
  'what',
  'role',
  'domain',
  'memo',
  'type',
  'metric',
  'lender',
  'owner',
  'authority',
  'number',
];

/** A field's value in words, as lists and comparisons show it; nothing where nothing was said. */
export function valueText(field: FormField, record: RecordFields, names: Names, zone: string): string {
  const value = record[field.name];
  if (value === undefined || value === '') return '';
  switch (field.type) {
    case 'money':
      return formatCell(
        isMoney(field, record) ? { kind: 'cents', value: Number(value) } : { kind: 'count', value: Number(value) },
      );
    case 'share':
      return formatCell({ kind: 'share', value: Number(value) });
    case 'count':
      return String(value);
    case 'rating':
      return String(Number(value) / 10);
    case 'day':
      return isLocalDate(String(value)) ? formatDay(String(value) as LocalDate) : String(value);
    case 'month':
      return isMonth(String(value)) ? formatMonth(String(value) as Month) : String(value);
    case 'instant':
      return instantText(String(value), zone);
    case 'flag':
      return value === true ? 'Yes' : 'No';
    case 'choice':
      return choiceText(field.choices, String(value));
    case 'ticks':
      return listed(value, (one) => choiceText(field.choices, one));
    case 'reference':
      return names(field.to, String(value));
    case 'references':
      return listed(value, (one) => names(field.to, one));
    case 'list':
      return listed(value, (one) => one);
    case 'rows':
      return (value as readonly RecordFields[]).map((row) => rowText(field.fields, row, names, zone)).join('; ');
    case 'group':
      return rowText(field.fields, value as RecordFields, names, zone);
    default:
      return String(value);
  }
}

/** The fields of a record that differ between two versions of it, each with what both say. */
export function differences(
  fields: readonly FormField[],
  mine: RecordFields,
  theirs: RecordFields,
  names: Names,
  zone: string,
): readonly { readonly label: string; readonly mine: string; readonly theirs: string }[] {
  return fields
    .map((field) => ({
      label: field.label,
      mine: valueText(field, mine, names, zone),
      theirs: valueText(field, theirs, names, zone),
    }))
    .filter(({ mine: a, theirs: b }) => a !== b);
}

function rowText(fields: readonly FormField[], row: RecordFields, names: Names, zone: string): string {
  return fields.flatMap((field) => valueText(field, row, names, zone) || []).join(', ');
}

function listed(value: unknown, text: (one: string) => string): string {
  return (value as readonly string[]).map(text).join(', ');
}

function choiceText(choices: readonly (readonly [string, string])[], value: string): string {
  return choices.find(([one]) => one === value)?.[1] ?? value;
}

function instantText(at: string, zone: string): string {
  return `${formatDay(dayIn(zone as Zone, at as Instant))}, ${timeIn(zone as Zone, at as Instant)}`;
}
