import { limitRule } from '../accounting-rules/limit-rule.ts';
import { notKnown, numberIn, ok, shortfall } from '../judging.ts';
import type { Rule } from '../rule.ts';

/** Too few nights are slept, two months running. */
export const occupancyLow: Rule = limitRule({
  id: 'rental-occupancy-low',
  code: 'RNT-02',
  title: 'Occupancy is below its target',
  category: 'Occupancy',
  causeKey: 'rental-occupancy-low',
  needs: ['rental-months-below-target'],
  action: {
    title: 'Lower the rate of empty weeks and open the calendar sixty days ahead',
    ownerRole: 'Property',
    dueDays: 10,
    effort: 'M',
  },
  severityOf: ([months = 0]) => (months >= 2 ? 'medium' : undefined),
  gap: (sheet) => [
    'Of the last two full months, those more than ten points below the target: ',
    sheet.get('rental-months-below-target'),
    '; occupancy of the last: ',
    sheet.get('rental-occupancy'),
    '.',
  ],
  impact: (sheet) => ['A night, slept or not, brought ', sheet.get('rental-revpar'), ' on average.'],
});

/** Keeping the property up eats too much of what it brings. */
export const maintenanceHigh: Rule = limitRule({
  id: 'rental-maintenance-high',
  code: 'RNT-04',
  title: 'Maintenance takes too much of the income',
  category: 'Cost',
  causeKey: 'rental-maintenance-high',
  needs: ['rental-maintenance-ratio'],
  action: {
    title: 'Compare the three dearest repairs with replacing what broke',
    ownerRole: 'Property',
    dueDays: 21,
    effort: 'M',
  },
  severityOf: ([share = 0]) => (share > 2_500 ? 'high' : share > 1_500 ? 'medium' : undefined),
  gap: (sheet) => ['Repairs and maintenance are ', sheet.get('rental-maintenance-ratio'), ' of rental income.'],
  impact: (sheet) => ['In twelve months: ', sheet.get('rental-maintenance-year'), '.'],
  priceFact: 'rental-maintenance-year',
});

/** The property yields less than its owner asks. */
export const earningTooLittle: Rule = limitRule({
  id: 'rental-yield-low',
  code: 'RNT-05',
  title: 'The net yield is below what the owner asks',
  category: 'Yield',
  causeKey: 'rental-yield-low',
  needs: ['rental-net-yield', 'rental-yield-hurdle'],
  action: { title: 'Bring a plan for rent, rates and cost', ownerRole: 'Property', dueDays: 21, effort: 'L' },
  decision: 'Whether to raise rents, cut cost, or accept the yield',
  severityOf: ([net = 0, hurdle = 0]) => (net < hurdle ? 'medium' : undefined),
  gap: (sheet) => [
    'Net yield: ',
    sheet.get('rental-net-yield'),
    '; asked for: ',
    sheet.get('rental-yield-hurdle'),
    '.',
  ],
  impact: (sheet) => ['Net operating income as a year: ', sheet.get('rental-noi-annual'), '.'],
});

/** What the property earns hardly pays its loan, or does not. */
export const loanNotCovered: Rule = {
  id: 'rental-loan-not-covered',
  code: 'RNT-06',
  title: 'Income hardly covers the loan',
  category: 'Debt',
  causeKey: 'rental-loan-not-covered',
  needs: ['rental-debt-cover'],
  action: {
    title: 'Ask the lender for other terms, or raise net income',
    ownerRole: 'Accounting',
    dueDays: 21,
    effort: 'L',
  },
  judge(sheet) {
    const cover = sheet.get('rental-debt-cover');
    if (cover.measured.state === 'unknown') return notKnown(cover);
    const share = numberIn(cover);
    if (share === undefined || share >= 12_000) return ok(cover);
    return shortfall(share < 10_000 ? 'critical' : 'high', {
      gap: ['Net operating income is ', cover, ' of debt service; lenders ask for 120 %.'],
      impact: ['Debt service of twelve months: ', sheet.get('rental-debt-service-year'), '.'],
    });
  },
};

/** The books are younger than a year. */
export const shortRecord: Rule = limitRule({
  id: 'rental-short-record',
  code: 'RNT-12',
  title: 'Yearly figures rest on fewer than twelve months',
  category: 'Books',
  causeKey: 'rental-short-record',
  needs: ['rental-months-of-data'],
  action: {
    title: 'Enter the missing months from the bank statements',
    ownerRole: 'Accounting',
    dueDays: 30,
    effort: 'M',
  },
  severityOf: ([months = 0]) => (months < 12 ? 'low' : undefined),
  gap: (sheet) => ['Full months in the books: ', sheet.get('rental-months-of-data'), ' of twelve.'],
  impact: () => ['Net yield, capitalisation rate and cash on cash are taken to a year from those months.'],
});
