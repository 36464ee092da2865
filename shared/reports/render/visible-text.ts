// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
const SPACES = /[\t\n\v\f\r\u0085\u00a0\u2028\u2029]+/g;
/** A zero-width joiner is part of the picture between two emoji, and hidden anywhere else. */
const LONE_JOINER =
  '(?<![\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f])\\u200d|\\u200d(?!\\p{Extended_Pictographic})';
const HIDDEN = new RegExp(
  `${LONE_JOINER}|[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b\\u200c\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb\\u{e0000}-\\u{e0fff}]`,
  'gu',
);

/**
 * Most text: ASCII, letters of western Europe, dashes, quotes, arrows and signs of mathematics. Nothing in it is hidden,
 * and none of it need be looked at twice.
 */
const PLAIN = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u22ff]*$/;

/**
 * Data as one line that shows what it holds: control characters gone, line breaks and tabs as spaces, characters that
 * are invisible or turn the reading direction named, as in [U+202E]. Every rendering for people passes data through it.
 */
export function visibleText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.toWellFormed().replace(SPACES, ' ').replace(CONTROLS, '').replace(HIDDEN, named);
}

function named(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
