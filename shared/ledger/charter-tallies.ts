import type { LocalDate, Month } from '../kernel/calendar.ts';
import { monthOf } from '../kernel/calendar.ts';
import { cents } from '../kernel/money.ts';
import type { Charter, CharterFile } from '../records/charter.ts';
import type { JournalLine, Tally, Template } from '../records/journal.ts';
import { accountOf } from './accounts.ts';

/** What sailing a charter brings: trip, add-ons, service charges, less what was given back. Neither tax nor tips. */
const EARNED: readonly string[] = ['4010', '4020', '4030', '4190'];
/** What of it may be booked before a performance, or stay when one is taken back. */
const GIVEN_BACK: readonly string[] = ['4190'];
/** What sailing a charter costs: crew, fuel, provisions, commission, payout variance, merchant fees, dockage. */
const CAUSED: readonly string[] = ['5010', '5015', '5020', '5025', '5030', '5035', '5040', '5050'];

/** What the platform takes of it, as agreed and as it turned out. */
const COMMISSION: readonly string[] = ['5030', '5035'];
const MERCHANT_FEE: readonly string[] = ['5040'];

interface Lines {
  readonly template: Template;
  readonly businessOn: LocalDate;
  readonly lines: readonly JournalLine[];
}

/** A count or an amount for one month's balances. */
export function tally(month: Month, group: Tally['group'], name: string, amount: number): Tally {
  return { month, group, name, amount: cents(amount) };
}

/**
 * Revenue and commission by channel, in the month they are booked: whatever lines about a charter touch a revenue
 * account, so that the channels add up to the charter revenue of the income statement.
 */
export function channelTallies(channelId: string, { businessOn, lines }: Lines): Tally[] {
  const revenue = -sumOf(lines, (account) => accountOf(account).type === 'revenue');
  const commission = sumOf(lines, (account) => account === '5030');
  return [
    tally(monthOf(businessOn), 'channels', `${channelId}.revenue`, revenue),
    tally(monthOf(businessOn), 'channels', `${channelId}.commission`, commission),
  ];
}

/**
 * What an entry changes in contribution margins, always in the month the charter was performed: its performance brings
 * what it earned less every cost booked so far; a cost or a refund that arrives later is taken off. Nothing for other
 * charters.
 */
export function marginTallies(file: Pick<CharterFile, 'charter' | 'balances'>, entry: Lines): Tally[] {
  const now = (codes: readonly string[]) => sumOf(entry.lines, (account) => codes.includes(account));
  const before = (codes: readonly string[]) => sumHeld(file.balances, codes);
  if (isPerformance(entry.template)) {
    const month = monthOf(entry.businessOn);
    const earned = -now(EARNED) - before(GIVEN_BACK);
    return marginOf(file.charter.channelId, month, 1, earned, (codes) => now(codes) + before(codes));
  }
  const month = performedMonth(file.charter);
  return month === undefined ? [] : marginOf(file.charter.channelId, month, 0, -now(EARNED), now);
}

/** The margin tallies that take a performance back: all that this charter has brought by now, late costs and refunds included. */
export function marginTakenBack(file: Pick<CharterFile, 'charter' | 'balances'>, performance: Lines): Tally[] {
  const month = monthOf(performance.businessOn);
  const held = (codes: readonly string[]) => sumHeld(file.balances, codes);
  const earned = sumOf(performance.lines, (account) => EARNED.includes(account)) + held(GIVEN_BACK);
  return marginOf(file.charter.channelId, month, -1, earned, (codes) => -held(codes));
}

/**
 * The margin of all charters, and the same of the channel with what is taken from it apart. What is left between the
 * two is what sailing costs: crew, fuel, provisions, dockage.
 */
function marginOf(
  channelId: string,
  month: Month,
  performed: number,
  earned: number,
  caused: (codes: readonly string[]) => number,
): Tally[] {
  const of = (name: string, amount: number) => tally(month, 'margin', name, amount);
  const contribution = earned - caused(CAUSED);
  return [
    of('performed', performed),
    of('contribution', contribution),
    of(`${channelId}.performed`, performed),
    of(`${channelId}.contribution`, contribution),
    of(`${channelId}.earned`, earned),
    of(`${channelId}.commission`, caused(COMMISSION)),
    of(`${channelId}.merchant-fee`, caused(MERCHANT_FEE)),
  ];
}

/** Whether a template is the one that recognises a charter's revenue. */
export function isPerformance(template: Template): boolean {
  return template === 'charter_performed' || template === 'ota_charter_performed';
}

/** The month a charter counts as performed in; nothing before its completion, or when it was cancelled. */
export function performedMonth(charter: Charter): Month | undefined {
  const isComplete = charter.lifecycle === 'completed' || charter.lifecycle === 'closed';
  return isComplete && charter.performedOn !== undefined ? monthOf(charter.performedOn) : undefined;
}

function sumHeld(balances: CharterFile['balances'], codes: readonly string[]): number {
  return codes.reduce((sum, account) => sum + (balances[account] ?? 0), 0);
}

function sumOf(lines: readonly JournalLine[], counts: (account: string) => boolean): number {
  return lines.reduce((sum, line) => (counts(line.account) ? sum + line.cents : sum), 0);
}
