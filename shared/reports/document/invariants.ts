import { isInstant, isLocalDate, isMonth, isZone } from '../../kernel/calendar.ts';
import { chartTable } from './chart-table.ts';
import type { Block, Figure, ReportDocument, Section, Span } from './report-document.ts';

/**
 * What is wrong with a document, one sentence each; empty when it may be issued. These are promises of our own builders:
 * a document with problems is a defect, not a matter of its data.
 */
export function documentProblems(document: ReportDocument): readonly string[] {
  return [
    ...(document.period.from < document.period.until ? [] : ['the period is empty']),
    ...(isInstant(document.asOf) ? [] : ['as of is not a point in time']),
    ...(isZone(document.zone) ? [] : [`${document.zone} is not a time zone`]),
    ...document.headline.flatMap((span) => spanProblems(span, 'headline')),
    ...repeated(document.sections.map(({ id }) => id)).map((id) => `section ${id} appears twice`),
    ...document.sections.flatMap(sectionProblems),
  ];
}

function sectionProblems(section: Section): readonly string[] {
  const at = `section ${section.id}`;
  return [
    ...(section.blocks.some((block) => itemsIn(block) > 0) ? [] : [`${at} is empty`]),
    ...countProblems(section, at),
    ...section.blocks.flatMap((block) => blockProblems(block, at)),
  ];
}

/** A counted section lists what it counts in one kind of block; the other kinds around it may hold anything. */
function countProblems({ count, blocks }: Section, at: string): readonly string[] {
  if (count === undefined) return [];
  if (!Number.isSafeInteger(count) || count < 0) return [`${at} counts ${count}`];
  const totals = new Map<Block['kind'], number>();
  for (const block of blocks) totals.set(block.kind, (totals.get(block.kind) ?? 0) + itemsIn(block));
  totals.delete('paragraph');
  totals.delete('chart'); // a chart draws what the lists around it say
  const listed = [...totals.values()];
  if (listed.includes(count) || (count === 0 && listed.length === 0)) return [];
  return [`${at} counts ${count} but lists ${listed.join(' or ') || 'nothing'}`];
}

function itemsIn(block: Block): number {
  switch (block.kind) {
    case 'paragraph':
      return block.spans.length;
    case 'key-figures':
      return block.figures.length;
    case 'table':
      return block.rows.length;
    case 'chart':
      return block.points.length;
    case 'findings':
      return block.findings.length;
    case 'actions':
      return block.actions.length;
    case 'list':
      return block.items.length;
    case 'definitions':
      return block.definitions.length;
  }
}

function blockProblems(block: Block, at: string): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return block.spans.flatMap((span) => spanProblems(span, at));
    case 'key-figures':
      return block.figures.flatMap(({ figure, against, trend }) => [
        ...figureProblems(figure, at),
        ...(against === undefined ? [] : figureProblems(against.figure, at)),
        ...(trend?.spans ?? []).flatMap((span) => spanProblems(span, at)),
      ]);
    case 'table':
      return tableProblems(block, at);
    case 'chart':
      return [
        ...block.summary.flatMap((span) => spanProblems(span, at)),
        ...tableProblems(chartTable(block), at),
        ...(block.points.length > 0 ? [] : [`${at}, ${block.title}, draws nothing`]),
      ];
    case 'findings':
      return [
        ...repeated(block.findings.map(({ id }) => id)).map((id) => `${at} has finding ${id} twice`),
        ...block.findings.flatMap(({ gap, impact }) => [...gap, ...impact].flatMap((span) => spanProblems(span, at))),
      ];
    case 'actions':
      return block.actions.flatMap(({ rank, dueOn }, index) => [
        ...(rank === index + 1 ? [] : [`${at} has rank ${rank} at place ${index + 1}`]),
        ...(isLocalDate(dueOn) ? [] : [`${at} has an action due on ${dueOn}`]),
      ]);
    case 'list':
      return block.items.flat().flatMap((span) => spanProblems(span, at));
    case 'definitions':
      return repeated(block.definitions.map(({ fact }) => fact)).map((fact) => `${at} defines ${fact} twice`);
  }
}

function tableProblems(table: Extract<Block, { kind: 'table' }>, at: string): readonly string[] {
  const rows = table.totals === undefined ? table.rows : [...table.rows, table.totals];
  const wanted = table.columns.length;
  return rows.flatMap((row, index) => [
    ...(row.length === wanted
      ? []
      : [`${at}, ${table.caption}, row ${index + 1} has ${row.length} cells for ${wanted} columns`]),
    ...row.flatMap((figure) => figureProblems(figure, at)),
  ]);
}

function spanProblems(span: Span, at: string): readonly string[] {
  return typeof span === 'string' ? [] : figureProblems(span, at);
}

function figureProblems({ cell, certainty, fact }: Figure, at: string): readonly string[] {
  const name = fact ?? 'a figure without a fact';
  switch (cell.kind) {
    case 'cents':
    case 'count':
    case 'share':
    case 'months':
    case 'days':
    case 'minutes':
    case 'rating':
      return [
        ...(Number.isSafeInteger(cell.value)
          ? []
          : [`${at}: ${name} is ${cell.value}, not a whole number of ${cell.kind}`]),
        ...(certainty !== undefined && fact === undefined ? [`${at}: a figure in ${cell.kind} names no fact`] : []),
      ];
    case 'day':
      return isLocalDate(cell.value) ? [] : [`${at}: ${name} is ${cell.value}, not a day`];
    case 'month':
      return isMonth(cell.value) ? [] : [`${at}: ${name} is ${cell.value}, not a month`];
    case 'instant':
      return isInstant(cell.value) && isZone(cell.zone) ? [] : [`${at}: ${name} is ${cell.value}, not a point in time`];
    case 'text':
      return [];
    case 'unknown':
      return cell.missing.length > 0 ? [] : [`${at}: ${name} is unknown and does not say what is missing`];
  }
}

function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}
