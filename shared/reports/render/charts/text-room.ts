import { visibleText } from '../visible-text.ts';

/** The size of all text in a drawing, in its own units; drawings are made at the width they are read at. */
export const TEXT_SIZE = 12;
/** How far one line of text stands below another. */
export const LINE_HEIGHT = 16;

/** How wide a text is at most, whatever sans-serif the reader has: letters are counted by how wide their kind is. */
export function roomFor(text: string): number {
  return [...text].reduce((width, character) => width + shareOfSize(character) * TEXT_SIZE, 0);
}

function shareOfSize(character: string): number {
  if (/[ijlI|.,:;'’!()[\]]/.test(character)) return 0.42;
  if (/[ ftr\-·]/.test(character)) return 0.45;
  if (/[mwMW@%—−+…&Q]/.test(character)) return 1;
  if (/[A-Z]/.test(character)) return 0.78;
  if (/[a-z0-9$?–]/.test(character)) return 0.68;
  return 1.1;
}

/** Data as words for a drawing: visible, on one line, and without what XML has no place for. */
export function drawable(text: string): string {
  return visibleText(text)
    .replace(/[\ufffe\uffff]/g, '')
    .trim();
}

/** The text, or as much of it as there is room for with … behind it. */
export function shortenedTo(room: number, text: string): string {
  const words = drawable(text);
  if (roomFor(words) <= room) return words;
  const characters = [...words];
  while (characters.length > 0 && roomFor(`${characters.join('')}…`) > room) characters.pop();
  return characters.length === 0 ? '' : `${characters.join('').trimEnd()}…`;
}

/** The text in lines no wider than the room, the last of them shortened where there would be more. */
export function linesIn(room: number, text: string, most: number): readonly string[] {
  const lines: string[] = [];
  let rest = drawable(text);
  while (rest !== '' && lines.length < most - 1 && roomFor(rest) > room) {
    const cut = lastBreak(rest, room);
    lines.push(shortenedTo(room, rest.slice(0, cut)));
    rest = rest.slice(cut).trimStart();
  }
  return rest === '' ? lines : [...lines, shortenedTo(room, rest)];
}

/** Where a line must end: behind the last word there is room for, or the first when there is room for none. */
function lastBreak(text: string, room: number): number {
  let fits = 0;
  for (const { index } of text.matchAll(/ /g)) {
    if (roomFor(text.slice(0, index)) > room) break;
    fits = index;
  }
  return fits > 0 ? fits : Math.max(1, text.indexOf(' ') > 0 ? text.indexOf(' ') : text.length);
}
