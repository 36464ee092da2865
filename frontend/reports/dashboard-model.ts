import type { DefinitionLine, ReportDocument, Section } from '../../shared/reports/document/report-document.ts';
import { headingOf } from '../../shared/reports/render/first-figures.ts';

/** The dashboard as the tab lays it out. */
export interface DashboardParts {
  readonly heading: string;
  /** The headline figures the document begins with, a row of cards each, the first without a heading of its own. */
  readonly cards: readonly Section[];
  /** What there is to look into, in the order of the document; it may have headline figures of its own. */
  readonly rest: readonly Section[];
}

/** What of the dashboard is seen first: the headline figures it begins with; charts, tables and findings follow. */
export function dashboardParts(document: ReportDocument): DashboardParts {
  const { sections } = document;
  const shown = sections.filter(({ id }) => id !== DEFINITIONS);
  const firstOther = shown.findIndex((section) => !isCards(section));
  const ends = firstOther === -1 ? shown.length : firstOther;
  return {
    heading: headingOf(document),
    cards: shown.slice(0, ends),
    rest: shown.slice(ends),
  };
}

/** Whether a section is nothing but headline figures. */
export function isCards({ blocks }: Section): boolean {
  return blocks.every(({ kind }) => kind === 'key-figures');
}

const DEFINITIONS = 'definitions';

/** The document with what its figures mean, which comes apart and later. */
export function explained(document: ReportDocument, definitions: readonly DefinitionLine[]): ReportDocument {
  if (definitions.length === 0 || document.sections.some(({ id }) => id === DEFINITIONS)) return document;
  const section: Section = {
    id: DEFINITIONS,
    heading: 'What these figures mean',
    blocks: [{ kind: 'definitions', definitions }],
  };
  return { ...document, sections: [...document.sections, section] };
}
