import type { Evidence, KeptObject } from '../../scripts/verify/evidence.ts';
import { keptObject, saidBy } from '../../scripts/verify/evidence.ts';
import type { ChainedLine } from '../../shared/kernel/audit-chain.ts';
import { BEFORE_ALL, chainedAfter, lineHash } from '../../shared/kernel/audit-chain.ts';
import { canonicalJson } from '../../shared/kernel/digest.ts';
import type { Checkpoint } from '../../shared/reports/checkpoint.ts';
import { CHECKPOINT_FOLDER, checkpointKey } from '../../shared/reports/checkpoint.ts';
import type { Manifest } from '../../shared/reports/manifest.ts';

/** Three numbers somebody with other plans draws; each tampering reads them in its own way. */
export type Draw = readonly [number, number, number];

/** Evidence and the bytes behind it, so that what is changed is hashed as the check would hash it. */
export interface Untouched {
  readonly evidence: Evidence;
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}

/** Changes something an anchor has seen; nothing where the draw changes nothing. */
export type Tampering = (past: Untouched, draw: Draw) => Evidence | undefined;

const drawn = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** How far a checkpoint or a mail has seen each stream. */
export function seenUntil({ objects }: Evidence): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  const note = (stream: string, seq: number) => seen.set(stream, Math.max(seen.get(stream) ?? 0, seq));
  for (const object of objects.values()) {
    const { key, auditHead } = object;
    const [stream, seq] = (auditHead ?? '').split(':');
    if (stream) note(stream, Number(seq));
    if (!key.startsWith(CHECKPOINT_FOLDER)) continue;
    for (const head of (saidBy(object) as unknown as Checkpoint).streams) note(head.stream, head.seq);
  }
  return seen;
}

type Change = (
  lines: readonly ChainedLine[],
  at: number,
  draw: Draw,
  end: number,
) => readonly ChainedLine[] | undefined;

/** A change to one stream, at a line an anchor has seen. */
function toLines(change: Change): Tampering {
  return ({ evidence }, draw) => {
    const [stream, end] = drawn([...seenUntil(evidence)], draw[0]);
    const lines = evidence.streams.get(stream) ?? [];
    const changed = change(lines, draw[1] % end, draw, end);
    return changed && { ...evidence, streams: new Map([...evidence.streams, [stream, changed]]) };
  };
}

const EDITS: readonly ((line: ChainedLine, n: number) => ChainedLine)[] = [
  (line) => ({ ...line, actor: `${line.actor}x` }),
  (line) => ({ ...line, action: line.action === 'run.completed' ? 'run.reassessed' : 'run.completed' }),
  (line) => ({ ...line, object: line.object.slice(1) }),
  (line, n) => ({ ...line, at: line.at.replace(/\d{3}Z$/, `${(n % 899) + 100}Z`) as ChainedLine['at'] }),
  (line) => ({ ...line, id: `${line.id}0` }),
  (line) => ({ ...line, data: { ...line.data, more: true } }),
  (line) => ({ ...line, data: Object.fromEntries(Object.entries(line.data).slice(1)) }),
  (line, n) => ({
    ...line,
    data: Object.fromEntries(
      Object.entries(line.data).map(([name, value]) => [
        name,
        typeof value === 'number' ? value + 1 + (n % 9) : `${value}.`,
      ]),
    ),
  }),
  (line, n) => ({ ...line, seq: line.seq + 1 + (n % 5) }),
  (line) => ({ ...line, stream: `${line.stream}x` }),
  (line) => ({ ...line, v: 2 as never }),
  (line) => ({ ...line, prev: turned(line.prev) }),
  (line) => ({ ...line, hash: turned(line.hash) }),
  (line) => ({ ...line, remark: 'all in order' }) as ChainedLine,
];
/** Edits somebody can hash anew: what a hash covers, but for the place in the chain. */
const REWRITES = EDITS.slice(0, 8);

const turned = (hash: string) =>
  [...hash]
    .reverse()
    .join('')
    .replace(/^./, (c) => (c === '0' ? '1' : '0'));

/** Lines from a place on, each with what it says and a hash that fits. */
function rehashed(lines: readonly ChainedLine[], from: number): ChainedLine[] {
  const held = lines.slice(0, from);
  for (const line of lines.slice(from)) {
    const prev = held.at(-1)?.hash ?? BEFORE_ALL.hash;
    const placed = { ...line, seq: held.length + 1, prev };
    held.push({ ...placed, hash: lineHash(placed) });
  }
  return held;
}

function edited(edits: typeof EDITS, lines: readonly ChainedLine[], at: number, n: number): ChainedLine[] | undefined {
  const line = lines[at] as ChainedLine;
  const change = drawn(edits, n)(line, n);
  return canonicalJson(change) === canonicalJson(line) ? undefined : lines.toSpliced(at, 1, change);
}

