import type { SheetBytes } from './sheet-bytes.ts';
import { stretch } from './sheet-bytes.ts';
import { sheetRefused } from './sheet-refused.ts';

/** How the letters of a text file are written as bytes. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The encoding of a text file: its mark where it has one; else UTF-16 by its zero bytes, UTF-8 where every byte fits, and
 * windows-1252 where none of the letters beyond ASCII does. @throws FaultError when a file is neither.
 */
export async function encodingOf(bytes: SheetBytes): Promise<TextEncoding> {
  const start = await stretch(bytes, 0, 4_096);
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8';
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const wide = wideEncoding(start);
  if (wide !== undefined) return wide;
  const found = await lettersBeyondAscii(bytes);
  if (found.zeros > 0) throw sheetRefused('This is no text file: it holds zero bytes. Save it as CSV or XLSX.');
  if (found.broken === 0) return 'utf-8';
  if (found.whole === 0) return 'windows-1252';
  throw sheetRefused(
    `The letters of this file are written in two ways; line ${found.brokenLine} does not fit the rest. Save it again as CSV UTF-8.`,
  );
}

/** The text of a file, piece by piece, without its byte-order mark. */
export async function* decodedText(bytes: SheetBytes, encoding: TextEncoding): AsyncGenerator<string> {
  const pieces = bytes.read(0, bytes.size);
  if (encoding === 'windows-1252') {
    for await (const piece of pieces) yield windows1252(piece);
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** Read by our own table: some versions of Node read these bytes as control characters instead. */
function windows1252(piece: Uint8Array): string {
  const text = Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString('latin1');
  return text.replace(/[\x80-\x9f]/g, (one) => LETTERS_FROM_80.charAt(one.charCodeAt(0) - 0x80));
}

/** The letters of bytes 80 to 9F (unicode.org, CP1252); the five that mean nothing stay as they are. */
const LETTERS_FROM_80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** UTF-16 without a mark: in a table of mostly Latin letters every second byte is zero. */
function wideEncoding(start: Uint8Array): TextEncoding | undefined {
  const zeros = [0, 0];
  start.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > start.length / 4 && even < start.length / 50) return 'utf-16le';
  return even > start.length / 4 && odd < start.length / 50 ? 'utf-16be' : undefined;
}

interface Letters {
  readonly whole: number;
  readonly broken: number;
  readonly brokenLine: number;
  readonly zeros: number;
}

/** Counts letters of several bytes that are well-formed UTF-8, and bytes that are no part of one. */
async function lettersBeyondAscii(bytes: SheetBytes): Promise<Letters> {
  const counts = { whole: 0, broken: 0, brokenLine: 0, zeros: 0 };
  let line = 1;
  let expected = 0;
  let lowest = 0x80;
  let highest = 0xbf;
  const breaks = () => {
    counts.broken += 1;
    if (counts.broken === 1) counts.brokenLine = line;
    expected = 0;
  };
  for await (const piece of bytes.read(0, bytes.size)) {
    for (const byte of piece) {
      if (expected > 0) {
        if (byte >= lowest && byte <= highest) {
          expected -= 1;
          lowest = 0x80;
          highest = 0xbf;
          if (expected === 0) counts.whole += 1;
          continue;
        }
        breaks();
      }
      if (byte < 0x80) {
        if (byte === 0x0a) line += 1;
        else if (byte === 0) counts.zeros += 1;
      } else if (byte >= 0xc2 && byte <= 0xf4) {
        expected = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
        // The first byte behind it tells overlong letters, surrogates and numbers beyond Unicode (RFC 3629 §4).
        lowest = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
        highest = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
      } else breaks();
    }
  }
  if (expected > 0) breaks();
  return counts;
}
