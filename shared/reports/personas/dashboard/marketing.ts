import { textFigure } from '../../document/cells.ts';
import type { Block, Section } from '../../document/report-document.ts';
import type { Subject } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn, NOT_APPLICABLE } from '../figures.ts';
import { cards } from './cards.ts';

/** What a customer costs by channel, and where the boats can be found. Nothing where neither applies. */
export function marketingSections(sheet: FactSheet): readonly Section[] {
  const figures = cards(sheet, [
    { label: 'Cost per new customer', fact: 'blended-cac' },
    {
      label: 'Visible listings',
      fact: 'visible-listings',
      against: sheet.has('eligible-listings')
        ? { label: 'could be', fact: 'eligible-listings' }
        : { label: 'recorded', fact: 'listings' },
    },
  ]);
  const channels: readonly Block[] = [
    ...(figures.length === 0 ? [] : [{ kind: 'key-figures' as const, figures }]),
    ...channelTable(sheet),
  ];
  return [
    ...(channels.length === 0 ? [] : [{ id: 'channels', heading: 'Channels', blocks: channels }]),
    ...listingSection(sheet),
  ];
}

/** Every channel, what its customers cost and what it brought; a column only where its figure exists. */
function channelTable(sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  const columns = [
    { heading: 'Ad spend', fact: 'channel-spend' },
    { heading: 'New customers', fact: 'channel-new-customers' },
    { heading: 'Cost per new customer', fact: 'channel-cac' },
    { heading: 'Revenue', fact: 'channel-revenue' },
    { heading: 'Share', fact: 'channel-share' },
  ];
  const all = sheet.subjects('marketing-channel');
  const held = columns.filter(({ fact }) => all.some(({ id }) => sheet.has(fact, id)));
  const rows = all
    .filter(({ id }) => held.some(({ fact }) => sheet.has(fact, id)))
    .map(({ id, name }) => [
      textFigure(name),
      ...held.map(({ fact }) => (sheet.has(fact, id) ? at(fact, id) : NOT_APPLICABLE)),
    ]);
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'Cost and revenue by channel, last three full months',
      columns: [
        { heading: 'Channel', align: 'left' },
        ...held.map(({ heading }) => ({ heading, align: 'right' as const })),
      ],
      rows,
    },
  ];
}

/** Businesses down, booking platforms across, the status of each listing in words. */
function listingSection(sheet: FactSheet): readonly Section[] {
  const at = figuresOn(sheet);
  const listings = sheet.subjects('platform-listing');
  const platforms = [...new Set(listings.map(({ name }) => name))];
  const owners = sheet.entities.filter(({ id }) => listings.some(({ entityId }) => entityId === id));
  if (platforms.length === 0) return [];
  const of = (entityId: string, platform: string): Subject | undefined =>
    listings.find((listing) => listing.entityId === entityId && listing.name === platform);
  const rows = owners.map(({ id, name }) => [
    textFigure(name),
    ...platforms.map((platform) => {
      const listing = of(id, platform);
      return listing && sheet.has('platform-listing-status', listing.id)
        ? at('platform-listing-status', listing.id)
        : NOT_APPLICABLE;
    }),
  ]);
  return [
    {
      id: 'listings',
      heading: 'Booking platforms',
      blocks: [
        {
          kind: 'table',
          caption: 'Listing status by business and platform',
          columns: [
            { heading: 'Business', align: 'left' },
            ...platforms.map((heading) => ({ heading, align: 'left' as const })),
          ],
          rows,
        },
      ],
    },
  ];
}
