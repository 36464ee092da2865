import type { LocalDate } from '../../../shared/kernel/calendar.ts';
import { plusDays } from '../../../shared/kernel/calendar.ts';
import type { Figures } from './canonical.ts';
import { derived } from './canonical.ts';

const CASH = `('1010', '1015', '1020', '1030')`;
const MOVEMENT = `CASE
    WHEN account IN ('2200', '2210', '2300') THEN CASE WHEN cents < 0 THEN 'pass-through-in' ELSE 'pass-through-out' END
    WHEN substr(account, 1, 2) IN ('11', '21', '24') OR substr(account, 1, 1) = '4'
    THEN CASE WHEN cents < 0 THEN 'customer-in' ELSE 'customer-refund-out' END
    ELSE 'operating-out' END`;
const AT = `month || ' ' || entityId || ' ' || channel`;
const BY = 'GROUP BY month, entityId, channel';

/** Which column of an aging report a day stands in: days written year first are in order as texts are. */
function bucket(asOf: LocalDate): string {
  const back = (days: number) => plusDays(asOf, -days);
  return `CASE WHEN businessOn >= '${back(30)}' THEN '0-30' WHEN businessOn >= '${back(60)}' THEN '31-60'
    WHEN businessOn >= '${back(90)}' THEN '61-90' ELSE '91-' END`;
}

/**
 * Every figure as rows of a name and a sum, in SQL that DuckDB and SQLite both speak, over three tables: `entries`,
 * `lines`, and `booked`, the tallies of bookings. Names with an equals sign are sums that others are derived from.
 */
export const questions = (asOf: string) => `
  WITH sailed AS (SELECT charter, entityId, businessOn FROM entries WHERE template = 'charter_performed'),
  owed AS (SELECT charter, sum(cents) AS cents FROM lines WHERE account = '1110' AND charter IS NOT NULL GROUP BY charter)
  SELECT 'trial ' || account AS name, sum(cents) AS amount FROM lines GROUP BY account
  UNION ALL SELECT 'income ' || month || ' ' || account, sum(cents) FROM lines WHERE account >= '4' GROUP BY month, account
  UNION ALL SELECT 'expenses ' || account, sum(cents) FROM lines WHERE account >= '5' GROUP BY account
  UNION ALL SELECT 'revenue ' || ${AT}, -sum(cents) FROM lines WHERE channel IS NOT NULL AND substr(account, 1, 1) = '4' ${BY}
  UNION ALL SELECT 'cancellation-income ' || ${AT}, -sum(cents) FROM lines WHERE channel IS NOT NULL AND account = '4090' ${BY}
  UNION ALL SELECT 'refunds ' || ${AT}, sum(cents) FROM lines WHERE channel IS NOT NULL AND account = '4190' ${BY}
  UNION ALL SELECT 'ad-spend ' || channel, sum(cents) FROM lines WHERE channel IS NOT NULL AND account = '6100' GROUP BY channel
  UNION ALL SELECT 'charters ' || ${AT}, count(*) FROM entries WHERE template = 'charter_performed' ${BY}
  UNION ALL SELECT 'bookings ' || ${AT}, count(*) FROM entries WHERE template = 'charter_booked' ${BY}
  UNION ALL SELECT 'new-customers ' || ${AT}, sum(amount) FROM booked WHERE name LIKE '%.new-customers' ${BY}
  UNION ALL SELECT 'cash ' || month || ' ' || entityId || ' ' || ${MOVEMENT}, -sum(cents) FROM lines
    WHERE account NOT IN ${CASH} AND n IN (SELECT n FROM lines WHERE account IN ${CASH}) GROUP BY month, entityId, ${MOVEMENT}
  UNION ALL SELECT 'aging ' || entityId || ' ' || ${bucket(asOf as LocalDate)}, sum(cents) FROM sailed JOIN owed USING (charter)
    GROUP BY entityId, ${bucket(asOf as LocalDate)}
  UNION ALL SELECT '= fixed', sum(cents) FROM lines WHERE substr(account, 1, 1) = '6'
  UNION ALL SELECT '= performed', count(*) FROM sailed
  UNION ALL SELECT '= contribution', -sum(cents) FROM lines WHERE charter IN (SELECT charter FROM sailed)
    AND account IN ('4010', '4020', '4030', '4190', '5010', '5015', '5020', '5025', '5030', '5035', '5040', '5050')`;

/** The three tables out of one named `records`, as wide as the CSV form of the records. */
export const TABLES_OF_ROWS = `
  CREATE TABLE entries AS SELECT id AS n, template, entityId, businessOn, substr(businessOn, 1, 7) AS month,
    nullif(charterId, '') AS charter, nullif(channelId, '') AS channel FROM records WHERE CAST(part AS BIGINT) = 1;
  CREATE TABLE lines AS SELECT id AS n, entityId, substr(businessOn, 1, 7) AS month, nullif(charterId, '') AS charter,
    nullif(channelId, '') AS channel, account, CAST(cents AS BIGINT) AS cents FROM records WHERE account <> '';
  CREATE TABLE booked AS SELECT entityId, substr(businessOn, 1, 7) AS month, channelId AS channel, name,
    CAST(amount AS BIGINT) AS amount FROM records WHERE template = 'charter_booked' AND name <> '';`;

/** The figures in the rows that the questions are answered with. */
export function answered(rows: Iterable<readonly [name: string, amount: number]>): Figures {
  const all = new Map(rows);
  const figures: Figures = new Map([...all].filter(([name]) => !name.startsWith('=')));
  derived(figures, all.get('= contribution') ?? 0, all.get('= performed') ?? 0, all.get('= fixed') ?? 0);
  return figures;
}
