import type { Block, Section, Span } from '../../document/report-document.ts';
import type { Subject } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { channelChart } from '../charts.ts';
import { figuresOn } from '../figures.ts';
import { listedSection, nothingKnown, numberAt, subjectTable } from './subject-table.ts';

/** The channels through which anybody asked or booked lately, or on which money was spent. */
function active(sheet: FactSheet): readonly Subject[] {
  const facts = ['channel-leads', 'channel-booked', 'channel-sailed', 'channel-spend'];
  return sheet
    .subjects('marketing-channel')
    .filter((channel) => facts.some((fact) => (numberAt(sheet, fact, channel) ?? 0) > 0));
}

/** From asking to sailing, channel by channel. */
export function funnelSection(sheet: FactSheet): Section {
  const channels = active(sheet);
  const table = subjectTable(
    sheet,
    'Leads with all their 30 days behind them; charters of three full months',
    'Channel',
    channels,
    [
      { fact: 'channel-leads', heading: 'Asked' },
      { fact: 'channel-won', heading: 'Won' },
      { fact: 'channel-conversion', heading: 'Conversion' },
      { fact: 'channel-booked', heading: 'Booked' },
      { fact: 'channel-cancellation-rate', heading: 'Cancelled' },
      { fact: 'channel-response-minutes', heading: 'First answer' },
    ],
  );
  return listedSection(
    { id: 'funnel', heading: 'Funnel by channel' },
    channels.length,
    table.length === 0 ? [] : [...table, ...rateSentence(sheet)],
    nothingKnown(sheet, 'inquiries', 'Nobody asked or booked in these months.'),
  );
}

function rateSentence(sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  const running: Span[] =
    sheet.measuredOf('conversion-rate-running').state === 'unknown'
      ? []
      : [
          ' Of the newest leads, which still have time, ',
          at('conversion-rate-running'),
          ' have booked so far; that is not judged.',
        ];
  return [
    {
      kind: 'paragraph',
      spans: [
        'All channels: quoted ',
        at('quote-rate'),
        ', booked within 30 days ',
        at('conversion-rate'),
        '.',
        ...running,
      ],
    },
    {
      kind: 'paragraph',
      spans: [
        'Asked and won are of leads that have had their 30 days, booked of charters booked in three full months: a booking without an inquiry on record counts as booked, not as won.',
      ],
    },
  ];
}

/** What a channel costs, brings and leaves, and what that says of the next dollar. */
export function economicsSection(sheet: FactSheet): Section {
  const channels = active(sheet);
  const table = subjectTable(sheet, 'Cost and return, last three full months', 'Channel', channels, [
    { fact: 'channel-average-booking', heading: 'Booking value' },
    { fact: 'channel-new-customers', heading: 'New customers' },
    { fact: 'channel-cac', heading: 'Cost each' },
    { fact: 'channel-cac-loaded', heading: 'With commission' },
    { fact: 'channel-contribution-each', heading: 'A charter leaves' },
    { fact: 'channel-roi', heading: 'Return' },
  ]);
  return listedSection(
    { id: 'economics', heading: 'Cost, return and booking value by channel' },
    channels.length,
    table.length === 0 ? [] : [...channelChart(sheet), ...table, COST_EXPLAINED, ...spendSentence(sheet)],
    nothingKnown(sheet, 'marketing-spend', 'No channel brought or cost anything in these months.'),
  );
}

/** What the two costs of a customer are, once. */
const COST_EXPLAINED: Block = {
  kind: 'paragraph',
  spans: [
    'Cost each is ad spend per new customer (CAC); with commission it also holds what the platform kept of these charters (fully loaded CAC). Return holds what all charters of the channel left against its advertising, those that needed no ad included.',
  ],
};

function spendSentence(sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  const blocks: Block[] = [];
  if (sheet.has('marketing-spend')) {
    const rest: Span[] =
      sheet.measuredOf('unattributed-spend').state === 'unknown'
        ? []
        : ['; ', at('unattributed-spend'), ' of it is given to no channel'];
    blocks.push({
      kind: 'paragraph',
      spans: ['Advertising the charter businesses booked in these months: ', at('marketing-spend'), ...rest, '.'],
    });
  }
  if (sheet.has('customer-lifetime-value')) {
    blocks.push({
      kind: 'paragraph',
      spans: [
        'What a customer leaves over all bookings they make: ',
        at('customer-lifetime-value'),
        '; against the cost of a new one, commission included: ',
        at('lifetime-value-to-cost'),
        '.',
      ],
    });
  }
  if (sheet.has('cost-per-booked-job')) {
    blocks.push({
      kind: 'paragraph',
      spans: ['Advertising per booked job of the hauling business: ', at('cost-per-booked-job'), '.'],
    });
  }
  return blocks;
}
