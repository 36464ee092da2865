import { VERSION_NAME } from './environment-names.ts';
import type { FunctionZip } from './function-zip.ts';
import type { Page } from './pages.ts';
import type { Settings } from './settings.ts';
import type { Sources } from './sources.ts';
import type { Standing } from './standing.ts';

/** Everything a deployment carries. */
export interface Cargo {
  readonly name: string;
  readonly settings: Settings;
  readonly sources: Sources;
  readonly zip: FunctionZip;
  readonly pages: readonly Page[];
  readonly migrations: string;
}

/** What a deployment would change. */
export interface Changes {
  readonly code: boolean;
  readonly environment: Difference;
  readonly pages: Difference & { readonly unchanged: readonly string[] };
}

interface Difference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** The environment the function is to have: the settings', and the version. */
export function wantedEnvironment({ settings, sources }: Cargo): Readonly<Record<string, string>> {
  return { ...settings.environment, [VERSION_NAME]: sources.version };
}

/** The cargo against what is there. Pages that are no longer built are named but stay. */
export function changesOf(cargo: Cargo, standing: Standing): Changes {
  const wanted = new Map(Object.entries(wantedEnvironment(cargo)));
  const pages = new Map(cargo.pages.map((page) => [page.key, page.tag]));
  return {
    code: cargo.zip.digest !== standing.codeDigest,
    environment: difference(wanted, new Map(Object.entries(standing.environment))),
    pages: {
      ...difference(pages, standing.pages),
      unchanged: [...pages.keys()].filter((key) => standing.pages.get(key) === pages.get(key)),
    },
  };
}

/** Paths the edge must forget: those whose name stays while their content changes. */
export function invalidationPaths(pages: readonly Page[]): string[] {
  return ['/', ...pages.filter((page) => !page.hashed).map((page) => `/${page.key}`)];
}

/** The changes in one line, for the deploy log. */
export function changeSummary({ code, environment, pages }: Changes): string {
  const names = [...environment.added, ...environment.changed, ...environment.removed].filter(
    (name) => name !== VERSION_NAME,
  );
  return [
    code ? 'code' : 'no code',
    names.length === 0 ? 'no settings' : `settings ${names.join(', ')}`,
    `${pages.added.length + pages.changed.length} pages`,
  ].join('; ');
}

function difference(wanted: ReadonlyMap<string, string>, there: ReadonlyMap<string, string>): Difference {
  const names = [...wanted.keys()].sort();
  return {
    added: names.filter((name) => !there.has(name)),
    changed: names.filter((name) => there.has(name) && there.get(name) !== wanted.get(name)),
    removed: [...there.keys()].filter((name) => !wanted.has(name)).sort(),
  };
}
