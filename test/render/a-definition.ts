import type { DefinitionLine } from '../../shared/reports/document/report-document.ts';

/** The definitions behind the sample's figures, as an appendix lists them. */
export function definitions(): readonly DefinitionLine[] {
  return LINES.map(([fact, title, definition, formula]) => ({
    fact,
    title,
    definition,
    formula,
    source: 'Ledger balances by account and month',
    basis: 'journal entries of 4 companies, as of Nov 21, 2026',
  }));
}

const LINES = [
  [
    'recognised-revenue',
    'Recognised revenue',
    'Revenue of charters whose guests are all ashore, by the local day.',
    'sum of accounts 4000–4999',
  ],
  ['revenue-target', 'Revenue plan', 'What the company means to earn in the period.', 'sum of targets, by day'],
  ['revenue-gap', 'Revenue gap', 'Recognised revenue less plan.', 'revenue − plan'],
  ['charters-performed', 'Charters performed', 'Charters completed in the period.', 'count of completed charters'],
  [
    'break-even',
    'Break-even',
    'Charters to sail in a month before it pays for itself.',
    'fixed cost ÷ contribution, rounded up',
  ],
  [
    'unrestricted-cash',
    'Unrestricted cash',
    'Bank balances less what belongs to guests, crew and the state.',
    'bank − restricted',
  ],
  ['runway', 'Runway', 'Months of net burn that unrestricted cash covers.', 'cash ÷ average burn of 3 months'],
  ['response-time', 'Response time', 'Median time from an inquiry to our first answer.', 'median of answered − asked'],
  ['target-attainment', 'Plan attained', 'Recognised revenue as a share of plan.', 'revenue ÷ plan'],
  [
    'channel-concentration',
    'Concentration',
    'Share of trailing 90 days’ revenue from the largest channel.',
    'largest ÷ total',
  ],
  ['fixed-costs', 'Fixed costs', 'Costs of a month in which nobody sails.', 'sum of fixed cost records'],
  ['forward-revenue', 'Forward revenue', 'Confirmed charters that sail within 30 days.', 'sum of price lines'],
  ['net-burn', 'Net burn', 'Cash out less cash in, averaged over three closed months.', '(out − in) ÷ 3'],
] as const;
