import { monthOf, plusDays } from '../kernel/calendar.ts';
import type { Problem, Result } from '../kernel/fault.ts';
import { cents, sumCents } from '../kernel/money.ts';
import type { JournalEntry, Tally } from '../records/journal.ts';
import type { Stay } from '../records/rental.ts';
import type { StayNights, StayPayment } from '../records/rental-money.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryUnless, problemIf, unpostable } from './entry.ts';
import { nightsOfStay } from './stay-nights.ts';
import type { SubjectBalances } from './subject-books.ts';
import { aboveZero, subjectEntry, subjectOpen, subjectOwes } from './subject-books.ts';

/**
 * Nights were slept: revenue of their month, gross of what the platform keeps. The tax we collected comes with the first
 * night. Nights are earned in order, each once.
 */
export function stayEarned(
  slept: StayNights,
  balances: SubjectBalances,
  stay: Stay | undefined,
  context: PostingContext,
): Result<JournalEntry> {
  if (stay === undefined) return unpostable([{ field: 'stayId', message: 'there is no such stay' }]);
  const nights = nightsOfStay(stay);
  const these = nights.filter(({ night }) => night >= slept.from && night < slept.until);
  const before = sumCents(nights.filter(({ night }) => night < slept.from).map((night) => night.cents));
  const lastNight = plusDays(slept.until, -1);
  const problems = [
    ...problemIf(stay.cancelledOn !== undefined, 'stayId', 'the stay was cancelled'),
    ...problemIf(stay.totalCents < nights.length, 'stayId', 'nights given away are an owner block, not a stay'),
    ...problemIf(slept.from < stay.checkIn, 'from', 'the guests had not come yet'),
    ...problemIf(slept.until > stay.checkOut, 'until', 'the guests had left by then'),
    ...problemIf(slept.until <= slept.from, 'until', 'expected a day after the first night'),
    ...problemIf(monthOf(slept.from) !== monthOf(lastNight), 'until', 'nights of two months are two records'),
    ...problemIf(slept.on !== lastNight, 'on', 'expected the last of the nights'),
    ...problemIf(before !== subjectOwes(balances, '4410'), 'from', 'expected the first night that is not earned yet'),
  ];
  return entryUnless(problems, () => {
    const gross = sumCents(these.map((night) => night.cents));
    const fee = sumCents(these.map((night) => night.feeCents));
    const tax = slept.from === stay.checkIn ? (stay.occupancyTaxCents ?? 0) : 0;
    const net = gross - fee + tax;
    const paidAhead = Math.min(subjectOwes(balances, '2100'), net);
    return subjectEntry(
      slept,
      {
        template: 'stay_earned',
        event: 'nights',
        memo: `stay, ${these.length} nights`,
        subjectId: slept.stayId,
        lines: [
          debit('2100', paidAhead),
          debit('1100', net - paidAhead),
          debit('6390', fee),
          credit('4410', gross),
          credit('2210', tax),
        ],
        tallies: [
          tally(slept, `stay-nights.${stay.propertyId}`, these.length),
          tally(slept, `stay-revenue.${stay.propertyId}`, gross),
        ],
      },
      context,
    );
  });
}

/** Money came for a stay: first for nights slept, the rest held for nights to come; never more than the stay brings. */
export function stayPaid(
  paid: StayPayment,
  balances: SubjectBalances,
  stay: Stay | undefined,
  context: PostingContext,
): Result<JournalEntry> {
  if (stay === undefined) return unpostable([{ field: 'stayId', message: 'there is no such stay' }]);
  const open = subjectOpen(balances, '1100');
  const problems = [
    ...aboveZero(paid),
    ...problemIf(paid.cents > stayDue(stay, balances), 'cents', 'this is more than the stay still brings'),
  ];
  return entryUnless(problems, () => {
    const forSlept = Math.min(open, paid.cents);
    return subjectEntry(
      paid,
      {
        template: 'stay_paid',
        event: 'paid',
        memo: 'stay paid',
        subjectId: paid.stayId,
        lines: [debit('1010', paid.cents), credit('1100', forSlept), credit('2100', paid.cents - forSlept)],
      },
      context,
    );
  });
}

/** What is wrong with taking back nights or a payment of a stay: what was earned or paid against it since stands on it. */
export function stayTakenBack(balances: SubjectBalances): readonly Problem[] {
  return [
    ...problemIf((balances['2100'] ?? 0) > 0, 'of.id', 'nights have been earned against this payment since'),
    ...problemIf(
      (balances['1100'] ?? 0) < 0,
      'of.id',
      'these nights have been paid since; take the payment back first',
    ),
  ];
}

/** The stay as its books say: what is earned, and what is still to be paid. */
export function stayStanding(stay: Stay, balances: SubjectBalances, context: PostingContext): Stay {
  return {
    ...stay,
    earnedCents: subjectOwes(balances, '4410'),
    openCents: cents(stayDue(stay, balances)),
    updatedAt: context.postedAt,
  };
}

/** What a stay still brings in cash: its total less the fee, with the tax we collect, less what came already. */
function stayDue(stay: Stay, balances: SubjectBalances): number {
  const came = balances['1010'] ?? 0;
  return stay.totalCents - stay.platformFeeCents + (stay.occupancyTaxCents ?? 0) - came;
}

function tally(slept: StayNights, name: string, amount: number): Tally {
  return { month: monthOf(slept.on), group: 'operations', name, amount: cents(amount) };
}
