import type { Figures } from './canonical.ts';
import { answered, questions, TABLES_OF_ROWS } from './questions.ts';
import type { Command } from './spent.ts';

/** SQLite's own program; nothing is asked of a user's settings. */
export const SQLITE = 'sqlite3';
const FLAGS = ['-batch', '-init', '/dev/null', '-list', '-separator', '\t'];

/** One text to a line, whatever stands in it. */
const FROM_JSON = (file: string) => `
.mode ascii
.separator "\\037" "\\n"
CREATE TABLE read (entry TEXT);
.import "${file}" read
CREATE TABLE entries AS SELECT rowid AS n, json_extract(entry, '$.template') AS template,
  json_extract(entry, '$.entityId') AS entityId, json_extract(entry, '$.businessOn') AS businessOn,
  substr(json_extract(entry, '$.businessOn'), 1, 7) AS month, json_extract(entry, '$.refs.charterId') AS charter,
  json_extract(entry, '$.refs.channelId') AS channel FROM read;
CREATE TABLE lines AS SELECT n, entityId, month, charter, channel, json_extract(line.value, '$.account') AS account,
  json_extract(line.value, '$.cents') AS cents FROM entries JOIN read ON read.rowid = n, json_each(entry, '$.lines') AS line;
CREATE TABLE booked AS SELECT entityId, month, channel, json_extract(tally.value, '$.name') AS name,
  json_extract(tally.value, '$.amount') AS amount FROM entries JOIN read ON read.rowid = n,
  json_each(entry, '$.tallies') AS tally WHERE template = 'charter_booked';
.mode list
.separator "\\t" "\\n"
`;

const FROM_CSV = (file: string) => `
.import --csv "${file}" records
${TABLES_OF_ROWS}
`;

/** SQLite from the same JSON lines, by SQL alone. */
export const sqliteFromJson = (file: string, asOf: string): Command =>
  inMemory(`${FROM_JSON(file)}${questions(asOf)};`);
/** SQLite from the same records as a table. */
export const sqliteFromCsv = (file: string, asOf: string): Command => inMemory(`${FROM_CSV(file)}${questions(asOf)};`);
/** SQLite from tables it keeps itself, made beforehand. */
export const sqliteNative = (file: string, asOf: string): Command =>
  sqlite(`file:${file}?mode=ro`, `${questions(asOf)};`);
/** Makes those tables in a file, out of JSON lines. */
export const keepForSqlite = (file: string, into: string): Command =>
  sqlite(into, `${FROM_JSON(file)}DROP TABLE read;`);

/** The figures in what it printed. */
export function sqliteFigures(stdout: string): Figures {
  const rows = stdout.split('\n').filter((line) => line !== '');
  return answered(
    rows.map((row) => {
      const [name = '', amount = ''] = row.split('\t');
      return [name, Number(amount)];
    }),
  );
}

function inMemory(script: string): Command {
  return sqlite(':memory:', script);
}

function sqlite(database: string, script: string): Command {
  return { program: SQLITE, args: [...FLAGS, database], input: script };
}
