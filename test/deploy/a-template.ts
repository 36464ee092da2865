import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScalarTag } from 'yaml';
import { parse } from 'yaml';
import { ROOT } from '../architecture/imports.ts';

/** A resource of the template, its functions written out as `{ Ref }`, `{ 'Fn::GetAtt' }` and so on. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Condition?: string;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
}

export interface Template {
  readonly Parameters: Readonly<Record<string, { readonly Type: string; readonly Default?: unknown }>>;
  readonly Conditions: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs: Readonly<Record<string, { readonly Value: unknown }>>;
}

/** The template as CloudFormation reads it; aliases are refused as CloudFormation refuses them. */
export function cloudTemplate(): Template {
  const text = readFileSync(join(ROOT, 'lambda/template.yaml'), 'utf8');
  return parse(text, { customTags: TAGS, maxAliasCount: 0 }) as Template;
}

/** The properties of a resource, by its name. */
export function propertiesOf(template: Template, name: string): Readonly<Record<string, unknown>> {
  return template.Resources[name]?.Properties ?? {};
}

/** Names a value refers to: resources, parameters and pseudo parameters, and attributes as `Name.Attribute`. */
export function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Sub': text } = value as Record<string, unknown>;
  if (typeof Ref === 'string') return [Ref];
  if (typeof attribute === 'string') return [attribute];
  if (typeof text === 'string') return [...text.matchAll(/\$\{([^!}][^}]*)\}/g)].map((match) => match[1] ?? '');
  return Object.values(value).flatMap(referencesIn);
}

/** Conditions a value asks for. */
export function conditionsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(conditionsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { 'Fn::If': choice } = value as Record<string, unknown>;
  const own = Array.isArray(choice) ? [String(choice[0])] : [];
  return [...own, ...Object.values(value).flatMap(conditionsIn)];
}

const scalar = (tag: string, key: string): ScalarTag => ({
  tag,
  resolve: (text: string) => ({ [key]: text }),
});

const list = (tag: string, key: string) => ({
  tag,
  collection: 'seq' as const,
  resolve: (value: { toJSON(): unknown }) => ({ [key]: value.toJSON() }),
});

const TAGS = [
  scalar('!Ref', 'Ref'),
  scalar('!GetAtt', 'Fn::GetAtt'),
  scalar('!Sub', 'Fn::Sub'),
  list('!If', 'Fn::If'),
  list('!Equals', 'Fn::Equals'),
  list('!Not', 'Fn::Not'),
];
