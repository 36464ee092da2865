import { createHash } from 'node:crypto';
import type { ChainedLine } from '../../shared/kernel/audit-chain.ts';
import { CHECKPOINT_FOLDER } from '../../shared/reports/checkpoint.ts';

/** An object of the archive as far as a check needs it: whoever wants the bytes reads them again. */
export interface KeptObject {
  readonly key: string;
  readonly digest: string;
  readonly sizeBytes: number;
  /** How often something was written under its key; once, unless somebody wrote over it. */
  readonly versions: number;
  /** What manifests and checkpoints say. */
  readonly text?: string;
  /** The end of a run's history a mail carries, as it stands in the mail. */
  readonly auditHead?: string;
}

/** Everything that can be held against each other: lines of history by stream, and the archive. */
export interface Evidence {
  readonly streams: ReadonlyMap<string, readonly ChainedLine[]>;
  readonly objects: ReadonlyMap<string, KeptObject>;
}

/** What came of a look at evidence: what is wrong, the first of it first, and what is neither wrong nor finished. */
export interface Findings {
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

/** The object of some bytes under a key. */
export function keptObject(key: string, bytes: Uint8Array, versions = 1): KeptObject {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const kept = { key, digest, sizeBytes: bytes.length, versions };
  if (key.endsWith('.manifest.json') || key.startsWith(CHECKPOINT_FOLDER)) return { ...kept, text: textOf(bytes) };
  const auditHead = key.endsWith('.eml') ? auditHeadIn(textOf(bytes)) : undefined;
  return auditHead === undefined ? kept : { ...kept, auditHead };
}

/** The lines of all streams, each stream's in the order given. */
export function streamsOf(lines: readonly ChainedLine[]): Map<string, ChainedLine[]> {
  const streams = new Map<string, ChainedLine[]>();
  for (const line of lines) {
    const held = streams.get(line.stream);
    if (held) held.push(line);
    else streams.set(line.stream, [line]);
  }
  return streams;
}

/** The JSON object that is the text of an object, read once; nothing where there is none. */
export function saidBy(object: KeptObject | undefined): Readonly<Record<string, unknown>> | undefined {
  if (object === undefined) return undefined;
  if (!read.has(object)) read.set(object, objectIn(object.text));
  return read.get(object);
}

const read = new WeakMap<KeptObject, Readonly<Record<string, unknown>> | undefined>();

function objectIn(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The header a mail tells the end of its run's history in; long ones are folded, with a blank at the fold. */
function auditHeadIn(mail: string): string | undefined {
  const [headers = ''] = mail.split('\r\n\r\n', 1);
  const unfolded = headers.replace(/\r\n[ \t]+/g, ' ');
  const value = /^X-Audit-Head: *(.+)$/im.exec(unfolded)?.[1];
  return value?.replaceAll(' ', '').trim();
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
