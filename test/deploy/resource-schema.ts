import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';

type Spec = Awaited<ReturnType<typeof loadAwsServiceSpec>>;
type Resource = ReturnType<Spec['lookup']>[number] & {
  readonly properties: Readonly<Record<string, SpecProperty>>;
  readonly attributes: Readonly<Record<string, unknown>>;
};

interface SpecProperty {
  readonly type: SpecType;
  readonly required?: boolean;
}

type SpecType =
  | { readonly type: 'string'; readonly allowedValues?: readonly string[] }
  | { readonly type: 'number' | 'integer' | 'boolean' | 'json' | 'date-time' | 'null' | 'tag' }
  | { readonly type: 'array' | 'map'; readonly element: SpecType }
  | { readonly type: 'union'; readonly types: readonly SpecType[] }
  | { readonly type: 'ref'; readonly reference: { readonly $ref: string } };

/** AWS's own schema of resources. */
export interface ResourceSchema {
  /** What is wrong with the properties of a resource; functions of CloudFormation may stand for any value. */
  problems(type: string, properties: unknown, at: string): string[];
  hasAttribute(type: string, name: string): boolean;
}

export async function resourceSchema(): Promise<ResourceSchema> {
  const spec = await loadAwsServiceSpec();
  const resource = (type: string) =>
    spec.lookup('resource', 'cloudFormationType', 'equals', type)[0] as unknown as Resource | undefined;
  return {
    problems(type, properties, at) {
      const known = resource(type);
      if (known === undefined) return [`${at}: there is no ${type}`];
      return fields(spec, known.properties, properties ?? {}, at);
    },
    hasAttribute: (type, name) => resource(type)?.attributes[name] !== undefined,
  };
}

function fields(spec: Spec, known: Resource['properties'], value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at}: expected fields`];
  const given = Object.entries(value);
  const missing = Object.entries(known).filter(([name, property]) => property.required === true && !(name in value));
  return [
    ...missing.map(([name]) => `${at}.${name} is missing`),
    ...given.flatMap(([name, one]) => {
      const property = known[name];
      return property === undefined
        ? [`${at}.${name} is unknown`]
        : problemsOf(spec, property.type, one, `${at}.${name}`);
    }),
  ];
}

function problemsOf(spec: Spec, type: SpecType, value: unknown, at: string): string[] {
  const choice = ifIn(value);
  if (choice !== undefined) return choice.flatMap((one) => problemsOf(spec, type, one, at));
  if (isFunction(value)) return [];
  switch (type.type) {
    case 'union': {
      const tried = type.types.map((one) => problemsOf(spec, one, value, at));
      return tried.some((found) => found.length === 0) ? [] : (tried[0] ?? []);
    }
    case 'array':
      if (!Array.isArray(value)) return [`${at}: expected a list`];
      return value.flatMap((one, index) => problemsOf(spec, type.element, one, `${at}[${index}]`));
    case 'map':
      if (typeof value !== 'object' || value === null) return [`${at}: expected names and values`];
      return Object.entries(value).flatMap(([name, one]) => problemsOf(spec, type.element, one, `${at}.${name}`));
    case 'ref':
      return fields(
        spec,
        (spec.get('typeDefinition', type.reference.$ref) as unknown as Resource).properties,
        value,
        at,
      );
    case 'json':
      return typeof value === 'object' || typeof value === 'string' ? [] : [`${at}: expected JSON`];
    case 'integer':
      return Number.isInteger(value) ? [] : [`${at}: expected a whole number`];
    case 'number':
    case 'boolean':
      return typeof value === type.type ? [] : [`${at}: expected a ${type.type}`];
    case 'string':
      if (typeof value !== 'string') return [`${at}: expected text`];
      return type.allowedValues?.includes(value) === false ? [`${at}: ${value} is not allowed`] : [];
    case 'date-time':
    case 'tag':
    case 'null':
      return [`${at}: this test does not know the type ${type.type}`];
  }
}

function ifIn(value: unknown): unknown[] | undefined {
  const choice = (value as { 'Fn::If'?: unknown } | null)?.['Fn::If'];
  return Array.isArray(choice) ? choice.slice(1) : undefined;
}

function isFunction(value: unknown): boolean {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  return keys.length === 1 && /^(Ref$|Fn::)/.test(keys[0] ?? '');
}
