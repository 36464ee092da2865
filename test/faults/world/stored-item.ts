import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Item } from './attributes.ts';

/** An item as a table keeps it: a copy of its own, without what is undefined. Whoever reads it must leave it as it is. */
export function stored(item: Item): Item {
  return kept(item) as Item;
}

function kept(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Uint8Array) return value.slice();
  if (Array.isArray(value)) return value.map(kept);
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const held = (value as Item)[name];
    if (held !== undefined) copy[name] = kept(held);
  }
  return copy;
}

/** An item as the errors of DynamoDB show it: every value under the letter of its type. */
export function marshalled(item: Item): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, attributeValue(value)]));
}

function attributeValue(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  if (value instanceof Uint8Array) return { B: value };
  if (Array.isArray(value)) return { L: value.map(attributeValue) };
  return { M: marshalled(value as Item) };
}
