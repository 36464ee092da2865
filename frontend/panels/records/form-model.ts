import type { Problem } from '../../../shared/kernel/fault.ts';
import type { FormField } from '../../../shared/records/form.ts';
import type { RecordFields } from '../../api/records.ts';
import { meaningOf, textOf } from './typed-values.ts';

/** Everything typed into a form so far, by the path of its field: priceLines[0].unitCents. */
export type Typed = Readonly<Record<string, string>>;

/** What a new record begins with: where and when one is, and the business when there is but one. */
export interface Beginning {
  readonly today: string;
  readonly zone: string;
  readonly entityId?: string;
  readonly newId: (prefix: string) => string;
  /** What records are called that no list of recent ones may hold, by id. */
  readonly names?: Readonly<Record<string, string>>;
}

/** A filled-in form as a record, or everything that is wrong with it at once. */
export type Filled =
  | { readonly ok: true; readonly record: RecordFields }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Marks a list of rows: how many there are. */
export const ROWS = '#';

/** A form as it opens for something new. */
export function firstTyped(fields: readonly FormField[], from: Beginning, at = ''): Typed {
  return Object.assign(
    {},
    ...fields.map((field): Typed => {
      const path = at + field.name;
      if (field.type === 'rows') return withRow({}, field, path, field.required && isNeeded(field) ? from : undefined);
      if (field.type === 'group') return mayBeLeftOut(field) ? {} : firstTyped(field.fields, from, `${path}.`);
      const first = firstText(field, from);
      return first === undefined ? {} : { [path]: first };
    }),
  );
}

/** The same form with one more row in a list. */
export function withRow(
  typed: Typed,
  field: FormField & { readonly type: 'rows' },
  path: string,
  from: Beginning | undefined,
): Typed {
  const count = Number(typed[path + ROWS] ?? 0);
  if (from === undefined) return { ...typed, [path + ROWS]: String(count) };
  return { ...typed, ...firstTyped(field.fields, from, `${path}[${count}].`), [path + ROWS]: String(count + 1) };
}

/** The same form without one row of a list; those behind it move up. */
export function withoutRow(typed: Typed, path: string, index: number): Typed {
  const rest = Object.entries(typed).flatMap(([name, text]) => {
    const row = new RegExp(`^${escaped(path)}\\[(\\d+)\\](.*)$`).exec(name);
    if (row === null) return [[name, text] as const];
    const at = Number(row[1]);
    if (at === index) return [];
    return [[`${path}[${at > index ? at - 1 : at}]${row[2]}`, text] as const];
  });
  return { ...Object.fromEntries(rest), [path + ROWS]: String(Number(typed[path + ROWS] ?? 1) - 1) };
}

/** A form as it opens for a record on file. */
export function typedOf(fields: readonly FormField[], record: RecordFields, zone: string, at = ''): Typed {
  return Object.assign(
    {},
    ...fields.map((field): Typed => {
      const [path, value] = [at + field.name, record[field.name]];
      switch (field.type) {
        case 'rows': {
          const rows = (value ?? []) as readonly RecordFields[];
          const typed = rows.map((row, index) => typedOf(field.fields, row, zone, `${path}[${index}].`));
          return Object.assign({ [path + ROWS]: String(rows.length) }, ...typed);
        }
        case 'group':
          return typedOf(field.fields, (value ?? {}) as RecordFields, zone, `${path}.`);
        case 'ticks':
        case 'references':
        case 'list':
          return { [path]: ((value ?? []) as readonly string[]).join('\n') };
        case 'flag':
          return { [path]: value === true ? 'yes' : '' };
        case 'fixed':
          return {};
        default:
          return { [path]: textOf(field, value, zone, isMoney(field, record)) };
      }
    }),
  );
}

