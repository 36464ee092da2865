import type { Fact } from '../../facts/fact.ts';
import type { Rule, Severity } from '../rule.ts';
import { amountOf, subjectStandings, verdictOver, wordOf } from './over-subjects.ts';

/** A listing waits for somebody longer than it should. */
export const stalledListings: Rule = {
  id: 'stalled-listings',
  code: 'CMO-01',
  title: 'A listing is stuck on its way to live',
  category: 'Visibility',
  causeKey: 'platform-presence',
  needs: ['listings'],
  action: { title: 'Clear what the stuck listing waits for', ownerRole: 'CMO', dueDays: 7, effort: 'M' },
  judge(sheet) {
    const found = subjectStandings(
      sheet,
      'listing',
      ['listing-days-in-state', 'listing-days-allowed', 'listing-status', 'listing-blockers'],
      (days, allowed) => (amountOf(days) > amountOf(allowed) ? 'medium' : undefined),
    );
    return verdictOver(
      found,
      sheet.get('listings'),
      ([days, allowed, status, blockers]) => [
        status!,
        ' for ',
        days!,
        ' days, ',
        allowed!,
        ' allowed; waits for: ',
        blockers!,
      ], // one fact for each id asked for
      ['Until it is live, guests who search there book other boats.'],
    );
  },
};

const VERIFIED_DAYS = 30;

/** A live page nobody of ours has looked at for a month may be wrong, or gone. */
export const unverifiedListings: Rule = {
  id: 'unverified-listings',
  code: 'CMO-02',
  title: 'A live listing was not looked at for 30 days',
  category: 'Visibility',
  causeKey: 'unverified-listings',
  needs: ['listings'],
  action: {
    title: 'Open every live page, check price, photos and calendar, and record the day',
    ownerRole: 'CMO',
    dueDays: 5,
    effort: 'S',
  },
  judge(sheet) {
    const found = subjectStandings(sheet, 'listing', ['listing-days-unverified'], (days) =>
      amountOf(days) > VERIFIED_DAYS ? 'medium' : undefined,
    );
    return verdictOver(found, sheet.get('listings'), ([days]) => [days!, ' days ago'], [
      // one fact asked for
      'Nobody knows whether guests see the right price, or the page at all.',
    ]);
  },
};

/** A page that shows no day to book is a page that cannot sell. */
export const unbookableListings: Rule = {
  id: 'unbookable-listings',
  code: 'CMO-03',
  title: 'A live listing offers no day to book',
  category: 'Visibility',
  causeKey: 'unbookable-listings',
  needs: ['listings'],
  action: { title: 'Open the calendar of the listing for the next 60 days', ownerRole: 'CMO', dueDays: 2, effort: 'S' },
  judge(sheet) {
    const found = subjectStandings(sheet, 'listing', ['listing-bookable'], (bookable) =>
      wordOf(bookable) === 'no' ? 'high' : undefined,
    );
    return verdictOver(found, sheet.get('listings'), () => ['no bookable day within 30 days'], [
      'Guests find the page and cannot book.',
    ]);
  },
};

const STALE_DAYS = 180;

/** Words written half a year ago describe another season. */
export const staleCopy: Rule = {
  id: 'stale-copy',
  code: 'CMO-10',
  title: 'The text of a live listing is older than 180 days',
  category: 'Content',
  causeKey: 'stale-copy',
  needs: ['listings'],
  action: { title: 'Rewrite the text of the listing for the season ahead', ownerRole: 'CMO', dueDays: 21, effort: 'S' },
  judge(sheet) {
    const found = subjectStandings(sheet, 'listing', ['listing-copy-age'], (age) =>
      amountOf(age) > STALE_DAYS ? 'low' : undefined,
    );
    return verdictOver(found, sheet.get('listings'), ([age]) => ['written ', age!, ' days ago'], [
      // one fact asked for
      'Platforms show fresh pages first, and guests read of last season.',
    ]);
  },
};

const FEE_DAYS = 30;

/** A fee nobody confirmed makes every margin of its channel a guess. */
export const unconfirmedFees: Rule = {
  id: 'unconfirmed-fees',
  code: 'CMO-12',
  title: 'A commission rate is not confirmed',
  category: 'Fees',
  causeKey: 'unconfirmed-fees',
  needs: ['unconfirmed-fees'],
  action: {
    title: 'Get the commission in writing from the platform and record it',
    ownerRole: 'CMO',
    dueDays: 14,
    effort: 'S',
  },
  judge(sheet) {
    const late = (days: Fact | undefined): Severity | undefined => (amountOf(days) > FEE_DAYS ? 'low' : undefined);
    const found = subjectStandings(sheet, 'marketing-channel', ['channel-fee-unconfirmed-days', 'channel-fee'], late);
    return verdictOver(
      found,
      sheet.get('unconfirmed-fees'),
      ([days, fee]) => [fee!, ', unconfirmed for ', days!, ' days'],
      [
        // two facts asked for
        'What a booking there would leave is a guess.',
      ],
    );
  },
};
