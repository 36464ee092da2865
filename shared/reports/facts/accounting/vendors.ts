import type { Measured } from '../../../kernel/measured.ts';
import { combined, estimated, isKnown, mapped, measured } from '../../../kernel/measured.ts';
import type { Vendor } from '../../../records/vendor.ts';
import type { FactDefinition, SubjectFacts } from '../fact.ts';
import { recordsOf } from '../readings.ts';
import type { FactView } from '../view.ts';

/** From which sum of a calendar year's payments a Form 1099 is due: P.L. 119-21 § 70433, for payments after 2025-12-31. */
const THRESHOLDS = [
  { fromYear: 2000, cents: 60_000 },
  { fromYear: 2026, cents: 200_000 },
] as const;
/** Later amounts follow inflation and are published in the year before. */
const LAST_PUBLISHED_YEAR = 2026;

/** The year's payments a vendor must reach before a Form 1099 is due; an assumption once the amount follows inflation. */
function thresholdCents(view: FactView): Measured<number> {
  const year = yearOf(view);
  const cents = THRESHOLDS.findLast(({ fromYear }) => fromYear <= year)?.cents ?? THRESHOLDS[0].cents;
  const basis = { records: `rules on payments of ${year}`, asOf: view.today };
  if (year <= LAST_PUBLISHED_YEAR) return measured(cents, basis);
  return estimated(cents, {
    ...basis,
    assumption: `The amount of ${LAST_PUBLISHED_YEAR} is used; it follows inflation.`,
  });
}

interface Watched {
  readonly vendor: Vendor;
  readonly paidCents: number;
}

/** Vendors a Form 1099 is due for: paid at least the year's threshold. */
function reportable(view: FactView): Measured<readonly Watched[]> {
  const [threshold, vendors] = [thresholdCents(view), recordsOf(view, 'vendor')];
  if (threshold.state === 'unknown') return threshold;
  const all = mapped(vendors, (held) =>
    held
      .filter(({ is1099 }) => is1099)
      .map((vendor) => ({ vendor, paidCents: paidIn(vendor, yearOf(view)) }))
      .filter(({ paidCents }) => paidCents >= threshold.value)
      .sort((a, b) => b.paidCents - a.paidCents || (a.vendor.id < b.vendor.id ? -1 : 1)),
  );
  return all.state === 'unknown' || threshold.state === 'measured' ? all : { ...all, state: threshold.state };
}

function paidIn({ paid }: Vendor, year: number): number {
  return paid.filter((of) => of.year === year).reduce((sum, { cents }) => sum + cents, 0);
}

function yearOf(view: FactView): number {
  return Number(view.asOn.slice(0, 4));
}

const SOURCE = 'P.L. 119-21 § 70433: $600 for payments to 2025, $2,000 after 2025-12-31, following inflation from 2027';
const VENDOR = { unit: 'count', perEntity: true, owner: 'Accounting', needs: ['vendor'], source: SOURCE } as const;

export const VENDOR_FACTS: readonly FactDefinition[] = [
  {
    ...VENDOR,
    id: 'form-1099-threshold',
    title: 'Form 1099 threshold',
    unit: 'cents',
    perEntity: false,
    definition: 'Payments in one calendar year from which on a vendor gets a Form 1099.',
    formula: 'by year of payment',
    compute: (view) => combined(recordsOf(view, 'vendor'), thresholdCents(view), (_, threshold) => threshold),
  },
  {
    ...VENDOR,
    id: 'form-1099-vendors',
    title: 'Vendors over the 1099 threshold',
    definition: 'Vendors that get a Form 1099 for the year, so far.',
    formula: 'number of vendors marked for Form 1099 and paid at least the threshold this year',
    compute: (view) => mapped(reportable(view), (vendors) => vendors.length),
  },
  {
    ...VENDOR,
    id: 'form-1099-without-w9',
    title: 'Of these without a W-9',
    definition: 'Vendors over the threshold whose Form W-9 is not on file.',
    formula: 'number of those vendors without a W-9',
    compute: (view) => mapped(reportable(view), (vendors) => vendors.filter(({ vendor }) => !vendor.w9OnFile).length),
  },
];

/** Vendors over the threshold, the highest paid first. */
export const VENDOR_SUBJECTS: SubjectFacts = {
  kind: 'vendor',
  meanings: [
    {
      id: 'vendor-paid',
      title: 'Paid this year',
      unit: 'cents',
      definition: 'What the vendor was paid in the calendar year.',
      formula: 'as recorded',
      source: SOURCE,
      needs: ['vendor'],
    },
    {
      id: 'vendor-w9',
      title: 'W-9',
      unit: 'text',
      definition: 'Whether the vendor’s Form W-9 is on file.',
      formula: 'as recorded',
      source: SOURCE,
      needs: ['vendor'],
    },
  ],
  list: (view) => {
    const all = reportable(view);
    if (!isKnown(all)) return [];
    return all.value.map(({ vendor: { id, entityId, name, w9OnFile }, paidCents }) => ({
      subject: { kind: 'vendor', id, name, entityId },
      figures: {
        'vendor-paid': { ...all, value: paidCents },
        'vendor-w9': measured(w9OnFile ? 'on file' : 'missing', all.basis),
      },
    }));
  },
};
