import type { Measured } from '../../kernel/measured.ts';
import { combined, isKnown, mapped, measured, unknown } from '../../kernel/measured.ts';
import type { Cents } from '../../kernel/money.ts';
import { allocated, cents } from '../../kernel/money.ts';
import { readOff } from './book-reads.ts';
import type { FactDefinition, SubjectFacts } from './fact.ts';
import { CHANNEL_MARGIN_MEANINGS, channelMargin } from './finance/channel-margin.ts';
import { concentration } from './formulas.ts';
import { AVERAGE_MONTHS } from './margin.ts';
import { bookGaps, windowOf } from './readings.ts';
import type { FactView } from './view.ts';
import { narrowedTo } from './view.ts';

/** One channel's part of charter revenue over three months. */
interface ChannelPart {
  readonly channelId: string;
  readonly revenueCents: Cents;
}

const TRAILING = 'the last month of the period and the two before it';
const channelSource = 'policy default: the channel a charter was booked through';

/** Revenue by channel, largest first, ties by id. Unknown without the books of those months. */
function parts(view: FactView): Measured<readonly ChannelPart[]> {
  const window = windowOf(view, view.month, AVERAGE_MONTHS);
  if (window.state === 'unknown') return window;
  const gaps = bookGaps(view, window.value);
  if (gaps) return gaps;
  const names = view.books.names(view.entityIds, window.value, 'channels').filter((name) => name.endsWith('.revenue'));
  const held = readOff(view, window.basis, () =>
    names.map((name) => ({
      channelId: name.slice(0, -'.revenue'.length),
      revenueCents: cents(view.books.tally(view.entityIds, window.value, 'channels', name)),
    })),
  );
  const list = mapped(held, (parts) =>
    parts
      .filter((part) => part.revenueCents !== 0)
      .sort((a, b) => b.revenueCents - a.revenueCents || (a.channelId < b.channelId ? -1 : 1)),
  );
  return list.state === 'unknown' ? list : { ...list, state: window.state };
}

function largest(view: FactView): Measured<ChannelPart> {
  const all = parts(view);
  if (all.state === 'unknown') return all;
  const [first] = all.value;
  return first === undefined || first.revenueCents <= 0
    ? unknown('a charter sailed in the last three months')
    : { ...all, value: first };
}

const channel = { perEntity: true, kinds: ['charter'], needs: ['balances'], source: channelSource } as const;

export const CHANNEL_FACTS: readonly FactDefinition[] = [
  {
    ...channel,
    id: 'channel-concentration',
    title: 'Largest channel’s share',
    unit: 'share',
    definition: `The share of charter revenue that came through the largest channel in ${TRAILING}.`,
    formula: 'revenue of the largest channel ÷ revenue of all channels that brought any',
    compute: (view) =>
      combined(parts(view), largest(view), (all) => concentration(all.map((part) => part.revenueCents)) ?? 0),
  },
  {
    ...channel,
    id: 'top-channel',
    title: 'Largest channel',
    unit: 'text',
    definition: `The channel that brought most charter revenue in ${TRAILING}.`,
    formula: 'channel with the highest revenue',
    needs: ['balances', 'channel'],
    compute: (view) => mapped(largest(view), (part) => nameOf(view, part.channelId)),
  },
  {
    ...channel,
    id: 'top-channel-revenue',
    title: 'Revenue of the largest channel',
    unit: 'cents',
    definition: `Charter revenue that came through the largest channel in ${TRAILING}.`,
    formula: 'revenue by channel, the highest',
    compute: (view) => mapped(largest(view), (part) => part.revenueCents),
  },
];

export const CHANNEL_SUBJECTS: SubjectFacts = {
  kind: 'channel',
  meanings: [
    {
      id: 'channel-revenue',
      title: 'Revenue by channel',
      unit: 'cents',
      definition: `Charter revenue that came through the channel in ${TRAILING}.`,
      formula: 'revenue booked to charters of the channel, refunds taken off',
      source: channelSource,
      needs: ['balances'],
    },
    {
      id: 'channel-share',
      title: 'Share of charter revenue',
      unit: 'share',
      definition: 'The channel’s part of that revenue; the shares of all channels add up to the whole.',
      formula:
        'revenue of the channel ÷ revenue of all channels, by largest remainder; a channel that refunded more than it earned has none',
      source: channelSource,
      needs: ['balances'],
    },
    ...CHANNEL_MARGIN_MEANINGS,
  ],
  list: (view) => {
    const charterIds = view.entityIds.filter((id) => (view.entityOf(id)?.kind ?? 'charter') === 'charter');
    const sailing = narrowedTo(view, charterIds);
    const all = parts(sailing);
    if (!isKnown(all)) return [];
    const weights = all.value.map((part) => Math.max(0, part.revenueCents));
    const shares = weights.some((weight) => weight > 0) ? allocated(cents(10_000), weights) : undefined;
    return all.value.map((part, i) => ({
      subject: { kind: 'channel', id: part.channelId, name: nameOf(view, part.channelId) },
      figures: {
        'channel-revenue': { ...all, value: part.revenueCents },
        'channel-share':
          shares === undefined
            ? unknown('charter revenue above zero in the last three months')
            : measured(shares[i] ?? 0, all.basis),
        ...channelMargin(sailing, part.channelId),
      },
    }));
  },
};

function nameOf(view: FactView, channelId: string): string {
  const source = view.registers.channel;
  const held = source.state === 'read' ? source.records.find((record) => record.id === channelId) : undefined;
  return held?.name ?? channelId;
}
