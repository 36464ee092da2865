import type { Instant } from '../../shared/kernel/calendar.ts';
import type { KeyFigure, ReportDocument, Section } from '../../shared/reports/document/report-document.ts';
import { formatInstant, formatPeriod } from '../../shared/reports/render/format-days.ts';
import type { DashboardResponse } from '../../shared/wire/reports.ts';

/** The dashboard as the tab shows it: the figures of its first section that has any, and what else there is. */
export interface DashboardParts {
  readonly heading: string;
  readonly first: readonly KeyFigure[];
  /** What is behind "Show everything"; figures already seen are not shown twice. */
  readonly rest: readonly Section[];
}

/** What of the dashboard is seen first: its first key figures; the other sections wait. */
export function dashboardParts(document: ReportDocument): DashboardParts {
  const heading = `${formatPeriod(document.period)} · ${document.scope.title}`;
  const first = document.sections.find((section) => section.blocks.some(({ kind }) => kind === 'key-figures'));
  const figures = first?.blocks.flatMap((block) => (block.kind === 'key-figures' ? block.figures : [])) ?? [];
  const rest = document.sections.map((section) => (section === first ? withoutFigures(section) : section));
  return { heading, first: figures, rest: rest.filter(({ blocks }) => blocks.length > 0) };
}

function withoutFigures(section: Section): Section {
  return { ...section, blocks: section.blocks.filter(({ kind }) => kind !== 'key-figures') };
}

/** Up to when the figures count. */
export function takenAtText({ document, takenAt }: DashboardResponse): string {
  return `As of ${formatInstant(takenAt as Instant, document.zone)}`;
}
