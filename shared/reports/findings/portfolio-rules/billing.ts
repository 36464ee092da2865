import { limitRule } from '../accounting-rules/limit-rule.ts';
import { amountOf } from '../cmo-rules/over-subjects.ts';
import { clientsWhere, inBrackets } from './clients-named.ts';

const AGENCY = 'Agency lead';

/** PRT-01. A contract month nobody has invoiced. */
export const contractMonthUnbilled = limitRule({
  id: 'contract-month-unbilled',
  code: 'PRT-01',
  title: 'A contract month is not invoiced',
  category: 'Billing',
  causeKey: 'contract-month-unbilled',
  needs: ['contract-months-unbilled', 'contract-months-unbilled-cents'],
  action: { title: 'Invoice every contract month that is missing', ownerRole: AGENCY, dueDays: 2, effort: 'S' },
  severityOf: ([clients]) => (clients === 0 ? undefined : 'high'),
  gap: (sheet) => [
    'Clients whose last contract month is not invoiced: ',
    sheet.get('contract-months-unbilled'),
    inBrackets(clientsWhere(sheet, 'client-month-gap', (gap) => amountOf(gap) > 0)),
    '.',
  ],
  impact: (sheet) => [sheet.get('contract-months-unbilled-cents'), ' was agreed and nobody has asked for it.'],
  priceFact: 'contract-months-unbilled-cents',
});

/** PRT-02. Work done and not invoiced for too long. */
export const workUnbilled = limitRule({
  id: 'client-work-unbilled',
  code: 'PRT-02',
  title: 'Work is unbilled for more than 30 days',
  category: 'Billing',
  causeKey: 'client-work-unbilled',
  needs: ['unbilled-work', 'unbilled-work-31-60', 'unbilled-work-61-plus'],
  action: { title: 'Invoice the unbilled work, the oldest first', ownerRole: AGENCY, dueDays: 3, effort: 'M' },
  severityOf: ([, old = 0, oldest = 0]) => (oldest > 0 ? 'critical' : old > 0 ? 'high' : undefined),
  gap: (sheet) => [
    sheet.get('unbilled-work-31-60'),
    ' has waited 31 to 60 days for an invoice, and ',
    sheet.get('unbilled-work-61-plus'),
    ' longer.',
  ],
  impact: (sheet) => [
    'In all, ',
    sheet.get('unbilled-work'),
    ' of work is on no invoice; the longer it waits, the less of it is paid.',
  ],
  priceFact: 'unbilled-work',
});

/** PRT-03. More time worked than a retainer includes. */
export const overageUnbilled = limitRule({
  id: 'retainer-overage-unbilled',
  code: 'PRT-03',
  title: 'Time beyond a retainer is unbilled',
  category: 'Billing',
  causeKey: 'retainer-overage-unbilled',
  needs: ['retainer-overage'],
  action: { title: 'Invoice the hours beyond each retainer, or raise it', ownerRole: AGENCY, dueDays: 10, effort: 'S' },
  severityOf: ([minutes = 0]) => (minutes > 0 ? 'medium' : undefined),
  gap: (sheet) => ['Time beyond what retainers include, on no invoice: ', sheet.get('retainer-overage'), '.'],
  impact: () => ['A retainer that is always exceeded is priced too low.'],
});

/** PRT-04. Costs laid out for clients and not asked back. */
export const passThroughLost = limitRule({
  id: 'pass-through-not-recovered',
  code: 'PRT-04',
  title: 'Costs paid for clients are not all invoiced',
  category: 'Billing',
  causeKey: 'pass-through-not-recovered',
  needs: ['pass-through-recovery'],
  action: { title: 'Invoice the costs paid for clients', ownerRole: AGENCY, dueDays: 7, effort: 'S' },
  severityOf: ([share = 0]) => (share < 10_000 ? 'medium' : undefined),
  gap: (sheet) => ['Of the costs paid for clients, ', sheet.get('pass-through-recovery'), ' was invoiced.'],
  impact: (sheet) => ['Costs on no invoice today: ', sheet.get('pass-through-unbilled'), '.'],
  priceFact: 'pass-through-unbilled',
});

/** PRT-05. Work invoiced for less than it is worth. */
export const realisationLow = limitRule({
  id: 'realisation-low',
  code: 'PRT-05',
  title: 'Work is invoiced below its worth',
  category: 'Price',
  causeKey: 'realisation-low',
  needs: ['realisation'],
  action: {
    title: 'Find which invoices gave work away, and agree who may',
    ownerRole: AGENCY,
    dueDays: 14,
    effort: 'M',
  },
  severityOf: ([share = 0]) => (share < 8_500 ? 'high' : share < 9_000 ? 'medium' : undefined),
  gap: (sheet) => ['Work was invoiced at ', sheet.get('realisation'), ' of its worth; 90% is the aim.'],
  impact: () => ['The rest is discount nobody decided on.'],
});

/** PRT-13. Work without a contract behind it any more. */
export const lapsedWork = limitRule({
  id: 'lapsed-contract-work',
  code: 'PRT-13',
  title: 'Work is done under a contract that has ended',
  category: 'Contracts',
  causeKey: 'lapsed-contract-work',
  needs: ['lapsed-contract-work'],
  action: { title: 'Renew the contract or stop the work', ownerRole: AGENCY, dueDays: 3, effort: 'S' },
  severityOf: ([cents = 0]) => (cents > 0 ? 'high' : undefined),
  gap: (sheet) => ['Unbilled work after a contract ended: ', sheet.get('lapsed-contract-work'), '.'],
  impact: () => ['Without a contract neither the rate nor the payment is agreed.'],
  priceFact: 'lapsed-contract-work',
});
