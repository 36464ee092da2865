import type { Problem } from '../../shared/kernel/fault.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import { nameProblem } from './json-limits.ts';

const LONGEST_VALUE = 500;

/** The query of an address by name, not yet read by a schema. @throws FaultError `invalid`: a name twice, or unfit. */
export function queryOf(url: URL): Readonly<Record<string, string>> {
  const found = new Map<string, string>();
  for (const [name, value] of url.searchParams) {
    const problem = queryProblem(name, value, found);
    if (problem) throw new FaultError(fault('invalid', 'The address does not fit.', [problem]));
    found.set(name, value);
  }
  return Object.fromEntries(found);
}

function queryProblem(name: string, value: string, before: ReadonlyMap<string, string>): Problem | undefined {
  const unfit = nameProblem(name);
  if (unfit !== undefined) return { field: '(query)', message: unfit };
  const field = name.slice(0, 40);
  if (before.has(name)) return { field, message: 'is there twice' };
  return value.length > LONGEST_VALUE ? { field, message: `is longer than ${LONGEST_VALUE} characters` } : undefined;
}

/** Whether every part of a path that a route takes can be an id at all; what cannot is absent. A `%` is left of bad encoding. */
export function arePathParts(params: Readonly<Record<string, string>>): boolean {
  return Object.values(params).every((part) => part.length <= 200 && isPrintablePart(part));
}

function isPrintablePart(part: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return !/[\u0000-\u001f\u007f-\u009f\ufffd%/\\]/.test(part);
}
