import { describe, expect, test } from 'vitest';
import { parsed } from '../../shared/records/fields.ts';
import { incidentSchema } from '../../shared/records/organisation.ts';
import { aCharterFile } from '../operations/a-charter.ts';
import { aMonth, anUpcomingCharter, aSheet, STAMP, valueOn } from './a-snapshot.ts';

/** A casualty of the 16th: notice at once, the report by the 21st, which is today. 46 CFR 4.05-1 and 4.05-10. */
const casualty = {
  id: 'inc_1',
  occurredOn: '2026-11-16',
  type: 'Grounding',
  injury: false,
  reportable: true,
  status: 'open',
};
const told = { noticeAt: '2026-11-16T21:00:00.000Z' };

function figures(...incident: object[]) {
  const sheet = aSheet({ records: { incident } });
  return ['incident-notices-open', 'incident-reports-open', 'incident-reports-overdue'].map((id) => valueOn(sheet, id));
}

describe('a marine casualty', () => {
  test('is to be told at once and filed within five days: the fifth is in time, the sixth is late', () => {
    expect(figures(casualty)).toEqual([1, 1, 0]);
    expect(figures({ ...casualty, ...told })).toEqual([0, 1, 0]);
    expect(figures({ ...casualty, ...told, occurredOn: '2026-11-15' })).toEqual([0, 1, 1]);
    expect(figures({ ...casualty, ...told, filedOn: '2026-11-20' })).toEqual([0, 0, 0]);
  });

  test('is something else than what no authority needs to know', () => {
    expect(figures({ ...casualty, reportable: false, occurredOn: '2026-10-01' })).toEqual([0, 0, 0]);
  });

  test('of the charter in the debrief, and of no other, says by when its report is due', () => {
    const completed = aCharterFile('completed');
    const own = { ...casualty, charterId: completed.charter.id, entityId: completed.charter.entityId };
    const sheet = aSheet({
      completed,
      records: { incident: [own, { ...casualty, id: 'inc_2', charterId: 'chr_other' }] },
    });
    const of = (id: string) => valueOn(sheet, id, completed.charter.id);
    expect([of('charter-notices-open'), of('charter-reports-open')]).toEqual([1, 1]);
    expect(of('charter-report-due')).toBe('2026-11-21');
  });

  test.each([
    ['without a notice', { filedOn: '2026-11-20' }, ['noticeAt']],
    ['without its report', told, ['filedOn']],
    ['with a report from before it happened', { ...told, filedOn: '2026-11-15' }, ['filedOn']],
    ['with both', { ...told, filedOn: '2026-11-16' }, []],
  ])('%s: what closing it is refused for', (_, over, fields) => {
    const record = { ...STAMP, ...casualty, entityId: 'jada', status: 'closed', ...over };
    const read = parsed(incidentSchema, record, 'This incident');
    expect(read.ok ? [] : read.fault.problems.map(({ field }) => field)).toEqual(fields);
  });
});

describe('a vessel out of service', () => {
  const day = { startAt: '2026-12-05T20:00:00.000Z', endAt: '2026-12-05T23:00:00.000Z', sailsOn: '2026-12-05' };
  const booked = anUpcomingCharter({ id: 'chr_1', vesselId: 'ves_1', lifecycle: 'booked', ...day });
  const asked = { ...booked, id: 'chr_2', lifecycle: 'inquiry' as const };
  const grounded = (outOfService: object[]) =>
    valueOn(
      aSheet({
        upcoming: [booked, asked],
        balances: [aMonth('2026-10', { operations: { booked: 1 } })],
        records: { vessel: [{ id: 'ves_1', name: 'JADA', outOfService }] },
      }),
      'grounded-bookings',
    );

  test('leaves the firm charters of its days without a boat', () => {
    expect(grounded([{ from: '2026-12-05', through: '2026-12-05', reason: 'Engine' }])).toBe(1);
    expect(grounded([{ from: '2026-12-06', through: '2026-12-09', reason: 'Engine' }])).toBe(0);
    expect(grounded([])).toBe(0);
  });
});
