import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { loadedCharterItems } from '../../../lambda/stores/charter-store.ts';
import { entryItem } from '../../../lambda/stores/entry-items.ts';
import { BOOKS_PARTITION } from '../../../lambda/stores/keys.ts';
import { tableDefinitions } from '../../../lambda/stores/tables.ts';
import { Rebuilding } from '../../../shared/ledger/rebuilding.ts';
import { chartersAgain } from '../../../test/support/a-longer-past.ts';
import { issuesBefore } from '../../../test/support/earlier-issues.ts';
import { DAY_MEASURED, ENTRIES_PER_ISSUE, entitiesOf } from '../../../test/support/units-of-a-day.ts';
import { bundledDynamo } from '../../dev/services/dynamo-start.ts';
import { samplePortfolio } from '../../sample/portfolio.ts';
import type { Item } from '../../sample/portfolio-items.ts';
import { portfolioItems } from '../../sample/portfolio-items.ts';
import { exportedLine } from '../records/exported-items.ts';

const [MAIN, AUDIT] = ['scc-main', 'scc-audit'];
/** Items in one file of the export. */
const TOGETHER = 20_000;

/**
 * Stores the sample company with so many entries behind it in a folder, as a local start finds it. Its items are written
 * as a table export and read by the database itself, charter after charter, so that a million entries take minutes.
 */
export async function importCompany(folder: string, entries: number): Promise<void> {
  const source = join(folder, 'export');
  const data = join(source, MAIN, 'data');
  await mkdir(data, { recursive: true });
  let [held, files]: [string[], number] = [[], 0];
  const write = async () => {
    await writeFile(join(data, `${String(files).padStart(5, '0')}.json.gz`), gzipSync(held.join(''), { level: 1 }));
    files += 1;
    held = [];
  };
  for (const item of itemsOf(entries)) if (held.push(exportedLine(item)) === TOGETHER) await write();
  await write();
  const schema = join(folder, 'schema.json');
  const [main] = tableDefinitions(MAIN, AUDIT);
  await writeFile(schema, JSON.stringify({ Table: main }));
  const output = join(folder, 'dynamo.sqlite');
  await promisify(execFile)(bundledDynamo(), ['import', '--source', source, '--schema', schema, '--output', output]);
  await rm(source, { recursive: true });
}

/** Every item of that company: the past first, so that the balances of all of it are known at the end. */
function* itemsOf(entries: number): Generator<Item> {
  const portfolio = samplePortfolio(DAY_MEASURED);
  const books = new Rebuilding();
  for (const entry of portfolio.entries) books.add(entry);
  const more = new Map<string, number>();
  for (const { file, entries: again } of chartersAgain(portfolio, entries)) {
    for (const entry of again) {
      books.add(entry);
      more.set(entry.entityId, (more.get(entry.entityId) ?? 0) + 1);
      yield entryItem(entry);
    }
    yield* loadedCharterItems(file);
  }
  for (const { items } of portfolioItems({ ...portfolio, balances: books.months() })) {
    for (const item of items) {
      const { pk, sk, n = 0 } = item as { readonly pk: string; readonly sk: string; readonly n?: number };
      const counted = more.get(sk);
      yield pk === BOOKS_PARTITION && counted !== undefined ? { ...item, n: n + counted } : item;
    }
  }
  const issues = Math.ceil(entries / ENTRIES_PER_ISSUE);
  for (const writes of issuesBefore({ main: MAIN }, entitiesOf(portfolio), DAY_MEASURED.today, issues)) {
    for (const { Put } of writes) if (Put?.Item !== undefined) yield Put.Item;
  }
}
