import type { LocalDate } from '../../../kernel/calendar.ts';
import { daysBetween } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, isKnown, mapped, measured, unknown } from '../../../kernel/measured.ts';
import type { OpenCharter } from '../../../records/open-charter.ts';
import type { FactDefinition, SubjectFacts } from '../fact.ts';
import { unreadable } from '../readings.ts';
import type { FactView } from '../view.ts';
import { openCharters, openItems } from './kept-books.ts';

/** A charter whose trip is over leaves deposits, guests and platforms this many days before anyone is asked. */
export const GRACE_DAYS = 3;
const PAYOUT_GRACE_DAYS = 7;
const OVER: readonly OpenCharter['lifecycle'][] = [
  'completed',
  'closed',
  'rescheduled',
  'cancelled',
  'no_show',
  'expired',
  'declined',
];

/** The deposit the books still show for a charter, positive. */
export function depositOf({ balances }: OpenCharter): number {
  return Math.max(0, -(balances['2100'] ?? 0) - (balances['2105'] ?? 0));
}

/** The day a charter's trip was over: sailed, called off, or let go on the day it was to sail; none while it may sail. */
export function overOn({ lifecycle, performedOn, cancelledOn, sailsOn }: OpenCharter): LocalDate | undefined {
  if (performedOn !== undefined) return performedOn;
  return OVER.includes(lifecycle) ? (cancelledOn ?? sailsOn) : undefined;
}

/** Charters that were over more than three days ago and still hold a deposit. */
export function stuckDeposits(view: FactView): Measured<readonly OpenCharter[]> {
  return mapped(openCharters(view), (open) =>
    open.filter((charter) => depositOf(charter) > 0 && isPast(charter, view)),
  );
}

/** Charters sailed more than three days ago for which the guest still owes and no invoice asks. */
export function unbilled(view: FactView): Measured<readonly OpenCharter[]> {
  return combined(openCharters(view), openItems(view, 'invoice'), (open, invoices) => {
    const billed = new Set(invoices.map(({ charterId }) => charterId));
    return open.filter((charter) => {
      return (charter.balances['1110'] ?? 0) > 0 && isPast(charter, view) && !billed.has(charter.charterId);
    });
  });
}

/** Charters whose platform should have paid a week ago by its own schedule. */
export function latePayouts(view: FactView): Measured<readonly OpenCharter[]> {
  const channels = view.registers.channel;
  if (channels.state === 'unreadable') return unreadable('channels', channels.because);
  const open = openCharters(view);
  if (open.state === 'unknown') return open;
  const owing = open.value.filter(
    ({ balances, performedOn }) => (balances['1100'] ?? 0) > 0 && performedOn !== undefined,
  );
  const lags = new Map(channels.records.map(({ id, payoutLagDays }) => [id, payoutLagDays]));
  const nameless = owing.filter(({ channelId }) => !lags.has(channelId));
  if (nameless.length > 0) return unknown(...nameless.map(({ channelId }) => `payout days of channel ${channelId}`));
  const late = owing.filter(({ channelId, performedOn }) => {
    return daysBetween(performedOn!, view.today) > lags.get(channelId)! + PAYOUT_GRACE_DAYS; // both were checked just above
  });
  return { ...open, value: late };
}

function isPast(charter: OpenCharter, view: FactView): boolean {
  const on = overOn(charter);
  return on !== undefined && daysBetween(on, view.today) > GRACE_DAYS;
}

const OPEN = {
  unit: 'cents',
  perEntity: true,
  owner: 'Accounting',
  kinds: ['charter'],
  needs: ['open-charters', 'balances'],
  source: 'policy default: three days after the trip is over',
} as const;
const PAYOUT_SOURCE = 'policy default: the channel’s payout days and seven more';

const centsOn = (code: string) => (charters: readonly OpenCharter[]) =>
  charters.reduce((sum, { balances }) => sum + (balances[code] ?? 0), 0);

