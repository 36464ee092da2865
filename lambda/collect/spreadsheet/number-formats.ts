import { otherCurrency } from '../../../shared/imports/currencies.ts';

/** What a number format makes of a number: a day, a time, a share, or money of another currency than dollars. */
export type FormatMeaning =
  | { readonly is: 'number' | 'day' | 'time' | 'percent' }
  | { readonly is: 'money'; readonly currency: string };

/** The meaning of a format code as a workbook spells it out (ECMA-376 part 1, 18.8.31). */
export function formatMeaning(code: string): FormatMeaning {
  const [section = ''] = code.split(';');
  const currency = otherCurrency(section.replace(/\[\$([^-\]]*)[^\]]*\]/g, '$1').replace(/["\\]|_.|\*./g, ''));
  const letters = section
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general/gi, '')
    .toLowerCase();
  const clock = /h|s|am\/pm|a\/p/.test(letters);
  if (/[yd]/.test(letters) || (/m/.test(letters) && !clock)) return { is: 'day' };
  if (clock) return { is: 'time' };
  if (letters.includes('%')) return { is: 'percent' };
  return currency === undefined ? { is: 'number' } : { is: 'money', currency };
}

/** The meaning of the formats every program knows by number (ECMA-376 part 1, 18.8.30). */
export function builtInMeaning(id: number): FormatMeaning {
  const within = (from: number, through: number) => id >= from && id <= through;
  if (within(14, 17) || id === 22 || within(27, 31) || id === 36 || within(50, 58)) return { is: 'day' };
  if (within(18, 21) || within(32, 35) || within(45, 47)) return { is: 'time' };
  return { is: id === 9 || id === 10 ? 'percent' : 'number' };
}
