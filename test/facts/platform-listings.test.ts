import { expect, test } from 'vitest';
import { factSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { aSnapshot, NOVEMBER_TO_DATE } from './a-snapshot.ts';

test('the listing that changed last is the one that counts, in words', () => {
  const listing = (id: string, status: string, statusSince: string) => ({
    id,
    channelId: 'sailo',
    status,
    statusSince,
  });
  const snapshot = aSnapshot({
    records: {
      channel: [
        { id: 'sailo', name: 'Sailo', kind: 'ota_boat' },
        { id: 'phone', name: 'Phone', kind: 'phone' },
      ],
      listing: [listing('lst_a', 'live', '2026-03-01'), listing('lst_b', 'changes_requested', '2026-10-12')],
    },
  });
  const sheet = factSheet(snapshot, ['jada'], NOVEMBER_TO_DATE);
  expect(sheet.subjects('platform-listing').map(({ id, name }) => [id, name])).toEqual([
    ['listing-jada-sailo', 'Sailo'],
  ]);
  expect(sheet.measuredOf('platform-listing-status', 'listing-jada-sailo')).toMatchObject({
    value: 'Changes requested',
  });
  expect(sheet.measuredOf('platform-listing-since', 'listing-jada-sailo')).toMatchObject({ value: '2026-10-12' });
});
