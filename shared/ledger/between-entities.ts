import { monthOf } from '../kernel/calendar.ts';
import type { Problem, Result } from '../kernel/fault.ts';
import { ok } from '../kernel/fault.ts';
import type { BetweenEntities, BetweenTransfer } from '../records/house-money.ts';
import type { JournalEntry } from '../records/journal.ts';
import type { AccountCode } from './accounts.ts';
import { findAccount } from './accounts.ts';
import { tally } from './charter-tallies.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, problemIf, unpostable } from './entry.ts';
import { accountName } from './posting.ts';
import { aboveZero, subjectEntry } from './subject-books.ts';

/**
 * One of our businesses did work for another: an entry in the books of each. What stands between the two is counted
 * apart, so that figures for both together can leave it out.
 */
export function chargedBetween(
  charge: BetweenEntities,
  context: PostingContext,
): Result<readonly [seller: JournalEntry, buyer: JournalEntry]> {
  const [revenue, cost] = [findAccount(charge.revenueAccount), findAccount(charge.expenseAccount)];
  const problems = [
    ...betweenProblems(charge),
    ...problemIf(revenue?.type !== 'revenue', 'revenueAccount', `there is no revenue account ${charge.revenueAccount}`),
    ...problemIf(cost === undefined, 'expenseAccount', `there is no account ${charge.expenseAccount}`),
  ];
  if (problems.length > 0 || revenue === undefined || cost === undefined) return unpostable(problems);
  const { cents, entityId, otherEntityId } = charge;
  const month = monthOf(charge.on);
  const between = (other: string, account: AccountCode, amount: number) =>
    tally(month, 'between', `${other}.${accountName(account)}`, amount);
  const draft = { template: 'between_entities', memo: charge.what } as const;
  const seller = {
    ...draft,
    event: 'sold',
    lines: [debit('1800', cents), credit(revenue.code, cents)],
    tallies: [between(otherEntityId, '1800', cents), between(otherEntityId, revenue.code, -cents)],
  };
  const buyer = {
    ...draft,
    event: 'bought',
    lines: [debit(cost.code, cents), credit('2700', cents)],
    tallies: [between(entityId, cost.code, cents), between(entityId, '2700', -cents)],
  };
  return ok([
    subjectEntry(charge, seller, context),
    subjectEntry({ ...charge, entityId: otherEntityId }, buyer, context),
  ]);
}

/** One of our businesses sent money to another: less owed, or something lent. */
export function sentBetween(
  sent: BetweenTransfer,
  context: PostingContext,
): Result<readonly [from: JournalEntry, to: JournalEntry]> {
  const problems = betweenProblems(sent);
  if (problems.length > 0) return unpostable(problems);
  const { cents, entityId, otherEntityId } = sent;
  const month = monthOf(sent.on);
  const draft = { template: 'between_entities', memo: sent.what } as const;
  const from = {
    ...draft,
    event: 'sent',
    lines: [debit('2700', cents), credit('1010', cents)],
    tallies: [tally(month, 'between', `${otherEntityId}.a2700`, cents)],
  };
  const to = {
    ...draft,
    event: 'got',
    lines: [debit('1010', cents), credit('1800', cents)],
    tallies: [tally(month, 'between', `${entityId}.a1800`, -cents)],
  };
  return ok([subjectEntry(sent, from, context), subjectEntry({ ...sent, entityId: otherEntityId }, to, context)]);
}

function betweenProblems(record: BetweenTransfer | BetweenEntities): readonly Problem[] {
  return [
    ...aboveZero(record),
    ...problemIf(record.entityId === record.otherEntityId, 'otherEntityId', 'expected another business than this one'),
  ];
}
