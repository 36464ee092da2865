/**
 * Stands in for the schema library in the browser's build. The page reads what its own server has written and checks
 * nothing itself, but the deciders it shares with the server come from files that also declare schemas. Declaring one
 * costs nothing here; using one is a mistake and says so.
 */
interface NoSchema {
  check(...checks: readonly unknown[]): NoSchema;
  safeParse(value: unknown): never;
}

const nothing: NoSchema = {
  check: () => nothing,
  safeParse: () => {
    throw new Error('schemas are read on the server only');
  },
};

const declared = (..._parts: readonly unknown[]): NoSchema => nothing;

export {
  declared as array,
  declared as boolean,
  declared as custom,
  declared as enum,
  declared as exactOptional,
  declared as gte,
  declared as int,
  declared as literal,
  declared as lte,
  declared as maxLength,
  declared as minLength,
  declared as regex,
  declared as strictObject,
  declared as string,
};
