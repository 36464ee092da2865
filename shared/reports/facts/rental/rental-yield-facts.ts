import { combined } from '../../../kernel/measured.ts';
import { ratio } from '../../../kernel/money.ts';
import type { FactDefinition } from '../fact.ts';
import { debtService, difference, noi, readAsYear, readOverYear } from './rental-books.ts';
import { enteredSum, rentalFact, shareOf } from './rental-fact.ts';

const PRACTICE = 'practice of property appraisers: before debt, wear, improvements and income tax';

/** What the money in the properties brings. */
export const RENTAL_YIELD_FACTS: readonly FactDefinition[] = [
  rentalFact({
    id: 'rental-value',
    title: 'Value of the properties',
    unit: 'cents',
    definition: 'What the properties are worth today, as the owner entered it.',
    formula: 'sum of the values entered',
    source: 'valuations the owner entered',
    needs: ['property'],
    compute: (view) => enteredSum(view, ['valueCents'], 'value'),
  }),
  rentalFact({
    id: 'rental-cost',
    title: 'What the properties cost',
    unit: 'cents',
    definition: 'The price of the properties and what buying them cost besides.',
    formula: 'purchase + cost of buying',
    source: 'purchase papers',
    needs: ['property'],
    compute: (view) => enteredSum(view, ['purchaseCents', 'acquisitionCents'], 'purchase price and cost of buying'),
  }),
  rentalFact({
    id: 'rental-cash-invested',
    title: 'Own cash in the properties',
    unit: 'cents',
    definition: 'The part of what the properties cost that was the owner’s own cash.',
    formula: 'sum of the amounts entered',
    source: 'purchase papers',
    needs: ['property'],
    compute: (view) => enteredSum(view, ['cashInvestedCents'], 'own cash invested'),
  }),
  rentalFact({
    id: 'rental-cap-rate',
    title: 'Capitalisation rate',
    unit: 'share',
    definition: 'A year of net operating income of what the properties are worth today.',
    formula: 'net operating income as a year ÷ value',
    source: PRACTICE,
    needs: ['balances', 'property'],
    compute: (view) => shareOf(readAsYear(view, noi), enteredSum(view, ['valueCents'], 'value'), 'a value above zero'),
  }),
  rentalFact({
    id: 'rental-net-yield',
    title: 'Net yield',
    unit: 'share',
    definition: 'A year of net operating income of what the properties cost.',
    formula: 'net operating income as a year ÷ (purchase + cost of buying)',
    source: PRACTICE,
    needs: ['balances', 'property'],
    compute: (view) =>
      shareOf(
        readAsYear(view, noi),
        enteredSum(view, ['purchaseCents', 'acquisitionCents'], 'purchase price and cost of buying'),
        'a purchase price above zero',
      ),
  }),
  rentalFact({
    id: 'rental-cash-on-cash',
    title: 'Cash on cash',
    unit: 'share',
    definition: 'What is left of a year of net operating income after debt service, of the owner’s own cash.',
    formula: '(net operating income − debt service, each as a year) ÷ own cash',
    source: PRACTICE,
    needs: ['balances', 'property'],
    compute: (view) =>
      shareOf(
        difference(readAsYear(view, noi), readAsYear(view, debtService)),
        enteredSum(view, ['cashInvestedCents'], 'own cash invested'),
        'own cash above zero',
      ),
  }),
  rentalFact({
    id: 'rental-debt-cover',
    title: 'Debt service cover',
    unit: 'share',
    definition:
      'Net operating income of the last twelve full months for each dollar of debt service: below 100 % it does not pay the loan.',
    formula: 'net operating income ÷ debt service',
    source: 'lending practice: debt service coverage ratio',
    needs: ['balances'],
    owner: 'CFO',
    compute: (view) =>
      combined(readOverYear(view, noi), readOverYear(view, debtService), (earned, owed) =>
        owed === 0 ? 'no debt service' : (ratio(earned, owed) as number),
      ),
  }),
];
