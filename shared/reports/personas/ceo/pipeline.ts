import { textFigure } from '../../document/cells.ts';
import type { Block, Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn } from '../figures.ts';
import { figureTable } from './tables.ts';

const AHEAD = [
  'charters-next-30-days',
  'confirmed-30-days',
  'target-next-30-days',
  'confirmed-share-30-days',
  'confirmed-60-days',
  'month-forecast',
  'run-rate-forecast',
] as const;
const COMING = [
  'open-qualified-leads',
  'open-quotes-and-holds',
  'weighted-pipeline',
  'pipeline-coverage',
  'live-platform-listings',
] as const;
const BOOKED = [
  'booked-charters',
  'cancellation-rate',
  'on-time-departure-rate',
  'utilisation',
  'utilisation-but-weather',
] as const;
const RECURRING = ['active-subscriptions', 'monthly-recurring-revenue', 'past-due-share'] as const;
const MOVED = [
  'mrr-start',
  'mrr-new',
  'mrr-expansion',
  'mrr-reactivation',
  'mrr-contraction',
  'mrr-churn',
  'mrr-end',
  'logo-churn',
  'gross-revenue-churn',
  'net-revenue-retention',
  'revenue-per-account',
  'subscriber-lifetime-value',
] as const;

/** What is firmly ahead, what may come, and where bookings come from. */
export function pipelineSection(sheet: FactSheet): Section {
  return {
    id: 'pipeline',
    heading: 'Pipeline and forward bookings',
    blocks: [
      ...figureTable(sheet, 'Firmly ahead, as of now', AHEAD),
      ...figureTable(sheet, 'What may come, as of now', COMING),
      ...figureTable(sheet, 'Booked and sailed in the period', BOOKED),
      ...channelTable(sheet),
      ...figureTable(sheet, 'Subscriptions, as of now', RECURRING),
      ...figureTable(sheet, 'Recurring revenue in the period', MOVED),
    ],
  };
}

function channelTable(sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  const channels = sheet.subjects('channel');
  if (channels.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'Charter revenue by channel, last three months',
      columns: [
        { heading: 'Channel', align: 'left' },
        { heading: 'Revenue', align: 'right' },
        { heading: 'Share', align: 'right' },
      ],
      rows: channels.map(({ id, name }) => [textFigure(name), at('channel-revenue', id), at('channel-share', id)]),
    },
  ];
}