/** What can be done to lines. */
export const LINE_TAMPERINGS: Readonly<Record<string, Tampering>> = {
  edit: toLines((lines, at, [, , n]) => edited(EDITS, lines, at, n)),
  delete: toLines((lines, at) => lines.toSpliced(at, 1)),
  'delete and re-hash': toLines((lines, at) => rehashed(lines.toSpliced(at, 1), at)),
  insert: toLines((lines, at, [, , n]) => lines.toSpliced(at, 0, { ...drawn(lines, n), id: `aud_${n}` })),
  'insert and re-hash': toLines((lines, at, [, , n]) =>
    rehashed(lines.toSpliced(at, 0, { ...drawn(lines, n), id: `aud_${n}` }), at),
  ),
  swap: toLines((lines, at, [, , n], end) => swapped(lines, at, n % end)),
  'swap and re-hash': toLines((lines, at, [, , n], end) => {
    const changed = swapped(lines, at, n % end);
    return changed && rehashed(changed, Math.min(at, n % end));
  }),
  truncate: toLines((lines, at) => lines.slice(0, at)),
  fork: toLines((lines, at, [, , n]) => {
    const last = lines[at - 1] ?? BEFORE_ALL;
    const others = lines.slice(at, at + 1 + (n % 20)).map((line) => ({ ...line, actor: `usr_${n}` }));
    return [...lines.slice(0, at), ...chainedAfter(last, others)];
  }),
  're-hash': toLines((lines, at, [, , n]) => {
    const changed = edited(REWRITES, lines, at, n);
    return changed && rehashed(changed, at);
  }),
};

function swapped(lines: readonly ChainedLine[], a: number, b: number): readonly ChainedLine[] | undefined {
  return a === b ? undefined : lines.with(a, lines[b] as ChainedLine).with(b, lines[a] as ChainedLine);
}

/** A change to the archive: new bytes under keys, nothing under others. */
function withBytes({ evidence }: Untouched, changes: readonly (readonly [string, Uint8Array | undefined])[]): Evidence {
  const objects = new Map(evidence.objects);
  for (const [key, bytes] of changes) {
    if (bytes === undefined) objects.delete(key);
    else objects.set(key, keptObject(key, bytes));
  }
  return { ...evidence, objects };
}

function toObject(change: (bytes: Uint8Array, draw: Draw) => Uint8Array | undefined): Tampering {
  return (past, draw) => {
    const [key, bytes] = drawn([...past.bytes], draw[0]);
    return withBytes(past, [[key, change(bytes, draw)]]);
  };
}

const flipped = (bytes: Uint8Array, at: number, by: number) =>
  bytes.with(at % bytes.length, (bytes[at % bytes.length] as number) ^ (1 + (by % 255)));
const encoded = (value: unknown) => new TextEncoder().encode(canonicalJson(value));

/** What can be done to objects. */
export const OBJECT_TAMPERINGS: Readonly<Record<string, Tampering>> = {
  edit: toObject((bytes, [, at, by]) => flipped(bytes, at, by)),
  delete: toObject(() => undefined),
  truncate: toObject((bytes, [, at]) => bytes.slice(0, at % bytes.length)),
  swap(past, [a, b]) {
    const [[one, first], [other, second]] = [drawn([...past.bytes], a), drawn([...past.bytes], b)];
    const isSame = past.evidence.objects.get(one)?.digest === past.evidence.objects.get(other)?.digest;
    return isSame
      ? undefined
      : withBytes(past, [
          [one, second],
          [other, first],
        ]);
  },
  insert(past, [a, b, n]) {
    const [[beside], [, bytes]] = [drawn([...past.bytes], a), drawn([...past.bytes], b)];
    const key = beside.startsWith(CHECKPOINT_FOLDER)
      ? checkpointKey(past.bytes.size + n)
      : beside.replace(/([^/]*)$/, `${n}-$1`);
    return withBytes(past, [[key, bytes]]);
  },
  fork({ evidence }, [a]) {
    const object = drawn([...evidence.objects.values()], a);
    return { ...evidence, objects: new Map([...evidence.objects, [object.key, { ...object, versions: 2 }]]) };
  },
  're-hash a manifest'(past, [a, at, by]) {
    const manifest = drawn(manifestsOf(past.evidence), a);
    const said = saidBy(manifest) as unknown as Manifest;
    const [format, file] = drawn(Object.entries(said.files), by);
    const bytes = flipped(past.bytes.get(file.key) as Uint8Array, at, by);
    const { digest, sizeBytes } = keptObject(file.key, bytes);
    const files = { ...said.files, [format]: { ...file, digest, sizeBytes } };
    return withBytes(past, [
      [file.key, bytes],
      [manifest.key, encoded({ ...said, files })],
    ]);
  },
  're-hash the checkpoints'(past, [a, b, n]) {
    const keys = [...past.bytes.keys()].filter((key) => key.startsWith(CHECKPOINT_FOLDER)).sort();
    const from = a % keys.length;
    const said = keys.map((key) => saidBy(past.evidence.objects.get(key)) as unknown as Checkpoint);
    const changes: [string, Uint8Array][] = [];
    for (const [i, checkpoint] of said.entries()) {
      if (i < from) continue;
      const streams = checkpoint.streams.map((head, at) =>
        i === from && at === b % checkpoint.streams.length ? { ...head, seq: head.seq + 1 + (n % 3) } : head,
      );
      const last = changes.at(-1);
      const previous = last === undefined ? checkpoint.previous : keptObject(...last).digest;
      changes.push([keys[i] as string, encoded({ ...checkpoint, streams, previous })]);
    }
    return withBytes(past, changes);
  },
};

function manifestsOf({ objects }: Evidence): readonly KeptObject[] {
  return [...objects.values()].filter(({ key }) => key.endsWith('.manifest.json'));
}
