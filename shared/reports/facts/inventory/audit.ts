import { dayInWords } from '../../../kernel/month-names.ts';
import type { Inventory } from '../../../records/inventory.ts';
import { nameOf } from '../naming.ts';
import type { FactView } from '../view.ts';
import { isExpected } from '../view.ts';
import type { Check, CheckItem } from './check.ts';
import { CHECKS } from './checks.ts';
import type { Look } from './looks.ts';
import { dayOf, daysSince, looksAt, STALE_DAYS, sectionOf } from './looks.ts';

/** A resource that fails a check now, since when, and whether the look before saw it too. */
export interface AuditItem extends CheckItem {
  readonly check: Check;
  readonly entityId: string;
  readonly state: 'new' | 'persisting';
  readonly ageDays: number;
}

/** What came of one check on one entity. */
export type Outcome = { readonly check: Check; readonly entityId: string } & (
  | { readonly state: 'passed' }
  | { readonly state: 'failed'; readonly items: readonly AuditItem[] }
  | { readonly state: 'unknown'; readonly missing: readonly string[]; readonly isStale: boolean }
);

/** Every check on every entity of a view, and how many failing resources of the look before are mended. */
export interface Audit {
  readonly outcomes: readonly Outcome[];
  readonly fixed: readonly { readonly check: Check; readonly entityId: string; readonly resource: string }[];
  /** Whether any entity has a look before its newest, so that there are changes to tell. */
  readonly hasEarlier: boolean;
}

/**
 * The audit of the entities in a view. A check whose section was not read is unknown; so is one that finds nothing in
 * an inventory older than seven days. What fails, fails until an inventory shows it mended.
 */
export function auditOf(view: FactView): Audit {
  const made = AUDITS.get(view) ?? audited(view);
  AUDITS.set(view, made);
  return made;
}

/** The failing resources of an audit, in the order of the checks. */
export function itemsOf(audit: Audit): readonly AuditItem[] {
  return audit.outcomes.flatMap((outcome) => (outcome.state === 'failed' ? outcome.items : []));
}

/** Dozens of figures read the same audit of the same view: it is made once. */
const AUDITS = new WeakMap<FactView, Audit>();

function audited(view: FactView): Audit {
  const ids = view.entityIds.filter((id) => isExpected(view, id, view.month));
  const looks = ids.map((entityId) => ({ entityId, looks: looksAt(view, entityId) }));
  return {
    outcomes: CHECKS.flatMap((check) => looks.map((of) => outcomeOf(view, check, of.entityId, of.looks))),
    fixed: looks.flatMap((of) => CHECKS.flatMap((check) => fixedIn(view, check, of.entityId, of.looks))),
    hasEarlier: looks.some((of) => of.looks.length > 1),
  };
}

function outcomeOf(view: FactView, check: Check, entityId: string, looks: readonly Look[]): Outcome {
  const found = sectionOf(view, entityId, check.section);
  const of = { check, entityId };
  if ('missing' in found) return { ...of, state: 'unknown', missing: [found.missing], isStale: false };
  const items = check.items(found.section, view.today).map((item): AuditItem => {
    const since = sinceWhen(view, check, item.resource, looks);
    return { ...item, ...of, state: since.looks > 1 ? 'persisting' : 'new', ageDays: daysSince(view, since.at) };
  });
  if (items.length > 0) return { ...of, state: 'failed', items };
  const who = nameOf(view, entityId);
  if (daysSince(view, found.at) > STALE_DAYS) {
    const missing = `a newer infrastructure inventory of ${who} than that of ${dayInWords(dayOf(view, found.at))}`;
    return { ...of, state: 'unknown', missing: [missing], isStale: true };
  }
  const gaps = check.gaps(found.section).map((gap) => `${gap} (${who})`);
  return gaps.length > 0 ? { ...of, state: 'unknown', missing: gaps, isStale: false } : { ...of, state: 'passed' };
}

/** The first of the unbroken run of looks, up to the newest, that saw the resource fail; and how many they are. */
function sinceWhen(view: FactView, check: Check, resource: string, looks: readonly Look[]) {
  const clean = looks.findIndex((look, i) => i > 0 && !failedIn(view, check, look).includes(resource));
  const run = clean === -1 ? looks.length : clean;
  return { at: looks[run - 1]!.at, looks: run }; // there is a newest look, else there would be no item
}

function fixedIn(view: FactView, check: Check, entityId: string, [newest, before]: readonly Look[]) {
  if (newest === undefined || before === undefined || !isRead(newest, check)) return [];
  const still = new Set((failedNow(view, check, newest) ?? []).map(({ resource }) => resource));
  return failedIn(view, check, before)
    .filter((resource) => !still.has(resource))
    .map((resource) => ({ check, entityId, resource }));
}

/** The resources that failed a check when it was looked; asked again for each that fails now. */
function failedIn(view: FactView, check: Check, look: Look): readonly string[] {
  const held = FAILED.get(look) ?? new Map<Check, readonly string[]>();
  FAILED.set(look, held);
  const found = held.get(check) ?? failingIn(view, check, look);
  held.set(check, found);
  return found;
}

/** A look is taken for one view, whose zone says what day it was. */
const FAILED = new WeakMap<Look, Map<Check, readonly string[]>>();

function failingIn(view: FactView, check: Check, look: Look): readonly string[] {
  const section: Inventory['sections'][Check['section']] = look.sections[check.section];
  if (section?.state !== 'read') return [];
  return check.items(section, dayOf(view, look.at)).map(({ resource }) => resource);
}

function failedNow(view: FactView, check: Check, look: Look): readonly CheckItem[] | undefined {
  return isRead(look, check) ? check.items(look.sections[check.section], view.today) : undefined;
}

function isRead(look: Look, check: Check): boolean {
  return look.sections[check.section]?.state === 'read';
}
