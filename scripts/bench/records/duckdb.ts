import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Figures } from './canonical.ts';
import { CSV_COLUMNS } from './csv-records.ts';
import { answered, questions, TABLES_OF_ROWS } from './questions.ts';

const COLUMNS = `{id: 'VARCHAR', entityId: 'VARCHAR', template: 'VARCHAR', businessOn: 'VARCHAR',
  refs: 'STRUCT(charterId VARCHAR, channelId VARCHAR)', lines: 'STRUCT(account VARCHAR, cents BIGINT)[]',
  tallies: 'STRUCT(name VARCHAR, amount BIGINT)[]'}`;

/** The tables of what a question needs, read once from JSON lines. */
const FROM_JSON = (file: string) => `
  CREATE TABLE read AS SELECT row_number() OVER () AS n, template, entityId, businessOn, substr(businessOn, 1, 7) AS month,
    refs.charterId AS charter, refs.channelId AS channel, lines, tallies
    FROM read_json('${file}', format = 'newline_delimited', columns = ${COLUMNS});
  CREATE VIEW entries AS SELECT * EXCLUDE (lines, tallies) FROM read;
  CREATE TABLE lines AS SELECT n, entityId, month, charter, channel, l.account AS account, l.cents AS cents
    FROM (SELECT * EXCLUDE (lines, tallies), unnest(lines) AS l FROM read);
  CREATE TABLE booked AS SELECT entityId, month, channel, t.name AS name, t.amount AS amount
    FROM (SELECT entityId, month, channel, unnest(tallies) AS t FROM read WHERE template = 'charter_booked')`;

const TEXTS = CSV_COLUMNS.map((name) => `${name}: 'VARCHAR'`).join(', ');
const FROM_CSV = (file: string) => `
  CREATE TABLE records AS SELECT * FROM read_csv('${file}', header = true, delim = ',', quote = '"', escape = '"',
    columns = {${TEXTS}});
  ${TABLES_OF_ROWS}`;

/** DuckDB from the same JSON lines, by SQL alone. */
export async function duckFromJson(file: string, asOf: string): Promise<Figures> {
  return inMemory(FROM_JSON(file), asOf);
}

/** DuckDB from the same records as a table, one row to a line or tally. */
export async function duckFromCsv(file: string, asOf: string): Promise<Figures> {
  return inMemory(FROM_CSV(file), asOf);
}

/** DuckDB from tables it keeps itself, made beforehand. */
export async function duckNative(file: string, asOf: string): Promise<Figures> {
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const figures = await asked(connection, asOf);
  connection.closeSync();
  return figures;
}

/** Makes those tables in a file, out of JSON lines. */
export async function keepForDuck(file: string, into: string): Promise<void> {
  const instance = await DuckDBInstance.create(into);
  const connection = await instance.connect();
  await connection.run(FROM_JSON(file));
  connection.closeSync();
  instance.closeSync();
}

async function inMemory(tables: string, asOf: string): Promise<Figures> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(tables);
  return asked(connection, asOf);
}

async function asked(connection: DuckDBConnection, asOf: string): Promise<Figures> {
  const rows = (await connection.runAndReadAll(questions(asOf))).getRows();
  return answered(rows.map(([name, amount]) => [String(name), Number(amount)]));
}
