import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { JournalEntry } from '../../../shared/records/journal.ts';
import type { Figures } from './canonical.ts';
import { ageBucket, counted, dayNumber, derived } from './canonical.ts';

const EARNED = ['4010', '4020', '4030', '4190'];
const CAUSED = ['5010', '5015', '5020', '5025', '5030', '5035', '5040', '5050'];

/** The script somebody writes first: every record in memory, then filter and reduce for each question. */
export async function naiveFigures(file: string, asOf: string): Promise<Figures> {
  const entries: JournalEntry[] = [];
  // Line by line: a million records are longer than one text may be.
  for await (const line of createInterface({ input: createReadStream(file) })) entries.push(JSON.parse(line));
  const figures: Figures = new Map();
  const lines = entries.flatMap((entry) => entry.lines.map((line) => ({ entry, ...line })));
  const ofChannel = lines.filter(({ entry }) => entry.refs.channelId !== undefined);
  const at = ({ entityId, businessOn, refs }: JournalEntry) =>
    `${businessOn.slice(0, 7)} ${entityId} ${refs.channelId}`;
  for (const { account, cents } of lines) counted(figures, `trial ${account}`, cents);
  for (const { entry, account, cents } of lines.filter((line) => line.account >= '4'))
    counted(figures, `income ${entry.businessOn.slice(0, 7)} ${account}`, cents);
  for (const { account, cents } of lines.filter((line) => line.account >= '5'))
    counted(figures, `expenses ${account}`, cents);
  for (const { entry, account, cents } of ofChannel) {
    if (account.startsWith('4')) counted(figures, `revenue ${at(entry)}`, -cents);
    if (account === '4090') counted(figures, `cancellation-income ${at(entry)}`, -cents);
    if (account === '4190') counted(figures, `refunds ${at(entry)}`, cents);
    if (account === '6100') counted(figures, `ad-spend ${entry.refs.channelId}`, cents);
  }
  for (const entry of entries.filter(({ template }) => template === 'charter_performed'))
    counted(figures, `charters ${at(entry)}`, 1);
  for (const entry of entries.filter(({ template }) => template === 'charter_booked')) {
    counted(figures, `bookings ${at(entry)}`, 1);
    const isNew = entry.tallies
      .filter(({ name }) => name.endsWith('.new-customers'))
      .reduce((sum, { amount }) => sum + amount, 0);
    counted(figures, `new-customers ${at(entry)}`, isNew);
  }
  for (const entry of entries.filter((one) => one.lines.some(({ account }) => isCash(account)))) {
    for (const { account, cents } of entry.lines.filter((line) => !isCash(line.account))) {
      const where = `cash ${entry.businessOn.slice(0, 7)} ${entry.entityId}`;
      counted(figures, `${where} ${movementOf(account, -cents)}`, -cents);
    }
  }
  const sailed = new Map(
    entries.filter(({ template }) => template === 'charter_performed').map((entry) => [entry.refs.charterId, entry]),
  );
  const owed = new Map<string, number>();
  let contribution = 0;
  for (const { entry, account, cents } of lines) {
    const { charterId = '' } = entry.refs;
    if (!sailed.has(charterId)) continue;
    if (account === '1110') owed.set(charterId, (owed.get(charterId) ?? 0) + cents);
    if (EARNED.includes(account) || CAUSED.includes(account)) contribution -= cents;
  }
  for (const [charterId, cents] of owed) {
    const entry = sailed.get(charterId);
    if (entry !== undefined)
      counted(figures, `aging ${entry.entityId} ${ageBucket(dayNumber(entry.businessOn), dayNumber(asOf))}`, cents);
  }
  const fixed = lines.filter(({ account }) => account.startsWith('6')).reduce((sum, { cents }) => sum + cents, 0);
  derived(figures, contribution, sailed.size, fixed);
  return figures;
}

function isCash(account: string): boolean {
  return ['1010', '1015', '1020', '1030'].includes(account);
}

function movementOf(account: string, inCents: number): string {
  const code = Number(account);
  if (code === 2200 || code === 2210 || code === 2300) return inCents > 0 ? 'pass-through-in' : 'pass-through-out';
  const isGuests =
    (code >= 1100 && code < 1200) || (code >= 2100 && code < 2200) || code === 2400 || (code >= 4000 && code < 5000);
  if (isGuests) return inCents > 0 ? 'customer-in' : 'customer-refund-out';
  return 'operating-out';
}
