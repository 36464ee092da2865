import type { HandoffProblem } from './handoff-problem.ts';

/** A company fills some pages; what is longer, or deeper, was not written by people and would keep a parser busy. */
const LONGEST = 60_000;
const DEEPEST = 20;
const MOST_EMPHASIS = 2_000;

/** Why a text is not even parsed, by the line where it stops being a document people write; nothing when it may be. */
export function implausible(text: string): HandoffProblem | undefined {
  if (text.length > LONGEST) {
    const line = text.slice(0, LONGEST).split('\n').length;
    return { line, message: `expected a document of at most ${LONGEST} characters; this one is longer` };
  }
  const lines = text.split('\n');
  const deep = lines.findIndex((line) => (LEADING.exec(line)?.[0].match(MARKER) ?? []).length > DEEPEST);
  if (deep >= 0) return { line: deep + 1, message: `expected at most ${DEEPEST} quotes and lists inside each other` };
  let emphasis = 0;
  const shouting = lines.findIndex((line) => {
    emphasis += line.match(/[*_~]/g)?.length ?? 0;
    return emphasis > MOST_EMPHASIS;
  });
  if (shouting < 0) return undefined;
  return { line: shouting + 1, message: `expected at most ${MOST_EMPHASIS} signs of emphasis in a document` };
}

/** The quote and list marks a line begins with. */
const LEADING = /^(?:\s|>|[-*+](?=\s)|\d{1,9}[.)](?=\s))*/;
const MARKER = />|[-*+]|\d+[.)]/g;
