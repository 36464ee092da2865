const [QUOTE, COLON, BACKSLASH, MINUS, ZERO, NINE] = [0x22, 0x3a, 0x5c, 0x2d, 0x30, 0x39];
const [OPEN_LIST, CLOSE_LIST, NEW_LINE] = [0x5b, 0x5d, 0x0a];
export const [OPEN, CLOSE, COMMA] = [0x7b, 0x7d, 0x2c];
const MOST_DIGITS = 15;
/** Texts remembered; a power of two. */
const REMEMBERED = 1 << 13;
/** Before the first key, and where there is none. */
export const NO_KEY = -1;

/** Names of keys as the bytes they are written in. */
export function keysOf(...names: readonly string[]): readonly Uint8Array[] {
  return names.map((name) => Uint8Array.from(name, (sign) => sign.charCodeAt(0)));
}

/**
 * Walks over the bytes of JSON as `JSON.stringify` writes it: no space between, keys that are known, texts of plain
 * signs, whole numbers. Anything else makes it odd, and what was taken by then is worth nothing.
 */
export class PlainJson {
  /** Whether something stood here that is not written in the plain way. */
  isOdd = false;
  readonly #texts: string[] = new Array<string>(REMEMBERED).fill('');
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;

  /** Where the next sign stands. */
  get at(): number {
    return this.#at;
  }

  begin(bytes: Uint8Array, from: number): void {
    this.#bytes = bytes;
    this.#at = from;
    this.isOdd = false;
  }

  /** Whether a line ends here, before a limit. */
  endsBefore(limit: number): boolean {
    return this.#at < limit && this.#bytes[this.#at] === NEW_LINE;
  }

  /** What stands in a list, each taken by itself. */
  list<T>(one: () => T): readonly T[] {
    const found: T[] = [];
    this.expect(OPEN_LIST);
    if (this.isNext(CLOSE_LIST)) return found;
    do found.push(one());
    while (!this.isOdd && this.isNext(COMMA));
    this.expect(CLOSE_LIST);
    return found;
  }

  /** Which of some keys stands here, the one after `before` tried first, with the colon after it; odd when it is none. */
  key(among: readonly Uint8Array[], before: number): number {
    this.expect(QUOTE);
    const [bytes, from, many] = [this.#bytes, this.#at, among.length];
    for (let tried = 0, which = before + 1; tried < many; tried += 1, which += 1) {
      if (which >= many) which = 0;
      const wanted = among[which] as Uint8Array;
      const length = wanted.length;
      if (bytes[from] !== wanted[0] || bytes[from + length] !== QUOTE) continue;
      let at = 1;
      while (at < length && bytes[from + at] === wanted[at]) at += 1;
      if (at < length) continue;
      this.#at = from + length + 1;
      this.expect(COLON);
      return which;
    }
    this.isOdd = true;
    return NO_KEY;
  }

  /** A text of plain signs; the same text always as the same string. */
  text(): string {
    this.expect(QUOTE);
    const [bytes, from] = [this.#bytes, this.#at];
    let [at, hash] = [from, 0];
    for (let sign = bytes[at] ?? 0; sign !== QUOTE; sign = bytes[at] ?? 0) {
      if (sign < 0x20 || sign > 0x7e || sign === BACKSLASH) {
        this.isOdd = true;
        return '';
      }
      hash = (Math.imul(hash, 31) + sign) | 0;
      at += 1;
    }
    this.#at = at + 1;
    const place = (hash ^ (hash >>> 13)) & (REMEMBERED - 1);
    const held = this.#texts[place] as string;
    if (isAt(held, bytes, from, at)) return held;
    const text = String.fromCharCode.apply(null, bytes.subarray(from, at) as unknown as number[]);
    this.#texts[place] = text;
    return text;
  }

  /** Goes past a text nobody needs. */
  pass(): void {
    this.expect(QUOTE);
    const bytes = this.#bytes;
    let at = this.#at;
    for (let sign = bytes[at] ?? NEW_LINE; sign !== QUOTE; sign = bytes[at] ?? NEW_LINE) {
      if (sign < 0x20) {
        this.isOdd = true; // no text goes on beyond its line
        return;
      }
      at += sign === BACKSLASH ? 2 : 1;
    }
    this.#at = at + 1;
  }

  /** A whole number of at most fifteen digits. */
  integer(): number {
    const bytes = this.#bytes;
    const isNegative = this.isNext(MINUS);
    let [at, value] = [this.#at, 0];
    for (let sign = bytes[at] ?? 0; sign >= ZERO && sign <= NINE; sign = bytes[at] ?? 0) {
      value = value * 10 + sign - ZERO;
      at += 1;
    }
    const digits = at - this.#at;
    if (digits === 0 || digits > MOST_DIGITS || (digits > 1 && bytes[this.#at] === ZERO)) this.isOdd = true;
    this.#at = at;
    return isNegative ? -value : value;
  }

  /** Goes past a sign that must stand here. */
  expect(sign: number): void {
    if (this.#bytes[this.#at] === sign) this.#at += 1;
    else this.isOdd = true;
  }

  /** Goes past a sign if it stands here; no more once anything was odd. */
  isNext(sign: number): boolean {
    if (this.isOdd || this.#bytes[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }
}

function isAt(text: string, bytes: Uint8Array, from: number, end: number): boolean {
  if (text.length !== end - from) return false;
  for (let at = from; at < end; at += 1) if (text.charCodeAt(at - from) !== bytes[at]) return false;
  return true;
}
