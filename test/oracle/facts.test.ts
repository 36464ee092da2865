import { describe, expect, test } from 'vitest';
import type { LocalDate, Month } from '../../shared/kernel/calendar.ts';
import { isKnown } from '../../shared/kernel/measured.ts';
import { monthPeriod, monthToDate } from '../../shared/kernel/period.ts';
import { booksOf } from '../../shared/ledger/balances.ts';
import { trialBalance } from '../../shared/ledger/statements.ts';
import type { FactSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { factSheet } from '../../shared/reports/facts/fact-sheet.ts';
import type { World } from './a-world.ts';
import { historyWorld, sampleWorld } from './a-world.ts';
import { SECOND_FACTS } from './second-facts.ts';
import type { Answers, Asked } from './second-program.ts';
import { secondAnswers } from './second-program.ts';

const FIRST = Number(process.env['ORACLE_FIRST_SEED'] ?? 1);
const COUNT = Number(process.env['ORACLE_HISTORIES'] ?? 20);
const SEEDS = Array.from({ length: COUNT }, (_, at) => FIRST + at);

const QUESTIONS: readonly Asked[] = [['jada', 'qos'], ['jada'], ['qos']].flatMap((entityIds) => [
  { entityIds, month: '2026-11', lastFullMonth: '2026-10' },
  { entityIds, month: '2026-10', lastFullMonth: '2026-10' },
]);

describe('a second program, given the entries and records alone, comes to our figures to the cent', () => {
  test('of the sample', async () => check(sampleWorld()));
  test.each(SEEDS)('of the history of seed %i', async (seed) => check(historyWorld(seed)));
});

test('the figures compared are known in most histories: agreeing on nothing proves nothing', () => {
  const sheets = SEEDS.slice(0, 10).map((seed) => ourSheet(historyWorld(seed), QUESTIONS[0]!)); // the list is not empty
  for (const id of Object.keys(SECOND_FACTS)) {
    const known = sheets.filter((sheet) => isKnown(sheet.measuredOf(id))).length;
    expect([id, known >= sheets.length / 2]).toEqual([id, true]);
  }
});

async function check(world: World): Promise<void> {
  const theirs = await secondAnswers(world, QUESTIONS);
  const disagreements = QUESTIONS.flatMap((asked, at) => {
    const ours = ourAnswers(world, asked);
    return Object.keys(ours)
      .filter((id) => ours[id] !== theirs[at]?.[id])
      .map((id) => ({ of: `${asked.entityIds} in ${asked.month}`, id, ours: ours[id], theirs: theirs[at]?.[id] }));
  });
  expect(disagreements).toEqual([]);
}

function ourSheet({ snapshot, today }: World, { entityIds, month, lastFullMonth }: Asked): FactSheet {
  const period = month === lastFullMonth ? monthPeriod(month as Month) : monthToDate(today as LocalDate);
  return factSheet(snapshot, entityIds, period);
}

function ourAnswers(world: World, asked: Asked): Answers {
  const sheet = ourSheet(world, asked);
  const figures = Object.keys(SECOND_FACTS).map((id) => {
    const figure = sheet.measuredOf(id);
    return [id, isKnown(figure) ? String(figure.value) : null];
  });
  const { balances } = world.snapshot;
  const books = booksOf(balances.state === 'read' ? balances.records : []);
  const rows = trialBalance(books, asked.entityIds, asked.month as Month);
  const shares = sheet.subjects('channel').flatMap(({ id }) => {
    const share = sheet.measuredOf('channel-share', id);
    return isKnown(share) ? [`${id} ${share.value}`] : [];
  });
  return {
    ...Object.fromEntries(figures),
    trialBalance: rows.map(({ code, cents }) => `${code} ${cents}`).join(', '),
    channelShare: shares.join(', ') || null,
  };
}
