import type { Names } from './tokens.ts';
import { TokenReader } from './tokens.ts';

/** DynamoDB's expressions, read: the part of the language the stores speak, parsed once per text. */

/** A place in an item: names and list positions, outermost first. */
export type Path = readonly (string | number)[];

export type Operand =
  | { readonly kind: 'path'; readonly path: Path }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'size'; readonly path: Path };

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'compare'; readonly by: Comparator; readonly left: Operand; readonly right: Operand }
  | { readonly kind: 'between'; readonly of: Operand; readonly low: Operand; readonly high: Operand }
  | { readonly kind: 'in'; readonly of: Operand; readonly among: readonly Operand[] }
  | { readonly kind: 'exists' | 'absent'; readonly path: Path }
  | { readonly kind: 'begins' | 'contains'; readonly of: Operand; readonly what: Operand };

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** The condition a text says. @throws SyntaxError where DynamoDB, or this reading of it, would refuse. */
export function conditionIn(text: string, names: Names = {}): Condition {
  const reader = new TokenReader(text, names);
  const condition = either(reader);
  reader.end();
  return condition;
}

function either(reader: TokenReader): Condition {
  let left = both(reader);
  while (reader.took('OR')) left = { kind: 'or', left, right: both(reader) };
  return left;
}

function both(reader: TokenReader): Condition {
  let left = single(reader);
  while (reader.took('AND')) left = { kind: 'and', left, right: single(reader) };
  return left;
}

function single(reader: TokenReader): Condition {
  if (reader.took('NOT')) return { kind: 'not', of: single(reader) };
  if (reader.took('(')) {
    const inside = either(reader);
    reader.need(')');
    return inside;
  }
  if (reader.took('attribute_exists')) return { kind: 'exists', path: argument(reader) };
  if (reader.took('attribute_not_exists')) return { kind: 'absent', path: argument(reader) };
  if (reader.took('begins_with')) return { kind: 'begins', ...twoArguments(reader) };
  if (reader.took('contains')) return { kind: 'contains', ...twoArguments(reader) };
  return comparison(reader, operandIn(reader));
}

function comparison(reader: TokenReader, left: Operand): Condition {
  if (reader.took('BETWEEN')) {
    const low = operandIn(reader);
    reader.need('AND');
    return { kind: 'between', of: left, low, high: operandIn(reader) };
  }
  if (reader.took('IN')) {
    reader.need('(');
    const among = [operandIn(reader)];
    while (reader.took(',')) among.push(operandIn(reader));
    reader.need(')');
    return { kind: 'in', of: left, among };
  }
  const by = (['=', '<>', '<=', '>=', '<', '>'] as const).find((sign) => reader.took(sign));
  if (by === undefined) throw reader.unexpected();
  return { kind: 'compare', by, left, right: operandIn(reader) };
}

function argument(reader: TokenReader): Path {
  reader.need('(');
  const path = pathIn(reader);
  reader.need(')');
  return path;
}

function twoArguments(reader: TokenReader): { readonly of: Operand; readonly what: Operand } {
  reader.need('(');
  const of = operandIn(reader);
  reader.need(',');
  const what = operandIn(reader);
  reader.need(')');
  return { of, what };
}

/** An operand: a value by its name, the size of a place, or a place. */
export function operandIn(reader: TokenReader): Operand {
  const value = reader.tookValue();
  if (value !== undefined) return { kind: 'value', name: value };
  if (reader.took('size')) return { kind: 'size', path: argument(reader) };
  return { kind: 'path', path: pathIn(reader) };
}

/** A place in an item. */
export function pathIn(reader: TokenReader): Path {
  const path: (string | number)[] = [reader.name()];
  for (;;) {
    if (reader.took('.')) path.push(reader.name());
    else if (reader.took('[')) {
      path.push(reader.position());
      reader.need(']');
    } else return path;
  }
}
