import { textFigure } from '../../document/cells.ts';
import type { Block, Figure, Section, Span } from '../../document/report-document.ts';
import type { Subject } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { numberIn } from '../../findings/judging.ts';
import { figuresOn, NOT_APPLICABLE } from '../figures.ts';

/** A column over subjects: the fact it shows and its heading. Words stand left. */
export interface SubjectColumn {
  readonly fact: string;
  readonly heading: string;
  readonly words?: true;
}

/** Subjects line by line with the figures of each; a dash where a figure cannot be, nothing without subjects. */
export function subjectTable(
  sheet: FactSheet,
  caption: string,
  first: string,
  subjects: readonly Subject[],
  columns: readonly SubjectColumn[],
): readonly Block[] {
  if (subjects.length === 0) return [];
  return [
    {
      kind: 'table',
      caption,
      columns: [
        { heading: first, align: 'left' },
        ...columns.map(({ heading, words }) => ({ heading, align: words ? ('left' as const) : ('right' as const) })),
      ],
      rows: subjects.map(({ id, name }) => [
        textFigure(name),
        ...columns.map(({ fact }) => (sheet.has(fact, id) ? figuresOn(sheet)(fact, id) : NOT_APPLICABLE)),
      ]),
    },
  ];
}

/** A section that counts the lines it lists; where there are none, the sentence that says so. */
export function listedSection(
  of: Pick<Section, 'id' | 'heading'>,
  count: number,
  blocks: readonly Block[],
  otherwise: readonly Span[],
): Section {
  const told = blocks.length > 0 ? blocks : [{ kind: 'paragraph' as const, spans: otherwise }];
  return { ...of, count, blocks: told };
}

/** That a figure of the group is unknown and what to record, where a section has nothing else to say. */
export function nothingKnown(sheet: FactSheet, fact: string, none: string): readonly Span[] {
  if (!sheet.has(fact)) return ['This is about charters, and no business of this report sails any.'];
  const figure: Figure = figuresOn(sheet)(fact);
  return figure.cell.kind === 'unknown' ? [`${sheet.get(fact).meaning.title}: `, figure, '.'] : [none];
}

/** The number a subject’s figure stands at; nothing when it is unknown, a word, or has no such figure. */
export function numberAt(sheet: FactSheet, fact: string, subject: Subject): number | undefined {
  return sheet.has(fact, subject.id) ? numberIn(sheet.get(fact, subject.id)) : undefined;
}

/** The word a subject’s figure is. */
export function wordAt(sheet: FactSheet, fact: string, subject: Subject): string | undefined {
  if (!sheet.has(fact, subject.id)) return undefined;
  const { measured } = sheet.get(fact, subject.id);
  return measured.state === 'unknown' ? undefined : String(measured.value);
}
