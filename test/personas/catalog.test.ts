import { expect, test } from 'vitest';
import { REPORTS, reportOf } from '../../shared/reports/personas/catalog.ts';

test('every report has an id and a slug of its own, and can be found by its id', () => {
  expect(REPORTS.map(({ id, slug, perCharter }) => [id, slug, perCharter])).toEqual(
    expect.arrayContaining([
      ['ceo', 'ceo-report', 'executive'],
      ['charter-debrief', 'charter-debrief', 'debrief'],
    ]),
  );
  for (const of of ['id', 'slug'] as const)
    expect(new Set(REPORTS.map((report) => report[of])).size).toBe(REPORTS.length);
  for (const report of REPORTS) expect(reportOf(report.id)).toBe(report);
  expect(() => reportOf('nothing')).toThrow(RangeError);
});
