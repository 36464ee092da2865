import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** A file that can be read more than once and in part: on disk, in memory, or in a bucket. */
export interface SheetBytes {
  readonly size: number;
  /** The bytes from one place until before another. */
  readonly read: (from: number, until: number) => AsyncIterable<Uint8Array>;
}

const PIECE = 65_536;

/** Bytes that are already in memory. */
export function bytesInMemory(bytes: Uint8Array): SheetBytes {
  return {
    size: bytes.length,
    read: async function* (from, until) {
      for (let at = from; at < until; at += PIECE) yield bytes.subarray(at, Math.min(at + PIECE, until));
    },
  };
}

/** The bytes of a file on disk. */
export async function bytesOnDisk(path: string): Promise<SheetBytes> {
  const { size } = await stat(path);
  return {
    size,
    read: (from, until) => (until > from ? createReadStream(path, { start: from, end: until - 1 }) : nothing()),
  };
}

/** A stretch of a file at once. For stretches whose length is known to be small. */
export async function stretch(bytes: SheetBytes, from: number, until: number): Promise<Uint8Array> {
  const whole = new Uint8Array(Math.max(0, Math.min(until, bytes.size) - from));
  let at = 0;
  for await (const piece of bytes.read(from, from + whole.length)) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