export const CHARTER_MONEY_FACTS: readonly FactDefinition[] = [
  {
    ...OPEN,
    id: 'stuck-deposits-cents',
    title: 'Deposits of charters that are over',
    definition: 'Deposits still shown as owed for charters that sailed or were called off more than three days ago.',
    formula: 'accounts 2100 and 2105 of those charters',
    compute: (view) => mapped(stuckDeposits(view), (stuck) => stuck.reduce((sum, of) => sum + depositOf(of), 0)),
  },
  {
    ...OPEN,
    id: 'stuck-deposits',
    title: 'Charters with a deposit left over',
    unit: 'count',
    definition: 'Charters that sailed or were called off more than three days ago and still hold a deposit.',
    formula: 'number of those charters',
    compute: (view) => mapped(stuckDeposits(view), (stuck) => stuck.length),
  },
  {
    ...OPEN,
    id: 'unbilled-charters',
    title: 'Charters sailed and not invoiced',
    unit: 'count',
    needs: ['open-charters', 'balances', 'invoice', 'accounting-period'],
    definition: 'Charters sailed more than three days ago whose guest owes something and has no invoice.',
    formula: 'number of those charters',
    compute: (view) => mapped(unbilled(view), (open) => open.length),
  },
  {
    ...OPEN,
    id: 'unbilled-charters-cents',
    title: 'Owed without an invoice',
    needs: ['open-charters', 'balances', 'invoice', 'accounting-period'],
    definition: 'What the guests of those charters owe.',
    formula: 'account 1110 of those charters',
    compute: (view) => mapped(unbilled(view), centsOn('1110')),
  },
  {
    ...OPEN,
    id: 'platform-receivable',
    title: 'Owed by platforms',
    definition: 'What booking platforms have collected for charters sailed and not paid out yet.',
    formula: 'account 1100 by charter',
    compute: (view) => mapped(openCharters(view), centsOn('1100')),
  },
  {
    ...OPEN,
    id: 'late-payouts',
    title: 'Late platform payouts',
    unit: 'count',
    needs: ['open-charters', 'balances', 'channel'],
    definition: 'Charters whose platform has not paid a week after its own payout day.',
    formula: 'number of charters with account 1100 open for more than the channel’s payout days + 7',
    source: PAYOUT_SOURCE,
    compute: (view) => mapped(latePayouts(view), (late) => late.length),
  },
  {
    ...OPEN,
    id: 'late-payout-cents',
    title: 'Late platform payouts, amount',
    needs: ['open-charters', 'balances', 'channel'],
    definition: 'What platforms owe for those charters.',
    formula: 'account 1100 of those charters',
    source: PAYOUT_SOURCE,
    compute: (view) => mapped(latePayouts(view), centsOn('1100')),
  },
];

/** Charters somebody must look at, with the reason: the oldest first. */
export const OPEN_CHARTER_SUBJECTS: SubjectFacts = {
  kind: 'open-charter',
  meanings: [
    meaning('open-charter-problem', 'What is wrong', 'text', 'Why the charter’s money is not settled.'),
    meaning('open-charter-cents', 'Amount', 'cents', 'How much of it.'),
    meaning('open-charter-days', 'Over since', 'days', 'Days since it sailed or was called off.'),
  ],
  list: (view) => {
    const lists = [
      { problem: 'deposit left over', found: stuckDeposits(view), amount: depositOf },
      { problem: 'no invoice', found: unbilled(view), amount: (of: OpenCharter) => of.balances['1110'] ?? 0 },
      {
        problem: 'platform has not paid',
        found: latePayouts(view),
        amount: (of: OpenCharter) => of.balances['1100'] ?? 0,
      },
    ];
    return lists
      .flatMap(({ problem, found, amount }) => {
        if (!isKnown(found)) return [];
        return found.value.map((charter) => {
          const days = daysBetween(overOn(charter) ?? charter.sailsOn, view.today);
          return { charter, days, problem, cents: amount(charter), basis: found.basis };
        });
      })
      .sort((a, b) => b.days - a.days || (a.charter.charterId < b.charter.charterId ? -1 : 1))
      .map(({ charter: { charterId, title, entityId }, days, problem, cents, basis }) => ({
        subject: {
          kind: 'open-charter',
          id: `open-${charterId}-${problem.replaceAll(' ', '-')}`,
          name: title,
          entityId,
        },
        figures: {
          'open-charter-problem': measured(problem, basis),
          'open-charter-cents': measured(cents, basis),
          'open-charter-days': measured(days, basis),
        },
      }));
  },
};

function meaning(id: string, title: string, unit: 'text' | 'cents' | 'days', definition: string) {
  return { id, title, unit, definition, formula: 'as recorded', source: OPEN.source, needs: OPEN.needs };
}
