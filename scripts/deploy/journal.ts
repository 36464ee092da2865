import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a deployment writes down, step by step, before and after each. */
export interface Journal {
  note(step: string, fields?: Readonly<Record<string, string | number | boolean>>): Promise<void>;
}

/** A journal that is printed and kept as lines of JSON in a file outside git. */
export function fileJournal(path: string, now: () => Date, print: (line: string) => void): Journal {
  return {
    async note(step, fields = {}) {
      await mkdir(dirname(path), { recursive: true });
      await appendFile(path, `${JSON.stringify({ at: now().toISOString(), step, ...fields })}\n`);
      const said = Object.entries(fields).map(([name, value]) => `${name} ${value}`);
      print([step, ...said].join(' · '));
    },
  };
}
