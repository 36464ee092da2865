import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Figures } from './canonical.ts';
import { derived } from './canonical.ts';

const COLUMNS = `{id: 'VARCHAR', entityId: 'VARCHAR', template: 'VARCHAR', businessOn: 'VARCHAR',
  refs: 'STRUCT(charterId VARCHAR, channelId VARCHAR)', lines: 'STRUCT(account VARCHAR, cents BIGINT)[]',
  tallies: 'STRUCT(name VARCHAR, amount BIGINT)[]'}`;

/** Two tables of what a question needs, read once whatever they are read from. */
const FROM_JSON = (file: string) => `
  CREATE TABLE entries AS SELECT row_number() OVER () AS n, template, entityId, businessOn, substr(businessOn, 1, 7) AS month,
    refs.charterId AS charter, refs.channelId AS channel, lines, tallies
    FROM read_json('${file}', format = 'newline_delimited', columns = ${COLUMNS});
  CREATE TABLE lines AS SELECT n, template, entityId, month, charter, channel, l.account AS account, l.cents AS cents
    FROM (SELECT * EXCLUDE (lines, tallies), unnest(lines) AS l FROM entries)`;

const CASH = `('1010', '1015', '1020', '1030')`;
const MOVEMENT = `CASE WHEN account IN ('2200', '2210', '2300') THEN if(cents < 0, 'pass-through-in', 'pass-through-out')
  WHEN account[:2] IN ('11', '21', '24') OR account[:1] = '4' THEN if(cents < 0, 'customer-in', 'customer-refund-out')
  ELSE 'operating-out' END`;
const BUCKET = (
  asOf: string,
) => `CASE WHEN DATE '${asOf}' - on_day <= 30 THEN '0-30' WHEN DATE '${asOf}' - on_day <= 60 THEN '31-60'
  WHEN DATE '${asOf}' - on_day <= 90 THEN '61-90' ELSE '91-' END`;
const AT = `month || ' ' || entityId || ' ' || channel`;

const questions = (asOf: string) => `
  WITH sailed AS (SELECT charter, entityId, businessOn::DATE AS on_day FROM entries WHERE template = 'charter_performed'),
  owed AS (SELECT charter, sum(cents) AS cents FROM lines WHERE account = '1110' AND charter IS NOT NULL GROUP BY charter)
  SELECT 'trial ' || account AS name, sum(cents) AS amount FROM lines GROUP BY account
  UNION ALL SELECT 'expenses ' || account, sum(cents) FROM lines WHERE account >= '5' GROUP BY account
  UNION ALL SELECT 'revenue ' || ${AT}, -sum(cents) FROM lines WHERE channel IS NOT NULL AND account[:1] = '4' GROUP BY month, entityId, channel
  UNION ALL SELECT 'cancellation-income ' || ${AT}, -sum(cents) FROM lines WHERE channel IS NOT NULL AND account = '4090' GROUP BY month, entityId, channel
  UNION ALL SELECT 'refunds ' || ${AT}, sum(cents) FROM lines WHERE channel IS NOT NULL AND account = '4190' GROUP BY month, entityId, channel
  UNION ALL SELECT 'ad-spend ' || channel, sum(cents) FROM lines WHERE channel IS NOT NULL AND account = '6100' GROUP BY channel
  UNION ALL SELECT 'charters ' || ${AT}, count(*) FROM entries WHERE template = 'charter_performed' GROUP BY month, entityId, channel
  UNION ALL SELECT 'bookings ' || ${AT}, count(*) FROM entries WHERE template = 'charter_booked' GROUP BY month, entityId, channel
  UNION ALL SELECT 'new-customers ' || ${AT}, sum(t.amount)
    FROM (SELECT month, entityId, channel, unnest(tallies) AS t FROM entries WHERE template = 'charter_booked')
    WHERE t.name LIKE '%.new-customers' GROUP BY month, entityId, channel
  UNION ALL SELECT 'cash ' || month || ' ' || entityId || ' ' || ${MOVEMENT} AS name, -sum(cents) FROM lines
    WHERE account NOT IN ${CASH} AND n IN (SELECT n FROM lines WHERE account IN ${CASH}) GROUP BY month, entityId, ${MOVEMENT}
  UNION ALL SELECT 'aging ' || entityId || ' ' || ${BUCKET(asOf)}, sum(cents) FROM sailed JOIN owed USING (charter) GROUP BY entityId, ${BUCKET(asOf)}
  UNION ALL SELECT '= fixed', sum(cents) FROM lines WHERE account[:1] = '6'
  UNION ALL SELECT '= performed', count(*) FROM sailed
  UNION ALL SELECT '= contribution', -sum(cents) FROM lines WHERE charter IN (SELECT charter FROM sailed)
    AND account IN ('4010', '4020', '4030', '4190', '5010', '5015', '5020', '5025', '5030', '5035', '5040', '5050')`;

/** DuckDB from the same JSON lines, by SQL alone. */
export async function duckFromJson(file: string, asOf: string): Promise<Figures> {
  return inMemory(async (connection) => {
    await connection.run(FROM_JSON(file));
    return answered(connection, asOf);
  });
}

/** DuckDB from tables it keeps itself, made beforehand. */
export async function duckNative(file: string, asOf: string): Promise<Figures> {
  const instance = await DuckDBInstance.create(`${file}.duckdb`, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const figures = await answered(connection, asOf);
  connection.closeSync();
  return figures;
}

/** Makes those tables. */
export async function keepForDuck(file: string): Promise<void> {
  const instance = await DuckDBInstance.create(`${file}.duckdb`);
  const connection = await instance.connect();
  await connection.run(FROM_JSON(file));
  connection.closeSync();
  instance.closeSync();
}

async function inMemory<T>(use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  return use(connection);
}

async function answered(connection: DuckDBConnection, asOf: string): Promise<Figures> {
  const rows = (await connection.runAndReadAll(questions(asOf))).getRows();
  const all = new Map(rows.map(([name, amount]) => [String(name), Number(amount)]));
  const figures: Figures = new Map([...all].filter(([name]) => !name.startsWith('=')));
  derived(figures, all.get('= contribution') ?? 0, all.get('= performed') ?? 0, all.get('= fixed') ?? 0);
  return figures;
}
