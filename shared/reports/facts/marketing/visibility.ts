import { daysBetween, plusDays } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, mapped, unknown } from '../../../kernel/measured.ts';
import { ratio } from '../../../kernel/money.ts';
import type { Listing } from '../../../records/marketing.ts';
import type { FactDefinition } from '../fact.ts';
import { orMissing } from '../known-when.ts';
import { nameOf, namesOf } from '../naming.ts';
import { recordsOf } from '../readings.ts';
import type { FactView } from '../view.ts';
import { channelNameOf, channelsOf } from './channel-names.ts';

/** After so many days without a look, a live listing counts as visible no more. */
export const VERIFIED_DAYS = 30;
const BOOKABLE_DAYS = 30;
/** States in which nobody wants the listing any more. */
const GIVEN_UP: readonly Listing['status'][] = ['rejected', 'delisted'];

/** A listing by what people call it: JADA charters on Sailo. */
export function listingName(view: FactView, listing: Listing): string {
  return `${nameOf(view, listing.entityId)} on ${channelNameOf(view, listing.channelId)}`;
}

/** Days since somebody last looked at a live page; since it went live when nobody has. */
export function daysUnverified(view: FactView, listing: Listing): number {
  return daysBetween(listing.lastVerifiedOn ?? listing.statusSince, view.today);
}

/** Whether its calendar offers a day within thirty days; unknown when nobody wrote down which days it offers. */
export function isBookable(view: FactView, listing: Listing): boolean | undefined {
  const { firstBookableOn = view.today, lastBookableOn } = listing;
  if (lastBookableOn === undefined) return undefined;
  const first = firstBookableOn < view.today ? view.today : firstBookableOn;
  return first <= lastBookableOn && first <= plusDays(view.today, BOOKABLE_DAYS);
}

/** Whether guests can find and book it: live, looked at within thirty days, with a day to book within thirty. */
export function isVisible(view: FactView, listing: Listing): boolean | undefined {
  if (listing.status !== 'live' || listing.lastVerifiedOn === undefined) return false;
  return daysUnverified(view, listing) > VERIFIED_DAYS ? false : isBookable(view, listing);
}

function visibleCount(view: FactView): Measured<number> {
  const listings = recordsOf(view, 'listing');
  if (listings.state === 'unknown') return listings;
  const unsure = listings.value.filter((listing) => isVisible(view, listing) === undefined);
  if (unsure.length > 0) return unknown(...unsure.map((of) => `the bookable days of ${listingName(view, of)}`));
  return mapped(listings, (all) => all.filter((listing) => isVisible(view, listing)).length);
}

function eligibleCount(view: FactView): Measured<number> {
  return mapped(recordsOf(view, 'listing'), (all) => all.filter(({ status }) => !GIVEN_UP.includes(status)).length);
}

const visibility = {
  perEntity: true,
  kinds: ['charter'],
  needs: ['listing'],
  source: 'policy default',
  owner: 'CMO',
} as const;

export const VISIBILITY_FACTS: readonly FactDefinition[] = [
  {
    ...visibility,
    id: 'visible-listings',
    title: 'Visible listings',
    unit: 'count',
    definition:
      'Listings that are live, that somebody looked at within 30 days and that offer a day to book within 30 days.',
    formula: 'number of listings live, verified within 30 days and bookable within 30 days',
    compute: visibleCount,
  },
  {
    ...visibility,
    id: 'eligible-listings',
    title: 'Eligible listings',
    unit: 'count',
    definition: 'Listings we have or want, whatever state they are in; rejected and delisted ones left out.',
    formula: 'number of listings neither rejected nor delisted',
    compute: eligibleCount,
  },
  {
    ...visibility,
    id: 'visible-share',
    title: 'Visible of eligible listings',
    unit: 'share',
    definition: 'The share of the listings we have or want that guests can find and book.',
    formula: 'visible listings ÷ eligible listings',
    compute: (view) =>
      combined(visibleCount(view), eligibleCount(view), (part, all) =>
        orMissing(ratio(part, all), `a listing of ${namesOf(view)} that is not given up`),
      ),
  },
  {
    ...visibility,
    id: 'unconfirmed-fees',
    title: 'Commission rates not confirmed',
    unit: 'count',
    perEntity: false,
    needs: ['channel'],
    definition: 'Channels whose commission was seen in public and is not confirmed by our own contract.',
    formula: 'number of channels whose fee is not confirmed',
    compute: (view) =>
      mapped(recordsOf(view, 'channel'), () => channelsOf(view).filter((of) => !of.feeConfirmed).length),
  },
];
