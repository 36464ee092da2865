import { limitRule } from './limit-rule.ts';

const ACCOUNTING = 'Accounting';

/** A deposit nobody earned or gave back. */
export const stuckDeposit = limitRule({
  id: 'stuck-deposits',
  code: 'ACC-02',
  title: 'Deposits left over on charters that are over',
  category: 'Money held for others',
  causeKey: 'stuck-deposits',
  needs: ['stuck-deposits', 'stuck-deposits-cents'],
  action: { title: 'Refund or apply every deposit left over', ownerRole: ACCOUNTING, dueDays: 5, effort: 'S' },
  severityOf: ([charters]) => (charters === 0 ? undefined : 'high'),
  gap: (sheet) => [
    'Charters over for more than three days that still hold a deposit: ',
    sheet.get('stuck-deposits'),
    '.',
  ],
  impact: (sheet) => [
    sheet.get('stuck-deposits-cents'),
    ' is either owed back or already revenue; the books still show a deposit.',
  ],
  priceFact: 'stuck-deposits-cents',
});

/** The crew waits for its tips longer than the law allows. */
export const tipsOverdue = limitRule({
  id: 'tips-overdue',
  code: 'ACC-04',
  title: 'Tips not paid by the next payday',
  category: 'Money held for others',
  causeKey: 'tips-overdue',
  needs: ['tips-overdue-cents'],
  action: { title: 'Pay the crew the tips that are past their payday', ownerRole: ACCOUNTING, dueDays: 1, effort: 'S' },
  severityOf: ([cents = 0]) => (cents > 0 ? 'critical' : undefined),
  gap: (sheet) => ['Tips past their payday: ', sheet.get('tips-overdue-cents'), '.'],
  impact: () => ['California Labor Code § 351 makes tips paid by card due by the next regular payday.'],
  priceFact: 'tips-overdue-cents',
});

/** The state waits for its sales tax. */
export const salesTaxOverdue = limitRule({
  id: 'sales-tax-overdue',
  code: 'ACC-05',
  title: 'Sales tax is past due',
  category: 'Money held for others',
  causeKey: 'sales-tax-overdue',
  needs: ['sales-tax-overdue-cents'],
  action: { title: 'File and pay the sales tax that is due', ownerRole: ACCOUNTING, dueDays: 2, effort: 'M' },
  severityOf: ([overdue = 0]) => (overdue > 0 ? 'critical' : undefined),
  gap: (sheet) => ['Sales tax of returns past due: ', sheet.get('sales-tax-overdue-cents'), '.'],
  impact: () => ['Penalty and interest run from the due day.'],
  priceFact: 'sales-tax-overdue-cents',
});

/** Food or drink was sold and the tax on it forgotten. */
export const addonsUntaxed = limitRule({
  id: 'addons-untaxed',
  code: 'ACC-05',
  title: 'Add-ons sold without sales tax',
  category: 'Money held for others',
  causeKey: 'addons-untaxed',
  needs: ['untaxed-addons'],
  action: {
    title: 'Check which add-ons are food or drink and add the tax to their price',
    ownerRole: ACCOUNTING,
    dueDays: 7,
    effort: 'S',
  },
  severityOf: ([cents = 0]) => (cents > 0 ? 'high' : undefined),
  gap: (sheet) => ['Add-ons sold in a period without any sales tax: ', sheet.get('untaxed-addons'), '.'],
  impact: () => ['On food and drink, and service on them, the company owes the tax whether or not the guest paid it.'],
  priceFact: 'untaxed-addons',
});
