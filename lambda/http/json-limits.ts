import type { Problem } from '../../shared/kernel/fault.ts';

const DEEPEST = 20;
const MOST_KEYS = 200;
const MOST_ITEMS = 500;
const LONGEST_TEXT = 4_096;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What makes a parsed JSON value unfit to be looked at any further, or nothing. Walks without recursion, because JSON
 * may be nested deeper than a stack goes.
 */
export function jsonProblem(value: unknown): Problem | undefined {
  const waiting: { readonly held: unknown; readonly depth: number }[] = [{ held: value, depth: 1 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const message = typeof next.held === 'string' ? textProblem(next.held) : containerProblem(next.held, next.depth);
    if (message !== undefined) return { field: '(all)', message };
    if (next.held === null || typeof next.held !== 'object') continue;
    for (const held of Object.values(next.held)) waiting.push({ held, depth: next.depth + 1 });
  }
  return undefined;
}

/** What is wrong with the name of a field or of a query parameter, or nothing. */
export function nameProblem(name: string): string | undefined {
  if (FORBIDDEN_KEYS.has(name)) return 'a field has a name that is not allowed';
  return textProblem(name);
}

function textProblem(text: string): string | undefined {
  if (text.length > LONGEST_TEXT) return `a text is longer than ${LONGEST_TEXT} characters`;
  return text.isWellFormed() ? undefined : 'a text holds half a character';
}

function containerProblem(held: unknown, depth: number): string | undefined {
  if (held === null || typeof held !== 'object') return undefined;
  if (depth > DEEPEST) return `nested deeper than ${DEEPEST} levels`;
  if (Array.isArray(held)) return held.length > MOST_ITEMS ? `a list has more than ${MOST_ITEMS} items` : undefined;
  const names = Object.keys(held);
  if (names.length > MOST_KEYS) return `an object has more than ${MOST_KEYS} fields`;
  return names.map(nameProblem).find((problem) => problem !== undefined);
}