/** The record a filled-in form means. Fields left empty that need not be filled in are left out. */
export function recordOf(fields: readonly FormField[], typed: Typed, zone: string, at = ''): Filled {
  const problems: Problem[] = [];
  const record: Record<string, unknown> = {};
  const take = (field: FormField, filled: Filled) => {
    if (filled.ok) record[field.name] = filled.record;
    else problems.push(...filled.problems);
  };
  for (const field of fields) {
    const path = at + field.name;
    if (field.type === 'fixed') record[field.name] = field.value;
    else if (field.type === 'rows') {
      const rows = Array.from({ length: Number(typed[path + ROWS] ?? 0) }, (_, index) =>
        recordOf(field.fields, typed, zone, `${path}[${index}].`),
      );
      if (rows.length > 0 || field.required) record[field.name] = rows.flatMap((row) => (row.ok ? [row.record] : []));
      problems.push(...rows.flatMap((row) => (row.ok ? [] : row.problems)));
    } else if (field.type === 'group') {
      const isEmpty = mayBeLeftOut(field) && !isAnyTyped(typed, `${path}.`);
      if (isAsked(field, typed) && !isEmpty) take(field, recordOf(field.fields, typed, zone, `${path}.`));
    } else {
      const read = readValue(field, (typed[path] ?? '').trim(), zone, isMoney(field, typed, at));
      if ('problem' in read) problems.push({ field: path, message: read.problem });
      else if (read.value !== undefined) record[field.name] = read.value;
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, record };
}

/** Whether a group is asked now: not while the field it stands in for is filled in. */
export function isAsked(field: FormField, typed: Typed): boolean {
  return field.type !== 'group' || field.unless === undefined || (typed[field.unless] ?? '') === '';
}

/** Whether a group may be left out as a whole: it stands in for nothing else and need not be filled in. */
function mayBeLeftOut(field: FormField): boolean {
  return field.type === 'group' && !field.required && field.unless === undefined;
}

function isAnyTyped(typed: Typed, at: string): boolean {
  return Object.entries(typed).some(([path, text]) => path.startsWith(at) && text.trim() !== '');
}

/** Whether an amount is money, by what another field of the same form or record says. */
export function isMoney(field: FormField, of: Readonly<Record<string, unknown>>, at = ''): boolean {
  return field.type === 'money' && (field.onlyIf === undefined || of[at + field.onlyIf.field] === field.onlyIf.value);
}

function readValue(field: FormField, text: string, zone: string, money: boolean) {
  if (field.type === 'flag') return { value: field.required || text === 'yes' ? text === 'yes' : undefined };
  if (field.type === 'ticks' || field.type === 'references' || field.type === 'list') {
    const values = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
    return { value: values.length > 0 || field.required ? values : undefined };
  }
  if (text === '') return field.required ? { problem: 'Fill this in.' } : { value: undefined };
  return meaningOf(field, text, zone, money);
}

/** Days that are today when something is recorded. */
const TODAY = /^(on|day|receivedOn|arrivedOn|paidOn|occurredOn|askedOn|saidOn|madeOn|checkedOn|statusSince|sentOn)$/;

function firstText(field: FormField, from: Beginning): string | undefined {
  switch (field.type) {
    case 'new-id':
      return from.newId(field.prefix);
    case 'choice':
      return field.required ? field.choices[0]?.[0] : undefined;
    case 'day':
      return field.required && TODAY.test(field.name) ? from.today : undefined;
    case 'month':
      return field.required ? from.today.slice(0, 7) : undefined;
    case 'flag':
      return field.name === 'active' ? 'yes' : undefined;
    case 'reference':
      return field.name === 'entityId' ? from.entityId : undefined;
    case 'money':
      return field.name === 'feeCents' || field.name === 'tipCents' ? '0.00' : undefined;
    default:
      return FIRST[field.name] ?? (field.name === 'zone' ? from.zone : undefined);
  }
}

const FIRST: Readonly<Record<string, string>> = { qty: '1', fiscalYearStartMonth: '1' };

/** A list that is empty more often than not opens empty; prices and parts of a sum never are. */
function isNeeded(field: FormField): boolean {
  return field.name === 'priceLines' || field.name === 'parts';
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
