import type { LocalDate } from '../../../kernel/calendar.ts';
import type { ReadSection, SectionName } from '../../../records/inventory.ts';

export type ItemSeverity = 'critical' | 'high' | 'medium' | 'low';
export const ITEM_SEVERITIES: readonly ItemSeverity[] = ['critical', 'high', 'medium', 'low'];

/** One resource that fails a check: which, what was seen, and how bad it is. */
export interface CheckItem {
  readonly resource: string;
  readonly evidence: string;
  readonly severity: ItemSeverity;
}

/** What kind of trouble a failing resource is: open to misuse, harder to keep running, or paid for nothing. */
export type CheckCategory = 'security' | 'tech-debt' | 'waste';

/** One question asked of one section of an inventory. */
export interface Check {
  /** A kebab-case noun phrase for the bad state, never reused. */
  readonly id: string;
  readonly code: string;
  readonly title: string;
  /** What it can lead to, as a sentence without its full stop. */
  readonly risk: string;
  /** Who asks the same question: the check's name in Prowler, in the cloud provider's own list, or our policy. */
  readonly source: string;
  readonly category: CheckCategory;
  readonly section: SectionName;
  /** The step that mends it, and the command where one line does. */
  readonly fix: string;
  readonly command?: string;
  readonly effort: 'S' | 'M' | 'L';
  /** The resources that fail on a day, in a stable order. */
  items(section: unknown, on: LocalDate): readonly CheckItem[];
  /** What would have to be known to judge the rest of the section; empty when all of it was judged. */
  gaps(section: unknown): readonly string[];
}

type CheckOf<N extends SectionName> = Omit<Check, 'section' | 'items' | 'gaps'> & {
  items(section: ReadSection<N>, on: LocalDate): readonly CheckItem[];
  gaps?(section: ReadSection<N>): readonly string[];
};

/** Checks of one section; the audit hands each the section it names and no other. */
export function checksOf<N extends SectionName>(section: N, checks: readonly CheckOf<N>[]): readonly Check[] {
  return checks.map((of) => ({
    ...of,
    section,
    items: (read, on) => of.items(read as ReadSection<N>, on), // the audit reads the section by the check's own name
    gaps: (read) => of.gaps?.(read as ReadSection<N>) ?? [],
  }));
}

/** The things of a list that fail, each with what was seen. */
export function failing<T extends { readonly name: string }>(
  things: readonly T[],
  severity: ItemSeverity,
  fails: (thing: T) => boolean,
  evidence: (thing: T) => string,
): readonly CheckItem[] {
  return things.filter(fails).map((thing) => ({ resource: thing.name, evidence: evidence(thing), severity }));
}

/** One item where the account itself fails. */
export function ifSo(fails: boolean, severity: ItemSeverity, resource: string, evidence: string): readonly CheckItem[] {
  return fails ? [{ resource, evidence, severity }] : [];
}
