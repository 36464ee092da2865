import { limitRule } from '../accounting-rules/limit-rule.ts';
import type { Rule } from '../rule.ts';

/** Something has been broken for too long. */
export const ticketTooOld: Rule = limitRule({
  id: 'rental-ticket-old',
  code: 'RNT-08',
  title: 'A repair has been open too long',
  category: 'Upkeep',
  causeKey: 'rental-ticket-old',
  needs: ['rental-ticket-age', 'rental-habitability-age'],
  action: { title: 'Send somebody, and close the ticket', ownerRole: 'Property', dueDays: 2, effort: 'S' },
  severityOf: ([age = 0, unfit = 0]) => (age > 14 || unfit > 3 ? 'high' : undefined),
  gap: (sheet) => [
    'The oldest open ticket is ',
    sheet.get('rental-ticket-age'),
    ' old; the oldest that makes a place unfit to live in, ',
    sheet.get('rental-habitability-age'),
    '.',
  ],
  impact: () => [
    'A tenant may repair what makes the place unfit and take up to a month’s rent off for it (Civil Code 1942).',
  ],
});

/** Insurance runs out. */
export const insuranceEnding: Rule = limitRule({
  id: 'rental-insurance-ending',
  code: 'RNT-09',
  title: 'A property’s insurance runs out',
  category: 'Compliance',
  causeKey: 'rental-insurance-ending',
  needs: ['rental-insurance-days'],
  action: { title: 'Renew the insurance', ownerRole: 'Property', dueDays: 7, effort: 'S' },
  severityOf: ([days = 0]) => (days < 0 ? 'critical' : days <= 30 ? 'high' : days <= 60 ? 'medium' : undefined),
  gap: (sheet) => ['Insurance left: ', sheet.get('rental-insurance-days'), '.'],
  impact: () => ['Without it a fire or a fall is paid by the owner, and the loan’s terms are broken.'],
});

/** Guests by the night without the city's papers. */
export const staysWithoutPapers: Rule = limitRule({
  id: 'stays-without-papers',
  code: 'RNT-11',
  title: 'Stays of less than a month without licence or tax account',
  category: 'Compliance',
  causeKey: 'stays-without-papers',
  needs: ['rental-stays-unlicensed'],
  action: {
    title: 'Get the short-stay licence and the occupancy tax account, or stop short stays',
    ownerRole: 'Property',
    dueDays: 7,
    effort: 'M',
  },
  severityOf: ([count = 0]) => (count > 0 ? 'high' : undefined),
  gap: (sheet) => ['Properties let by the night without papers in force: ', sheet.get('rental-stays-unlicensed'), '.'],
  impact: () => ['The city fines such stays, and the tax is owed all the same.'],
});

/** An improvement was booked as a cost. */
export const improvementAsCost: Rule = limitRule({
  id: 'improvement-as-cost',
  code: 'RNT-13',
  title: 'An improvement was booked as a cost',
  category: 'Books',
  causeKey: 'improvement-as-cost',
  needs: ['rental-improvements-as-cost'],
  action: { title: 'Move the cost to the account of buildings', ownerRole: 'Accounting', dueDays: 10, effort: 'S' },
  severityOf: ([amount = 0]) => (amount > 0 ? 'medium' : undefined),
  gap: (sheet) => ['Improvements among the costs: ', sheet.get('rental-improvements-as-cost'), '.'],
  impact: () => [
    'Net operating income and net yield are too low by it; for tax it is capital too, unless the owner elects the safe ' +
      'harbour for small amounts (Treasury Regulation 1.263(a)-1(f)).',
  ],
  priceFact: 'rental-improvements-as-cost',
});
