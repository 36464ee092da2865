import type { FactMeaning } from '../fact.ts';

const LEDGER = 'ASC 606 and the ledger’s charter accounts';

function cents(id: string, title: string, definition: string, formula: string, source = LEDGER): FactMeaning {
  return { id, title, unit: 'cents', definition, formula, source, needs: ['completed'] };
}

/** What the figures about a charter's money mean. */
export const MONEY_MEANINGS: readonly FactMeaning[] = [
  cents(
    'charter-price',
    'Price, tax included',
    'What the guest owes in all, tax included.',
    'sum of the price lines',
    'price agreed',
  ),
  cents(
    'charter-gross',
    'Before discount',
    'Trip, add-ons and service charge before discount and tax.',
    'sum of those price lines',
    'price agreed',
  ),
  cents('charter-discount', 'Discount', 'What was taken off; negative.', 'sum of discount lines', 'price agreed'),
  cents(
    'charter-tax',
    'Sales tax',
    'Tax on what is taxable of it, held for the state.',
    'sum of tax lines',
    'price agreed; CDTFA annotation 550.0828',
  ),
  cents(
    'charter-revenue',
    'Revenue',
    'What the charter earned, less what was refunded, without tax and tips.',
    'accounts 4010 + 4020 + 4030 + 4190',
  ),
  cents('charter-commission', 'Commission', 'What the booking platform kept.', 'accounts 5030 + 5035'),
  cents(
    'charter-merchant-fee',
    'Merchant fees',
    'What the card processor kept, the fee on the tip included.',
    'account 5040',
    'California Labor Code § 351',
  ),
  cents(
    'charter-crew-cost',
    'Crew',
    'What the crew was paid; before that, what their roles promise.',
    'accounts 5010 + 5015, else pay of the filled roles',
  ),
  cents(
    'charter-trip-cost',
    'Fuel and trip costs',
    'Fuel, provisions and dockage of this trip.',
    'accounts 5020 + 5025 + 5050',
  ),
  cents(
    'contribution-margin',
    'Contribution margin',
    'What the charter leaves towards the fixed cost.',
    'revenue − commission − merchant fees − crew − fuel and trip costs',
    'policy default',
  ),
  {
    ...cents(
      'contribution-margin-share',
      'Contribution margin of revenue',
      'The part of the revenue that is left.',
      'contribution margin ÷ revenue',
      'policy default',
    ),
    unit: 'share',
  },
  cents(
    'usual-contribution',
    'Average contribution per charter',
    'Contribution per charter in the month it sailed and the two before it, this charter included; costs booked later join when they are booked.',
    'contribution of three months ÷ charters sailed in them',
    'policy default',
  ),
  cents(
    'margin-against-average',
    'Margin against the average',
    'How much more this charter left than the average one; negative when less.',
    'contribution margin − average contribution per charter',
    'policy default',
  ),
  cents(
    'charter-tips-held',
    'Tips held for the crew',
    'Tips paid with the charter and not yet handed to the crew.',
    'account 2300',
    'California Labor Code § 351',
  ),
  cents(
    'charter-balance-due',
    'Balance due from the guest',
    'What the guest still owes for the charter.',
    'account 1110',
  ),
  cents(
    'platform-owes',
    'Payout due from the platform',
    'What the booking platform collected and has not paid out.',
    'account 1100',
  ),
  {
    ...cents(
      'month-charters-sailed',
      'Charters sailed that month',
      'Charters of the same business completed in the month this one sailed.',
      'number of performance entries',
      'policy default',
    ),
    unit: 'count',
  },
  {
    ...cents(
      'month-break-even',
      'Break-even of that month',
      'Charters the month needs before it pays for itself.',
      'fixed cost ÷ average contribution per charter, rounded up',
      'policy default',
    ),
    unit: 'count',
  },
  {
    ...cents(
      'month-charters-to-go',
      'Charters still to sail to break even',
      'How many more the month needs; zero once it pays for itself.',
      'break-even − charters sailed',
      'policy default',
    ),
    unit: 'count',
  },
];
