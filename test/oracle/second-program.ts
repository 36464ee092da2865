import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';
import type { World } from './a-world.ts';
import { SECOND_FACTS, SECOND_LISTS, TABLES } from './second-facts.ts';

/** What the second program is asked: some businesses and a month, with the last full month before today. */
export interface Asked {
  readonly entityIds: readonly string[];
  readonly month: string;
  readonly lastFullMonth: string;
}

/** Every figure as text, or nothing where it is not defined. */
export type Answers = Readonly<Record<string, string | null>>;

const MONEY = 'BIGINT';
const COLUMNS = {
  entries: `id: 'VARCHAR', entityId: 'VARCHAR', template: 'VARCHAR', businessOn: 'VARCHAR',
    refs: 'STRUCT(charterId VARCHAR, recordId VARCHAR)', lines: 'STRUCT(account VARCHAR, cents ${MONEY})[]'`,
  charters: `id: 'VARCHAR', entityId: 'VARCHAR', channelId: 'VARCHAR', customerId: 'VARCHAR', lifecycle: 'VARCHAR',
    bookedOn: 'VARCHAR', sailsOn: 'VARCHAR', performedOn: 'VARCHAR', cancellation: 'STRUCT("by" VARCHAR)',
    priceLines: 'STRUCT(kind VARCHAR, totalCents ${MONEY})[]'`,
  leads: `id: 'VARCHAR', entityId: 'VARCHAR', askedOn: 'VARCHAR', wonOn: 'VARCHAR'`,
  targets: `id: 'VARCHAR', entityId: 'VARCHAR', month: 'VARCHAR', metric: 'VARCHAR', "value": '${MONEY}'`,
  fixed_costs: `id: 'VARCHAR', entityId: 'VARCHAR', centsPerMonth: '${MONEY}', "from": 'VARCHAR', until: 'VARCHAR'`,
  invoices: `id: 'VARCHAR', entityId: 'VARCHAR', charterId: 'VARCHAR', dueOn: 'VARCHAR', cents: '${MONEY}',
    paidCents: '${MONEY}', status: 'VARCHAR'`,
} as const;

/** Computes every figure of a world for each question, from JSON lines by SQL alone. */
export async function secondAnswers(world: World, asked: readonly Asked[]): Promise<readonly Answers[]> {
  const folder = mkdtempSync(join(tmpdir(), 'second-'));
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    await read(connection, folder, world);
    const answers: Answers[] = [];
    for (const question of asked) answers.push(await answered(connection, world.today, question));
    return answers;
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function read(connection: DuckDBConnection, folder: string, { entries, charters, records }: World) {
  const { lead = [], target = [], invoice = [] } = records;
  const lists = {
    entries,
    charters,
    leads: lead,
    targets: target,
    fixed_costs: records['fixed-cost'] ?? [],
    invoices: invoice,
  };
  for (const [name, columns] of Object.entries(COLUMNS)) {
    const file = join(folder, `${name}.jsonl`);
    writeFileSync(file, lists[name as keyof typeof lists].map((record) => `${JSON.stringify(record)}\n`).join(''));
    await connection.run(
      `CREATE TABLE ${name} AS SELECT * FROM read_json('${file}', format = 'newline_delimited', columns = {${columns}})`,
    );
  }
  await connection.run(`CREATE VIEW entries_between AS
    SELECT refs.recordId AS record, entityId AS entity FROM entries WHERE template = 'between_entities'`);
  await connection.run(TABLES);
}

async function answered(connection: DuckDBConnection, today: string, { entityIds, month, lastFullMonth }: Asked) {
  await connection.run('DELETE FROM scope; DELETE FROM asked');
  for (const id of entityIds) await connection.run('INSERT INTO scope VALUES (?)', [id]);
  await connection.run('INSERT INTO asked VALUES (?, ?, ?::DATE)', [month, lastFullMonth, today]);
  const answers: Record<string, string | null> = {};
  for (const [id, query] of Object.entries({ ...SECOND_FACTS, ...SECOND_LISTS })) {
    const rows = (await connection.runAndReadAll(`SELECT (${query})::VARCHAR`)).getRows();
    answers[id] = rows[0]?.[0] === null ? null : String(rows[0]?.[0]);
  }
  return answers;
}
