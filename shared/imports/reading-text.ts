import { email as emailField, label as labelField, note as noteField } from '../records/fields.ts';
import type { CellReading, KnownName, NameList, Reading, ReadingStyle } from './cell-reading.ts';
import { readText, unread, value } from './cell-reading.ts';
import { otherCurrency } from './currencies.ts';
import { oneLine, plainWords } from './plain-words.ts';
import type { Cell } from './sheet-row.ts';
import { cellText } from './sheet-row.ts';

const LABEL_LENGTH = 120;
const NOTE_LENGTH = 2_000;

/** One line of at most 120 characters; line breaks become spaces. */
export const label: Reading<string> = textReading((text) => readLabel(text, false));
/** The same for what machines write at length: beyond 120 characters it is cut with an ellipsis, and that is counted. */
export const longLabel: Reading<string> = textReading((text) => readLabel(text, true));

/** Text that may have several lines. */
export const note: Reading<string> = textReading((text) => {
  const clean = text.replace(/\r\n?/g, '\n').trim();
  if (clean.length > 2 * NOTE_LENGTH || [...clean].length > NOTE_LENGTH) {
    return unread('not-allowed', 'expected text of at most 2,000 characters');
  }
  return noteField.safeParse(clean).success ? value(clean) : CONTROL;
});

/** A yes or a no, in the words people use. */
export const flag: Reading<boolean> = {
  asks: 'nothing',
  read: (cell) => {
    if (typeof cell === 'boolean') return value(cell);
    return readText(cell, cellText(cell), (text) => {
      const word = plainWords(text);
      if (YES.has(word)) return value(true);
      return NO.has(word) ? value(false) : unread('not-understood', 'expected yes or no');
    });
  },
};

/** The code of the currency an amount is in. */
export const currencyCode: Reading<string> = textReading((text) => {
  const shown = text.trim().toUpperCase();
  if (['USD', 'US$', '$', 'US DOLLAR', 'US DOLLARS'].includes(shown)) return value('USD');
  const other = shown.length <= 40 ? otherCurrency(shown) : undefined;
  return other === undefined ? unread('not-understood', 'expected a currency, such as USD') : value(other);
});

/** That an amount is in US dollars; anything else is refused by its name. */
export const dollarsOnly: Reading<string> = {
  asks: 'nothing',
  read: (cell, style) => {
    const read = currencyCode.read(cell, style);
    return read.ok && read.value !== 'USD' ? unread('other-currency', notDollars(read.value)) : read;
  },
};

/** Why an amount of another currency is refused. */
export function notDollars(currency: string): string {
  return `expected US dollars; this is in ${currency}, and the books are kept in dollars`;
}

/** One mailbox, in lower case after the @. */
export const email: Reading<string> = textReading((text) => {
  const [local = '', domain = '', ...more] = text.trim().split('@');
  const address = `${local}@${domain.toLowerCase()}`;
  return more.length === 0 && emailField.safeParse(address).success
    ? value(address)
    : unread('not-understood', 'expected one e-mail address, such as captain@example.com');
});

