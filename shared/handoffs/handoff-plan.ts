import { canonicalJson } from '../kernel/digest.ts';
import type { Handoff } from './handoff-document.ts';
import type { HandoffProblem } from './handoff-problem.ts';
import { keyOf } from './handoff-row.ts';
import type { HandoffKind } from './section-kinds.ts';
import { HANDOFF_KINDS, TABLE_SECTIONS } from './section-kinds.ts';

/** A stored record, as far as it matters here. */
export interface Held {
  readonly id: string;
  readonly version: number;
  readonly source: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly entityId?: string;
  readonly writtenIn?: { readonly file: string; readonly line: number };
}

/** What is stored now: the entities, and the registers of the kinds a document can hold. */
export interface HeldRecords {
  readonly entities: readonly Held[];
  readonly registers: Readonly<Partial<Record<HandoffKind, readonly Held[]>>>;
}

/** A record to be stored: new, or over the one held. Without stamp. */
export interface PlannedWrite {
  readonly kind: HandoffKind | 'entity';
  readonly record: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly over?: Held;
}

/** What storing a document would do. Nothing a person entered in the app is changed or taken out. */
export interface HandoffPlan {
  readonly writes: readonly PlannedWrite[];
  readonly withdrawals: readonly { readonly kind: HandoffKind; readonly held: Held }[];
  readonly unchanged: number;
  /** Rows that say something about what a person entered in the app, and other reasons to leave a row out. */
  readonly conflicts: readonly HandoffProblem[];
}

/** Boats and channels stay when their row is gone: charters name them. */
const KEPT: readonly HandoffKind[] = ['vessel', 'channel'];

/** What storing a document would do to what is stored. */
export function handoffPlan(handoff: Handoff, held: HeldRecords): HandoffPlan {
  const entity = entityPlan(handoff, held.entities);
  if (!held.entities.some(({ id }) => id === handoff.entity.id) && entity.writes.length === 0) {
    const known = handoff.entity.body === undefined;
    const message = `there is no entity ${handoff.entity.id} yet: expected name, kind, zone, tax-form and in-business-since in the front matter`;
    return { ...entity, conflicts: known ? [{ line: handoff.entity.line, message }] : entity.conflicts };
  }
  const plans = HANDOFF_KINDS.map((kind) => kindPlan(handoff, kind, held.registers[kind] ?? []));
  const all = [entity, ...plans];
  return {
    writes: all.flatMap(({ writes }) => writes),
    withdrawals: all.flatMap(({ withdrawals }) => withdrawals),
    unchanged: all.reduce((sum, { unchanged }) => sum + unchanged, 0),
    conflicts: all.flatMap(({ conflicts }) => conflicts).sort((a, b) => a.line - b.line),
  };
}

const NOTHING: HandoffPlan = { writes: [], withdrawals: [], unchanged: 0, conflicts: [] };

function entityPlan({ entity, file }: Handoff, entities: readonly Held[]): HandoffPlan {
  if (entity.body === undefined) return NOTHING;
  const record = { ...entity.body, id: entity.id, writtenIn: { file, line: entity.line } };
  return oneWrite(
    'entity',
    record,
    entities.find(({ id }) => id === entity.id),
    entity.line,
    entity.body.name,
  );
}

function kindPlan(handoff: Handoff, kind: HandoffKind, register: readonly Held[]): HandoffPlan {
  const { entity, file, incomplete } = handoff;
  const rows = handoff.rows.filter((row) => row.kind === kind);
  const owner = kind === 'channel' ? {} : { entityId: entity.id };
  const nameIn = (held: Held) => keyOf(String((held as unknown as Readonly<Record<string, unknown>>)[keyField(kind)]));
  const plans = rows.map((row) => {
    const over = register.find((held) => held.id === row.id) ?? register.find((held) => nameIn(held) === row.key);
    const record = {
      ...unsaid(kind, over),
      ...row.body,
      ...owner,
      id: over?.id ?? row.id,
      writtenIn: { file, line: row.line },
    };
    return oneWrite(kind, record, over, row.line, row.name);
  });
  const named = new Set(rows.map(({ key }) => key));
  const gone = register.filter((held) => isFromDocument(held) && !named.has(nameIn(held)));
  const stays = incomplete.has(kind) || KEPT.includes(kind);
  return {
    writes: plans.flatMap(({ writes }) => writes),
    withdrawals: stays ? [] : gone.map((held) => ({ kind, held })),
    unchanged: plans.reduce((sum, { unchanged }) => sum + unchanged, 0),
    conflicts: plans.flatMap(({ conflicts }) => conflicts),
  };
}

/** A record written over what nobody typed in; one a person typed in is left as it is, and said. */
function oneWrite(
  kind: PlannedWrite['kind'],
  record: PlannedWrite['record'],
  over: Held | undefined,
  line: number,
  name: string,
): HandoffPlan {
  if (over === undefined) return { ...NOTHING, writes: [{ kind, record }] };
  if (isSame(kind, over, record)) return { ...NOTHING, unchanged: 1 };
  const other = kind === 'channel' ? over.writtenIn : undefined;
  if (other !== undefined && other.file !== fileOf(record)) {
    const message = `${name}: line ${other.line} of ${other.file} says something else of this channel; channels belong to all businesses`;
    return { ...NOTHING, conflicts: [{ line, message }] };
  }
  if (!isReplaceable(over)) {
    const message = `${name}: the app has this ${wordFor(kind)}, entered by ${over.createdBy}; it stays as it is. Change it there, or here and there alike`;
    return { ...NOTHING, conflicts: [{ line, message }] };
  }
  return { ...NOTHING, writes: [{ kind, record, over }] };
}

function isFromDocument(held: Held): boolean {
  return held.source === 'import' && held.writtenIn !== undefined;
}

/** What the sample invented, or a file brought in, gives way to a document; what a person entered does not. */
function isReplaceable(held: Held): boolean {
  return held.source === 'import' || held.source === 'sample';
}

/** Whether the stored record says the same already; where a person typed it in, the place it is written does not matter. */
function isSame(kind: PlannedWrite['kind'], held: Held, record: PlannedWrite['record']): boolean {
  const { writtenIn } = held;
  const says = Object.fromEntries(Object.entries(held).filter(([field]) => !STAMPED.includes(field)));
  const { writtenIn: place, ...wanted } = record;
  if (canonicalJson(says) !== canonicalJson(wanted)) return false;
  const isElsewhere = kind === 'channel' && writtenIn?.file !== fileOf(record);
  return !isReplaceable(held) || isElsewhere || canonicalJson(writtenIn) === canonicalJson(place);
}

function fileOf(record: PlannedWrite['record']): string {
  return (record['writtenIn'] as { readonly file: string }).file;
}

/** What a record holds that a document has no column for: the answer to who confirmed a fee, say. */
function unsaid(kind: HandoffKind, held: Held | undefined): Readonly<Record<string, unknown>> {
  const columns = TABLE_SECTIONS.find((section) => section.kind === kind)?.columns.map(({ field }) => field);
  const said = [...(columns ?? PROMISED), ...STAMPED];
  return Object.fromEntries(Object.entries(held ?? {}).filter(([field]) => !said.includes(field)));
}

const PROMISED = ['title', 'ownerRole', 'severity', 'dueOn', 'status'];
const STAMPED = ['createdAt', 'createdBy', 'updatedAt', 'version', 'source', 'schemaVersion', 'writtenIn'];

function keyField(kind: HandoffKind): string {
  return TABLE_SECTIONS.find((section) => section.kind === kind)?.key ?? 'title';
}

function wordFor(kind: string): string {
  return kind.replace('-', ' ');
}
