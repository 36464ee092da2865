/** An item of a table as the database's own JSON: every value under the mark of its type. */
export type ExportedItem = Readonly<Record<string, ExportedValue>>;
type ExportedValue =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly BOOL: boolean }
  | { readonly M: ExportedItem }
  | { readonly L: readonly ExportedValue[] };

/** The line a table export has for an item; what is undefined is left out, as the document client leaves it out. */
export function exportedLine(item: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify({ Item: exported(item) })}\n`;
}

/** The item in a line of a table export. */
export function itemInLine(line: string): Readonly<Record<string, unknown>> {
  return plain((JSON.parse(line) as { readonly Item: ExportedItem }).Item);
}

function exported(item: object): ExportedItem {
  const held = Object.entries(item).filter(([, value]) => value !== undefined);
  return Object.fromEntries(held.map(([name, value]) => [name, exportedValue(value)]));
}

/** @throws TypeError of what no item of this product holds, such as null. */
function exportedValue(value: unknown): ExportedValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(exportedValue) };
  if (typeof value === 'object' && value !== null) return { M: exported(value) };
  throw new TypeError(`no item holds ${String(value)}`);
}

function plain(item: ExportedItem): Readonly<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const name in item) found[name] = plainValue(item[name] as ExportedValue);
  return found;
}

function plainValue(value: ExportedValue): unknown {
  if ('S' in value) return value.S;
  if ('N' in value) return Number(value.N);
  if ('M' in value) return plain(value.M);
  return 'L' in value ? value.L.map(plainValue) : value.BOOL;
}