/** Letters, digits, - and _ that name a thing at the place it came from, at most 80. */
export const reference: Reading<string> = textReading((text) =>
  /^[A-Za-z0-9][A-Za-z0-9_.:#-]{0,79}$/.test(text.trim())
    ? value(text.trim())
    : unread('not-understood', 'expected a reference of letters and digits without spaces'),
);

/** One of a few words, each with the other ways people write it. */
export function choice<const T extends string>(words: Readonly<Record<T, readonly string[]>>): Reading<T> {
  const known = new Map<string, T>();
  for (const word of Object.keys(words) as T[]) {
    for (const way of [word, ...words[word]]) known.set(plainWords(way), word);
  }
  const shown = (Object.keys(words) as T[]).map((word) => (isCode(word) ? inWords(word, words[word]) : word));
  const expected = `expected one of ${shown.join(', ')}`;
  return textReading(
    remembered((text) => {
      const found = known.get(plainWords(text));
      return found === undefined ? unread('not-understood', expected) : value(found);
    }),
  );
}

function isCode(word: string): boolean {
  return /^\d+$/.test(word);
}

/** A code says nothing to most people: the first of its other names stands before it. */
function inWords(code: string, [name]: readonly string[]): string {
  return name === undefined ? code : `${name} (${code})`;
}

/** Several of a few words in one cell, parted by commas, semicolons, slashes, plus signs or "and". */
export function choices<const T extends string>(words: Readonly<Record<T, readonly string[]>>): Reading<readonly T[]> {
  const one = choice(words);
  return {
    asks: 'nothing',
    read: (cell, style) => {
      const found: T[] = [];
      for (const part of cellText(cell).split(/[,;/+&\n]|\band\b/i)) {
        if (part.trim() === '') continue;
        const read = one.read(typeof cell === 'string' ? part : cell, style);
        if (!read.ok) return read;
        found.push(read.value);
      }
      return value(found);
    },
  };
}

/** The id of something we know, written as its id or its name. Where no list is known, ids alone are taken. */
export function nameOf(list: NameList): Reading<string> {
  return {
    asks: 'nothing',
    read: (cell, { names }: ReadingStyle) =>
      readText(cell, cellText(cell), (text) => {
        const known = names[list];
        if (known === undefined) {
          const id = text.trim();
          return ID.test(id)
            ? value(id)
            : unread('unknown-name', `expected the id of ${A[list]}: no list of names is at hand`);
        }
        return idIn(known, text, list);
      }),
  };
}

function idIn(known: readonly KnownName[], text: string, list: NameList): CellReading<string> {
  const [id, ...more] = idsByName(known).get(plainWords(text)) ?? [];
  if (id !== undefined && more.length === 0) return value(id);
  if (id !== undefined) {
    return unread('ambiguous', `expected one ${list}; this name fits ${[id, ...more].join(', ')}`);
  }
  return unread('unknown-name', `expected ${A[list]} by name: ${namesLike(known, text)}`);
}

const NAMES_SHOWN = 12;

/** The names that share a word with what was written; without such a name the first ones there are. */
function namesLike(known: readonly KnownName[], text: string): string {
  const written = wordsOf(text);
  const names = known.map(({ id, names: [name = id] }) => name);
  const like = names.filter((name) => wordsOf(name).some((word) => written.includes(word)));
  if (like.length > 0) return `such as ${like.slice(0, NAMES_SHOWN).join('; ')}`;
  const some = names.slice(0, NAMES_SHOWN).join('; ');
  return some === '' ? 'there is none yet' : `one of ${some}${names.length > NAMES_SHOWN ? '; …' : ''}`;
}

/** The words of a name that tell it from others: "and" and "of" do not. */
function wordsOf(text: string): readonly string[] {
  return plainWords(text)
    .split(' ')
    .filter((word) => word.length > 3);
}

const INDEXES = new WeakMap<readonly KnownName[], ReadonlyMap<string, readonly string[]>>();

/** The ids each name stands for. Made once for a list: a file asks for it in every row. */
function idsByName(known: readonly KnownName[]): ReadonlyMap<string, readonly string[]> {
  const made = INDEXES.get(known);
  if (made !== undefined) return made;
  const index = new Map<string, readonly string[]>();
  for (const { id, names } of known) {
    for (const name of new Set([id, ...names].map(plainWords))) index.set(name, [...(index.get(name) ?? []), id]);
  }
  INDEXES.set(known, index);
  return index;
}

const REMEMBERED = 1_000;

/** The same reading, remembering what it said of the last texts: a column of words says few of them. */
function remembered<T>(read: (text: string) => CellReading<T>): (text: string) => CellReading<T> {
  const said = new Map<string, CellReading<T>>();
  return (text) => {
    const before = said.get(text);
    if (before !== undefined) return before;
    const reading = read(text);
    if (said.size === REMEMBERED) said.clear();
    if (text.length <= 100) said.set(text, reading);
    return reading;
  };
}

function textReading<T>(read: (text: string) => CellReading<T>): Reading<T> {
  return { asks: 'nothing', read: (cell: Cell) => readText(cell, cellText(cell), read) };
}

function readLabel(text: string, mayCut: boolean): CellReading<string> {
  const letters = [...oneLine(text.slice(0, LONGEST_CELL))];
  const isLong = letters.length > LABEL_LENGTH;
  if (isLong && !mayCut) return unread('not-allowed', 'expected at most 120 characters');
  const cut = isLong
    ? `${letters
        .slice(0, LABEL_LENGTH - 1)
        .join('')
        .trimEnd()}…`
    : letters.join('');
  if (!labelField.safeParse(cut).success) return CONTROL;
  return isLong ? { ok: true, value: cut, shortened: true } : value(cut);
}

/** Beyond this a cell is looked at no further: a spreadsheet program holds 32,767 characters in one. */
const LONGEST_CELL = 32_767;
const A: Readonly<Record<NameList, string>> = {
  account: 'an account',
  channel: 'a channel',
  charter: 'a charter',
  property: 'a property',
  client: 'a client',
  contract: 'a contract',
  job: 'a job',
};
const CONTROL = unread('control-characters', 'expected text without control characters');
const YES = new Set(['yes', 'y', 'true', 't', '1', 'x', 'on', '✓', '✔']);
const NO = new Set(['no', 'n', 'false', 'f', '0', 'off', '']);
const ID = /^[a-z][a-z0-9-]{0,39}$|^[a-z]{2,5}_[0-9A-Za-z][0-9A-Za-z.-]{0,79}$|^\d{4}$/;
