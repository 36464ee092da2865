import type { FactSheet } from '../../facts/fact-sheet.ts';
import { numberIn } from '../judging.ts';
import type { Phrase } from '../rule.ts';
import { limitRule } from './limit-rule.ts';

const ACCOUNTING = 'Accounting';
const DOLLAR = 100;
const TEN_PERCENT = 1_000;
const FIVE_HUNDRED_DOLLARS = 50_000;

/** Expenses the tax office would not accept. */
export const receiptsMissing = limitRule({
  id: 'receipts-missing',
  code: 'ACC-08',
  title: 'Receipts are missing',
  category: 'Papers',
  causeKey: 'receipts-missing',
  needs: ['expenses-without-receipt', 'expenses-without-receipt-cents'],
  action: {
    title: 'Collect the missing receipts, the largest first',
    ownerRole: 'Operations',
    dueDays: 10,
    effort: 'M',
  },
  severityOf: ([expenses]) => (expenses === 0 ? undefined : 'medium'),
  gap: (sheet) => ['Expenses of $75 or more without a receipt: ', sheet.get('expenses-without-receipt'), '.'],
  impact: (sheet) => [
    'As a deduction, ',
    sheet.get('expenses-without-receipt-cents'),
    ' would not stand in a tax audit.',
  ],
  priceFact: 'expenses-without-receipt-cents',
});

/** Charters sailed for money nobody has asked for. */
export const chartersNotInvoiced = limitRule({
  id: 'charters-not-invoiced',
  code: 'ACC-09',
  title: 'Charters sailed and not invoiced',
  category: 'Papers',
  causeKey: 'unbilled-work',
  needs: ['unbilled-charters', 'unbilled-charters-cents'],
  action: { title: 'Invoice every charter whose guest still owes', ownerRole: ACCOUNTING, dueDays: 3, effort: 'S' },
  severityOf: ([charters]) => (charters === 0 ? undefined : 'high'),
  gap: (sheet) => [
    'Charters sailed more than three days ago, still owed for and not invoiced: ',
    sheet.get('unbilled-charters'),
    '.',
  ],
  impact: (sheet) => [sheet.get('unbilled-charters-cents'), ' will not be paid while nobody asks for it.'],
  priceFact: 'unbilled-charters-cents',
});

/** Platforms pay something else than agreed. */
export const payoutVariance = limitRule({
  id: 'payout-variance',
  code: 'ACC-10',
  title: 'Platform payouts differ from what was expected',
  category: 'Receivables',
  causeKey: 'payout-variance',
  needs: ['payout-variance'],
  action: {
    title: 'Compare the payout statements with the agreed commission',
    ownerRole: ACCOUNTING,
    dueDays: 10,
    effort: 'S',
  },
  severityOf: ([cents = 0]) => (Math.abs(cents) > DOLLAR ? 'medium' : undefined),
  gap: (sheet) => ['Payouts of the period differ by ', sheet.get('payout-variance'), ' in all from what was expected.'],
  impact: () => ['Either a fee changed or a payout is wrong.'],
  priceFact: 'payout-variance',
});

/** A contractor the tax office must hear about has given no tax number. */
export const w9Missing = limitRule({
  id: 'w9-missing',
  code: 'ACC-11',
  title: 'A contractor over the 1099 threshold has no W-9',
  category: 'Papers',
  causeKey: 'w9-missing',
  needs: ['form-1099-vendors', 'form-1099-without-w9'],
  action: {
    title: 'Get the W-9 of every contractor over the threshold before the next payment',
    ownerRole: ACCOUNTING,
    dueDays: 7,
    effort: 'S',
  },
  severityOf: ([, missing]) => (missing === 0 ? undefined : 'high'),
  gap: (sheet) => [
    'Contractors paid ',
    sheet.get('form-1099-threshold'),
    ' or more this year: ',
    sheet.get('form-1099-vendors'),
    '; without a W-9: ',
    sheet.get('form-1099-without-w9'),
    ...withoutW9(sheet),
    '.',
  ],
  impact: () => ['Without one the Form 1099 cannot be filed, and tax may have to be withheld from every payment.'],
});

/** Who they are, where the sheet lists them. */
function withoutW9(sheet: FactSheet): Phrase {
  const names = sheet
    .subjects('vendor')
    .filter(({ id }) => isMissing(sheet, id))
    .map(({ name }) => name);
  return names.length === 0 ? [] : [` (${names.join(', ')})`];
}

