import { StringDecoder } from 'node:string_decoder';
import { withBytesOf } from '../../verify/file-bytes.ts';
import type { Figures } from './canonical.ts';

const ROOM_BYTES = 1 << 17;

/** The file read and nothing done with it. */
export async function onlyRead(file: string): Promise<Figures> {
  const room = Buffer.allocUnsafe(ROOM_BYTES);
  const total = withBytesOf(file, ({ read }) => {
    let bytes = 0;
    for (let count = read(room); count > 0; count = read(room)) bytes += count;
    return bytes;
  });
  if (total === 0) throw new Error('nothing to read');
  return new Map();
}

/** Every line parsed and dropped, read in the same pieces as ours: what JSON itself costs. */
export async function onlyParsed(file: string): Promise<Figures> {
  const room = Buffer.allocUnsafe(ROOM_BYTES);
  const decoder = new StringDecoder('utf8');
  const parsed = withBytesOf(file, ({ read }) => {
    let [rest, lines] = ['', 0];
    for (let count = read(room); count > 0; count = read(room)) {
      const text: string = rest + decoder.write(room.subarray(0, count));
      let from = 0;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
        if (JSON.parse(text.slice(from, end)) !== null) lines += 1;
        from = end + 1;
      }
      rest = text.slice(from);
    }
    return lines;
  });
  if (parsed === 0) throw new Error('nothing to parse');
  return new Map();
}
