import { limitRule } from '../accounting-rules/limit-rule.ts';
import { amountOf, subjectStandings, verdictOver, wordOf } from '../cmo-rules/over-subjects.ts';
import { numberIn } from '../judging.ts';
import type { Rule } from '../rule.ts';
import { clientsWhere, inBrackets } from './clients-named.ts';

const AGENCY = 'Agency lead';
const ACCOUNTING = 'Accounting';
const FORTY_PERCENT = 4_000;

/** PRT-06. An hour brings less than it must. */
export const rateBelowFloor: Rule = {
  id: 'client-rate-below-floor',
  code: 'PRT-06',
  title: 'A client pays less per hour than the least rate',
  category: 'Price',
  causeKey: 'client-rate-below-floor',
  needs: ['effective-rate'],
  action: { title: 'Raise the rate or cut the hours of these clients', ownerRole: AGENCY, dueDays: 21, effort: 'M' },
  judge(sheet) {
    const found = subjectStandings(
      sheet,
      'client',
      ['client-rate', 'client-floor'],
      (rate, floor) => ((numberIn(rate!) ?? Number.POSITIVE_INFINITY) < amountOf(floor) ? 'medium' : undefined), // two figures were asked for
    );
    return verdictOver(
      found,
      sheet.get('effective-rate'),
      ([rate, floor]) => [rate!, ' an hour, the least is ', floor!], // two figures were asked for
      ['Every further hour for them lowers what an hour brings.'],
    );
  },
};

/** PRT-07. Clients without a signed contract. */
export const noSignedContract = limitRule({
  id: 'client-without-contract',
  code: 'PRT-07',
  title: 'Clients have no signed contract',
  category: 'Contracts',
  causeKey: 'client-without-contract',
  needs: ['clients-without-contract'],
  action: { title: 'Get a signed contract from every client', ownerRole: AGENCY, dueDays: 14, effort: 'M' },
  severityOf: ([clients]) => (clients === 0 ? undefined : 'high'),
  gap: (sheet) => [
    'Clients without a signed contract that runs today: ',
    sheet.get('clients-without-contract'),
    inBrackets(clientsWhere(sheet, 'client-signed', (signed) => wordOf(signed) === 'no')),
    '.',
  ],
  impact: () => ['What they owe rests on their goodwill.'],
});

/** PRT-08. One client carries the agency. */
export const clientConcentration = limitRule({
  id: 'client-concentration',
  code: 'PRT-08',
  title: 'One client brings more than 40% of revenue',
  category: 'Concentration',
  causeKey: 'client-concentration',
  needs: ['top-client-share'],
  action: { title: 'Plan how to win or grow other clients', ownerRole: AGENCY, dueDays: 30, effort: 'L' },
  severityOf: ([share = 0]) => (share > FORTY_PERCENT ? 'medium' : undefined),
  gap: (sheet) => {
    const share = sheet.get('top-client-share');
    const [top] = clientsWhere(sheet, 'client-share', (of) => numberIn(of) === numberIn(share));
    return [top ?? 'The largest client', ' brings ', share, ' of revenue from clients.'];
  },
  impact: () => ['If it leaves, so does that revenue.'],
});

/** PRT-09. Clients pay too late. */
export const clientReceivablesOld = limitRule({
  id: 'client-receivables-old',
  code: 'PRT-09',
  title: 'Clients owe for more than 60 days',
  category: 'Receivables',
  causeKey: 'receivables-old',
  needs: ['client-receivables-over-60', 'client-receivables'],
  action: { title: 'Call the clients whose invoices are oldest', ownerRole: ACCOUNTING, dueDays: 5, effort: 'S' },
  severityOf: ([old = 0]) => (old > 0 ? 'high' : undefined),
  gap: (sheet) => [
    'Of ',
    sheet.get('client-receivables'),
    ' owed by clients, more than 60 days past due: ',
    sheet.get('client-receivables-over-60'),
    '.',
  ],
  impact: () => ['The older an invoice, the less of it is ever paid.'],
  priceFact: 'client-receivables-over-60',
});

/** PRT-10. Something of a client’s is about to end. */
export const renewalsDue = limitRule({
  id: 'client-renewals-due',
  code: 'PRT-10',
  title: 'A client’s domain or certificate ends within 30 days',
  category: 'Expiries',
  causeKey: 'client-renewals-due',
  needs: ['renewals-within-30'],
  action: { title: 'Renew the domains and certificates that end next', ownerRole: AGENCY, dueDays: 7, effort: 'S' },
  severityOf: ([ending]) => (ending === 0 ? undefined : 'high'),
  gap: (sheet) => ['Domains and certificates ending within 30 days, or ended: ', sheet.get('renewals-within-30'), '.'],
  impact: () => ['When one ends, the client’s site and mail stop.'],
});

/** PRT-11. An invoice nobody can explain. */
export const unsupportedInvoice = limitRule({
  id: 'unsupported-client-invoice',
  code: 'PRT-11',
  title: 'An invoice has neither contract nor work behind it',
  category: 'Reconciliation',
  causeKey: 'unsupported-client-invoice',
  needs: ['unsupported-invoices'],
  action: {
    title: 'Name the work behind these invoices, or credit them',
    ownerRole: ACCOUNTING,
    dueDays: 7,
    effort: 'S',
  },
  severityOf: ([invoices]) => (invoices === 0 ? undefined : 'high'),
  gap: (sheet) => [
    'Open invoices with neither contract, work nor cost behind them: ',
    sheet.get('unsupported-invoices'),
    '.',
  ],
  impact: () => ['The client can refuse to pay, and a tax auditor will ask.'],
});

/** PRT-12. Invoices and ledger tell two stories. */
export const clientLedgerMismatch = limitRule({
  id: 'client-ledger-mismatch',
  code: 'PRT-12',
  title: 'Clients’ invoices do not agree with the ledger',
  category: 'Reconciliation',
  causeKey: 'client-ledger-mismatch',
  needs: [
    'client-ledger-difference',
    'client-account-difference',
    'client-invoice-difference',
    'billed-work-still-open',
  ],
  action: { title: 'Find the invoice, payment or credit that differs', ownerRole: ACCOUNTING, dueDays: 2, effort: 'M' },
  severityOf: (differences) => (differences.every((one) => one === 0) ? undefined : 'critical'),
  gap: (sheet) => [
    'Open invoices against the ledger: ',
    sheet.get('client-ledger-difference'),
    '; clients against accounts receivable: ',
    sheet.get('client-account-difference'),
    '; invoices against payments, credits and what is open: ',
    sheet.get('client-invoice-difference'),
    '; work on an invoice that still counts as unbilled: ',
    sheet.get('billed-work-still-open'),
    '.',
  ],
  impact: () => ['Until they agree, nobody knows what clients owe.'],
});
