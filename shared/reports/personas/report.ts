import type { LocalDate } from '../../kernel/calendar.ts';
import type { ReportDocument } from '../document/report-document.ts';
import type { FactDefinition } from '../facts/fact.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import type { Finding } from '../findings/finding.ts';
import type { Rule } from '../findings/rule.ts';
import type { DashboardPart } from './dashboard/parts.ts';

/** What a report is told beside its facts: whose figures they are, what came before, what comes next. */
export interface ReportContext {
  /** The scope's name in keys and its title for people. */
  readonly scope: { readonly name: string; readonly title: string };
  /** The sheet of the issue before this one, where there was one. */
  readonly previous?: FactSheet;
  /** When the next issue is due: a day, or words such as "after the next completed charter". */
  readonly nextDue?: string;
  /** Days the company keeps closed, on which nothing falls due. */
  readonly blackoutDays?: ReadonlySet<LocalDate>;
  /** The parts of the dashboard its reader was granted; none where nothing is said. */
  readonly parts?: readonly DashboardPart[];
}

/** One report: for whom, judged by which rules, and how its figures become a document. */
export interface ReportDefinition {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly audience: string;
  /** After a charter: made for that charter alone, made anew for the executives, or not made. */
  readonly perCharter: 'debrief' | 'executive' | 'never';
  /** Shown as of now whenever somebody looks; the schedule makes no issues of it. */
  readonly live?: true;
  /** The kinds of business it is about; left out, all. A scope without one is not offered it. */
  readonly kinds?: NonNullable<FactDefinition['kinds']>;
  readonly rules: readonly Rule[];
  compose(sheet: FactSheet, findings: readonly Finding[], context: ReportContext): ReportDocument;
}
