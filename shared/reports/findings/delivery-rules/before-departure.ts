import { jobRule, nth } from './job-rule.ts';

const RISK = 'Before departure';

/** A boat sailed on our money. */
export const departedWithoutDeposit = jobRule({
  id: 'departed-without-deposit',
  code: 'DLV-03',
  title: 'A job sailed before its advance was paid',
  category: RISK,
  facts: ['job-advance-at-departure', 'job-deposit-missing'],
  action: { title: 'Ask for the missing advance now, and sail no job without it', dueDays: 1, effort: 'S' },
  severityOf: (received = 0, missing = 0) => (received === 0 ? 'critical' : missing > 0 ? 'high' : undefined),
  each: (facts) => [nth(facts, 0), ' received at departure, ', nth(facts, 1), ' missing'],
  impact: 'Crew and fuel of the voyage are paid by us until the owner pays.',
});

/** Our crew sails a boat whose policy does not know them. */
export const uninsuredDeparture = jobRule({
  id: 'delivery-uninsured',
  code: 'DLV-07',
  title: 'The owner’s insurance does not name our crew',
  category: RISK,
  facts: ['job-uninsured'],
  action: { title: 'Get the endorsement that names our crew as paid crew', dueDays: 1, effort: 'S' },
  severityOf: (missing = 0) => (missing > 0 ? 'critical' : undefined),
  each: () => ['no endorsement on record in time'],
  impact: 'A loss under way may be ours to pay.',
});

/** Work is done on somebody’s word. */
export const jobWithoutContract = jobRule({
  id: 'delivery-without-contract',
  code: 'DLV-10',
  title: 'A job has no signed contract on file',
  category: RISK,
  facts: ['job-without-contract'],
  action: { title: 'Have the contract of these jobs signed and filed', dueDays: 3, effort: 'S' },
  severityOf: (missing = 0) => (missing > 0 ? 'high' : undefined),
  each: () => ['agreed, and nothing signed on file'],
  impact: 'What the entitlement rests on cannot be shown to the owner.',
});
