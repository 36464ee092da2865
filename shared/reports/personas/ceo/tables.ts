import { listed } from '../../../kernel/listed.ts';
import { joinedMissing } from '../../../kernel/missing.ts';
import { textFigure } from '../../document/cells.ts';
import type { Block, Figure, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn, NOT_APPLICABLE } from '../figures.ts';

/** Figures of the group under their titles, those not known named below; nothing when none of them applies here. */
export function figureTable(sheet: FactSheet, caption: string, ids: readonly string[]): readonly Block[] {
  const at = figuresOn(sheet);
  const rows = ids.filter((id) => sheet.has(id)).map((id) => ({ title: sheet.get(id).meaning.title, figure: at(id) }));
  const known = rows.filter(({ figure }) => !isUnknown(figure));
  const missing = rows.filter(({ figure }) => isUnknown(figure));
  const columns = [
    { heading: 'Figure', align: 'left' as const },
    { heading: 'Value', align: 'right' as const },
  ];
  const table: Block = {
    kind: 'table',
    caption,
    columns,
    rows: known.map(({ title, figure }) => [textFigure(title), figure]),
  };
  const titles = missing.map(({ title }) => title).join('; ');
  return [
    ...(known.length === 0 ? [] : [table]),
    ...unknownSentence(
      titles,
      missing.map(({ figure }) => figure),
    ),
  ];
}

/** What a table by entity shows: a fact under a heading, and the fact that stands in for it where not all is known. */
export interface EntityColumn {
  readonly fact: string;
  readonly heading: string;
  /** The figure of those entities alone whose books are kept. */
  readonly tracked?: string;
}

/**
 * Figures by entity with those of all together below. Entities to which none applies are left out, and those of which
 * nothing is known are named below the table.
 */
export function entityTable(sheet: FactSheet, caption: string, columns: readonly EntityColumn[]): readonly Block[] {
  const at = figuresOn(sheet);
  const ids = columns.map(({ fact }) => fact);
  const entities = sheet.entities.filter((entity) => ids.some((id) => sheet.has(id, entity.id)));
  const rows = entities.map(({ id, name }) => ({
    name,
    figures: ids.map((fact) => (sheet.has(fact, id) ? at(fact, id) : NOT_APPLICABLE)),
  }));
  const known = rows.filter(({ figures }) => !isSilent(figures));
  const totals = known.length > 1 ? totalsOf(sheet, columns) : undefined;
  const table: Block = {
    kind: 'table',
    caption,
    columns: [
      { heading: 'Entity', align: 'left' },
      ...columns.map(({ heading }) => ({ heading, align: 'right' as const })),
    ],
    rows: known.map(({ name, figures }) => [textFigure(name), ...figures]),
    ...(totals === undefined ? {} : { totals }),
  };
  return [...(known.length === 0 ? [] : [table]), ...silentRows(rows)];
}

/** A sentence about the rows of which nothing is known: what to record to see them. */
export function silentRows(
  rows: readonly { readonly name: string; readonly figures: readonly Figure[] }[],
): readonly Block[] {
  const silent = rows.filter(({ figures }) => isSilent(figures));
  return unknownSentence(
    listed(silent.map(({ name }) => name)),
    silent.flatMap(({ figures }) => figures),
  );
}

/** Whether a row has nothing to say: none of its figures is known. */
export function isSilent(figures: readonly Figure[]): boolean {
  return figures.every((figure) => isUnknown(figure) || figure === NOT_APPLICABLE);
}

/** All together; else those whose books are kept; nothing when neither is known. */
function totalsOf(sheet: FactSheet, columns: readonly EntityColumn[]): readonly Figure[] | undefined {
  const at = figuresOn(sheet);
  const all = columns.map(({ fact }) => at(fact));
  if (!isSilent(all)) return [textFigure('Together'), ...all];
  const kept = columns.map(({ tracked }) => (tracked === undefined ? NOT_APPLICABLE : at(tracked)));
  return isSilent(kept) ? undefined : [textFigure('Where books are kept'), ...kept];
}

function isUnknown({ cell }: Figure): boolean {
  return cell.kind === 'unknown';
}

/** That something is unknown and what to record to see it, told once for several figures. */
function unknownSentence(what: string, figures: readonly Figure[]): readonly Block[] {
  const texts = figures.flatMap(({ cell }) => (cell.kind === 'unknown' ? cell.missing : []));
  if (texts.length === 0) return [];
  const joined = joinedMissing(texts);
  const missing = [...new Set(texts.map((text) => joined.get(text) ?? text))];
  const fact = figures.find(isUnknown)?.fact;
  const unknown: Figure = { cell: { kind: 'unknown', missing }, ...(fact === undefined ? {} : { fact }) };
  const spans: readonly Span[] = [`${what}: `, unknown, '.'];
  return [{ kind: 'paragraph', spans }];
}
