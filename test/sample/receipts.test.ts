import { expect, test } from 'vitest';
import { checkedReceipts } from '../../scripts/verify/receipts-check.ts';
import type { Month } from '../../shared/kernel/calendar.ts';
import { orThrow } from '../../shared/kernel/fault.ts';
import { monthPeriod } from '../../shared/kernel/period.ts';
import { compose } from '../../shared/reports/compose.ts';
import { decodedDocument } from '../../shared/reports/document/decoder.ts';
import { REPORTS } from '../../shared/reports/personas/catalog.ts';
import { jsonReport } from '../../shared/reports/render/json.ts';
import { sampleWorld } from '../oracle/a-world.ts';
import { PORTFOLIO, recordsOf } from './a-sample.ts';

const { snapshot, entries } = sampleWorld();
const ENTITIES = recordsOf(PORTFOLIO, 'entity').map(({ id }) => id);
/** The report of a month as it lies in the archive, read back. */
const archived = (id: (typeof REPORTS)[number]['id']) =>
  orThrow(
    decodedDocument(
      JSON.parse(jsonReport(compose(id, snapshot, ENTITIES, monthPeriod('2026-10' as Month), 'The sample'))),
    ),
  );
const MONTHLY = REPORTS.filter(({ id }) => id !== 'charter-debrief').map(({ id }) => id);

test.each(MONTHLY)('every receipt of the archived %s report is what the entries say', (id) => {
  expect(checkedReceipts(archived(id), entries).broken).toEqual([]);
});

test('an entry that is lost, or was posted after the report was read, breaks exactly the receipts it belongs to', () => {
  const document = archived('accounting');
  const lost = entries.find(({ template, businessOn }) => template === 'charter_performed' && businessOn > '2026-10');
  if (lost === undefined) throw new Error('a charter sailed in October');
  const kept = entries.filter((entry) => entry !== lost);
  const { broken, receipts, figures } = checkedReceipts(document, kept);
  expect([figures > 150, broken.length > 10, broken.length < receipts]).toEqual([true, true, true]);
  const business = recordsOf(PORTFOLIO, 'entity').find(({ id }) => id === lost.entityId)?.name ?? 'nobody';
  expect(broken.join('\n')).toContain(business);
  expect(broken.filter((told) => !told.includes(business))).toEqual([]);
  const late = { ...lost, postedAt: '2099-01-01T00:00:00.000Z' as typeof lost.postedAt };
  expect(checkedReceipts(document, [...kept, late]).broken).toEqual(broken);
});
