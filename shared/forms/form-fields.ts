import type * as z from 'zod/mini';
import { ACCOUNTS } from '../ledger/accounts.ts';
import * as types from '../records/fields.ts';
import type { FieldShape, FormField } from '../records/form.ts';
import { choiceWords, fieldHint, fieldWords } from './field-words.ts';
import { referenceOf } from './references.ts';

type Schema = z.core.$ZodType;

/** What no form asks: the id, the stamp, and where a document says it. */
const NOT_ASKED = new Set(['id', 'writtenIn', ...Object.keys(types.stamp)]);

/** Fields asked in another unit than they are kept in. */
const BY_NAME: Readonly<Record<string, FieldShape>> = {
  durationMin: { type: 'hours' },
};

/** Fields that are known by being one of the field types every record is built from. */
const BY_TYPE = new Map<unknown, FieldShape>([
  [types.amount, { type: 'money' }],
  [types.positiveAmount, { type: 'money' }],
  [types.share, { type: 'share' }],
  [types.day, { type: 'day' }],
  [types.monthOfYear, { type: 'month' }],
  [types.instantAt, { type: 'instant' }],
  [types.localTime, { type: 'time' }],
  [types.email, { type: 'email' }],
  [types.count, { type: 'count' }],
  [types.percent, { type: 'count' }],
  [types.rating, { type: 'rating' }],
  [types.flag, { type: 'flag' }],
  [types.note, { type: 'note' }],
]);

/** The fields a person fills in for a record of this schema, in its order, each in words. A short name is asked first. */
export function formFields(schema: Schema): readonly FormField[] {
  const shape = (schema._zod.def as unknown as { readonly shape: Readonly<Record<string, Schema>> }).shape;
  const named = shape['id'] === (types.slug as Schema) ? [fieldOf('id', types.slug, { type: 'slug' })] : [];
  const asked = Object.entries(shape).filter(([name]) => !NOT_ASKED.has(name));
  return [...named, ...asked.map(([name, field]) => fieldOf(name, field))];
}

function fieldOf(name: string, schema: Schema, known?: FieldShape): FormField {
  const { type, innerType } = schema._zod.def as { readonly type: string; readonly innerType?: Schema };
  const isOptional = type === 'optional' && innerType !== undefined;
  const shape = known ?? shapeOf(name, isOptional ? innerType : schema);
  const hint = fieldHint(name, shape);
  return {
    name,
    label: fieldWords(name),
    ...(hint === undefined ? {} : { hint }),
    required: !isOptional,
    ...shape,
  };
}

function shapeOf(name: string, schema: Schema): FieldShape {
  const known = BY_NAME[name] ?? BY_TYPE.get(schema);
  if (known !== undefined) return known;
  const def = schema._zod.def as unknown as Definition;
  switch (def.type) {
    case 'enum':
      return { type: 'choice', choices: choicesOf(Object.values(def.entries ?? {})) };
    case 'literal':
      return { type: 'fixed', value: (def.values ?? [])[0] ?? '' };
    case 'array':
      return listShape(name, def.element as Schema);
    case 'object':
      return { type: 'group', fields: formFields(schema) };
    case 'number':
      return { type: 'count' };
    case 'string':
      return accountShape(def) ?? { type: 'text' };
    default: {
      const to = referenceOf(name);
      return to === undefined ? { type: 'text' } : { type: 'reference', to };
    }
  }
}

interface Definition {
  readonly type: string;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly (string | number)[];
  readonly element?: Schema;
  readonly checks?: readonly Schema[];
}

/** Several of few choices, several records of another kind, several lines, or several of the same with own fields. */
function listShape(name: string, element: Schema): FieldShape {
  if ((element._zod.def as { readonly type: string }).type === 'object') {
    return { type: 'rows', fields: formFields(element) };
  }
  const one = shapeOf(name.replace(/s$/, ''), element);
  if (one.type === 'choice') return { ...one, type: 'ticks' };
  return one.type === 'reference' ? { ...one, type: 'references' } : { type: 'list' };
}

/** An account code is chosen by its name; where the schema leaves it open, out of the costs. */
function accountShape({ checks = [] }: Definition): FieldShape | undefined {
  const patterns = checks.map((check) => (check._zod.def as unknown as { readonly pattern?: RegExp }).pattern);
  const pattern = patterns.find((one) => one?.source.includes('\\d{'));
  if (pattern === undefined) return undefined;
  const isAnyAccount = pattern.test('1010');
  return { type: 'choice', choices: accounts((code) => (isAnyAccount ? /^[56]/ : pattern).test(code)) };
}

function choicesOf(values: readonly string[]): readonly (readonly [string, string])[] {
  const named = accounts((code) => values.includes(code));
  return named.length === values.length ? named : values.map((value) => [value, choiceWords(value)]);
}

function accounts(fits: (code: string) => boolean): readonly (readonly [string, string])[] {
  return ACCOUNTS.filter(({ code }) => fits(code)).map(({ code, name }) => [code, `${name} (${code})`]);
}
