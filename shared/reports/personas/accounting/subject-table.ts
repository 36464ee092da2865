import type { Month } from '../../../kernel/calendar.ts';
import { monthFigure, textFigure } from '../../document/cells.ts';
import type { Block, Figure } from '../../document/report-document.ts';
import type { Subject } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn } from '../figures.ts';

/** A column of figures about subjects: which fact, and under which heading. */
export interface SubjectColumn {
  readonly fact: string;
  readonly heading: string;
  /** Words stand left. */
  readonly align?: 'left';
}

/** What a table of subjects is told: its caption, what a row is, its columns, and how many rows at most. */
export interface SubjectTable {
  readonly caption: string;
  readonly rowHeading: string;
  readonly columns: readonly SubjectColumn[];
  readonly most?: number;
  /** Whether a row is named by a month. */
  readonly byMonth?: true;
  /** Whether the business is named behind the subject. */
  readonly withEntity?: true;
  readonly totals?: readonly Figure[];
}

/** Subjects as rows of a table, with a sentence for those beyond the most that are shown; nothing without a subject. */
export function subjectTable(sheet: FactSheet, subjects: readonly Subject[], told: SubjectTable): readonly Block[] {
  if (subjects.length === 0) return [];
  const at = figuresOn(sheet);
  const shown = subjects.slice(0, told.most ?? subjects.length);
  const rest = subjects.length - shown.length;
  const table: Block = {
    kind: 'table',
    caption: told.caption,
    columns: [
      { heading: told.rowHeading, align: 'left' },
      ...told.columns.map(({ heading, align }) => ({ heading, align: align ?? ('right' as const) })),
    ],
    rows: shown.map((subject) => [
      nameFigure(sheet, subject, told),
      ...told.columns.map(({ fact }) => at(fact, subject.id)),
    ]),
    ...(told.totals === undefined ? {} : { totals: told.totals }),
  };
  const more: Block = {
    kind: 'paragraph',
    spans: ['More of these, not listed: ', { cell: { kind: 'count', value: rest } }, '.'],
  };
  return rest > 0 ? [table, more] : [table];
}

function nameFigure(sheet: FactSheet, { name, entityId }: Subject, told: SubjectTable): Figure {
  if (told.byMonth) return monthFigure(name as Month);
  const entity = told.withEntity && sheet.entities.length > 1 && sheet.entities.find(({ id }) => id === entityId)?.name;
  return textFigure(entity ? `${name} (${entity})` : name);
}
