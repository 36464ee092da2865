import { wholeSpaces } from './sentence.ts';

/** How wide a text mail may be: what every mail program shows without wrapping it again. */
export const TEXT_WIDTH = 72;

/** Characters that take two places in a string and one column. */
const BEYOND = /[\ud800-\udfff]/;

/** How many columns a text takes. */
export function widthOf(text: string): number {
  return BEYOND.test(text) ? [...text].length : text.length;
}

/** Text filled into lines: `first` before the first line, `rest` before the others; words too long for a line are cut. */
export function filled(text: string, first = '', rest = first, width: number = TEXT_WIDTH): readonly string[] {
  const [before, after] = [widthOf(first), widthOf(rest)];
  const isOneLine = widthOf(text) + Math.max(before, after) <= width && !text.startsWith(' ') && !text.includes('  ');
  if (isOneLine) return [wholeSpaces(`${first}${text}`).trimEnd()];
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const word of wordsOf(text, width - after)) {
    const needed = widthOf(word);
    if (line === '') [line, taken] = [word, needed];
    else if (taken + 1 + needed + (lines.length === 0 ? before : after) <= width) {
      line += ` ${word}`;
      taken += 1 + needed;
    } else {
      lines.push(line);
      [line, taken] = [word, needed];
    }
  }
  lines.push(line);
  return lines.map((text, at) => wholeSpaces(`${at === 0 ? first : rest}${text}`).trimEnd());
}

/** A heading with a line under it as long as itself. */
export function underlined(heading: string, line: '=' | '-'): readonly string[] {
  const lines = filled(heading);
  return [...lines, line.repeat(Math.max(...lines.map(widthOf)))];
}

/** Text brought to a width, on the left or on the right. */
export function padded(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'right' ? `${space}${text}` : `${text}${space}`;
}

/** The words of a text, those too long for a line in pieces. */
function wordsOf(text: string, width: number): readonly string[] {
  const words = text.split(/ +/);
  return words.some((word) => word.length > width) ? words.flatMap((word) => cut(word, width)) : words;
}

function cut(word: string, width: number): readonly string[] {
  if (word.length <= width) return [word];
  const characters = [...word];
  if (characters.length <= width) return [word];
  return [characters.slice(0, width).join(''), ...cut(characters.slice(width).join(''), width)];
}
