import type { DefinitionLine, ReportDocument, Section } from '../../shared/reports/document/report-document.ts';
import { formatPeriod } from '../../shared/reports/render/format-days.ts';

/** The dashboard as the tab lays it out. */
export interface DashboardParts {
  readonly heading: string;
  /** Headline figures, a row of cards each, the first without a heading of its own. */
  readonly cards: readonly Section[];
  /** What there is to look into, in the order of the document. */
  readonly rest: readonly Section[];
}

/** What of the dashboard is seen first: its headline figures; charts, tables and findings follow. */
export function dashboardParts({ period, scope, sections }: ReportDocument): DashboardParts {
  const isCards = ({ blocks }: Section) => blocks.every(({ kind }) => kind === 'key-figures');
  return {
    heading: `${formatPeriod(period)} · ${scope.title}`,
    cards: sections.filter(isCards),
    rest: sections.filter((section) => !isCards(section) && section.id !== DEFINITIONS),
  };
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
