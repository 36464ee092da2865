import type { EntityPart } from './entity-part.ts';
import { entityPart } from './entity-part.ts';
import { frontMatter } from './front-matter.ts';
import type { HandoffProblem } from './handoff-problem.ts';
import type { HandoffRow } from './handoff-row.ts';
import { outlineOf } from './outline.ts';
import { implausible } from './plausible.ts';
import type { PassedOver } from './reading-sections.ts';
import { readSections } from './reading-sections.ts';
import type { HandoffKind } from './section-kinds.ts';

/** A handoff document as records: what could be read of it. */
export interface Handoff {
  /** The name of the file, as reports show it. */
  readonly file: string;
  readonly entity: EntityPart;
  readonly rows: readonly HandoffRow[];
  /** Kinds of which a row could not be read: what is stored of them and not read now stays as it is. */
  readonly incomplete: ReadonlySet<HandoffKind>;
}

/** What came of reading a document: its records unless it has no entity, and every problem in the order of its lines. */
export interface HandoffReading {
  readonly handoff?: Handoff;
  readonly problems: readonly HandoffProblem[];
  /** Tables for people, as nothing is read under their headings: no problem, unless somebody meant them to be read. */
  readonly passedOver?: readonly PassedOver[];
}

/** Reads a handoff document. What cannot be read is named by its line; the rest is read all the same. */
export function readHandoff(file: string, written: string): HandoffReading {
  const text = written.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
  const refusal = implausible(text);
  if (refusal !== undefined) return { problems: [refusal] };
  const front = frontMatter(text);
  const { entity, problems: entityProblems } = entityPart(front);
  const outline = outlineOf(text, front.body);
  const read = readSections(outline, entity?.id ?? 'unknown');
  const problems = [
    ...front.problems,
    ...(front.values.size > 0 ? entityProblems : []),
    ...outline.problems,
    ...read.problems,
  ];
  const sorted = problems.sort((a, b) => a.line - b.line);
  const { rows, incomplete, passedOver } = read;
  if (entity === undefined) return { problems: sorted, passedOver };
  return { handoff: { file, entity, rows, incomplete }, problems: sorted, passedOver };
}
