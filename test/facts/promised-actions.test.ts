import { expect, test } from 'vitest';
import { promisedIn } from '../../shared/reports/findings/promised.ts';
import { aSheet } from './a-snapshot.ts';

const LEASE = {
  id: 'act_lease',
  title: 'Renew the slip lease',
  ownerRole: 'CEO',
  severity: 'high',
  dueOn: '2026-12-01',
  status: 'accepted',
  effort: 'M',
  impactCents: 90_000,
};

test('a promise weighs by the severity, effort and impact entered', () => {
  const { impactCents: _, ...unpriced } = { ...LEASE, id: 'act_logo', severity: 'critical', effort: 'L' };
  const sheet = aSheet({ records: { action: [LEASE, unpriced] } });
  const promised = promisedIn(sheet);
  // high 50 × (1 + log10(1 + $900 ÷ 100)) ÷ medium 2; critical 100 × 1 ÷ large 3
  expect(promised.map(({ id, score }) => [id, Number(score.toFixed(4))])).toEqual([
    ['promise-act_lease', 50],
    ['promise-act_logo', 33.3333],
  ]);
  expect(sheet.measuredOf('promised-impact', 'promise-act_lease')).toMatchObject({ state: 'entered', value: 90_000 });
  expect(sheet.measuredOf('promised-impact', 'promise-act_logo').state).toBe('unknown');
});

test('what is done, dropped, or says nothing of the work is not ranked', () => {
  const { effort: _, ...vague } = LEASE;
  const over = ['done', 'dropped'].map((status) => ({ ...LEASE, id: `act_${status}`, status }));
  expect(promisedIn(aSheet({ records: { action: [...over, { ...vague, id: 'act_vague' }] } }))).toEqual([]);
});
