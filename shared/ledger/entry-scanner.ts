import type { JournalEntry, JournalLine, Tally } from '../records/journal.ts';
import { TALLY_GROUPS } from '../records/journal.ts';
import { CLOSE, COMMA, keysOf, NO_KEY, OPEN, PlainJson } from './plain-json.ts';

const ENTRY = keysOf(
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
const REFS = keysOf('charterId', 'channelId', 'subjectId', 'recordId');
const LINE = keysOf('account', 'cents');
const TALLY = keysOf('month', 'group', 'name', 'amount');
/** The keys that must be there, a bit for each: of an entry all but `reverses`, memo and who wrote it when. */
const [WHOLE_ENTRY, WHOLE_LINE, WHOLE_TALLY] = [0b1011_1111, 0b11, 0b1111];

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
  readonly #json = new PlainJson();

  /** Where the entry scanned last ended. */
  get ended(): number {
    return this.#json.at;
  }

  /** The entry on the line that begins here and ends before `limit`; nothing when it is not written in the plain way. */
  scanned(bytes: Uint8Array, from: number, limit: number): ScannedEntry | undefined {
    this.#json.begin(bytes, from);
    const entry = this.#entry();
    return this.#json.isOdd || !this.#json.endsBefore(limit) ? undefined : entry;
  }

  #entry(): ScannedEntry {
    const json = this.#json;
    let seen = 0;
    let [entityId, template, businessOn] = ['', '', ''];
    let reverses: string | undefined;
    let refs: ScannedEntry['refs'] | undefined;
    let lines: readonly JournalLine[] | undefined;
    let tallies: readonly Tally[] | undefined;
    let key = NO_KEY;
    json.expect(OPEN);
    do {
      key = json.key(ENTRY, key);
      seen |= 1 << key;
      switch (key) {
        case 0:
          entityId = json.text();
          break;
        case 1:
          template = json.text();
          break;
        case 2:
          businessOn = json.text();
          break;
        case 3:
          refs = this.#refs();
          break;
        case 4:
          lines = json.list(this.#line);
          break;
        case 5:
          tallies = json.list(this.#tally);
          break;
        case 6:
          reverses = json.text();
          break;
        default:
          json.pass();
      }
    } while (json.isNext(COMMA));
    json.expect(CLOSE);
    if ((seen & WHOLE_ENTRY) !== WHOLE_ENTRY || entityId === '' || businessOn.length !== 10) json.isOdd = true;
    if (lines === undefined || !isBalanced(lines)) json.isOdd = true;
    return { id: '', entityId, template, businessOn, refs, lines, tallies, reverses } as ScannedEntry; // an odd one is given to nobody
  }

  #refs(): ScannedEntry['refs'] {
    const json = this.#json;
    let charterId: string | undefined;
    let channelId: string | undefined;
    let subjectId: string | undefined;
    json.expect(OPEN);
    if (json.isNext(CLOSE)) return NO_REFS;
    let key = NO_KEY;
    do {
      key = json.key(REFS, key);
      switch (key) {
        case 0:
          charterId = json.text();
          break;
        case 1:
          channelId = json.text();
          break;
        case 2:
          subjectId = json.text();
          break;
        default:
          json.pass();
      }
    } while (json.isNext(COMMA));
    json.expect(CLOSE);
    return { charterId, channelId, subjectId };
  }

  readonly #line = (): JournalLine => {
    const json = this.#json;
    let seen = 0;
    let [account, cents] = ['', 0];
    json.expect(OPEN);
    let key = NO_KEY;
    do {
      key = json.key(LINE, key);
      seen |= 1 << key;
      if (key === 0) account = json.text();
      else cents = json.integer();
    } while (json.isNext(COMMA));
    json.expect(CLOSE);
    if (seen !== WHOLE_LINE) json.isOdd = true;
    return { account, cents: cents as JournalLine['cents'] };
  };

  readonly #tally = (): Tally => {
    const json = this.#json;
    let seen = 0;
    let [month, group, name, amount] = ['', '', '', 0];
    json.expect(OPEN);
    let key = NO_KEY;
    do {
      key = json.key(TALLY, key);
      seen |= 1 << key;
      switch (key) {
        case 0:
          month = json.text();
          break;
        case 1:
          group = json.text();
          break;
        case 2:
          name = json.text();
          break;
        default:
          amount = json.integer();
      }
    } while (json.isNext(COMMA));
    json.expect(CLOSE);
    if (seen !== WHOLE_TALLY || month.length !== 7 || !GROUPS.has(group)) json.isOdd = true;
    return { month, group, name, amount } as Tally;
  };
}

const GROUPS: ReadonlySet<string> = new Set(TALLY_GROUPS);
const NO_REFS: ScannedEntry['refs'] = {};

function isBalanced(lines: readonly JournalLine[]): boolean {
  let sum = 0;
  for (const { cents } of lines) sum += cents;
  return sum === 0;
}
