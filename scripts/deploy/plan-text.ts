import type { Cargo, Changes } from './plan.ts';
import { invalidationPaths } from './plan.ts';
import type { Standing } from './standing.ts';

/** What would be deployed, for a person to read. */
export function cargoText(cargo: Cargo): string {
  const { settings, sources, zip } = cargo;
  return [
    `Environment   ${cargo.name}: ${settings.function} in ${settings.region}, account ${settings.account}`,
    `Version       ${sources.version}`,
    `Commit        ${sources.commit}${sources.clean ? '' : ' and changes that are not committed'}`,
    `Function zip  ${zip.bytes.length.toLocaleString('en-US')} bytes, SHA-256 ${zip.digest}`,
    `Pages         ${cargo.pages.length} files`,
    `Migrations    ${cargo.migrations}`,
  ].join('\n');
}

/** What it would change, by name; values are nobody's business on a screen. */
export function changesText(cargo: Cargo, changes: Changes, standing: Standing): string {
  const { environment, pages } = changes;
  return [
    `Live now      version ${standing.live.version} of the function`,
    changes.code ? `Code          ${standing.codeDigest} → ${cargo.zip.digest}` : 'Code          unchanged',
    ...named('Environment   added', environment.added),
    ...named('Environment   changed', environment.changed),
    ...named('Environment   removed', environment.removed),
    ...named('Pages         new', pages.added),
    ...named('Pages         changed', pages.changed),
    `Pages         unchanged: ${pages.unchanged.length}; of earlier builds, kept: ${pages.removed.length}`,
    `Edge forgets  ${invalidationPaths(cargo.pages).join(' ')}`,
  ].join('\n');
}

function named(what: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${what}: ${names.join(', ')}`];
}
