import { dayIn, daysBetween, plusDays } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, entered, estimated, known, mapped, unknown } from '../../../kernel/measured.ts';
import { dividedRounded, ratio } from '../../../kernel/money.ts';
import type { Channel } from '../../../records/marketing.ts';
import { BY_US } from '../cancellations.ts';
import type { FactMeaning, FactValue, SubjectFacts } from '../fact.ts';
import { averageBookingValue, averageContribution, cancellationRate } from '../formulas.ts';
import { orMissing } from '../known-when.ts';
import { recordsOf } from '../readings.ts';
import type { FactView } from '../view.ts';
import { channelSpend, costPerNew, returnOn, revenuePerDollar } from './acquisition.ts';
import { CHANNEL_MEANINGS } from './channel-meanings.ts';
import { channelNameOf, channelsOf, isPlatform } from './channel-names.ts';
import { medianResponse, unansweredLeads } from './demand.ts';
import { channelContribution, channelTally, ifDated, overMature, overSettled, sailingView } from './windows.ts';

type Figures = Readonly<Record<string, Measured<FactValue>>>;

/** Every way customers reach the businesses that sail: what it brings, costs and leaves. Most bookings first. */
export const MARKETING_CHANNEL_SUBJECTS: SubjectFacts = {
  kind: 'marketing-channel',
  meanings: CHANNEL_MEANINGS satisfies readonly FactMeaning[],
  list: (whole) => {
    const view = sailingView(whole);
    if (view.entityIds.length === 0) return [];
    return channelIds(view)
      .map((id) => ({ id, name: channelNameOf(view, id), booked: bookingsEver(view, id) }))
      .sort((a, b) => b.booked - a.booked || (a.id < b.id ? -1 : 1))
      .map(({ id, name }) => ({
        subject: { kind: 'marketing-channel', id, name },
        figures: { ...funnel(view, id, name), ...economics(view, id, name), ...standing(view, id, name) },
      }));
  },
};

/** The channels on record and those the books know by a lead or a booking. */
function channelIds(view: FactView): readonly string[] {
  const names = view.books.names(view.entityIds, view.books.months(view.entityIds), 'channels');
  const counted = names.filter((name) => name.endsWith('.leads') || name.endsWith('.booked'));
  return [...new Set([...channelsOf(view).map(({ id }) => id), ...counted.map((name) => name.split('.')[0] ?? name)])];
}

function bookingsEver(view: FactView, id: string): number {
  return channelTally(view, id, 'booked')(view.entityIds, view.books.months(view.entityIds));
}

function funnel(view: FactView, id: string, name: string): Figures {
  const leads = overMature(view, channelTally(view, id, 'leads'));
  const quoted = ifDated(view, 'quoted', overMature(view, channelTally(view, id, 'quoted')));
  const won = ifDated(view, 'won', overMature(view, channelTally(view, id, 'won')));
  return {
    'channel-leads': leads,
    'channel-quoted': quoted,
    'channel-won': won,
    'channel-conversion': combined(won, leads, (part, all) => orMissing(ratio(part, all), `leads through ${name}`)),
  };
}

const CANCELLED = ['guest', 'operator', 'vessel', 'safety', 'weather', 'authority'].map((by) => `cancelled-${by}`);

