import type { Cloud } from './cloud.ts';
import { pointAlias, publishVersion, updateCode, updateEnvironment } from './function-steps.ts';
import type { Journal } from './journal.ts';
import { invalidate, pagesToStore, storeAhead, storeSwitch } from './page-steps.ts';
import { INDEX } from './pages.ts';
import type { Cargo, Changes } from './plan.ts';
import { changesOf } from './plan.ts';
import { smokeProblem } from './smoke.ts';
import type { Standing } from './standing.ts';
import { trialNote } from './standing.ts';

/** How a deployment ended. `stopped` and `rolled-back` leave live what was live; `unfinished` wants to be run again. */
export interface Outcome {
  readonly result: 'live' | 'stopped' | 'rolled-back' | 'unfinished';
  readonly because?: string;
}

/** What a deployment is told besides its cargo. */
export interface ApplyOptions {
  readonly waitMs: number;
  readonly smokeMs: number;
  readonly journal: Journal;
  /** New for every deployment; the edge's own reference for what it is to forget. */
  readonly reference: string;
}

/**
 * Makes the cargo live. Nothing people see changes before the new version answered; nothing is deleted at all. Every
 * step compares first, so that the whole can be run again after a crash between any two of them.
 */
export async function applyCargo(
  cloud: Cloud,
  cargo: Cargo,
  standing: Standing,
  options: ApplyOptions,
): Promise<Outcome> {
  let onTrial: OnTrial | undefined;
  try {
    const version = await prepared(cloud, cargo, standing, options);
    onTrial = await putOnTrial(cloud, cargo, standing, version, options.journal);
  } catch (error) {
    await options.journal.note('stopped', { because: sentence(error) });
    return { result: 'stopped', because: sentence(error) };
  }
  const problem = await tried(cargo, standing, options);
  if (problem !== undefined) return goBack(cloud, cargo, onTrial, problem, options.journal);
  return switchOver(cloud, cargo, standing, onTrial, options);
}

/** Everything that can be done while the old version serves: assets, code, environment, a published version. */
async function prepared(cloud: Cloud, cargo: Cargo, standing: Standing, options: ApplyOptions): Promise<string> {
  const { journal, waitMs } = options;
  const changes: Changes = changesOf(cargo, standing);
  const { added, changed, removed } = changes.environment;
  const ahead = pagesToStore(cargo, standing.pages).filter((page) => page.hashed);
  await journal.note('assets', { count: ahead.length });
  await storeAhead(cloud, cargo, ahead);
  if (changes.code) {
    await journal.note('code', { digest: cargo.zip.digest });
    await updateCode(cloud, cargo, waitMs);
  }
  if (added.length + changed.length + removed.length > 0) {
    await journal.note('environment', { names: [...added, ...changed, ...removed].join(' ') });
    await updateEnvironment(cloud, cargo, waitMs);
  }
  await journal.note('publish');
  return publishVersion(cloud, cargo, waitMs);
}

interface OnTrial {
  readonly version: string;
  readonly revisionId: string;
  /** Where to go back to; nothing when this version was live, and not on trial, before we came. */
  readonly before?: string;
}

async function putOnTrial(
  cloud: Cloud,
  cargo: Cargo,
  { live }: Standing,
  version: string,
  journal: Journal,
): Promise<OnTrial> {
  const before = live.before ?? live.version;
  await journal.note('alias', { version, before });
  if (before === version) return { version, revisionId: live.revisionId };
  if (live.version === version) return { version, before, revisionId: live.revisionId };
  const revisionId = await pointAlias(cloud, cargo, { version, note: trialNote(before), revisionId: live.revisionId });
  return { version, before, revisionId };
}

async function tried(
  cargo: Cargo,
  standing: Standing,
  { journal, smokeMs }: ApplyOptions,
): Promise<string | undefined> {
  const appUrl = cargo.settings.environment['APP_URL'] ?? '';
  await journal.note('smoke', { address: appUrl });
  return smokeProblem(
    { appUrl, version: cargo.sources.version, pages: cargo.pages, hadIndex: standing.pages.has(INDEX) },
    smokeMs,
  );
}

async function goBack(
  cloud: Cloud,
  cargo: Cargo,
  { before, revisionId }: OnTrial,
  problem: string,
  journal: Journal,
): Promise<Outcome> {
  if (before === undefined) {
    return { result: 'unfinished', because: `${problem}; there is no earlier version to go back to` };
  }
  await journal.note('back', { version: before, because: problem });
  try {
    await pointAlias(cloud, cargo, {
      version: before,
      note: cargo.sources.version.concat(' was rolled back'),
      revisionId,
    });
    return { result: 'rolled-back', because: problem };
  } catch (error) {
    return {
      result: 'unfinished',
      because: `${problem}; the alias could not be set back to ${before}: ${sentence(error)}`,
    };
  }
}

/** The new version answered: the trial ends, the pages follow, the edge forgets. */
async function switchOver(
  cloud: Cloud,
  cargo: Cargo,
  standing: Standing,
  { version, revisionId, before }: OnTrial,
  { journal, reference }: ApplyOptions,
): Promise<Outcome> {
  try {
    await journal.note('confirm', { version });
    if (before !== undefined) await pointAlias(cloud, cargo, { version, note: cargo.sources.version, revisionId });
    await journal.note('index');
    await storeSwitch(cloud, cargo, pagesToStore(cargo, standing.pages));
    await journal.note('invalidation', { reference });
    await invalidate(cloud, cargo, reference);
    await journal.note('live', { version });
    return { result: 'live' };
  } catch (error) {
    await journal.note('unfinished', { because: sentence(error) });
    return { result: 'unfinished', because: sentence(error) };
  }
}

function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'Error' ? error.message : `${error.name}: ${error.message}`;
}
