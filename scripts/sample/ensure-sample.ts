import type { Tables } from '../../lambda/stores/tables.ts';
import type { Instant, Zone } from '../../shared/kernel/calendar.ts';
import { dayIn } from '../../shared/kernel/calendar.ts';
import { verifyBooks } from '../verify/books-check.ts';
import { addTodaysCharter } from './add-todays-charter.ts';
import type { Progress } from './load-portfolio.ts';
import { loadPortfolio } from './load-portfolio.ts';
import { monthsOfBooks, samplePortfolio } from './portfolio.ts';
import type { SampleDay } from './sample-day.ts';
import { begunSample, loadedSample } from './sample-marker.ts';

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
  if (await loadedSample(tables)) {
    const added = await addTodaysCharter(tables, day);
    return added === 'added' ? 'A charter was added to the sample for today.' : undefined;
  }
  // A start that was killed while loading is finished for the day it had begun.
  const begun = await begunSample(tables);
  const portfolio = samplePortfolio(begun?.day ?? day);
  await loadPortfolio(tables, portfolio, progress);
  await addTodaysCharter(tables, day);
  const entityIds = portfolio.registers.flatMap((held) => (held.kind === 'entity' ? [held.record.id] : []));
  const check = await verifyBooks(tables, entityIds, monthsOfBooks(portfolio));
  const wrong = [...check.unbalanced, ...check.differences, ...check.charterDifferences];
  if (wrong.length > 0) {
    throw new Error(
      `The sample's books do not add up: ${JSON.stringify(wrong.slice(0, 5))}. Stop, delete the data folder and start again.`,
    );
  }
  const { files, entries } = portfolio;
  return `The sample company is loaded: ${files.length} charters, ${entries.length} journal entries, books verified.`;
}
