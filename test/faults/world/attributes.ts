import type { Condition, Operand, Path } from './expression.ts';

/** An item as the document client shows it. */
export type Item = Readonly<Record<string, unknown>>;
/** What the values of a request stand for. */
export type Values = Readonly<Record<string, unknown>>;

/** What lies at a place of an item; undefined where nothing does. */
export function attributeAt(item: Item | undefined, path: Path): unknown {
  let found: unknown = item;
  for (const step of path) {
    if (found === null || typeof found !== 'object' || found instanceof Uint8Array) return undefined;
    found = (found as Readonly<Record<string | number, unknown>>)[step];
  }
  return found;
}

/** Whether a condition holds of an item, or of none: what is not there has no value, and compares with nothing. */
export function holds(condition: Condition, item: Item | undefined, values: Values): boolean {
  const of = (operand: Operand) => operandValue(operand, item, values);
  switch (condition.kind) {
    case 'and':
      return holds(condition.left, item, values) && holds(condition.right, item, values);
    case 'or':
      return holds(condition.left, item, values) || holds(condition.right, item, values);
    case 'not':
      return !holds(condition.of, item, values);
    case 'exists':
      return attributeAt(item, condition.path) !== undefined;
    case 'absent':
      return attributeAt(item, condition.path) === undefined;
    case 'compare':
      return compares(of(condition.left), condition.by, of(condition.right));
    case 'between':
      return (
        compares(of(condition.of), '>=', of(condition.low)) && compares(of(condition.of), '<=', of(condition.high))
      );
    case 'in':
      return condition.among.some((one) => compares(of(condition.of), '=', of(one)));
    case 'begins':
      return startsWith(of(condition.of), of(condition.what));
    case 'contains':
      return includes(of(condition.of), of(condition.what));
  }
}

function operandValue(operand: Operand, item: Item | undefined, values: Values): unknown {
  switch (operand.kind) {
    case 'path':
      return attributeAt(item, operand.path);
    case 'size':
      return sizeOf(attributeAt(item, operand.path));
    case 'value':
      if (!(operand.name in values)) throw new SyntaxError(`${operand.name} stands for nothing`);
      return values[operand.name];
  }
}

function compares(left: unknown, by: '=' | '<>' | '<' | '<=' | '>' | '>=', right: unknown): boolean {
  if (by === '=') return left !== undefined && isSame(left, right);
  if (by === '<>') return !isSame(left, right);
  const order = orderOf(left, right);
  if (order === undefined) return false;
  return by === '<' ? order < 0 : by === '<=' ? order <= 0 : by === '>' ? order > 0 : order >= 0;
}

/** Numbers by size, texts and bytes by their bytes; nothing else has an order, nor have two of different kinds. */
export function orderOf(left: unknown, right: unknown): number | undefined {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') {
    return left === right ? 0 : Buffer.compare(Buffer.from(left), Buffer.from(right));
  }
  if (left instanceof Uint8Array && right instanceof Uint8Array) return Buffer.compare(left, right);
  return undefined;
}

function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (left instanceof Uint8Array || right instanceof Uint8Array) return orderOf(left, right) === 0;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const [mine, theirs] = [Object.entries(left), right as Readonly<Record<string, unknown>>];
  return mine.length === Object.keys(right).length && mine.every(([name, held]) => isSame(held, theirs[name]));
}

function startsWith(value: unknown, start: unknown): boolean {
  return typeof value === 'string' && typeof start === 'string' && value.startsWith(start);
}

function includes(value: unknown, what: unknown): boolean {
  if (typeof value === 'string') return typeof what === 'string' && value.includes(what);
  return Array.isArray(value) && value.some((one) => isSame(one, what));
}

function sizeOf(value: unknown): number | undefined {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (value instanceof Uint8Array || Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : undefined;
}
