import type { FactSheet } from '../../facts/fact-sheet.ts';

/** A name with the entity it belongs to behind it, where the report is about more than one. */
export function withEntity(sheet: FactSheet, name: string, entityId: string | undefined): string {
  const owner = sheet.entities.length > 1 ? sheet.entities.find(({ id }) => id === entityId)?.name : undefined;
  return owner === undefined ? name : `${name} (${owner})`;
}
