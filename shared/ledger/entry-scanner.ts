import type { JournalEntry, JournalLine, Tally } from '../records/journal.ts';
import { TALLY_GROUPS } from '../records/journal.ts';

const [QUOTE, COMMA, COLON, BACKSLASH] = [0x22, 0x2c, 0x3a, 0x5c];
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];
const [MINUS, ZERO, NINE] = [0x2d, 0x30, 0x39];
const NEW_LINE = 0x0a;
const MOST_DIGITS = 15;
/** Before the first key, and where there is none. */
const NO_KEY = -1;
/** Texts remembered; a power of two. */
const REMEMBERED = 1 << 13;

const keys = (...names: readonly string[]) => names.map((name) => Uint8Array.from(name, (sign) => sign.charCodeAt(0)));
const ENTRY = keys(
  'entityId',
  'template',
  'businessOn',
  'refs',
  'lines',
  'tallies',
  'reverses',
  'id',
  'memo',
  'postedAt',
  'postedBy',
);
const REFS = keys('charterId', 'channelId', 'subjectId', 'recordId');
const LINE = keys('account', 'cents');
const TALLY = keys('month', 'group', 'name', 'amount');

/**
 * An entry as far as it is added up: without its memo, who wrote it and when. Its id may be empty where its lines sum to
 * zero: nobody asks for it then.
 */
export interface ScannedEntry extends Pick<JournalEntry, 'id' | 'entityId' | 'template' | 'lines' | 'tallies'> {
  readonly businessOn: string;
  readonly refs: {
    readonly charterId?: string | undefined;
    readonly channelId?: string | undefined;
    readonly subjectId?: string | undefined;
  };
  readonly reverses?: string | undefined;
}

/**
 * Takes an entry out of the bytes of its JSON as `JSON.stringify` writes them, without making what is not added up, and
 * with one text for all that are the same. Bytes that say it in any other way are left to `JSON.parse`.
 */
export class EntryScanner {
  readonly #texts: string[] = new Array<string>(REMEMBERED).fill('');
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #isOdd = false;

  /** Where the entry scanned last ended. */
  get ended(): number {
    return this.#at;
  }

  /** The entry on the line that begins here and ends before `limit`; nothing when it is not written in the plain way. */
  scanned(bytes: Uint8Array, from: number, limit: number): ScannedEntry | undefined {
    this.#bytes = bytes;
    this.#at = from;
    this.#isOdd = false;
    const entry = this.#entry();
    const isWhole = this.#at < limit && bytes[this.#at] === NEW_LINE;
    return this.#isOdd || !isWhole ? undefined : entry;
  }

  #entry(): ScannedEntry {
    let [entityId, template, businessOn] = ['', '', ''];
    let reverses: string | undefined;
    let refs: ScannedEntry['refs'] | undefined;
    let lines: readonly JournalLine[] | undefined;
    let tallies: readonly Tally[] | undefined;
    let key = NO_KEY;
    this.#expect(OPEN);
    do {
      key = this.#key(ENTRY, key);
      switch (key) {
        case 0:
          entityId = this.#text();
          break;
        case 1:
          template = this.#text();
          break;
        case 2:
          businessOn = this.#text();
          break;
        case 3:
          refs = this.#refs();
          break;
        case 4:
          lines = this.#list(this.#line);
          break;
        case 5:
          tallies = this.#list(this.#tally);
          break;
        case 6:
          reverses = this.#text();
          break;
        default:
          this.#pass();
      }
    } while (this.#isNext(COMMA));
    this.#expect(CLOSE);
    if (entityId === '' || template === '' || businessOn.length !== 10) this.#isOdd = true;
    if (refs === undefined || lines === undefined || tallies === undefined || !isBalanced(lines)) this.#isOdd = true;
    return { id: '', entityId, template, businessOn, refs, lines, tallies, reverses } as ScannedEntry; // an odd one is given to nobody
  }

