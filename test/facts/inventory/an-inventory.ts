import { tidySections } from '../../../scripts/sample/inventory-sections.ts';
import type { Instant, LocalDate } from '../../../shared/kernel/calendar.ts';
import type { Inventory, ReadSection, SectionName } from '../../../shared/records/inventory.ts';
import type { RecordOf } from '../../../shared/records/registry.ts';
import type { Snapshot } from '../../../shared/records/snapshot.ts';
import type { FactSheet } from '../../../shared/reports/facts/fact-sheet.ts';
import { factSheet } from '../../../shared/reports/facts/fact-sheet.ts';
import { anEntity, aSnapshot, NOVEMBER_TO_DATE, STAMP } from '../a-snapshot.ts';

export type Sections = Inventory['sections'];

/** Everything in order on Nov 20, 2026, code included: what a test shows is what it changes. */
export const TIDY: Sections = {
  ...tidySections('jada', 'jada.example', '2026-11-20' as LocalDate, '2027-05-01' as LocalDate),
  code: { state: 'read', items: [] },
};

/** A section of it with fields changed. */
export function changed<N extends SectionName>(name: N, change: (section: ReadSection<N>) => object): Sections {
  const section = TIDY[name] as unknown as ReadSection<N>;
  return { ...TIDY, [name]: Object.assign({}, section, change(section)) } as unknown as Sections;
}

/** The same for every thing of a section's list. */
export function eachOf<
  N extends 'functions' | 'buckets' | 'tables' | 'secrets' | 'distributions' | 'sites' | 'logs' | 'apis',
>(name: N, over: object): Sections {
  const section = TIDY[name] as unknown as { readonly items: readonly object[] };
  return { ...TIDY, [name]: { ...section, items: [{ ...section.items[0], ...over }] } } as unknown as Sections;
}

export function anInventory(sections: Sections, on = '2026-11-20', entityId = 'jada'): RecordOf<'inventory'> {
  const collectedAt = `${on}T14:00:00.000Z` as Instant;
  const record = { id: `inv_${entityId}-${on}`, entityId, collectedAt, collectedBy: 'tests', sections, ...STAMP };
  return record as unknown as RecordOf<'inventory'>; // the same fields; only the depth of readonly differs
}

export function aSnapshotWith(inventories: readonly RecordOf<'inventory'>[], over: object = {}): Snapshot {
  const others = [...new Set(inventories.map(({ entityId }) => entityId))].filter((id) => id !== 'jada');
  const entity = [anEntity(), ...others.map((id) => anEntity({ id, name: id.toUpperCase() }))];
  return aSnapshot({ records: { entity, inventory: inventories, ...over } });
}

/** The figures of jada (or more) on Nov 21, 2026 from these inventories. */
export function aSheetWith(
  inventories: readonly RecordOf<'inventory'>[],
  ids = ['jada'],
  over: object = {},
): FactSheet {
  return factSheet(aSnapshotWith(inventories, over), ids, NOVEMBER_TO_DATE);
}
