import type { Instant, LocalDate } from '../../../kernel/calendar.ts';
import { dayIn, daysBetween } from '../../../kernel/calendar.ts';
import type { Inventory, ReadSection, SectionName } from '../../../records/inventory.ts';
import type { RepositoryScan } from '../../../records/repository-scan.ts';
import { oncePerView } from '../once-per-view.ts';
import type { FactView } from '../view.ts';

/** An inventory older than this says how things were, not how they are. */
export const STALE_DAYS = 7;

/** How one entity was found at one instant. */
export interface Look {
  readonly at: Instant;
  /** When its code was last looked into: a repository is scanned on days of its own. */
  readonly codeAt: Instant;
  readonly sections: Inventory['sections'];
}

/** What one entity's section says: what was read and when, or what to record to read it. */
export type Found<N extends SectionName> =
  | { readonly section: ReadSection<N>; readonly at: Instant }
  | { readonly missing: string };

/** Every look at an entity up to now, newest first: its inventories, each with the repository scan of its time. */
export function looksAt(view: FactView, entityId: string): readonly Look[] {
  const held = TAKEN.get(view) ?? new Map<string, readonly Look[]>();
  TAKEN.set(view, held);
  const looks = held.get(entityId) ?? looksTaken(view, entityId);
  held.set(entityId, looks);
  return looks;
}

/** A view never changes: every check of an entity reads the same looks at it. */
const TAKEN = new WeakMap<FactView, Map<string, readonly Look[]>>();

function looksTaken(view: FactView, entityId: string): readonly Look[] {
  const inventories = newestFirst(
    ofEntity(view, 'inventory', entityId),
    ({ collectedAt }) => collectedAt,
    view.takenAt,
  );
  const scans = newestFirst(ofEntity(view, 'repository-scan', entityId), ({ scannedAt }) => scannedAt, view.takenAt);
  if (inventories.length === 0)
    return scans.map((scan) => ({ at: scan.scannedAt, codeAt: scan.scannedAt, sections: withScan({}, scan) }));
  return inventories.map(({ collectedAt, sections }, i) => {
    const scan = i === 0 ? scans[0] : scans.find(({ scannedAt }) => scannedAt <= collectedAt);
    return { at: collectedAt, codeAt: scan?.scannedAt ?? collectedAt, sections: withScan(sections, scan) };
  });
}

/** The newest scan of an entity's repository, if there is one. */
export function newestScan(view: FactView, entityId: string): RepositoryScan | undefined {
  return newestFirst(ofEntity(view, 'repository-scan', entityId), ({ scannedAt }) => scannedAt, view.takenAt)[0];
}

/** The newest inventory of an entity, if there is one. */
export function newestInventory(view: FactView, entityId: string): Inventory | undefined {
  return newestFirst(ofEntity(view, 'inventory', entityId), ({ collectedAt }) => collectedAt, view.takenAt)[0];
}

/** A section of the newest look at an entity. */
export function sectionOf<N extends SectionName>(view: FactView, entityId: string, name: N): Found<N> {
  const [look] = looksAt(view, entityId);
  const who = view.entityOf(entityId)?.name ?? entityId;
  const source = view.registers.inventory;
  if (source.state === 'unreadable') {
    return { missing: `infrastructure inventories, which could not be read (${source.because})` };
  }
  if (look === undefined) return { missing: `an infrastructure inventory of ${who}` };
  const held: Inventory['sections'][SectionName] = look.sections[name];
  if (held === undefined) return { missing: `${SECTION_NAMES[name]} in the inventory of ${who}` };
  if (held.state === 'unreadable') {
    return { missing: `${SECTION_NAMES[name]} of ${who} (could not be read: ${held.because})` };
  }
  return { section: held as ReadSection<N>, at: name === 'code' ? look.codeAt : look.at }; // the section of that name, and it was read
}

/** Whole days since a look, in the company's zone. */
export function daysSince(view: FactView, at: Instant): number {
  return daysBetween(dayOf(view, at), view.today);
}

/** The day of a look, in the company's zone. */
export const dayOf = oncePerView((view, at: Instant): LocalDate => dayIn(view.zone, at));

/** Sections by the names people know them by. */
export const SECTION_NAMES: Readonly<Record<SectionName, string>> = {
  functions: 'functions',
  apis: 'APIs and their routes',
  logs: 'logs',
  buckets: 'buckets',
  tables: 'tables',
  secrets: 'stored secrets',
  distributions: 'distributions',
  sites: 'visits to the sites',
  names: 'domains and certificates',
  mail: 'mail identities',
  access: 'access keys and policies',
  account: 'account safeguards',
  costs: 'cloud cost rows',
  code: 'a scan of the code for secrets',
  journeys: 'visitors’ journeys',
  practices: 'engineering practices',
  deployments: 'deployments',
};

/** The look with what the scan saw of the code, each secret once. */
function withScan(sections: Inventory['sections'], scan: RepositoryScan | undefined): Inventory['sections'] {
  if (scan === undefined) return sections;
  const held = sections.code?.state === 'read' ? sections.code.items : [];
  const seen = new Set(held.map(({ file, fingerprint }) => `${file} ${fingerprint}`));
  const more = scan.secrets.filter(({ file, fingerprint }) => !seen.has(`${file} ${fingerprint}`));
  return { ...sections, code: { state: 'read', items: [...held, ...more] } };
}

interface Kept {
  readonly inventory: Inventory;
  readonly 'repository-scan': RepositoryScan;
}

function ofEntity<K extends keyof Kept>(view: FactView, kind: K, entityId: string): readonly Kept[K][] {
  const source = view.registers[kind];
  if (source.state === 'unreadable') return [];
  return (source.records as readonly Kept[K][]).filter((record) => record.entityId === entityId);
}

function newestFirst<T extends { readonly id: string }>(
  records: readonly T[],
  atOf: (record: T) => Instant,
  now: Instant,
): readonly T[] {
  return records
    .filter((record) => atOf(record) <= now)
    .sort((a, b) => (atOf(a) === atOf(b) ? (a.id < b.id ? 1 : -1) : atOf(a) < atOf(b) ? 1 : -1));
}
