import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { SheetBytes } from './sheet-bytes.ts';
import { stretch } from './sheet-bytes.ts';
import { sheetRefused, sheetTooLarge } from './sheet-refused.ts';

/** One file inside a zip file, as the directory at its end lists it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerAt: number;
}

const MOST_ENTRIES = 10_000;
const LARGEST_DIRECTORY = 4_000_000;

/** What a zip file holds, by name. @throws FaultError when it has no directory, or an unreasonable one. */
export async function zipEntries(bytes: SheetBytes): Promise<ReadonlyMap<string, ZipEntry>> {
  const tailAt = Math.max(0, bytes.size - 65_557);
  const tail = await stretch(bytes, tailAt, bytes.size);
  const end = lastIndexOf(tail, [0x50, 0x4b, 0x05, 0x06]);
  if (end < 0 || end + 22 > tail.length)
    throw sheetRefused('This file is cut short or damaged: its directory is missing.');
  const view = viewOf(tail);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const at = view.getUint32(end + 16, true);
  if (count === 0xffff || size === 0xffffffff || at === 0xffffffff) {
    throw sheetTooLarge('This file says it holds four gigabytes or more; no sheet we take does.');
  }
  if (count > MOST_ENTRIES || size > LARGEST_DIRECTORY)
    throw sheetTooLarge('This file holds too many parts for a spreadsheet.');
  if (at + size > bytes.size) throw sheetRefused('This file is cut short or damaged: its directory does not fit.');
  return directory(await stretch(bytes, at, at + size), count);
}

function directory(bytes: Uint8Array, count: number): ReadonlyMap<string, ZipEntry> {
  const view = viewOf(bytes);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) {
      throw sheetRefused('This file is damaged: its directory cannot be read.');
    }
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (view.getUint16(at + 8, true) & 1)
      throw sheetRefused('This file is protected with a password. Save it without one.');
    const entry = {
      name,
      method: view.getUint16(at + 10, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    };
    if (entries.has(name)) throw sheetRefused(`This file is damaged: it holds ${name} twice.`);
    entries.set(name, entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * The unpacked bytes of an entry, never more than it says and never more than `most`. Pieces come as they are asked for.
 * @throws FaultError when it says or holds more, or cannot be unpacked.
 */
export async function* unpacked(bytes: SheetBytes, entry: ZipEntry, most: number): AsyncGenerator<Uint8Array> {
  if (entry.size > most) {
    throw sheetTooLarge(
      `A part of this file says it unpacks to ${megabytes(entry.size)}; we take up to ${megabytes(most)}.`,
    );
  }
  const header = await stretch(bytes, entry.headerAt, entry.headerAt + 30);
  if (header.length < 30 || viewOf(header).getUint32(0, true) !== 0x04034b50) {
    throw sheetRefused('This file is damaged: a part is not where its directory says.');
  }
  const from = entry.headerAt + 30 + viewOf(header).getUint16(26, true) + viewOf(header).getUint16(28, true);
  const packed = bytes.read(from, Math.min(from + entry.packedSize, bytes.size));
  if (entry.method !== 0 && entry.method !== 8)
    throw sheetRefused('This file is packed in a way spreadsheets are not.');
  let total = 0;
  for await (const piece of entry.method === 0 ? packed : inflated(packed)) {
    total += piece.length;
    if (total > entry.size)
      throw sheetTooLarge('A part of this file unpacks to more than it says: it is damaged or made to harm.');
    yield piece;
  }
  if (total !== entry.size) throw sheetRefused('This file is cut short or damaged: a part of it is missing.');
}

/** Small parts at once, as text. */
export async function unpackedText(bytes: SheetBytes, entry: ZipEntry, most: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for await (const piece of unpacked(bytes, entry, most)) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

async function* inflated(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  // What goes wrong on the way reaches the loop below, which is where it is told.
  const inflate = pipeline(Readable.from(packed), createInflateRaw({ chunkSize: 65_536 }), () => undefined);
  try {
    for await (const piece of inflate) yield piece as Uint8Array;
  } catch (error) {
    throw sheetRefused('This file is damaged: a part of it cannot be unpacked.', error);
  } finally {
    inflate.destroy();
  }
}

function lastIndexOf(bytes: Uint8Array, wanted: readonly number[]): number {
  for (let at = bytes.length - wanted.length; at >= 0; at -= 1) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return -1;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`;
}
