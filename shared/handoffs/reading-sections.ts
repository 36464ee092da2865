import type { HandoffProblem } from './handoff-problem.ts';
import { quoted } from './handoff-problem.ts';
import type { HandoffRow } from './handoff-row.ts';
import { isNearly } from './nearly.ts';
import type { Outline, Section } from './outline.ts';
import { promisesIn } from './promises.ts';
import type { HandoffKind, SectionKind } from './section-kinds.ts';
import { HEADINGS, TABLE_SECTIONS } from './section-kinds.ts';
import type { RowsRead } from './table-rows.ts';
import { tableRows } from './table-rows.ts';
import { equityProblems } from './whole-equity.ts';

/** What the headings of a document hold, and the kinds of which not every row could be read. */
export interface SectionsRead extends RowsRead {
  readonly incomplete: ReadonlySet<HandoffKind>;
  /** Headings with a table below them that is passed over. */
  readonly passedOver: readonly PassedOver[];
}

/** A heading nothing is read under, though a table stands there: for people, or called otherwise than what is read. */
export interface PassedOver {
  readonly line: number;
  readonly heading: string;
}

/** The rows under every heading that is read; a heading that stands twice, or is misspelled, is named and not read. */
export function readSections(outline: Outline, entityId: string): SectionsRead {
  const rows: HandoffRow[] = [];
  const problems: HandoffProblem[] = [];
  const incomplete = new Set<HandoffKind>();
  const passedOver: PassedOver[] = [];
  const seen = new Map<string, number>();
  outline.sections.forEach((section, at) => {
    const heading = HEADINGS.find((known) => known.toLowerCase() === section.heading.toLowerCase());
    const meant = heading ?? HEADINGS.find((known) => isNearly(known, section.heading));
    if (meant === undefined) {
      if (section.tables.length > 0) passedOver.push({ line: section.line, heading: section.heading });
      return;
    }
    const kind = TABLE_SECTIONS.find((known) => known.heading === meant);
    const ends = outline.sections[at + 1]?.line ?? Number.POSITIVE_INFINITY;
    const found = sectionProblems(section, heading, meant, seen.get(meant));
    const read = found.length > 0 ? { rows: [], problems: found } : rowsOf(section, kind, entityId, outline.unsafe);
    const unique = withoutRepeats(read.rows);
    rows.push(...unique.rows);
    problems.push(...[...read.problems, ...unique.problems].map((one) => ({ ...one, section: meant })));
    const isUnsafe = [...outline.unsafe].some((line) => line >= section.line && line < ends);
    if (isUnsafe || read.problems.length + unique.problems.length > 0) incomplete.add(kind?.kind ?? 'action');
    seen.set(meant, seen.get(meant) ?? section.line);
  });
  const whole = incomplete.has('equity-holding') ? [] : equityProblems(rows, seen.get('Equity'));
  return { rows, problems: [...problems, ...whole], incomplete, passedOver };
}

function sectionProblems(section: Section, heading: string | undefined, meant: string, first: number | undefined) {
  const { line } = section;
  if (heading === undefined)
    return [{ line, message: `expected the heading ${meant}, not ${quoted(section.heading)}` }];
  if (first !== undefined)
    return [{ line, message: `expected the heading ${meant} once; it stands in line ${first} too` }];
  return [];
}

function rowsOf(
  section: Section,
  kind: SectionKind | undefined,
  entityId: string,
  unsafe: ReadonlySet<number>,
): RowsRead {
  const read =
    kind === undefined
      ? section.lists.map((list) => promisesIn(list, entityId, unsafe))
      : section.tables.map((table) => tableRows(table, kind, entityId, unsafe));
  const [stray] = kind === undefined ? section.tables : [];
  const expected = kind === undefined ? 'a task list' : 'a table';
  const none =
    read.length === 0 || stray
      ? [{ line: section.line, message: `expected ${expected} under ${section.heading}` }]
      : [];
  return { rows: read.flatMap(({ rows }) => rows), problems: [...none, ...read.flatMap(({ problems }) => problems)] };
}

/** The first of rows with the same name; the others are named. */
function withoutRepeats(all: readonly HandoffRow[]): RowsRead {
  const first = new Map<string, number>();
  const problems: HandoffProblem[] = [];
  const rows = all.filter((row) => {
    const before = first.get(row.key);
    if (before === undefined) first.set(row.key, row.line);
    else
      problems.push({ line: row.line, message: `expected ${quoted(row.name)} once; it stands in line ${before} too` });
    return before === undefined;
  });
  return { rows, problems };
}
