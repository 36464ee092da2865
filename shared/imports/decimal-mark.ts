import type { DecimalMark } from './cell-reading.ts';

/** What one written number says about which mark stands before the decimals. */
export type MarkEvidence = DecimalMark | 'either' | 'silent';

/** 1,234.50 says point; 1.234,50 and 12,5 say comma; 1,234 could be either; 1234 says nothing. */
export function markEvidence(written: string): MarkEvidence {
  const [number = ''] = NUMBER.exec(written) ?? [];
  const points = number.split('.').length - 1;
  const commas = number.split(',').length - 1;
  if (points === 0 && commas === 0) return 'silent';
  if (points > 0 && commas > 0) return number.lastIndexOf('.') > number.lastIndexOf(',') ? 'point' : 'comma';
  const mark: DecimalMark = points > 0 ? 'point' : 'comma';
  if (points + commas > 1) return mark === 'point' ? 'comma' : 'point';
  return GROUP.test(number) ? 'either' : mark;
}

/**
 * The digits of a number with a point before the decimals and nothing between the thousands; nothing when it is no
 * number under this mark. Thousands may be set apart by the other mark, an apostrophe or a space, in threes.
 */
export function decimalText(written: string, mark: DecimalMark | undefined): string | 'ambiguous' | undefined {
  const said = markEvidence(written);
  if (said === 'either' && mark === undefined) return 'ambiguous';
  const used = mark ?? (said === 'comma' ? 'comma' : 'point');
  if ((said === 'comma' || said === 'point') && said !== used) return undefined;
  const plain = used === 'point' ? written : written.replace(/[.,]/g, (one) => (one === ',' ? '.' : ','));
  const match = PLAIN.exec(plain);
  return match === null ? undefined : `${(match[1] ?? '').replace(/[,' ]/g, '')}${match[3] ?? ''}`;
}

const NUMBER = /\d[\d.,' ]*\d|[.,]?\d+|\d/;
/** One mark with exactly three digits behind it and one to three before, not zero: 1,234. */
const GROUP = /^[1-9]\d{0,2}[.,]\d{3}$/;
const PLAIN = /^(\d{1,3}(?:([,' ])\d{3})(?:\2\d{3})*|\d*)(\.\d*)?$/;
