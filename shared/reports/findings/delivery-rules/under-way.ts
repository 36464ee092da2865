import { jobRule, nth } from './job-rule.ts';

const QUARTER = 2_500;
const TWENTY_PERCENT_MORE = 120;

/** A job earns too little. */
export const thinMargin = jobRule({
  id: 'delivery-thin-margin',
  code: 'DLV-08',
  title: 'A job leaves too little',
  category: 'Margin',
  facts: ['job-margin-share', 'job-margin'],
  action: { title: 'Look at rates and crew of these jobs before quoting the next', dueDays: 14, effort: 'M' },
  severityOf: (share = 0, margin = 0) => (margin < 0 ? 'high' : share < QUARTER ? 'medium' : undefined),
  each: (facts) => [nth(facts, 1), ' left, ', nth(facts, 0), ' of what it earned'],
  impact: 'Office, insurance and repairs are paid out of what jobs leave.',
});

/** The advance no longer covers what the voyage costs. */
export const advanceTooSmall = jobRule({
  id: 'delivery-advance-too-small',
  code: 'DLV-09',
  title: 'Expenses have outgrown the advance',
  category: 'Cash',
  facts: ['job-expenses-under-way', 'job-advance-received'],
  action: { title: 'Send the owner a request for a top-up', dueDays: 2, effort: 'S' },
  severityOf: (expenses = 0, advance = 0) => (expenses * 100 > advance * TWENTY_PERCENT_MORE ? 'medium' : undefined),
  each: (facts) => ['expenses ', nth(facts, 0), ' against an advance of ', nth(facts, 1)],
  impact: 'From here on we lend the owner the cost of the voyage.',
});

/** Days of a voyage nobody wrote down. */
export const logGaps = jobRule({
  id: 'delivery-log-gaps',
  code: 'DLV-11',
  title: 'Days are missing in a log',
  category: 'Records',
  facts: ['job-log-gaps'],
  action: { title: 'Have the captain complete the log', dueDays: 3, effort: 'S' },
  severityOf: (days = 0) => (days > 0 ? 'medium' : undefined),
  each: (facts) => ['days without a log: ', nth(facts, 0)],
  impact: 'A day that is not logged is not earned: entitlement and margin are too low by it.',
});
