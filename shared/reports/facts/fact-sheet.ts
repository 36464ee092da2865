import type { Instant, LocalDate, Zone } from '../../kernel/calendar.ts';
import type { Measured } from '../../kernel/measured.ts';
import { measured, unknown } from '../../kernel/measured.ts';
import type { Period } from '../../kernel/period.ts';
import type { AnsweredQuery } from '../../ledger/answered-queries.ts';
import type { Entity } from '../../records/entity.ts';
import type { Snapshot } from '../../records/snapshot.ts';
import { queriesIn, withReads } from './book-reads.ts';
import { MISSING_KPIS } from './books-kept.ts';
import { FACT_CATALOG, SUBJECT_CATALOG } from './catalog.ts';
import type { Fact, FactDefinition, FactMeaning, FactValue, Subject, SubjectKind } from './fact.ts';
import type { FactView } from './view.ts';
import { factView, narrowedTo } from './view.ts';

/** The scope name of figures about all entities of a sheet together. */
export const GROUP = 'group';

/** An entity as far as its figures need it: nothing of its record but what a heading says. */
export interface SheetEntity {
  readonly id: string;
  readonly name: string;
  readonly kind: Entity['kind'] | 'unknown';
}

/** Every figure about some entities and one period, computed once. Findings and reports read nothing else. */
export interface FactSheet {
  /** Sorted. */
  readonly entityIds: readonly string[];
  readonly entities: readonly SheetEntity[];
  readonly period: Period;
  readonly today: LocalDate;
  readonly takenAt: Instant;
  readonly zone: Zone;
  /** Every figure, by key. */
  readonly facts: readonly Fact[];
  /** What every figure that could be in the sheet means. */
  readonly definitions: readonly FactMeaning[];
  /** A figure by id and scope (`group` unless told). A figure that does not apply here answers unknown, saying so. */
  get(id: string, scope?: string): Fact;
  measuredOf(id: string, scope?: string): Measured<FactValue>;
  /** Whether the figure applies to the scope at all: a break-even does not apply to an agency. */
  has(id: string, scope?: string): boolean;
  /** The charters, papers, channels… that have figures of their own, in a stable order. */
  subjects(kind: SubjectKind): readonly Subject[];
  /** What a figure rests on in the books, as queries with their answers; none where it rests on none. */
  queriesOf(fact: Fact): readonly AnsweredQuery[];
}

/**
 * The sheet of some entities for a whole past month or the running month to date. Records of other entities are dropped
 * before any figure is computed. A figure that fails is unknown with the reason; the sheet never fails for it.
 * @throws RangeError when the period is not made of whole months or the running month to date.
 */
export function factSheet(snapshot: Snapshot, entityIds: readonly string[], period: Period): FactSheet {
  const made = SHEETS.get(snapshot) ?? new Map<string, FactSheet>();
  SHEETS.set(snapshot, made);
  const key = [period.from, period.until, ...new Set(entityIds)].join(' ');
  const sheet = made.get(key) ?? computedSheet(factView(snapshot, entityIds, period), period);
  made.set(key, sheet);
  return sheet;
}

/** A snapshot never changes: the reports of one run read the same sheet, made once for each scope and period. */
const SHEETS = new WeakMap<Snapshot, Map<string, FactSheet>>();

