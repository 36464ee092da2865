import type { Item, Values } from './attributes.ts';
import { attributeAt } from './attributes.ts';
import type { Operand, Path } from './expression.ts';
import { operandIn, pathIn } from './expression.ts';
import type { Names } from './tokens.ts';
import { TokenReader } from './tokens.ts';

/** What a SET gives a place: an operand, the sum or difference of two, one with another where it is absent, two lists as one. */
type Given =
  | { readonly kind: 'is'; readonly of: Operand }
  | { readonly kind: '+' | '-'; readonly left: Given; readonly right: Given }
  | { readonly kind: 'unless'; readonly path: Path; readonly of: Operand }
  | { readonly kind: 'joined'; readonly left: Given; readonly right: Given };

type Change =
  | { readonly kind: 'set'; readonly path: Path; readonly to: Given }
  | { readonly kind: 'remove'; readonly path: Path }
  | { readonly kind: 'add'; readonly path: Path; readonly by: string };

/** The changes an update expression asks for. @throws SyntaxError for what the stores do not use. */
export function changesIn(text: string, names: Names = {}): readonly Change[] {
  const reader = new TokenReader(text, names);
  const changes: Change[] = [];
  while (!reader.isOver) {
    const one = clause(reader);
    do changes.push(one());
    while (reader.took(','));
  }
  return changes;
}

function clause(reader: TokenReader): () => Change {
  if (reader.took('SET')) {
    return () => {
      const path = pathIn(reader);
      reader.need('=');
      return { kind: 'set', path, to: sum(reader) };
    };
  }
  if (reader.took('REMOVE')) return () => ({ kind: 'remove', path: pathIn(reader) });
  reader.need('ADD');
  return () => {
    const path = pathIn(reader);
    const by = reader.tookValue();
    if (by === undefined) throw reader.unexpected();
    return { kind: 'add', path, by };
  };
}

function sum(reader: TokenReader): Given {
  const left = given(reader);
  const sign = (['+', '-'] as const).find((one) => reader.took(one));
  return sign === undefined ? left : { kind: sign, left, right: given(reader) };
}

function given(reader: TokenReader): Given {
  if (reader.took('list_append')) {
    reader.need('(');
    const left = given(reader);
    reader.need(',');
    const right = given(reader);
    reader.need(')');
    return { kind: 'joined', left, right };
  }
  if (!reader.took('if_not_exists')) return { kind: 'is', of: operandIn(reader) };
  reader.need('(');
  const path = pathIn(reader);
  reader.need(',');
  const of = operandIn(reader);
  reader.need(')');
  return { kind: 'unless', path, of };
}

/** The item as the changes leave it, every one decided on what it was before. @throws TypeError for adding to what is no number. */
export function changed(before: Item, changes: readonly Change[], values: Values): Item {
  let after = before;
  for (const change of changes) {
    switch (change.kind) {
      case 'set':
        after = withAttribute(after, change.path, givenValue(change.to, before, values));
        break;
      case 'remove':
        after = withAttribute(after, change.path, undefined);
        break;
      case 'add':
        after = withAttribute(after, change.path, total(attributeAt(before, change.path) ?? 0, '+', values[change.by]));
    }
  }
  return after;
}

function givenValue(of: Given, before: Item, values: Values): unknown {
  switch (of.kind) {
    case 'is': {
      const { of: operand } = of;
      const value = operand.kind === 'value' ? values[operand.name] : attributeAt(before, operand.path);
      if (value === undefined) throw new TypeError('an update reads an attribute that is not there');
      return value;
    }
    case 'unless':
      return attributeAt(before, of.path) ?? givenValue({ kind: 'is', of: of.of }, before, values);
    case 'joined':
      return joined(givenValue(of.left, before, values), givenValue(of.right, before, values));
    default:
      return total(givenValue(of.left, before, values), of.kind, givenValue(of.right, before, values));
  }
}

function joined(left: unknown, right: unknown): readonly unknown[] {
  if (!Array.isArray(left) || !Array.isArray(right)) throw new TypeError('only lists are joined');
  return [...left, ...right];
}

function total(left: unknown, sign: '+' | '-', right: unknown): number {
  if (typeof left !== 'number' || typeof right !== 'number') throw new TypeError('only numbers are added');
  return sign === '+' ? left + right : left - right;
}

/** A place holding something else, or nothing; what lies around it is left as it is. @throws TypeError for a place inside nothing. */
function withAttribute(item: Item, [step, ...rest]: Path, value: unknown): Item {
  const { [String(step)]: held, ...others } = item;
  if (rest.length > 0) {
    if (typeof held !== 'object' || held === null)
      throw new TypeError('an update writes into an attribute that is not there');
    return { ...others, [String(step)]: withAttribute(held as Item, rest, value) };
  }
  return value === undefined ? others : { ...others, [String(step)]: value };
}
