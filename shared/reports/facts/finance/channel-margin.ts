import type { Measured } from '../../../kernel/measured.ts';
import { combined, mapped, unknown } from '../../../kernel/measured.ts';
import { readOff } from '../book-reads.ts';
import type { FactMeaning, FactValue } from '../fact.ts';
import { averageContribution } from '../formulas.ts';
import { AVERAGE_MONTHS } from '../margin.ts';
import { isoMonths, namesOf } from '../naming.ts';
import { bookGaps, booksBasis, windowOf } from '../readings.ts';
import type { FactView } from '../view.ts';

/** What the charters of some channels brought and what was taken from it, over the last three months. */
export interface MarginParts {
  readonly charters: number;
  readonly earned: number;
  readonly commission: number;
  readonly fees: number;
  readonly contribution: number;
}

const NAMES = {
  charters: 'performed',
  earned: 'earned',
  commission: 'commission',
  fees: 'merchant-fee',
  contribution: 'contribution',
} as const;
const FEW = 5;

/** Every channel a charter of the window was sailed for, with its margin. Unknown when some charters name no channel. */
export function marginsByChannel(view: FactView): Measured<ReadonlyMap<string, MarginParts>> {
  const window = windowOf(view, view.month, AVERAGE_MONTHS);
  if (window.state === 'unknown') return window;
  const gaps = bookGaps(view, window.value);
  if (gaps) return gaps;
  const months = window.value;
  const sum = (name: string) => view.books.tally(view.entityIds, months, 'margin', name);
  const basis = { ...booksBasis(view, months), ...assumptionOf(window) };
  const ids = view.books
    .names(view.entityIds, months, 'margin')
    .filter((name) => name.endsWith('.performed'))
    .map((name) => name.slice(0, -'.performed'.length));
  const parts = readOff(view, basis, () => new Map(ids.map((id) => [id, partsOf((name) => sum(`${id}.${name}`))])));
  if (parts.state === 'unknown') return parts;
  const counted = [...parts.value].reduce((total, [, { charters }]) => total + charters, 0);
  if (counted !== sum('performed')) {
    return unknown(`the channel of every charter ${namesOf(view)} sailed in ${isoMonths(months)}`);
  }
  return { ...parts, state: window.state };
}

/** The margins of all channels a test picks, added up. */
export function marginOf(
  margins: ReadonlyMap<string, MarginParts>,
  isWanted: (parts: MarginParts) => boolean = () => true,
): MarginParts {
  const wanted = [...margins.values()].filter(isWanted);
  return partsOf((_, part) => wanted.reduce((total, parts) => total + parts[part], 0));
}

function partsOf(read: (name: string, part: keyof MarginParts) => number): MarginParts {
  const of = (part: keyof MarginParts) => read(NAMES[part], part);
  return {
    charters: of('charters'),
    earned: of('earned'),
    commission: of('commission'),
    fees: of('fees'),
    contribution: of('contribution'),
  };
}

const TRAILING = 'the last month of the period and the two before it';
const meaning = {
  unit: 'cents',
  source: 'policy default: costs count in the month the charter sailed, whenever they are booked',
  needs: ['balances'],
} as const;

/** What a charter of each channel earns, costs and leaves. */
export const CHANNEL_MARGIN_MEANINGS: readonly FactMeaning[] = [
  {
    ...meaning,
    id: 'channel-charters',
    title: 'Charters of the channel',
    unit: 'count',
    definition: `Charters sailed for the channel in ${TRAILING}.`,
    formula: 'number of performance entries of the channel less those taken back',
  },
  {
    ...meaning,
    id: 'channel-earned',
    title: 'Price of the channel’s charters',
    definition: `What these charters were sold for, after discount, without tax and tips; refunds are not taken off.`,
    formula: 'trip + add-ons + service charges − discount',
  },
  {
    ...meaning,
    id: 'channel-commission',
    title: 'Commission of the channel',
    definition: 'What the platform kept of these charters, as its statements show.',
    formula: 'accounts 5030 + 5035',
  },
  {
    ...meaning,
    id: 'channel-merchant-fees',
    title: 'Card fees of the channel',
    definition: 'What the card processor kept of the payments for these charters.',
    formula: 'account 5040',
  },
  {
    ...meaning,
    id: 'channel-contribution',
    title: 'Contribution of the channel',
    definition: 'What these charters left after everything that sailing and selling them cost.',
    formula: 'price − commission − card fees − crew, fuel, provisions, trip dockage',
  },
  {
    ...meaning,
    id: 'channel-average-contribution',
    title: 'Contribution per charter of the channel',
    definition: 'What one of these charters leaves on average; estimated when there are fewer than five.',
    formula: 'contribution of the channel ÷ its charters',
  },
];

/** These figures of one channel. */
export function channelMargin(view: FactView, channelId: string): Readonly<Record<string, Measured<FactValue>>> {
  const margins = marginsByChannel(view);
  const parts: Measured<MarginParts> = combined(
    margins,
    margins,
    (all) => all.get(channelId) ?? unknown('a charter the channel brought in the last three months'),
  );
  return {
    'channel-charters': mapped(parts, ({ charters }) => charters),
    'channel-earned': mapped(parts, ({ earned }) => earned),
    'channel-commission': mapped(parts, ({ commission }) => commission),
    'channel-merchant-fees': mapped(parts, ({ fees }) => fees),
    'channel-contribution': mapped(parts, ({ contribution }) => contribution),
    'channel-average-contribution': averageOf(parts),
  };
}

function averageOf(parts: Measured<MarginParts>): Measured<number> {
  const average = combined(
    parts,
    parts,
    ({ contribution, charters }) =>
      averageContribution(contribution, charters) ?? unknown('a charter the channel brought in the last three months'),
  );
  if (average.state === 'unknown' || parts.state === 'unknown' || parts.value.charters >= FEW) return average;
  const basis = { ...average.basis, assumption: 'It rests on fewer than five charters.' };
  return { ...average, state: 'estimated', basis };
}

function assumptionOf(window: Measured<unknown>): { assumption?: string } {
  return window.state === 'unknown' || window.basis.assumption === undefined
    ? {}
    : { assumption: window.basis.assumption };
}
