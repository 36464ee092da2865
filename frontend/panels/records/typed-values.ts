import { isLocalDate, isLocalTime, isMonth } from '../../../shared/kernel/calendar.ts';
import type { FormField } from '../../../shared/records/form.ts';
import { centsTyped, countTyped, fieldTime, instantTyped } from '../charter/typed-model.ts';

/** What a field's text means, or what is wrong with it. */
export type Meaning = { readonly value: unknown } | { readonly problem: string };

/** The value that was typed into a single field. The zone is that of the clock instants are typed by. */
export function meaningOf(field: FormField, text: string, zone: string, isMoney: boolean): Meaning {
  switch (field.type) {
    case 'money':
      return isMoney
        ? known(signed(text, centsTyped), 'Enter an amount such as 1,200.00.')
        : known(signed(text, countTyped), WHOLE);
    case 'count':
      return known(countTyped(text), WHOLE);
    case 'share':
      return known(hundredths(text, 100), 'Enter a percentage from 0 to 100, such as 12.5.');
    case 'rating':
      return known(tenths(text), 'Enter stars from 1 to 5, such as 4.7.');
    case 'hours':
      return known(minutesTyped(text), 'Enter hours such as 2.5 or 2:30.');
    case 'day':
      return isLocalDate(text) ? { value: text } : { problem: 'Enter a day of the years 2000 to 2100.' };
    case 'month':
      return isMonth(text) ? { value: text } : { problem: 'Enter a month, such as 2026-11.' };
    case 'time':
      return isLocalTime(text) ? { value: text } : { problem: 'Enter a time of day, such as 09:30.' };
    case 'instant':
      return known(instantTyped(text, zone), 'Enter a day and a time.');
    default:
      return { value: text };
  }
}

/** A stored value as its field shows it, ready to be typed over. */
export function textOf(field: FormField, value: unknown, zone: string, isMoney: boolean): string {
  if (value === undefined) return '';
  const number = Number(value);
  switch (field.type) {
    case 'money':
      return isMoney ? decimals(number, 2) : String(number);
    case 'share':
      return String(number / 100);
    case 'rating':
      return decimals(number * 10, 2).replace(/0$/, '');
    case 'hours':
      return String(number / 60);
    case 'instant':
      return fieldTime(String(value), zone);
    default:
      return String(value);
  }
}

const WHOLE = 'Enter a whole number.';

function known(value: unknown, problem: string): Meaning {
  return value === undefined ? { problem } : { value };
}

function signed(text: string, read: (text: string) => number | undefined): number | undefined {
  const below = /^\s*[-−]\s*/.exec(text);
  if (below === null) return read(text);
  const value = read(text.slice(below[0].length));
  return value === undefined ? undefined : value === 0 ? 0 : -value;
}

/** A decimal number as hundredths of it, exactly, up to a largest number. */
function hundredths(text: string, most: number): number | undefined {
  const value = centsTyped(text.replace('%', ''));
  return value === undefined || value > most * 100 ? undefined : value;
}

function tenths(text: string): number | undefined {
  const value = hundredths(text, 5);
  return value === undefined || value < 100 || value % 10 !== 0 ? undefined : value / 10;
}

/** 2.5, 2:30 and 2 h 30 are 150 minutes. */
function minutesTyped(text: string): number | undefined {
  const clock = /^\s*(\d{1,3})\s*(?::|h)\s*([0-5]?\d)?\s*(?:min)?\s*$/.exec(text);
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2] ?? 0);
  const value = hundredths(text, 999);
  return value === undefined ? undefined : Math.round((value * 60) / 100);
}

function decimals(hundredth: number, places: number): string {
  const text = (Math.abs(hundredth) / 100).toFixed(places);
  return hundredth < 0 ? `-${text}` : text;
}
