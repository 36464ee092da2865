import { digestOf } from '../../lambda/reports/archive.ts';
import { closedDaysIn } from '../../lambda/reports/issue-archiver.ts';
import { PRESS } from '../../lambda/reports/press.ts';
import type { Snapshot } from '../../shared/records/snapshot.ts';
import type { FactSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { factSheet } from '../../shared/reports/facts/fact-sheet.ts';
import type { ArchivedAs, Manifest } from '../../shared/reports/manifest.ts';
import type { Format } from '../../shared/reports/render/rendering.ts';

/** What came of printing an issue again: the same, other bytes, or bytes of another version that prove nothing. */
export type Reprint =
  | { readonly outcome: 'same' }
  | { readonly outcome: 'differs'; readonly because: string }
  | { readonly outcome: 'other-version'; readonly because: string };

type Read = (key: string) => Promise<Uint8Array | undefined>;

/** Versions that name no code: whoever runs from a checkout may have changed it since. */
const NAMELESS: readonly string[] = ['local', 'unversioned'];

/** An issue as people name it: run, scope and slug. */
export function issueName({ run, scope, slug }: Manifest): string {
  return `${run}/${scope.name}/${slug}`;
}

/** Prints issues again from what was archived, by the version this is, each snapshot read once. */
export function reprinter(read: Read, version: string): (manifest: Manifest) => Promise<Reprint> {
  const snapshots = new Map<string, Snapshot>();
  const snapshotOf = async ({ snapshot }: Manifest): Promise<Snapshot> => {
    const held = snapshots.get(snapshot.digest);
    if (held) return held;
    const taken = JSON.parse(await intact(read, snapshot)) as Snapshot;
    snapshots.set(snapshot.digest, taken);
    return taken;
  };
  return async (manifest) => {
    try {
      const previous = await sheetBefore(read, snapshotOf, manifest);
      const bodies = await bodiesOf(manifest, await snapshotOf(manifest), previous);
      return compared(manifest, bodies, version);
    } catch (error) {
      return { outcome: 'differs', because: error instanceof Error ? error.message : String(error) };
    }
  };
}

async function bodiesOf(manifest: Manifest, snapshot: Snapshot, previous: FactSheet | undefined) {
  const { report, entityIds, period, printedWith } = manifest;
  const { company, letterhead, nextDue } = printedWith;
  const options = {
    blackoutDays: closedDaysIn(snapshot),
    ...(nextDue === '' ? {} : { nextDue }),
    ...(previous === undefined ? {} : { previous }),
  };
  return (await PRESS.printed({ report, snapshot, entityIds, period, company, letterhead, options })).bodies;
}

async function sheetBefore(
  read: Read,
  snapshotOf: (manifest: Manifest) => Promise<Snapshot>,
  { printedWith, previous }: Manifest,
): Promise<FactSheet | undefined> {
  if (!printedWith.isCompared || previous === undefined || previous === 'unread') return undefined;
  const before = JSON.parse(await intact(read, previous)) as Manifest;
  return factSheet(await snapshotOf(before), before.entityIds, before.period);
}

function compared(
  { files, version: printedBy }: Manifest,
  bodies: Readonly<Record<Format, { readonly body: string }>>,
  version: string,
): Reprint {
  const other = Object.entries(files).filter(([format, { digest }]) => {
    const printed = bodies[format as Format] as { readonly body: string } | undefined;
    return printed === undefined || digestOf(printed.body) !== digest;
  });
  const [first] = other;
  if (first === undefined) return { outcome: 'same' };
  const [format, { key, isEarlier }] = first;
  if (isEarlier) return { outcome: 'other-version', because: `${key} was printed by a version before ${printedBy}` };
  if (printedBy !== version || NAMELESS.includes(version))
    return {
      outcome: 'other-version',
      because: `its ${format} was printed by version ${printedBy}, this is ${version}`,
    };
  return { outcome: 'differs', because: `version ${version} prints another ${format} than ${key}` };
}

/** The text of an object that is as it was archived. @throws Error when it is not. */
async function intact(read: Read, { key, digest }: ArchivedAs): Promise<string> {
  const bytes = await read(key);
  if (bytes === undefined || digestOf(bytes) !== digest) throw new Error(`${key} is not as it was archived`);
  return new TextDecoder().decode(bytes);
}
