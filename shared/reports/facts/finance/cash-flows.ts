import type { LocalDate } from '../../../kernel/calendar.ts';
import {
  daysInMonth,
  firstDay,
  lastDay,
  monthOf,
  monthsThrough,
  plusDays,
  plusMonths,
} from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, estimated, mapped, unknown } from '../../../kernel/measured.ts';
import { basisPoints, cents, dividedRounded, shareOf } from '../../../kernel/money.ts';
import type { CharterOutline } from '../../../records/charter.ts';
import type { Channel } from '../../../records/marketing.ts';
import { priceTotals } from '../../../records/pricing.ts';
import { firmBetween } from '../bookings-ahead.ts';
import { standing } from '../cash.ts';
import { namesOf } from '../naming.ts';
import { recordsOf, recordsOfEach } from '../readings.ts';
import type { FactView } from '../view.ts';
import { marginOf, marginsByChannel } from './channel-margin.ts';
import { openCharters, owedOn } from './unsettled.ts';

/** Money expected to come, positive, or to go, negative, on a day. */
export interface Flow {
  readonly on: LocalDate;
  readonly cents: number;
}

type Flows = Measured<readonly Flow[]>;

/** Days looked ahead: thirteen weeks. */
export const DAYS_AHEAD = 91;
const firstDayAhead = (view: FactView) => plusDays(view.today, 1);
const until = (view: FactView) => plusDays(firstDayAhead(view), DAYS_AHEAD);

/** What guests will pay on charters ahead: price with tax less what is paid, on the day it is due. */
export function guestReceipts(view: FactView): Flows {
  const paid = mapped(
    openCharters(view),
    (open) => new Map(open.map((held) => [held.charterId, paidOn(held.balances)])),
  );
  const sold = combined(ahead(view), channels(view), (charters, ways) =>
    charters.filter(({ channelId }) => ways.get(channelId)?.collects !== true),
  );
  return assuming(
    combined(sold, paid, (charters, received) =>
      charters.map((charter) => ({
        on: charter.balanceDueOn ?? charter.sailsOn,
        cents: Math.max(
          0,
          priceTotals(charter.priceLines).totalCents - (received.get(charter.id) ?? charter.depositCents),
        ),
      })),
    ),
    'Nothing booked is cancelled; guests pay on the day their balance is due; what is owed for charters already sailed is not counted until it arrives.',
  );
}

/** What platforms will pay out: for charters ahead and for those sailed, so many days after sailing. */
export function payouts(view: FactView): Flows {
  const coming = combined(ahead(view), channels(view), (charters, ways) =>
    charters.flatMap((charter) => {
      const channel = ways.get(charter.channelId);
      return channel?.collects
        ? [{ on: plusDays(charter.sailsOn, channel.payoutLagDays), cents: netOf(charter, channel) }]
        : [];
    }),
  );
  const owed = combined(openCharters(view), channels(view), (open, ways) =>
    open.flatMap(({ performedOn, balances, channelId }) =>
      performedOn === undefined || (balances['1100'] ?? 0) <= 0
        ? []
        : [
            {
              on: plusDays(performedOn, ways.get(channelId)?.payoutLagDays ?? 0),
              cents: owedOn({ balances: { '1100': balances['1100'] ?? 0 } }),
            },
          ],
    ),
  );
  return assuming(
    combined(coming, owed, (a, b) => [...a, ...b]),
    'Platforms pay the price less commission after their usual days; what is late comes in the first week.',
  );
}

/** Fixed costs on the days they are paid. */
export function fixedCosts(view: FactView): Flows {
  const months = monthsThrough(monthOf(view.today), monthOf(until(view)));
  return assuming(
    mapped(recordsOfEach(view, 'fixed-cost'), (costs) =>
      months
        .flatMap((month) =>
          costs
            .filter((cost) => cost.from <= month && (cost.until === undefined || month <= cost.until))
            .map((cost) => ({
              on: plusDays(firstDay(month), Math.min(cost.dayOfMonth ?? 1, daysInMonth(month)) - 1),
              cents: -cost.centsPerMonth,
            })),
        )
        .filter(({ on }) => on > view.today),
    ),
    'Fixed costs are paid on their day of the month, on the first where none is recorded.',
  );
}

/** What sailing the charters ahead will cost: crew, fuel, provisions, dockage and card fees aside of commission. */
export function tripCosts(view: FactView): Flows {
  const margins = marginsByChannel(view);
  const each = combined(margins, margins, (all) => {
    const { charters, earned, commission, contribution } = marginOf(all);
    return charters > 0
      ? dividedRounded(earned - commission - contribution, charters)
      : unknown(`a charter of ${namesOf(view)} sailed in the last three months`);
  });
  return assuming(
    combined(ahead(view), each, (charters, cost) => charters.map(({ sailsOn }) => ({ on: sailsOn, cents: -cost }))),
    'A charter costs its crew, fuel, provisions, dockage and card fees on the day it sails, as much as on average of the last three months.',
  );
}

/** What is held for others and must be handed on: tips, refunds, sales tax. */
export function handedOn(view: FactView): Flows {
  const due = mapped(openCharters(view), (open) =>
    open
      .filter(({ performedOn, cancelledOn }) => performedOn !== undefined || cancelledOn !== undefined)
      .map(({ balances }) => ({
        on: firstDayAhead(view),
        cents: Math.min(0, balances['2300'] ?? 0) + Math.min(0, balances['2400'] ?? 0),
      }))
      .filter((flow) => flow.cents !== 0),
  );
  const tax = mapped(standing(view, ['2200'], monthOf(view.today)), (held) => [
    { on: nextTaxDay(view.today), cents: Math.min(0, held) },
  ]);
  return assuming(
    combined(due, tax, (a, b) => [...a, ...b]),
    'Tips and refunds that are owed are paid within the week, and all sales tax held on the next quarterly day. Open invoices for other work and open bills of suppliers are no part of it.',
  );
}

/** Quarterly sales tax is due on the last day of the month after the quarter (Cal. Rev. & Tax. Code §6451). */
function nextTaxDay(today: LocalDate): LocalDate {
  const months = monthsThrough(monthOf(today), plusMonths(monthOf(today), 3));
  const due = months.filter((month) => Number(month.slice(5)) % 3 === 1).map(lastDay);
  return due.find((day) => day > today)!; // one month in three is one, and four are looked at
}

function ahead(view: FactView): Measured<readonly CharterOutline[]> {
  return firmBetween(view, view.today, until(view));
}

function channels(view: FactView): Measured<ReadonlyMap<string, Channel>> {
  return mapped(
    recordsOf(view, 'channel'),
    (records) => new Map(records.map((channel) => [channel.id, channel as Channel])),
  );
}

function netOf({ priceLines }: CharterOutline, { revenueModel, commissionBps }: Channel): number {
  const { totalCents, charterCents, addonCents } = priceTotals(priceLines);
  const commission =
    revenueModel === 'net_rate' ? 0 : shareOf(cents(charterCents + addonCents), basisPoints(commissionBps));
  return totalCents - commission;
}

/** What a guest has paid in advance, as the books hold it. */
function paidOn(balances: Readonly<Record<string, number>>): number {
  return Math.max(0, -(balances['2100'] ?? 0) - (balances['2105'] ?? 0));
}

function assuming(flows: Flows, assumption: string): Flows {
  return flows.state === 'unknown' ? flows : estimated(flows.value, { ...flows.basis, assumption });
}
