import type { HandoffReading } from '../../shared/handoffs/handoff-document.ts';
import { readHandoff } from '../../shared/handoffs/handoff-document.ts';

/** Handoff documents for tests: the front matter of jada in lines 1 to 3, then what is given from line 4 on. */
export function aDocument(...lines: readonly string[]): string {
  return ['---', 'entity: jada', '---', ...lines].join('\n');
}

export function reading(...lines: readonly string[]): HandoffReading {
  return readHandoff('jada.md', aDocument(...lines));
}

/** Problems as line and message. */
export function problemsOf({ problems }: HandoffReading): readonly string[] {
  return problems.map(({ line, message }) => `${line}: ${message}`);
}

/** The names of the rows that were read. */
export function namesIn({ handoff }: HandoffReading): readonly string[] {
  return (handoff?.rows ?? []).map(({ name }) => name);
}

export const KEY_PEOPLE = ['## Key people', '', '| Role | Handoff on file |', '| --- | --- |'] as const;
