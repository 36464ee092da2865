import { newCharterWrites, readCharterFile } from '../../lambda/stores/charter-store.ts';
import { newCustomerWrite } from '../../lambda/stores/customer-store.ts';
import { moneyRecordKey } from '../../lambda/stores/keys.ts';
import { postingWrites } from '../../lambda/stores/ledger-store.ts';
import { moneyRecordWrite } from '../../lambda/stores/money-store.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import { mustCommit } from '../../lambda/stores/transaction.ts';
import type { Instant, Month, Zone } from '../../shared/kernel/calendar.ts';
import { dayIn } from '../../shared/kernel/calendar.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import type { Progress } from './load-portfolio.ts';
import { loadPortfolio } from './load-portfolio.ts';
import { samplePeople } from './people.ts';
import { monthsOfBooks, samplePortfolio } from './portfolio.ts';
import type { SampleDay } from './sample-day.ts';
import { begunSample, loadedSample } from './sample-marker.ts';
import { todaysCharter, todaysCharterId } from './todays-charter.ts';
import { verifyBooks } from './verify-books.ts';

/**
 * The sample company, loaded and verified on the first start, and with a charter to sail on every later day. Answers
 * what was done, in a sentence, or nothing when all was there. @throws Error when the stored books do not add up.
 */
export async function ensureSample(
  tables: Tables,
  zone: Zone,
  now: Instant,
  progress: Progress,
): Promise<string | undefined> {
  const day: SampleDay = { today: dayIn(zone, now), now, zone };
  if (await loadedSample(tables)) return ensureTodaysCharter(tables, day);
  // A start that was killed while loading is finished for the day it had begun.
  const begun = await begunSample(tables);
  const portfolio = samplePortfolio(begun?.day ?? day);
  await loadPortfolio(tables, portfolio, progress);
  const entityIds = portfolio.registers.flatMap((held) => (held.kind === 'entity' ? [held.record.id] : []));
  const check = await verifyBooks(tables, entityIds, monthsOfBooks(portfolio) as Month[]);
  const wrong = [...check.unbalanced, ...check.differences, ...check.charterDifferences];
  if (wrong.length > 0) throw new Error(`The sample's books do not add up: ${JSON.stringify(wrong.slice(0, 5))}`);
  const { files, entries } = portfolio;
  return `The sample company is loaded: ${files.length} charters, ${entries.length} journal entries, books verified.`;
}

/** Books the day's charter as anybody would: record by record, each posting in its own transaction. */
async function ensureTodaysCharter(tables: Tables, day: SampleDay): Promise<string | undefined> {
  if (await readCharterFile(tables, todaysCharterId(day))) return undefined;
  const { file, customer, moneyRecords, entries } = todaysCharter(day, samplePeople(day));
  const already = 'Another start is adding the charter of the day.';
  await mustCommit(tables, [newCustomerWrite(tables, customer), ...newCharterWrites(tables, file)], already);
  for (const entry of entries) {
    const held = moneyRecords.find(({ record }) =>
      entry.id.startsWith(`je_${record.id.slice(record.id.indexOf('_') + 1)}.`),
    );
    const record = held
      ? [moneyRecordWrite(tables, moneyRecordKey(file.charter.id, held.record.id), held.record, entry.id)]
      : [];
    await mustCommit(tables, [...postingWrites(tables, postingOf(entry)), ...record], already);
  }
  return 'A charter was added to the sample for today.';
}
