import type { Measured } from '../../kernel/measured.ts';
import { combined, mapped } from '../../kernel/measured.ts';
import type { Listing } from '../../records/marketing.ts';
import type { FactDefinition } from './fact.ts';
import { recordsOf } from './readings.ts';
import type { FactView } from './view.ts';

function otaCount(view: FactView, which: (listings: readonly Listing[]) => readonly Listing[]): Measured<number> {
  return combined(recordsOf(view, 'listing'), recordsOf(view, 'channel'), (listings, channels) => {
    const platforms = new Set(channels.filter((c) => c.kind === 'ota_boat' || c.kind === 'ota_tour').map((c) => c.id));
    return which(listings).filter((of) => platforms.has(of.channelId)).length;
  });
}

const listing = {
  unit: 'count',
  perEntity: true,
  kinds: ['charter'],
  needs: ['listing'],
  source: 'policy default',
} as const;

export const LISTING_FACTS: readonly FactDefinition[] = [
  {
    ...listing,
    id: 'listings',
    title: 'Channel listings',
    definition: 'Pages on sales channels that are recorded, whatever state they are in, as of now.',
    formula: 'number of channel listings',
    compute: (view) => mapped(recordsOf(view, 'listing'), (all) => all.length),
  },
  {
    ...listing,
    id: 'live-platform-listings',
    title: 'Live listings on booking platforms',
    needs: ['listing', 'channel'],
    definition: 'Listings recorded as live on boat or tour booking platforms, as of now.',
    formula: 'number of live listings on channels of kind boat platform or tour platform',
    compute: (view) => otaCount(view, (all) => all.filter((of) => of.status === 'live')),
  },
];
