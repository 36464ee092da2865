import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { parsed } from '../../shared/records/fields.ts';

type Schema = z.ZodMiniType;
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly options?: readonly Schema[];
}

const FOLDER = join(import.meta.dirname, '../../shared/records');
const MODULES = await Promise.all(
  readdirSync(FOLDER).map(async (file) => (await import(join(FOLDER, file))) as Readonly<Record<string, unknown>>),
);
const SCHEMAS = MODULES.flatMap((exported) =>
  Object.entries(exported).filter(([name]) => name.endsWith('Schema')),
) as unknown as readonly (readonly [string, Schema])[];

/** What a person would be told of a value that does not fit; nothing when it fits. */
function problemsOf(schema: Schema, value: unknown) {
  const result = parsed(schema, value, 'It');
  return result.ok ? [] : result.fault.problems;
}

/** Every object a schema is made of, with the way to it: crew, crew[].papers. */
function objectsIn(schema: Schema, at: string): readonly (readonly [string, Schema])[] {
  const { type, shape, element, innerType, options = [] } = schema._zod.def as unknown as Definition;
  if (type === 'object') {
    const inner = Object.entries(shape ?? {}).flatMap(([name, field]) => objectsIn(field, `${at}.${name}`));
    return [[at, schema], ...inner];
  }
  return [...options, ...[element, innerType].filter((held) => held !== undefined)].flatMap((held) =>
    objectsIn(held, at),
  );
}

const OBJECTS = SCHEMAS.flatMap(([name, schema]) => objectsIn(schema, name));
const FIELDS = OBJECTS.flatMap(([at, schema]) =>
  Object.entries((schema._zod.def as unknown as Definition).shape ?? {}).map(
    ([name, field]) => [`${at}.${name}`, { name, field, schema }] as const,
  ),
);

const takes = (field: Schema, value: unknown) => field.safeParse(value).success;
/** Fields that take this text and not any other: days, months, instants. */
const only = (text: string) =>
  FIELDS.filter(([, { field }]) => takes(field, text) && !['some words', 'word'].some((word) => takes(field, word)));

test('there are the schemas of every kind of record, and lists within them', () => {
  expect(SCHEMAS.length).toBeGreaterThan(80);
  expect(OBJECTS.length).toBeGreaterThan(SCHEMAS.length + 20);
});

describe.each(OBJECTS)('%s', (_, schema) => {
  test.each(['surprise', 'currency'].filter((name) => !(schema._zod.def as unknown as Definition).shape?.[name]))(
    'refuses a field %s, by its name',
    (name) => {
      expect(problemsOf(schema, { [name]: 'EUR' })).toContainEqual({
        field: name,
        message: expect.stringMatching(/./),
      });
    },
  );
});

const REFUSED = [
  ['days', only('2026-11-21'), ['1999-12-31', '2101-01-01', '2026-02-29', '21.11.2026'], 60],
  ['months', only('2026-11'), ['1999-12', '2101-01', '2026-13'], 8],
  [
    'instants',
    only('2026-11-21T20:00:00Z'),
    ['1999-12-31T23:59:59Z', '2101-01-01T00:00:00Z', '2026-11-21T20:00:00'],
    30,
  ],
  [
    'amounts',
    FIELDS.filter(([, { name, field }]) => /cents|amount/i.test(name) && takes(field, 1)),
    [1e12 + 1, -1e12 - 1, 0.5, '1', Number.NaN],
    60,
  ],
] as const;

describe.each(REFUSED)('%s', (_, fields, bad, atLeast) => {
  test('are in many records', () => expect(fields.length).toBeGreaterThan(atLeast));

  test.each(fields)('%s refuses what is none, by its name', (_path, { name, schema }) => {
    for (const value of bad) {
      expect([value, problemsOf(schema, { [name]: value }).find(({ field }) => field === name)?.message]).toEqual([
        value,
        expect.stringMatching(/^expected /),
      ]);
    }
  });
});

test('whoever has a currency has dollars', () => {
  const fields = FIELDS.filter(([, { name }]) => /currency/i.test(name));
  expect(fields.map(([path]) => path)).toEqual(['entitySchema.currency']);
  for (const [, { field }] of fields) {
    expect([takes(field, 'USD'), takes(field, 'EUR'), takes(field, 'usd')]).toEqual([true, false, false]);
  }
});
