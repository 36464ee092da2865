import type { SheetBytes } from '../../lambda/collect/spreadsheet/sheet-bytes.ts';
import type { TextEncoding } from '../../lambda/collect/spreadsheet/text-encoding.ts';

/** How a table is written down as CSV. */
export interface WrittenStyle {
  readonly encoding: TextEncoding;
  readonly mark: boolean;
  readonly separator: string;
  readonly newline: string;
  readonly quotes: 'always' | 'where needed';
  readonly endsInNewline: boolean;
}

/** A table as the bytes of a CSV file (RFC 4180, in any style). */
export function writtenCsv(table: readonly (readonly string[])[], style: WrittenStyle): Uint8Array {
  const lines = table.map((row) => row.map((cell) => writtenCell(cell, style)).join(style.separator));
  const text = `${lines.join(style.newline)}${style.endsInNewline ? style.newline : ''}`;
  return encoded(style.mark && style.encoding !== 'windows-1252' ? `\ufeff${text}` : text, style.encoding);
}

function writtenCell(cell: string, { separator, quotes }: WrittenStyle): string {
  const needs = quotes === 'always' || cell.includes(separator) || /["\r\n]/.test(cell);
  return needs ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Text as bytes in an encoding. */
export function encoded(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  return Uint8Array.from(
    [...text].map((letter) => ('\t\r\n'.includes(letter) ? letter.charCodeAt(0) : (WINDOWS_1252.get(letter) ?? 0x3f))),
  );
}

/** The letters of windows-1252 and the byte each is: those of Latin 1, and those of unicode.org's CP1252 from 80 to 9F. */
export const WINDOWS_1252: ReadonlyMap<string, number> = new Map([
  ...Array.from({ length: 95 }, (_none, at) => [String.fromCharCode(0x20 + at), 0x20 + at] as const),
  ...Array.from({ length: 96 }, (_none, at) => [String.fromCharCode(0xa0 + at), 0xa0 + at] as const),
  ...[...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ'].map(
    (letter, at) =>
      [letter, [0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e][at] ?? 0] as const,
  ),
  ...[...'‘’“”•–—˜™š›œ'].map((letter, at) => [letter, 0x91 + at] as const),
  ['ž', 0x9e],
  ['Ÿ', 0x9f],
]);

/** Bytes that come in pieces of a size, as a slow network would bring them. */
export function bytesInPieces(bytes: Uint8Array, piece: number): SheetBytes {
  return {
    size: bytes.length,
    read: async function* (from, until) {
      for (let at = from; at < until; at += piece) yield bytes.subarray(at, Math.min(at + piece, until));
    },
  };
}
