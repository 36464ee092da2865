import { measured } from '../../../kernel/measured.ts';
import type { FactDefinition } from '../fact.ts';
import { windowOf } from '../readings.ts';
import { monthsOfYear } from './nights.ts';
import {
  capitalSpent,
  debtService,
  income,
  maintenance,
  noi,
  operatingCost,
  readAsYear,
  readIn,
  readOverYear,
} from './rental-books.ts';
import { rentalFact, shareOf } from './rental-fact.ts';

const PRACTICE = 'practice of property appraisers: before debt, wear, improvements and income tax';
const BOOKS = 'chart of accounts; Schedule E lines';

/** What the properties bring and cost. */
export const RENTAL_INCOME_FACTS: readonly FactDefinition[] = [
  rentalFact({
    id: 'rental-income-year',
    title: 'Rental income, last twelve full months',
    unit: 'cents',
    definition:
      'Rent, stays before the platform’s fee, and deposits kept, in the last twelve full months or as far back as the books go.',
    formula: 'revenue accounts less refunds and allowances',
    source: BOOKS,
    needs: ['balances'],
    owner: 'Accounting',
    compute: (view) => readOverYear(view, income),
  }),
  rentalFact({
    id: 'rental-income-to-date',
    title: 'Rental income, year to date',
    unit: 'cents',
    definition: 'Rent, stays before the platform’s fee, and deposits kept, from January on.',
    formula: 'revenue accounts less refunds and allowances',
    source: BOOKS,
    needs: ['balances'],
    owner: 'Accounting',
    compute: (view) => readIn(view, monthsOfYear(view), income),
  }),
  rentalFact({
    id: 'rental-operating-cost-year',
    title: 'Rental operating cost, last twelve full months',
    unit: 'cents',
    definition:
      'What operating the properties cost: without interest, wear, improvements and loan principal, in the last twelve full months or as far back as the books go.',
    formula: 'expense accounts but 6200, 6210, 6340 and 6380',
    source: BOOKS,
    needs: ['balances'],
    owner: 'Accounting',
    compute: (view) => readOverYear(view, operatingCost),
  }),
  rentalFact({
    id: 'rental-operating-cost-to-date',
    title: 'Rental operating cost, year to date',
    unit: 'cents',
    definition:
      'What operating the properties cost: without interest, wear, improvements and loan principal, from January on.',
    formula: 'expense accounts but 6200, 6210, 6340 and 6380',
    source: BOOKS,
    needs: ['balances'],
    owner: 'Accounting',
    compute: (view) => readIn(view, monthsOfYear(view), operatingCost),
  }),
  rentalFact({
    id: 'rental-noi-year',
    title: 'Net operating income, last twelve full months',
    unit: 'cents',
    definition:
      'What the properties earned before debt, wear, improvements and income tax, in the last twelve full months or as far back as the books go.',
    formula: 'rental income − rental operating cost',
    source: PRACTICE,
    needs: ['balances'],
    owner: 'Accounting',
    compute: (view) => readOverYear(view, noi),
  }),
  rentalFact({
    id: 'rental-noi-to-date',
    title: 'Net operating income, year to date',
    unit: 'cents',
    definition: 'What the properties earned before debt, wear, improvements and income tax, from January on.',
    formula: 'rental income − rental operating cost',
    source: PRACTICE,
    needs: ['balances'],
    owner: 'Accounting',
    compute: (view) => readIn(view, monthsOfYear(view), noi),
  }),
  rentalFact({
    id: 'rental-maintenance-year',
    title: 'Repairs and maintenance, last twelve full months',
    unit: 'cents',
    definition:
      'Cleaning, maintenance and repairs, without improvements, in the last twelve full months or as far back as the books go.',
    formula: 'accounts 6310 and 6350',
    source: BOOKS,
    needs: ['balances'],
    owner: 'Accounting',
    compute: (view) => readOverYear(view, maintenance),
  }),
  rentalFact({
    id: 'rental-maintenance-to-date',
    title: 'Repairs and maintenance, year to date',
    unit: 'cents',
    definition: 'Cleaning, maintenance and repairs, without improvements, from January on.',
    formula: 'accounts 6310 and 6350',
    source: BOOKS,
    needs: ['balances'],
    owner: 'Accounting',
    compute: (view) => readIn(view, monthsOfYear(view), maintenance),
  }),
  rentalFact({
    id: 'rental-capital-year',
    title: 'Capital improvements, last twelve full months',
    unit: 'cents',
    definition:
      'What was spent on improvements, which are no cost of their month, in the last twelve full months or as far back as the books go.',
    formula: 'account 1600',
    source: BOOKS,
    needs: ['balances'],
    owner: 'Accounting',
    compute: (view) => readOverYear(view, capitalSpent),
  }),
  rentalFact({
    id: 'rental-capital-to-date',
    title: 'Capital improvements, year to date',
    unit: 'cents',
    definition: 'What was spent on improvements, which are no cost of their month, from January on.',
    formula: 'account 1600',
    source: BOOKS,
    needs: ['balances'],
    owner: 'Accounting',
    compute: (view) => readIn(view, monthsOfYear(view), capitalSpent),
  }),
  rentalFact({
    id: 'rental-debt-service-year',
    title: 'Debt service, last twelve full months',
    unit: 'cents',
    definition:
      'Interest paid, and what made the loans smaller, in the last twelve full months or as far back as the books go.',
    formula: 'accounts 6200 and 6340, and monthly falls of 2600',
    source: BOOKS,
    needs: ['balances'],
    owner: 'Accounting',
    compute: (view) => readOverYear(view, debtService),
  }),
  rentalFact({
    id: 'rental-debt-service-to-date',
    title: 'Debt service, year to date',
    unit: 'cents',
    definition: 'Interest paid, and what made the loans smaller, from January on.',
    formula: 'accounts 6200 and 6340, and monthly falls of 2600',
    source: BOOKS,
    needs: ['balances'],
    owner: 'Accounting',
    compute: (view) => readIn(view, monthsOfYear(view), debtService),
  }),
  rentalFact({
    id: 'rental-months-of-data',
    title: 'Full months in the books',
    unit: 'count',
    definition:
      'How many of the last twelve full months the books cover; with fewer, yearly figures are taken from those.',
    formula: 'count of full months from the first entry on',
    source: PRACTICE,
    needs: ['balances'],
    owner: 'Accounting',
    compute: (view) => {
      const window = windowOf(view, view.lastFullMonth, 12);
      return window.state === 'unknown' ? window : measured(window.value.length, window.basis);
    },
  }),
  rentalFact({
    id: 'rental-noi-annual',
    title: 'Net operating income as a year',
    unit: 'cents',
    definition: 'Net operating income of the last twelve full months; of fewer months, taken to a year.',
    formula: 'net operating income × 12 ÷ months in the books',
    source: PRACTICE,
    needs: ['balances'],
    owner: 'Accounting',
    compute: (view) => readAsYear(view, noi),
  }),
  rentalFact({
    id: 'rental-noi-margin',
    title: 'Net operating income margin',
    unit: 'share',
    definition: 'What is left of each dollar of rental income after operating cost, last twelve full months.',
    formula: 'net operating income ÷ rental income',
    source: PRACTICE,
    needs: ['balances'],
    owner: 'Accounting',
    compute: (view) => shareOf(readOverYear(view, noi), readOverYear(view, income), INCOME),
  }),
  rentalFact({
    id: 'rental-maintenance-ratio',
    title: 'Maintenance ratio',
    unit: 'share',
    definition:
      'Repairs and maintenance of each dollar of rental income, last twelve full months; improvements are none of it.',
    formula: 'repairs and maintenance ÷ rental income',
    source: PRACTICE,
    needs: ['balances'],
    compute: (view) => shareOf(readOverYear(view, maintenance), readOverYear(view, income), INCOME),
  }),
  rentalFact({
    id: 'rental-cost-ratio',
    title: 'Operating cost ratio',
    unit: 'share',
    definition: 'Operating cost of each dollar of rental income, last twelve full months.',
    formula: 'rental operating cost ÷ rental income',
    source: PRACTICE,
    needs: ['balances'],
    owner: 'Accounting',
    compute: (view) => shareOf(readOverYear(view, operatingCost), readOverYear(view, income), INCOME),
  }),
];

const INCOME = 'rental income in the last twelve full months';
