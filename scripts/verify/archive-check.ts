import type { ChainedLine } from '../../shared/kernel/audit-chain.ts';
import type { ArchivedAs, ArchivedFile, Manifest } from '../../shared/reports/manifest.ts';
import { manifestKey } from '../../shared/reports/manifest.ts';
import type { Evidence, Findings, KeptObject } from './evidence.ts';
import { saidBy } from './evidence.ts';

/** An object that must lie in the archive, and who says so. */
interface Named extends ArchivedAs {
  readonly by: string;
  readonly sizeBytes?: number;
}

/**
 * Holds the archive against what names it: the snapshot, the manifests and the mails by the lines of their run, the
 * renderings and the issue before by their manifest. Whatever else lies in the folder of a run that is over is strange.
 */
export function archiveFindings(evidence: Evidence): Findings {
  const problems: string[] = [];
  const named = new Set<string>();
  const mails = mailsIn(evidence);
  for (const [stream, lines] of evidence.streams) {
    if (!stream.startsWith('run.')) continue;
    for (const one of namedBy(evidence, mails, stream.slice('run.'.length), lines)) {
      if (typeof one === 'string') problems.push(one);
      else {
        named.add(one.key);
        problems.push(...objectProblems(evidence.objects.get(one.key), one));
      }
    }
  }
  const others = [...evidence.objects.keys()].filter((key) => /^\d{4}-/.test(key) && !named.has(key)).sort();
  const strange = others.filter((key) => !isUnderWay(evidence, key));
  return {
    problems: [...problems, ...strange.map((key) => `${key}: no manifest and no line of its run names it.`)],
    notes: others.length === strange.length ? [] : [`${others.length - strange.length} objects of runs under way`],
  };
}

/** Every manifest of the archive a line names, as it lies there. */
export function manifestsIn({ streams, objects }: Evidence): readonly Manifest[] {
  return [...streams.values()].flatMap((lines) => {
    const folder = runFolderIn(lines);
    return lines.flatMap((line) => {
      const key = folder === undefined ? undefined : manifestKeyIn(folder, line);
      const manifest = key === undefined ? undefined : saidBy(objects.get(key));
      return manifest === undefined ? [] : [manifest as unknown as Manifest];
    });
  });
}

function namedBy(
  evidence: Evidence,
  mails: ReadonlyMap<string, string>,
  runKey: string,
  lines: readonly ChainedLine[],
): readonly (Named | string)[] {
  const folder = runFolderIn(lines);
  if (folder === undefined) return [];
  return lines.flatMap((line): readonly (Named | string)[] => {
    const by = `line ${line.seq} of ${line.stream}`;
    const { data, object } = line;
    if (line.action === 'run.snapshot-taken') return [{ key: String(data['key']), digest: String(data['digest']), by }];
    const manifest = manifestKeyIn(folder, line);
    if (manifest !== undefined) {
      const one = { key: manifest, digest: String(data['manifest']), by };
      return [one, ...namedByManifest(evidence, runKey, one)];
    }
    if (line.action !== 'delivery.ready') return [];
    const key = mails.get(`${folder}/${data['scope']}/${object}`);
    return key === undefined
      ? [`The mail ${object} in ${folder}/${data['scope']} is missing: ${by} names it.`]
      : [{ key, digest: String(data['digest']), by }];
  });
}

/** What an intact manifest names; one that is not intact is told of already. */
function namedByManifest({ objects }: Evidence, runKey: string, { key, digest }: Named): readonly (Named | string)[] {
  const object = objects.get(key);
  if (object === undefined || object.digest !== digest) return [];
  const manifest = saidBy(object) as unknown as Manifest | undefined;
  if (manifest === undefined || manifest.v !== 1) return [`${key}: it is no manifest.`];
  if (manifest.run !== runKey) return [`${key}: it is the manifest of another run.`];
  const files = Object.values(manifest.files).map((file: ArchivedFile) => ({ ...file, by: key }));
  const { previous } = manifest;
  const before = previous === undefined || previous === 'unread' ? [] : [{ ...previous, by: key }];
  return [{ ...manifest.snapshot, by: key }, ...files, ...before];
}

function objectProblems(object: KeptObject | undefined, { key, digest, by, sizeBytes }: Named): readonly string[] {
  if (object === undefined) return [`${key}: it is missing; ${by} names it.`];
  if (object.digest !== digest || (sizeBytes !== undefined && object.sizeBytes !== sizeBytes))
    return [`${key}: it is not what ${by} says.`];
  return object.versions === 1 ? [] : [`${key}: it was written ${object.versions} times.`];
}

/** The folder of a run, as the line of its snapshot says; nothing before there is one. */
function runFolderIn(lines: readonly ChainedLine[]): string | undefined {
  const taken = lines.find(({ action }) => action === 'run.snapshot-taken');
  return taken && String(taken.data['key']).replace(/\/snapshot\.json$/, '');
}

function manifestKeyIn(folder: string, { action, object, data }: ChainedLine): string | undefined {
  if (action !== 'issue.archived' || data['manifest'] === undefined) return undefined;
  const scope = String(data['scope']);
  return manifestKey(folder, scope, object.slice(0, -scope.length - 1));
}

/** Where each mail lies, by its folder and delivery. */
function mailsIn({ objects }: Evidence): ReadonlyMap<string, string> {
  const mails = new Map<string, string>();
  for (const key of objects.keys()) {
    const [, folder, id] = /^(.*\/)[^/]*\.([^./]+)\.eml$/.exec(key) ?? [];
    if (id !== undefined) mails.set(`${folder}${id}`, key);
  }
  return mails;
}

/** Whether an object belongs to a run that goes on, or to an issue of it that could not be made. */
function isUnderWay({ streams }: Evidence, key: string): boolean {
  const [, runKey, scope, name = ''] = key.split('/');
  const lines = streams.get(`run.${runKey}`) ?? [];
  if (lines.length === 0) return false;
  const isFailed = lines.some(
    ({ action, object }) => action === 'issue.failed' && object === `${name.replace(/\..*$/, '')}@${scope}`,
  );
  return isFailed || !lines.some(({ action }) => action === 'run.completed');
}
