import { isAlias, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { HandoffProblem } from './handoff-problem.ts';
import { quoted } from './handoff-problem.ts';

/** A value of the front matter as it is written, and its line in the document. */
export interface Written {
  readonly value: string;
  readonly line: number;
}

/** The top of a document: its values by key, and the text with the top made blank, so that lines keep their numbers. */
export interface FrontMatter {
  readonly values: ReadonlyMap<string, Written>;
  readonly body: string;
  readonly problems: readonly HandoffProblem[];
}

const LONGEST = 4_000;

/** The front matter of a document. Every value is text: nothing in it is run, referred to or turned into something else. */
export function frontMatter(text: string): FrontMatter {
  const lines = text.split('\n');
  const [first = ''] = lines;
  const refusal = (line: number, message: string): FrontMatter => ({
    values: new Map(),
    body: text,
    problems: [{ line, message }],
  });
  if (first.trimEnd() !== '---') {
    const code = /^---\s*\S/.test(first) ? `; ${quoted(first)} would name a language, and nothing here is run` : '';
    return refusal(1, `expected --- alone in the first line, and below it such as entity: jada${code}`);
  }
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---');
  if (end < 0) return refusal(1, 'expected a second line of --- where the front matter ends');
  const yaml = lines.slice(1, end).join('\n');
  const body = [...lines.slice(0, end + 1).map(() => ''), ...lines.slice(end + 1)].join('\n');
  if (yaml.length > LONGEST) return { values: new Map(), body, problems: [tooLong] };
  return { ...valuesIn(yaml), body };
}

const tooLong: HandoffProblem = { line: 1, message: `expected front matter of at most ${LONGEST} characters` };

function valuesIn(yaml: string): Pick<FrontMatter, 'values' | 'problems'> {
  const lineCounter = new LineCounter();
  const read = parseDocument(yaml, { schema: 'failsafe', merge: false, lineCounter, prettyErrors: false });
  const lineAt = (offset: number) => lineCounter.linePos(offset).line + 1;
  const problems: HandoffProblem[] = [...read.errors, ...read.warnings].map(({ pos, message }) => ({
    line: lineAt(pos[0]),
    message: `expected one "key: value" a line; ${message}`,
  }));
  const values = new Map<string, Written>();
  if (!isMap(read.contents)) return { values, problems: problems.length > 0 ? problems : [nothing] };
  for (const { key, value } of read.contents.items) {
    const line = lineAt(isScalar(key) ? (key.range?.[0] ?? 0) : 0);
    if (!isScalar(key)) problems.push({ line, message: 'expected a plain word before the colon' });
    else if (isAlias(value) || (value !== null && !isScalar(value)) || (isScalar(value) && value.tag !== undefined))
      problems.push({ line, message: `${String(key.value)}: expected plain text, no list, tag or reference` });
    else values.set(String(key.value), { value: String(value?.value ?? '').trim(), line });
  }
  return { values, problems };
}

const nothing: HandoffProblem = { line: 2, message: 'expected "key: value" lines, such as entity: jada' };
