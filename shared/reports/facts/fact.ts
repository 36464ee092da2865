import type { Measured } from '../../kernel/measured.ts';
import type { Entity } from '../../records/entity.ts';
import type { RecordKind } from '../../records/registry.ts';
import type { FactView } from './view.ts';

/** What a fact's value counts. Cents, whole numbers, basis points, tenths of months, whole days, minutes, stars in tenths, days… */
export type FactUnit =
  | 'cents'
  | 'count'
  | 'share'
  | 'months'
  | 'days'
  | 'minutes'
  | 'rating'
  | 'day'
  | 'instant'
  | 'text';

/** A number in the fact's unit; a word where the unit is text, or where words are the honest answer ("not burning"). */
export type FactValue = number | string;

/** Where a fact's records come from: a register, the month balances, the charters ahead, the completed charter. */
export type SourceName = RecordKind | 'balances' | 'upcoming' | 'open-charters' | 'completed' | 'facts';

/** Who answers for a figure being known: the reports name them beside what is missing. */
export const FIGURE_OWNERS = ['CEO', 'CTO', 'CFO', 'CMO', 'Accounting', 'Operations'] as const;
export type FigureOwner = (typeof FIGURE_OWNERS)[number];

/** Figures that differ only in their column, such as amounts by age: an appendix tells what they have in common, once. */
export interface FactFamily {
  readonly title: string;
  readonly definition: string;
}

/** What a figure is, for whoever reads it: its name, unit, meaning and authority. */
export interface FactMeaning {
  /** A kebab-case noun, never reused. */
  readonly id: string;
  readonly title: string;
  readonly unit: FactUnit;
  /** One sentence: what it says and where it ends. */
  readonly definition: string;
  readonly formula: string;
  /** The law, vendor or policy the definition rests on. */
  readonly source: string;
  readonly needs: readonly SourceName[];
  /** The figures it is told with; all of them have the same formula and source. */
  readonly family?: FactFamily;
  /** Who answers for it being known; the CEO unless told. */
  readonly owner?: FigureOwner;
}

/** The formula of a figure that is read as it stands in its record: it needs no footnote. */
export const AS_RECORDED = 'as recorded';

/** A figure about a set of entities. */
export interface FactDefinition extends FactMeaning {
  /** Whether it is also computed for each entity alone. */
  readonly perEntity: boolean;
  /** The kinds of business it can be asked of; left out, all. */
  readonly kinds?: readonly Entity['kind'][];
  /** Whether there is anything to ask in a view; left out, always. What nobody has said is not missing. */
  applies?(view: FactView): boolean;
  compute(view: FactView): Measured<FactValue>;
}

/** Something smaller than an entity that has figures of its own: a charter, a boat's paper, a channel. */
export interface Subject {
  readonly kind: SubjectKind;
  /** Unique within the sheet; the part of the fact's key behind the @. */
  readonly id: string;
  readonly name: string;
  /** The entity it belongs to; the company's own channels belong to none. */
  readonly entityId?: string;
}

export type SubjectKind =
  | 'charter'
  | 'milestone'
  | 'asset'
  | 'document'
  | 'holding'
  | 'person'
  | 'channel'
  | 'month'
  | 'marketing-channel'
  | 'listing'
  | 'campaign'
  | 'mailing-list'
  | 'search-phase'
  | 'marketing-milestone'
  | 'website'
  | 'scenario'
  | 'allocation'
  | 'outlook'
  | 'week'
  | 'unsettled'
  | 'check'
  | 'audit-item'
  | 'fixed-item'
  | 'cloud-service'
  | 'ending'
  | 'journey'
  | 'practice'
  | 'stack'
  | 'account'
  | 'tax-line'
  | 'invoice'
  | 'open-charter'
  | 'deposit-month'
  | 'close-check'
  | 'vendor'
  | 'expense-question'
  | 'roadmap-month'
  | 'platform-listing'
  | 'service'
  | 'promised-action'
  | 'risk'
  | 'rental-property'
  | 'lease'
  | 'rental-month'
  | 'maintenance-ticket'
  | 'rental-date'
  | 'delivery-job'
  | 'delivery-unbilled'
  | 'client'
  | 'renewal';

/** Every figure about one kind of subject, and how to find the subjects in a view. */
export interface SubjectFacts {
  readonly kind: SubjectKind;
  readonly meanings: readonly FactMeaning[];
  /** Each subject with its figures by fact id, in a stable order. Unreadable or absent sources give none. */
  list(
    view: FactView,
  ): readonly { readonly subject: Subject; readonly figures: Readonly<Record<string, Measured<FactValue>>> }[];
}

/** One computed figure with what it means: the unit of evidence. */
export interface Fact {
  /** id@scope: the key of its receipt. */
  readonly key: string;
  /** `group`, an entity id, or a subject id. */
  readonly scope: string;
  readonly meaning: FactMeaning;
  readonly measured: Measured<FactValue>;
}
