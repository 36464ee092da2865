import { expect, test } from 'vitest';
import { withStageDays } from '../../shared/operations/lead-stages.ts';
import type { Lead } from '../../shared/records/marketing.ts';
import { aLead, on } from '../ledger/a-record.ts';

const TODAY = on('2026-11-21');
const days = (lead: Lead, before?: Lead) => {
  const { quotedOn, wonOn } = withStageDays(lead, before, TODAY);
  return [quotedOn, wonOn];
};

test('a quote and a win are dated the day they are recorded', () => {
  expect(days(aLead({ stage: 'quoted' }), aLead({ stage: 'contacted' }))).toEqual([TODAY, undefined]);
  const quoted = aLead({ stage: 'quoted', quotedOn: on('2026-11-10') });
  expect(days(aLead({ stage: 'won' }), quoted)).toEqual(['2026-11-10', TODAY]);
  expect(days(aLead({ stage: 'won' }))).toEqual([TODAY, TODAY]);
});

test('a day that was given stands', () => {
  expect(days(aLead({ stage: 'won', wonOn: on('2026-11-12') }), aLead({ stage: 'new' }))).toEqual([
    '2026-11-12',
    '2026-11-12',
  ]);
});

test('a lead that was won long ago without a day does not become won today by another edit', () => {
  expect(days(aLead({ stage: 'won', name: 'Bo' }), aLead({ stage: 'won' }))).toEqual([undefined, undefined]);
});

test('what is taken back has no day any more; a lost lead was still quoted', () => {
  const won = aLead({ stage: 'won', quotedOn: on('2026-11-10'), wonOn: on('2026-11-12') });
  expect(days({ ...won, stage: 'lost' }, won)).toEqual(['2026-11-10', undefined]);
  expect(days({ ...won, stage: 'contacted' }, won)).toEqual([undefined, undefined]);
});