function economics(view: FactView, id: string, name: string): Figures {
  const of = (...names: readonly string[]) => overSettled(view, channelTally(view, id, ...names));
  const spend = channelSpend(view, id, name);
  const [fresh, commission, contribution, revenue] = [
    of('new-customers'),
    of('commission'),
    overSettled(view, channelContribution(view, id)),
    of('revenue'),
  ];
  const priced = combined(of('booked'), of('booked-free'), (all, free) => all - free);
  const cost = (spent: Measured<number>) =>
    combined(spent, fresh, (cents, count) => orMissing(costPerNew(cents, count), `a new customer through ${name}`));
  const onSpend = (figure: Measured<number>, compute: typeof returnOn) =>
    combined(figure, spend, (value, spent) => orMissing(compute(value, spent), `ad spend above zero of ${name}`));
  const cancelled = (names: readonly string[]) =>
    combined(of(...names), of(...CANCELLED, 'performed', 'no-show'), (part, all) =>
      orMissing(cancellationRate(part, all), `charters through ${name} that sailed or were cancelled`),
    );
  return {
    'channel-booked': of('booked'),
    'channel-sailed': of('performed'),
    'channel-average-booking': combined(of('booked-value'), priced, (value, count) =>
      orMissing(averageBookingValue(value, count), `a booking with a price through ${name}`),
    ),
    'channel-new-customers': fresh,
    'channel-spend': spend,
    'channel-commission-kept': commission,
    'channel-cac': cost(spend),
    'channel-cac-loaded': cost(combined(spend, commission, (ads, kept) => ads + kept)),
    'channel-contribution-each': combined(contribution, of('performed'), (left, count) =>
      orMissing(averageContribution(left, count), `a charter sailed through ${name}`),
    ),
    // a channel that costs nothing has no return on its cost: there is nothing to know
    ...(known(spend) === 0
      ? {}
      : { 'channel-roi': onSpend(contribution, returnOn), 'channel-roas': onSpend(revenue, revenuePerDollar) }),
    'channel-cancellation-rate': cancelled(CANCELLED),
    'channel-operator-cancellation-rate': cancelled(BY_US),
  };
}

const RATED_DAYS = 365;
const VELOCITY_DAYS = 90;

/** How the channel looks from outside: how fast we answer, what guests say, what the platform takes. */
function standing(view: FactView, id: string, name: string): Figures {
  const record = channelsOf(view).find((channel) => channel.id === id);
  const reviews = mapped(recordsOf(view, 'review'), (all) => all.filter((review) => review.channelId === id));
  const since = (days: number) => plusDays(view.today, -days);
  const rating = combined(reviews, reviews, (all) => {
    const recent = all.filter(({ on }) => on > since(RATED_DAYS));
    const sum = recent.reduce((stars, { ratingTenths }) => stars + ratingTenths, 0);
    return recent.length === 0 ? unknown(`reviews of ${name} of the last year`) : dividedRounded(sum, recent.length);
  });
  const response = medianResponse(view, (lead) => lead.channelId === id, name);
  return {
    'channel-response-minutes': response,
    'channel-unanswered': unansweredLeads(view, (lead) => lead.channelId === id),
    ...(record?.kind === 'ota_boat' ? { 'marketplace-response-minutes': response } : {}),
    'channel-rating': rating,
    'channel-reviews': mapped(reviews, (all) => all.filter(({ on }) => on > since(VELOCITY_DAYS)).length),
    'channel-reviews-unanswered': mapped(
      reviews,
      (all) => all.filter(({ answeredOn }) => answeredOn === undefined).length,
    ),
    ...(record === undefined || !isPlatform(record) ? {} : fee(view, record)),
  };
}

/** The fee as it is on record; one nobody confirmed is an estimate, however it was come by. */
function fee(view: FactView, channel: Channel): Figures {
  const since = channel.feeEffectiveFrom ?? dayIn(view.zone, channel.createdAt);
  const basis = { records: `channel ${channel.name}`, asOf: view.today };
  const assumption = `The fee is ${channel.feeSource ?? 'of no named source'}.`;
  return {
    'channel-fee': channel.feeConfirmed
      ? entered(channel.commissionBps, basis)
      : estimated(channel.commissionBps, { ...basis, assumption }),
    'channel-fee-standing': entered(channel.feeConfirmed ? 'confirmed' : 'not confirmed', basis),
    'channel-fee-unconfirmed-days': entered(channel.feeConfirmed ? 0 : daysBetween(since, view.today), basis),
  };
}
