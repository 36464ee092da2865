import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The scripts of a built app: everything its own pages can ask for, what the reports tab adds to that, and what only the
 * pages of the office add, each of them loaded when somebody of the office opens it.
 */
export interface AppScripts {
  readonly host: readonly string[];
  readonly tab: readonly string[];
  readonly office: readonly string[];
}

/** The chunks the app and its reports tab begin with. */
const ENTRY = /^(index|early)/;
const TAB = /^reports-panel/;
const OFFICE = /^(records-panel|new-charter-panel|imports-panel|bank-panel|charter-edit)/;

/**
 * Every script of a built app, told apart: what only the reports tab loads, what only the office does, and all the rest.
 * @throws Error when the build has no entry or no reports tab.
 */
export async function scriptsOf(webFolder: string): Promise<AppScripts> {
  const assets = join(webFolder, 'assets');
  const names = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  const texts = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(assets, name), 'utf8')] as const)),
  );
  const begunBy = (entry: RegExp) => names.filter((name) => entry.test(name));
  const host = askedFor(begunBy(ENTRY), texts, (name) => TAB.test(name) || OFFICE.test(name));
  const withTab = askedFor(begunBy(TAB), texts, (name) => OFFICE.test(name));
  const tab = [...withTab].filter((name) => !host.has(name));
  const office = names.filter((name) => !host.has(name) && !withTab.has(name));
  if (host.size === 0 || tab.length === 0) throw new Error(`no app with a reports tab in ${webFolder}`);
  const bodies = (wanted: Iterable<string>) => [...wanted].map((name) => texts.get(name) ?? '');
  return { host: bodies(host), tab: bodies(tab), office: bodies(office) };
}

/** The chunks one can come to from some, at once or on demand, without going through others. */
function askedFor(
  from: readonly string[],
  texts: ReadonlyMap<string, string>,
  isApart: (name: string) => boolean,
): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (name: string) => {
    if (seen.has(name) || isApart(name)) return;
    seen.add(name);
    for (const other of texts.keys()) if (texts.get(name)?.includes(`./${other}`)) visit(other);
  };
  for (const name of from) visit(name);
  return seen;
}
