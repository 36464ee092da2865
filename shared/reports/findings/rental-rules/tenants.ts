import { limitRule } from '../accounting-rules/limit-rule.ts';
import { missingIn, notKnown, numberIn, ok, shortfall } from '../judging.ts';
import type { Phrase, Rule } from '../rule.ts';

/** A leased property stands empty. */
export const vacant: Rule = limitRule({
  id: 'rental-vacant',
  code: 'RNT-01',
  title: 'A property stands empty',
  category: 'Occupancy',
  causeKey: 'rental-vacant',
  needs: ['rental-days-vacant'],
  action: { title: 'Advertise the property and agree a lease', ownerRole: 'Property', dueDays: 14, effort: 'M' },
  severityOf: ([days = 0]) => (days > 30 ? 'high' : undefined),
  gap: (sheet) => ['Days without a tenant: ', sheet.get('rental-days-vacant'), '.'],
  impact: () => ['Every empty month is a month’s rent that does not come again.'],
});

/** Rent is late. */
export const rentLate: Rule = limitRule({
  id: 'rent-late',
  code: 'RNT-03',
  title: 'Rent is late',
  category: 'Rent',
  causeKey: 'rent-late',
  needs: ['rental-days-late', 'rental-rent-overdue'],
  action: {
    title: 'Speak to the tenant, and serve the three-day notice if the rent does not come',
    ownerRole: 'Property',
    dueDays: 3,
    effort: 'S',
  },
  decision: 'Whether to agree a payment plan with the tenant or to serve notice',
  severityOf: ([days = 0]) => (days > 15 ? 'critical' : days > 5 ? 'high' : undefined),
  gap: (sheet) => ['The oldest fell due ', sheet.get('rental-days-late'), ' ago.'],
  impact: (sheet) => ['Overdue in all: ', sheet.get('rental-rent-overdue'), '.'],
  priceFact: 'rental-rent-overdue',
});

/** A lease ends soon and nothing is agreed. */
export const leaseEnding: Rule = limitRule({
  id: 'lease-ending',
  code: 'RNT-07',
  title: 'A lease ends and no renewal is agreed',
  category: 'Leases',
  causeKey: 'lease-ending',
  needs: ['rental-leases-ending'],
  action: { title: 'Agree a renewal or give notice of the new rent', ownerRole: 'Property', dueDays: 14, effort: 'M' },
  severityOf: ([count = 0]) => (count > 0 ? 'medium' : undefined),
  gap: (sheet) => [
    'Leases that end within sixty days, or have ended, without renewal: ',
    sheet.get('rental-leases-ending'),
    '.',
  ],
  impact: () => [
    'Without a renewal the lease goes on by the month and the tenant may leave on thirty days’ notice; a rent rise needs ' +
      'thirty days’ notice, one of more than ten percent ninety (Civil Code 827 and 1946).',
  ],
});

const DEPOSIT = ['rental-deposit-difference', 'rental-deposit-over-cap', 'rental-deposits-late'];

/** Tenants' deposits are not what they must be: the books, the legal cap, the time to give them back. */
export const depositWrong: Rule = {
  id: 'tenant-deposit-wrong',
  code: 'RNT-10',
  title: 'A tenant’s deposit is not as it must be',
  category: 'Deposits',
  causeKey: 'tenant-deposit-wrong',
  needs: DEPOSIT,
  action: {
    title: 'Give back what is above the cap or overdue, and correct the books',
    ownerRole: 'Accounting',
    dueDays: 7,
    effort: 'S',
  },
  judge(sheet) {
    const facts = DEPOSIT.map((id) => sheet.get(id));
    const [difference, over, late] = facts.map(numberIn);
    const gap: Phrase[] = [];
    if (difference !== undefined && difference !== 0)
      gap.push(['The books hold this much more or less than the leases call for: ', facts[0]!, '.']); // three facts were asked
    if (over !== undefined && over > 0) gap.push(['Held above the legal cap: ', facts[1]!, '.']); // as above
    if (late !== undefined && late > 0) gap.push(['Deposits not returned within 21 days: ', facts[2]!, '.']); // as above
    if (gap.length === 0) return missingIn(facts).length > 0 ? notKnown(...facts) : ok(...facts);
    return shortfall(difference ? 'critical' : 'high', {
      gap: gap.flatMap((phrase, i) => (i === 0 ? phrase : [' ', ...phrase])),
      impact: [
        'A deposit kept in bad faith can cost up to twice its amount beside the tenant’s loss (Civil Code 1950.5).',
      ],
      ...(over !== undefined && over > 0 ? { impactCents: sheet.get('rental-deposit-over-cap') } : {}),
      evidence: facts,
    });
  },
};