function computedSheet(view: FactView, period: Period): FactSheet {
  const counted = [...groupFacts(view), ...entityFacts(view)];
  const listed = SUBJECT_CATALOG.map((of) => ({ kind: of.kind, ...subjectFacts(of, view) }));
  const facts = [...counted, missingKpis(counted, view), ...listed.flatMap((of) => of.facts)];
  const byKey = new Map(facts.map((fact) => [fact.key, fact]));
  const get = (id: string, scope: string = GROUP) => byKey.get(keyOf(id, scope)) ?? notApplicable(id, scope);
  return {
    entityIds: view.entityIds,
    entities: view.entityIds.map((id) => sheetEntity(view, id)),
    period,
    today: view.today,
    takenAt: view.takenAt,
    zone: view.zone,
    facts: [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    definitions: DEFINITIONS,
    get,
    measuredOf: (id, scope) => get(id, scope).measured,
    has: (id, scope = GROUP) => byKey.has(keyOf(id, scope)),
    subjects: (kind) => listed.find((of) => of.kind === kind)?.subjects ?? [],
    queriesOf: queriesIn(view),
  };
}

const DEFINITIONS: readonly FactMeaning[] = [
  ...FACT_CATALOG,
  MISSING_KPIS,
  ...SUBJECT_CATALOG.flatMap((of) => of.meanings),
];

function keyOf(id: string, scope: string): string {
  return `${id}@${scope}`;
}

function groupFacts(view: FactView): Fact[] {
  return FACT_CATALOG.flatMap((definition) => computed(definition, view, GROUP));
}

function entityFacts(view: FactView): Fact[] {
  const perEntity = FACT_CATALOG.filter((definition) => definition.perEntity);
  return view.entityIds.flatMap((id) => {
    const alone = narrowedTo(view, [id]);
    return perEntity.flatMap((definition) => computed(definition, alone, id));
  });
}

/** The figure over the entities it can be asked of; nothing when there are none. */
function computed(definition: FactDefinition, view: FactView, scope: string): Fact[] {
  const kinds = definition.kinds;
  const asked =
    kinds === undefined
      ? view
      : narrowedTo(
          view,
          view.entityIds.filter((id) => fits(view, id, kinds)),
        );
  if (asked.entityIds.length === 0 || definition.applies?.(asked) === false) return [];
  return [{ key: keyOf(definition.id, scope), scope, meaning: definition, measured: safely(definition, asked) }];
}

function fits(view: FactView, entityId: string, kinds: readonly Entity['kind'][]): boolean {
  const kind = view.entityOf(entityId)?.kind;
  return kind === undefined || kinds.includes(kind);
}

function safely(definition: FactDefinition, view: FactView): Measured<FactValue> {
  try {
    const { value: figure, reads } = view.noted.during(() => definition.compute(view));
    return figure.state === 'unknown' ? figure : { ...figure, basis: withReads(figure.basis, reads) };
  } catch (thrown) {
    return unknown(`records ${definition.title.toLowerCase()} can be computed from (${reasonOf(thrown)})`);
  }
}

function subjectFacts(of: (typeof SUBJECT_CATALOG)[number], view: FactView): { subjects: Subject[]; facts: Fact[] } {
  const listed = subjectsOf(of, view);
  const facts = listed.flatMap(({ subject, figures }) =>
    of.meanings.flatMap((meaning) => {
      const figure = figures[meaning.id];
      return figure ? [{ key: keyOf(meaning.id, subject.id), scope: subject.id, meaning, measured: figure }] : [];
    }),
  );
  return { subjects: listed.map(({ subject }) => subject), facts };
}

function subjectsOf(of: (typeof SUBJECT_CATALOG)[number], view: FactView): ReturnType<typeof of.list> {
  try {
    return of.list(view);
  } catch {
    return []; // the counts over the same records carry the reason as facts of their own
  }
}

function missingKpis(facts: readonly Fact[], view: FactView): Fact {
  const asked = facts.filter((fact) => fact.scope === GROUP);
  const missing = asked.filter((fact) => fact.measured.state === 'unknown').length;
  const basis = { records: 'figures of this sheet', count: asked.length, asOf: view.today };
  return {
    key: keyOf(MISSING_KPIS.id, GROUP),
    scope: GROUP,
    meaning: MISSING_KPIS,
    measured: measured(missing, basis),
  };
}

function notApplicable(id: string, scope: string): Fact {
  const meaning = DEFINITIONS.find((definition) => definition.id === id);
  if (meaning === undefined) throw new RangeError(`no fact is called ${id}`);
  return {
    key: keyOf(id, scope),
    scope,
    meaning,
    measured: unknown(`a business within this report that has ${meaning.title.toLowerCase()}`),
  };
}

function sheetEntity(view: FactView, id: string): SheetEntity {
  return { id, name: view.entityOf(id)?.name ?? id, kind: view.entityOf(id)?.kind ?? 'unknown' };
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : 'no reason given';
}
