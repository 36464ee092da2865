import type { Instant, LocalDate, Month } from '../../kernel/calendar.ts';
import type { Certainty } from '../../kernel/measured.ts';
import type { Period } from '../../kernel/period.ts';

/** A value that is not text yet: what it is decides how it is written, in one place, for mail, screen and file alike. */
export type Cell =
  | { readonly kind: 'cents'; readonly value: number }
  | { readonly kind: 'count'; readonly value: number }
  /** Basis points: 10,000 is 100 %. */
  | { readonly kind: 'share'; readonly value: number }
  /** Tenths of a month, floored. */
  | { readonly kind: 'months'; readonly value: number }
  /** How many days, not which. */
  | { readonly kind: 'days'; readonly value: number }
  | { readonly kind: 'minutes'; readonly value: number }
  /** Stars of five, in tenths. */
  | { readonly kind: 'rating'; readonly value: number }
  | { readonly kind: 'day'; readonly value: LocalDate }
  | { readonly kind: 'month'; readonly value: Month }
  /** Written as the time alone where the text around it says the day. */
  | { readonly kind: 'instant'; readonly value: Instant; readonly zone: string; readonly timeOnly?: true }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'unknown'; readonly missing: readonly string[] };

export type Severity = 'critical' | 'high' | 'medium' | 'low';

/** A cell with the figure it came from. Every digit a report prints that is not a day or a heading has one. */
export interface Figure {
  readonly cell: Cell;
  /** The fact's id and scope, such as recognised-revenue@jada: the key of its receipt. */
  readonly fact?: string;
  /** How it is known; absent for plain text. */
  readonly certainty?: Certainty;
}

/** A stretch of a sentence: words, or a figure among them. */
export type Span = string | Figure;

export interface Column {
  readonly heading: string;
  /** Numbers stand right, words left. */
  readonly align: 'left' | 'right';
}

/** A headline figure with what it is held against. */
export interface KeyFigure {
  readonly label: string;
  readonly figure: Figure;
  /** What it is compared with, in the reader's words, and the figure. */
  readonly against?: { readonly label: string; readonly figure: Figure };
  /** Which way it goes, in words whose figures say from what; open while there is no telling yet. */
  readonly trend?: { readonly direction: 'up' | 'down' | 'level' | 'open'; readonly spans: readonly Span[] };
  readonly state: 'good' | 'bad' | 'neutral' | 'unknown';
}

export interface FindingLine {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly category: string;
  readonly gap: readonly Span[];
  readonly impact: readonly Span[];
  readonly fix: string;
  readonly owner: string;
}

export interface ActionLine {
  readonly rank: number;
  readonly title: string;
  readonly owner: string;
  readonly dueOn: LocalDate;
  readonly effort: 'S' | 'M' | 'L';
  readonly severity: Severity;
  readonly because: string;
}

/** Figures that differ only in their column, such as amounts by age: what they have in common. */
export interface DefinitionFamily {
  readonly title: string;
  readonly definition: string;
}

export interface DefinitionLine {
  readonly fact: string;
  /** The family it is told with on paper, where the document shows several of it. */
  readonly family?: DefinitionFamily;
  readonly title: string;
  readonly definition: string;
  readonly formula: string;
  readonly source: string;
  readonly basis: string;
  /** What figures of the document rest on in the books; left out where none does. */
  readonly receipts?: readonly BookReceipt[];
}

/**
 * What one figure was read from: month balances of some entities that anybody can add up again from the journal entries,
 * how many they are and a digest of them. It names records, it shows none: a reader sees no sum that the figure is not.
 */
export interface BookReceipt {
  /** The fact's id and scope. */
  readonly fact: string;
  /** The kind of balance, such as accounts, and which of it. */
  readonly group: string;
  readonly names: readonly string[];
  readonly entityIds: readonly string[];
  /** The months, both included; from the beginning of the books where no first one is named. */
  readonly from?: Month;
  readonly through: Month;
  readonly count: number;
  readonly digest: string;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'key-figures'; readonly figures: readonly KeyFigure[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Figure[])[];
      /** The last row adds up the ones above. */
      readonly totals?: readonly Figure[];
    }
  | ChartBlock
  | { readonly kind: 'findings'; readonly findings: readonly FindingLine[] }
  | { readonly kind: 'actions'; readonly actions: readonly ActionLine[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] }
  | { readonly kind: 'definitions'; readonly definitions: readonly DefinitionLine[] };

/** The drawings there are; each has one drawing function. */
export const CHARTS = [
  'revenue-against-target',
  'cash-and-runway',
  'revenue-by-channel',
  'findings-by-severity',
] as const;
export type ChartKind = (typeof CHARTS)[number];

/** A drawing of figures. Read without eyes it is a table: a row for each point, a column for each series. */
export interface ChartBlock {
  readonly kind: 'chart';
  readonly chart: ChartKind;
  readonly title: string;
  /** What the drawing shows, in a sentence. */
  readonly summary: readonly Span[];
  /** What the points are called: month, channel, severity. */
  readonly axis: string;
  readonly series: readonly string[];
  readonly points: readonly ChartPoint[];
}

/** One place on the axis with a figure of each series. */
export interface ChartPoint {
  readonly label: Figure;
  readonly values: readonly Figure[];
}

export interface Section {
  readonly id: string;
  readonly heading: string;
  /** How many things the section lists, where it lists things; printed in the heading. */
  readonly count?: number;
  readonly blocks: readonly Block[];
}

/** One report as finished data: everything it says, nothing of how it looks. */
export interface ReportDocument {
  readonly schema: 1;
  /** The report's id in the catalog, such as ceo. */
  readonly report: string;
  readonly slug: string;
  readonly title: string;
  /** Whose books: entity ids, sorted, and their names for people. */
  readonly scope: {
    readonly name: string;
    readonly title: string;
    readonly entityIds: readonly string[];
    /** What each of them is called; left out of documents of earlier versions. */
    readonly names?: Readonly<Record<string, string>>;
  };
  readonly period: Period;
  /** Up to which instant the records were read, and in which zone days are counted. */
  readonly asOf: Instant;
  readonly zone: string;
  /** One sentence that says the one thing that matters: subject line and preheader. */
  readonly headline: readonly Span[];
  readonly sections: readonly Section[];
  /** When the next issue is due, where a subscription says so. */
  readonly nextDue?: string;
}
