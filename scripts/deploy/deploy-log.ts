import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One deployment as the handbook remembers it, however it ended. */
export interface LogLine {
  readonly at: Date;
  readonly environment: string;
  readonly version: string;
  readonly digest: string;
  readonly changes: string;
  readonly migrations: string;
  readonly result: string;
}

const HEADING = /^## \d+\. Deploy log$/m;
const NOTHING_YET = /^\|[ –|]*\| not deployed yet .*\n?/m;

/** The handbook with one more line at the end of its deploy log. @throws Error when it has no deploy log. */
export function withLogLine(handbook: string, line: LogLine): string {
  const heading = HEADING.exec(handbook);
  if (heading === null) throw new Error('the handbook has no section "Deploy log"');
  const [before, section] = [handbook.slice(0, heading.index), handbook.slice(heading.index).replace(NOTHING_YET, '')];
  const table = /(?:^\|.*\|[ ]*\n?)+/m.exec(section);
  if (table === null) throw new Error('the deploy log of the handbook has no table');
  const end = table.index + table[0].length;
  const rows = `${section.slice(0, end).trimEnd()}\n${row(line)}\n`;
  return `${before}${rows}${section.slice(end)}`;
}

/** Adds the line to `shipcaptaincrew.md` of a checkout. */
export async function addLogLine(root: string, line: LogLine): Promise<void> {
  const path = join(root, 'shipcaptaincrew.md');
  await writeFile(path, withLogLine(await readFile(path, 'utf8'), line));
}

function row({ at, environment, version, digest, changes, migrations, result }: LogLine): string {
  const cells = [`${at.toISOString().slice(0, 19)}Z`, environment, version, digest, changes, migrations, result];
  return `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
}