function isMissing(sheet: FactSheet, vendorId: string): boolean {
  const held = sheet.measuredOf('vendor-w9', vendorId);
  return held.state !== 'unknown' && held.value === 'missing';
}

/** Customers pay late. */
export const receivablesOld = limitRule({
  id: 'receivables-old',
  code: 'ACC-12',
  title: 'Receivables are long past due',
  category: 'Receivables',
  causeKey: 'receivables-old',
  needs: ['receivables-over-60-share', 'receivables-91-plus'],
  action: {
    title: 'Call the customers whose invoices are oldest and agree a day of payment',
    ownerRole: ACCOUNTING,
    dueDays: 5,
    effort: 'S',
  },
  severityOf: ([share = 0, old = 0]) => (share > TEN_PERCENT || old > FIVE_HUNDRED_DOLLARS ? 'high' : undefined),
  gap: (sheet) => [
    sheet.get('receivables-over-60-share'),
    ' of what customers owe is more than 60 days past due',
    ...(numberIn(sheet.get('receivables-61-90')) === undefined
      ? []
      : ['; 61 to 90 days: ', sheet.get('receivables-61-90'), ', more: ', sheet.get('receivables-91-plus')]),
    '.',
  ],
  impact: () => ['The older an invoice, the less of it is ever paid.'],
  priceFact: 'receivables-91-plus',
});

/** Work was invoiced, and the ledger has never heard of it. */
export const invoicesOutsideBooks = limitRule({
  id: 'invoices-outside-books',
  code: 'ACC-20',
  title: 'Open invoices are in no journal entry',
  causeKey: 'invoices-outside-books',
  needs: ['receivables-not-in-books'],
  action: {
    title: 'Post every open invoice: debit 1110 Accounts receivable, credit revenue',
    ownerRole: ACCOUNTING,
    dueDays: 7,
    effort: 'M',
  },
  severityOf: ([cents = 0]) => (cents > 0 ? 'high' : undefined),
  gap: (sheet) => ['Open invoices account 1110 does not carry: ', sheet.get('receivables-not-in-books'), '.'],
  impact: () => ['Revenue, receivables and net income of the statements are short by as much.'],
  priceFact: 'receivables-not-in-books',
});

/** An improvement may have been booked as a repair. */
export const improvementsAsRepairs = limitRule({
  id: 'improvements-as-repairs',
  code: 'ACC-13',
  title: 'Large repairs nobody has reviewed',
  category: 'Papers',
  causeKey: 'improvements-as-repairs',
  needs: ['repairs-to-review', 'repairs-to-review-cents'],
  action: {
    title: 'Decide for each large repair: repair, or improvement to be moved to account 1500',
    ownerRole: ACCOUNTING,
    dueDays: 14,
    effort: 'S',
  },
  decision: 'Which large repairs are improvements',
  severityOf: ([repairs]) => (repairs === 0 ? undefined : 'medium'),
  gap: (sheet) => ['Repairs of $2,500 or more to review: ', sheet.get('repairs-to-review'), '.'],
  impact: (sheet) => ['If they are improvements, ', sheet.get('repairs-to-review-cents'), ' was deducted too early.'],
  priceFact: 'repairs-to-review-cents',
});

/** Money moved and nobody knows why: any open line counts here, while the CFO asks when cash itself is in doubt. */
export const bankUnexplained = limitRule({
  id: 'bank-lines-unexplained',
  code: 'ACC-19',
  title: 'Bank lines nobody has explained',
  category: 'Books',
  causeKey: 'unmatched-bank-lines',
  needs: ['unmatched-bank-lines', 'unmatched-bank-cents', 'oldest-unmatched-bank-days'],
  action: { title: 'Match or post every bank line that is open', ownerRole: ACCOUNTING, dueDays: 4, effort: 'S' },
  severityOf: ([lines = 0, , days = 0]) => (lines === 0 ? undefined : days > 30 ? 'high' : 'medium'),
  gap: (sheet) => [
    'Bank lines no entry explains: ',
    sheet.get('unmatched-bank-lines'),
    '; the oldest has waited for ',
    sheet.get('oldest-unmatched-bank-days'),
    '.',
  ],
  impact: (sheet) => [
    'Income or cost of up to ',
    sheet.get('unmatched-bank-cents'),
    ' may be missing in the statements.',
  ],
  priceFact: 'unmatched-bank-cents',
});
