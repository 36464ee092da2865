import type { FactSheet } from '../../facts/fact-sheet.ts';

/** What the dashboard shows beside the month's revenue and charters, each to those it was granted to. */
export const DASHBOARD_PARTS = ['ceo', 'cfo', 'marketing', 'technical'] as const;
export type DashboardPart = (typeof DASHBOARD_PARTS)[number];

/** The figures everybody with the dashboard sees. */
const COMMON = [
  'recognised-revenue',
  'tracked-revenue',
  'revenue-target',
  'revenue-gap-to-date',
  'performed-charters',
  'charters-target',
  'booked-charters',
  'month-revenue',
  'month-revenue-target',
  'tracked-month-revenue',
  'tracked-month-revenue-target',
  'targeted-month-revenue',
  'targeted-month-revenue-target',
  'month-charters',
  'month-booked',
] as const;

/** The figures of each part. One that stands in two parts is open to either. */
const FIGURES: Readonly<Record<Exclude<DashboardPart, 'ceo'>, readonly string[]>> = {
  cfo: [
    'unrestricted-cash',
    'tracked-unrestricted-cash',
    'restricted-cash',
    'runway',
    'tracked-runway',
    'gross-burn',
    'tracked-gross-burn',
    'net-burn',
    'tracked-net-burn',
    'break-even-charters',
    'charters-to-break-even',
    'average-contribution',
    'fixed-cost',
    'contribution-less-fixed-cost',
    'deposit-coverage',
    'late-payouts',
    'month-unrestricted-cash',
    'month-net-burn',
    'steady-month-unrestricted-cash',
    'steady-month-net-burn',
  ],
  marketing: [
    'channel-cac',
    'channel-cac-loaded',
    'channel-new-customers',
    'channel-spend',
    'blended-cac',
    'channel-revenue',
    'channel-share',
    'visible-listings',
    'eligible-listings',
    'listings',
    'live-platform-listings',
    'platform-listing-status',
    'platform-listing-since',
  ],
  technical: [
    'open-items-critical',
    'open-items-high',
    'open-items-medium',
    'open-items-low',
    'debt-items-critical',
    'debt-items-high',
    'debt-items-medium',
    'debt-items-low',
  ],
};

/** The chief executive's own figures; the part's findings may rest on any other but the technical ones. */
const CEO_FIGURES = [
  'confirmed-30-days',
  'target-next-30-days',
  'confirmed-share-30-days',
  'month-forecast',
  'weighted-pipeline',
  'open-leads',
  'open-qualified-leads',
  'pipeline-coverage',
  'unrestricted-cash',
  'tracked-unrestricted-cash',
  'month-unrestricted-cash',
] as const;

/** The facts a part may say. */
export function figuresOfPart(part: DashboardPart): readonly string[] {
  return part === 'ceo' ? CEO_FIGURES : FIGURES[part];
}

/**
 * The sheet with nothing in it but what the common part and the given parts may say. Asking it for another figure
 * throws, so that a section cannot show what its reader was not granted.
 */
export function sheetOfParts(sheet: FactSheet, parts: readonly DashboardPart[]): FactSheet {
  const open = new Set<string>([...COMMON, ...parts.flatMap(figuresOfPart)]);
  const get: FactSheet['get'] = (id, scope) => {
    if (!open.has(id)) throw new RangeError(`${id} belongs to no part this reader was granted`);
    return sheet.get(id, scope);
  };
  return {
    ...sheet,
    facts: sheet.facts.filter((fact) => open.has(fact.meaning.id)),
    definitions: sheet.definitions.filter((meaning) => open.has(meaning.id)),
    get,
    measuredOf: (id, scope) => get(id, scope).measured,
    has: (id, scope) => open.has(id) && sheet.has(id, scope),
  };
}