  #refs(): ScannedEntry['refs'] {
    let charterId: string | undefined;
    let channelId: string | undefined;
    let subjectId: string | undefined;
    this.#expect(OPEN);
    if (this.#isNext(CLOSE)) return NO_REFS;
    let key = NO_KEY;
    do {
      key = this.#key(REFS, key);
      switch (key) {
        case 0:
          charterId = this.#text();
          break;
        case 1:
          channelId = this.#text();
          break;
        case 2:
          subjectId = this.#text();
          break;
        default:
          this.#pass();
      }
    } while (this.#isNext(COMMA));
    this.#expect(CLOSE);
    return { charterId, channelId, subjectId };
  }

  readonly #line = (): JournalLine => {
    let [account, cents] = ['', 0];
    this.#expect(OPEN);
    let key = NO_KEY;
    do {
      key = this.#key(LINE, key);
      if (key === 0) account = this.#text();
      else cents = this.#integer();
    } while (this.#isNext(COMMA));
    this.#expect(CLOSE);
    if (account === '') this.#isOdd = true;
    return { account, cents: cents as JournalLine['cents'] };
  };

  readonly #tally = (): Tally => {
    let [month, group, name, amount] = ['', '', '', 0];
    this.#expect(OPEN);
    let key = NO_KEY;
    do {
      key = this.#key(TALLY, key);
      switch (key) {
        case 0:
          month = this.#text();
          break;
        case 1:
          group = this.#text();
          break;
        case 2:
          name = this.#text();
          break;
        default:
          amount = this.#integer();
      }
    } while (this.#isNext(COMMA));
    this.#expect(CLOSE);
    if (month.length !== 7 || name === '' || !GROUPS.has(group)) this.#isOdd = true;
    return { month, group, name, amount } as Tally;
  };

  #list<T>(one: () => T): readonly T[] {
    const found: T[] = [];
    this.#expect(OPEN_LIST);
    if (this.#isNext(CLOSE_LIST)) return found;
    do found.push(one());
    while (!this.#isOdd && this.#isNext(COMMA));
    this.#expect(CLOSE_LIST);
    return found;
  }

  /** Which of some keys stands here, the one after `before` tried first, with the colon after it; odd when it is none. */
  #key(among: readonly Uint8Array[], before: number): number {
    this.#expect(QUOTE);
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
      this.#expect(COLON);
      return which;
    }
    this.#isOdd = true;
    return NO_KEY;
  }

  /** A text of plain signs; the same text always as the same string. */
  #text(): string {
    this.#expect(QUOTE);
    const [bytes, from] = [this.#bytes, this.#at];
    let [at, hash] = [from, 0];
    for (let sign = bytes[at] ?? 0; sign !== QUOTE; sign = bytes[at] ?? 0) {
      if (sign < 0x20 || sign > 0x7e || sign === BACKSLASH) {
        this.#isOdd = true;
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
  #pass(): void {
    this.#expect(QUOTE);
    const bytes = this.#bytes;
    let at = this.#at;
    for (let sign = bytes[at] ?? NEW_LINE; sign !== QUOTE; sign = bytes[at] ?? NEW_LINE) {
      if (sign < 0x20) {
        this.#isOdd = true; // no text goes on beyond its line
        return;
      }
      at += sign === BACKSLASH ? 2 : 1;
    }
    this.#at = at + 1;
  }

  #integer(): number {
    const bytes = this.#bytes;
    const isNegative = this.#isNext(MINUS);
    let [at, value] = [this.#at, 0];
    for (let sign = bytes[at] ?? 0; sign >= ZERO && sign <= NINE; sign = bytes[at] ?? 0) {
      value = value * 10 + sign - ZERO;
      at += 1;
    }
    const digits = at - this.#at;
    if (digits === 0 || digits > MOST_DIGITS) this.#isOdd = true;
    this.#at = at;
    return isNegative ? -value : value;
  }

  #expect(sign: number): void {
    if (this.#bytes[this.#at] === sign) this.#at += 1;
    else this.#isOdd = true;
  }

  #isNext(sign: number): boolean {
    if (this.#isOdd || this.#bytes[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }
}

const GROUPS: ReadonlySet<string> = new Set(TALLY_GROUPS);
const NO_REFS: ScannedEntry['refs'] = {};

function isBalanced(lines: readonly JournalLine[]): boolean {
  let sum = 0;
  for (const { cents } of lines) sum += cents;
  return sum === 0;
}

function isAt(text: string, bytes: Uint8Array, from: number, end: number): boolean {
  if (text.length !== end - from) return false;
  for (let at = from; at < end; at += 1) if (text.charCodeAt(at - from) !== bytes[at]) return false;
  return true;
}
