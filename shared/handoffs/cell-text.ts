import { amountNotBelowZero } from '../imports/reading-money.ts';
import type { Zone } from '../kernel/calendar.ts';
import { isLocalDate } from '../kernel/calendar.ts';

/** A cell read as what its column holds, or what was expected in it. */
export type CellText = { readonly value: unknown } | { readonly expected: string };

/** How a cell with something in it is read. */
export type CellReader = (written: string) => CellText;

export const words: CellReader = (written) => ({ value: written });

/** A day as the calendar has it. */
export const dayText: CellReader = (written) =>
  isLocalDate(written) ? { value: written } : { expected: 'expected a day that exists, such as 2026-12-01' };

/** Dollars, as whole cents. */
export const dollars: CellReader = (written) => {
  const read = amountNotBelowZero.read(written, { decimalMark: 'point', zone: 'UTC' as Zone, names: {} });
  return read.ok ? { value: read.value } : { expected: read.expected };
};

/** 12.5 % as basis points. */
export const percentText: CellReader = (written) => {
  const [, whole, part = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%$/.exec(written) ?? [];
  const bps = whole === undefined ? Number.NaN : Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return bps <= 10_000 ? { value: bps } : { expected: 'expected a share from 0 % to 100 %, such as 12.5 %' };
};

export const wholeNumber: CellReader = (written) =>
  /^\d{1,6}$/.test(written) ? { value: Number(written) } : { expected: 'expected a whole number, such as 6' };

export const yesOrNo: CellReader = (written) => {
  const said = written.toLowerCase();
  return said === 'yes' || said === 'no' ? { value: said === 'yes' } : { expected: 'expected yes or no' };
};

/** One of a few words; capitals and spaces do not matter. */
export function oneWordOf(known: readonly string[]): CellReader {
  return (written) => {
    const said = written.toLowerCase().replaceAll(/[\s-]+/g, '_');
    const found = known.find((word) => word.replaceAll('-', '_') === said);
    return found === undefined ? { expected: `expected one of ${known.join(', ')}` } : { value: found };
  };
}

/** Papers with their last days: Hull insurance until 2027-05-01; Documentation until 2026-12-20. */
export const papersText: CellReader = (written) => {
  const papers = written
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => /^(?<type>.+?)\s+until\s+(?<expiresOn>\S+)$/.exec(part)?.groups);
  const good = papers.every((paper) => paper !== undefined && isLocalDate(paper['expiresOn'] ?? ''));
  if (!good)
    return {
      expected: 'expected papers with days that exist, such as Insurance until 2027-05-01; Permit until 2026-12-20',
    };
  return { value: papers.map((paper) => ({ type: paper?.['type'], expiresOn: paper?.['expiresOn'] })) };
};
