import { numberIn } from '../judging.ts';
import { limitRule } from './limit-rule.ts';

const ACCOUNTING = 'Accounting';
const TEN_DAYS = 10;
const TWO_PERCENT = 200;
const UNCATEGORISED_CENTS = 25_000;

/** The books contradict themselves. */
export const trialBalanceOff = limitRule({
  id: 'trial-balance-off',
  code: 'ACC-01',
  title: 'The trial balance is not zero',
  causeKey: 'books-out-of-balance',
  needs: ['trial-balance-difference'],
  action: {
    title: 'Find the entries that do not balance and take them back',
    ownerRole: ACCOUNTING,
    dueDays: 1,
    effort: 'M',
  },
  severityOf: ([difference]) => (difference === 0 ? undefined : 'critical'),
  gap: (sheet) => ['Debits and credits differ by ', sheet.get('trial-balance-difference'), '.'],
  impact: () => ['No statement of this report can be relied on until they agree.'],
  priceFact: 'trial-balance-difference',
});

/** A balance that cannot be: cash below zero, or a debt somebody owes us. */
export const wrongSidedBalance = limitRule({
  id: 'wrong-sided-balance',
  code: 'ACC-03',
  title: 'A bank or liability account is on the wrong side',
  causeKey: 'wrong-sided-balance',
  needs: ['accounts-on-wrong-side'],
  action: {
    title: 'Correct the entries behind every account on the wrong side',
    ownerRole: ACCOUNTING,
    dueDays: 3,
    effort: 'M',
  },
  severityOf: ([accounts]) => (accounts === 0 ? undefined : 'high'),
  gap: (sheet) => [
    'Cash accounts below zero and liabilities that show money owed to us: ',
    sheet.get('accounts-on-wrong-side'),
    '.',
  ],
  impact: () => ['Something was booked twice, to the wrong account, or not at all.'],
});

/** The last month is still open. */
export const monthNotClosed = limitRule({
  id: 'month-not-closed',
  code: 'ACC-06',
  title: 'The last month is not closed',
  causeKey: 'month-not-closed',
  needs: ['unclosed-days', 'close-checks-open'],
  action: {
    title: 'Finish what is left of the close and close the month',
    ownerRole: ACCOUNTING,
    dueDays: 3,
    effort: 'M',
  },
  severityOf: ([days = 0]) => (days > TEN_DAYS ? 'high' : undefined),
  gap: (sheet) => [
    'It ended ',
    sheet.get('unclosed-days'),
    ' ago, ten days are allowed; close steps not done: ',
    sheet.get('close-checks-open'),
    numberIn(sheet.get('close-checks-open')) === 0 ? ', so that only the closing itself is left.' : '.',
  ],
  impact: () => ['Until it is closed its figures may still change.'],
});

/** Expenses nobody has sorted. */
export const uncategorised = limitRule({
  id: 'uncategorised-expenses',
  code: 'ACC-07',
  title: 'Expenses without an account',
  causeKey: 'uncategorised-expenses',
  needs: ['uncategorised-cents', 'uncategorised-share'],
  action: { title: 'Give every uncategorised expense its account', ownerRole: ACCOUNTING, dueDays: 7, effort: 'S' },
  severityOf: ([cents = 0, share = 0]) => (cents > UNCATEGORISED_CENTS || share > TWO_PERCENT ? 'medium' : undefined),
  gap: (sheet) => [
    'Uncategorised: ',
    sheet.get('uncategorised-cents'),
    ', ',
    sheet.get('uncategorised-share'),
    ' of all expenses.',
  ],
  impact: () => ['They are on no line of the tax return.'],
  priceFact: 'uncategorised-cents',
});

/** Something was posted to a month that was closed. */
export const journalAfterClose = limitRule({
  id: 'journal-after-close',
  code: 'ACC-15',
  title: 'A closed month has changed',
  causeKey: 'journal-after-close',
  needs: ['closed-months-changed'],
  action: {
    title: 'Take back what was posted to the closed month and post it to the open one',
    ownerRole: ACCOUNTING,
    dueDays: 2,
    effort: 'M',
  },
  severityOf: ([months]) => (months === 0 ? undefined : 'critical'),
  gap: (sheet) => [
    'Closed months whose figures are not those of their close: ',
    sheet.get('closed-months-changed'),
    '.',
  ],
  impact: () => ['Reports already issued for those months no longer agree with the books.'],
});

/** Another program reads the same journal and finds other balances. */
export const secondProgramMismatch = limitRule({
  id: 'second-program-mismatch',
  code: 'ACC-16',
  title: 'A second program finds other balances',
  causeKey: 'books-out-of-balance',
  needs: ['second-program-difference'],
  action: {
    title: 'Export the journal, run it through hledger and ledger, and record the result',
    ownerRole: ACCOUNTING,
    dueDays: 5,
    effort: 'S',
  },
  severityOf: ([difference]) => (difference === 0 ? undefined : 'critical'),
  gap: (sheet) => ['The second program and these books differ by ', sheet.get('second-program-difference'), '.'],
  impact: () => ['One of the two adds up wrongly; until it is known which, no figure is proven.'],
  priceFact: 'second-program-difference',
});

/** The gift cards guests hold are worth something else than the books say. */
export const giftCardMismatch = limitRule({
  id: 'gift-card-mismatch',
  code: 'ACC-14',
  title: 'Gift cards do not agree with the books',
  causeKey: 'gift-card-mismatch',
  needs: ['gift-card-difference'],
  action: {
    title: 'Compare every gift card with account 2110 and correct the difference',
    ownerRole: ACCOUNTING,
    dueDays: 3,
    effort: 'M',
  },
  severityOf: ([difference]) => (difference === 0 ? undefined : 'critical'),
  gap: (sheet) => ['The cards and account 2110 differ by ', sheet.get('gift-card-difference'), '.'],
  impact: () => ['In California gift cards do not expire: what is on them is owed.'],
  priceFact: 'gift-card-difference',
});
