import type { Rule } from '../rule.ts';
import { leadConcentration, losingChannels, lowRating, operatorCancellations, slowMarketplaces } from './channels.ts';
import { staleCopy, stalledListings, unbookableListings, unconfirmedFees, unverifiedListings } from './listings.ts';
import { harmfulCampaigns, losingCampaigns, missingUnsubscribe, unmeasuredWebsites } from './mail.ts';

/** What the CMO's report is judged by, in the order of the rules' numbers. */
export const CMO_RULES: readonly Rule[] = [
  stalledListings,
  unverifiedListings,
  unbookableListings,
  slowMarketplaces,
  losingChannels,
  losingCampaigns,
  harmfulCampaigns,
  lowRating,
  operatorCancellations,
  staleCopy,
  unmeasuredWebsites,
  unconfirmedFees,
  leadConcentration,
  missingUnsubscribe,
];
