import { eachEntry } from '../../../shared/ledger/entry-lines.ts';
import type { ScannedEntry } from '../../../shared/ledger/entry-scanner.ts';
import type { ChannelTotals } from '../../../shared/ledger/rebuilding.ts';
import { Rebuilding } from '../../../shared/ledger/rebuilding.ts';
import type { MonthBalances } from '../../../shared/records/journal.ts';
import { withBytesOf } from '../../verify/file-bytes.ts';
import type { Figures } from './canonical.ts';
import { ageBucket, counted, dayNumber, derived } from './canonical.ts';

/** Every figure from entries one to a line, through the pass that rebuilding and verifying the books go through. */
export async function ourFigures(file: string, asOf: string): Promise<Figures> {
  const adding = new Adding();
  withBytesOf(file, (source) => eachEntry(source, (entry) => adding.take(entry)));
  return adding.figures(asOf);
}

/** Entries added up one after another by the product's own rules, and the day each charter sailed that is paid later. */
export class Adding {
  readonly #books = new Rebuilding();
  readonly #sailed = new Map<string, { readonly entityId: string; readonly on: string }>();

  take(entry: ScannedEntry): void {
    this.#books.add(entry);
    const { charterId } = entry.refs;
    if (entry.template !== 'charter_performed' || charterId === undefined) return;
    if (entry.lines.some(({ account }) => account === '1110')) {
      this.#sailed.set(charterId, { entityId: entry.entityId, on: entry.businessOn });
    }
  }

  figures(asOf: string): Figures {
    const figures: Figures = new Map();
    const months = this.#books.months();
    for (const month of months) addMonth(figures, month);
    for (const totals of this.#books.channels()) addChannel(figures, totals);
    for (const [id, { entityId, on }] of this.#sailed) {
      const owed = this.#books.charters.of(id)['1110'] ?? 0;
      counted(figures, `aging ${entityId} ${ageBucket(dayNumber(on), dayNumber(asOf))}`, owed);
    }
    const margin = (name: string) => months.reduce((sum, { groups }) => sum + (groups.margin[name] ?? 0), 0);
    const fixed = [...figures].reduce((sum, [name, value]) => sum + (name.startsWith('expenses 6') ? value : 0), 0);
    derived(figures, margin('contribution'), margin('performed'), fixed);
    return figures;
  }
}

function addMonth(figures: Figures, { entityId, month, groups }: MonthBalances): void {
  for (const [name, value] of Object.entries(groups.accounts)) {
    counted(figures, `trial ${name.slice(1)}`, value);
    if (name >= 'a4') counted(figures, `income ${month} ${name.slice(1)}`, value);
    if (name >= 'a5') counted(figures, `expenses ${name.slice(1)}`, value);
  }
  for (const [name, value] of Object.entries(groups.cash)) counted(figures, `cash ${month} ${entityId} ${name}`, value);
  for (const [name, value] of Object.entries(groups.channels)) {
    const [channel = '', what = ''] = name.split('.');
    const asked = COUNTS[what];
    if (asked !== undefined) counted(figures, `${asked} ${month} ${entityId} ${channel}`, value);
  }
}

/** What the product counts by channel, and what it is called here. */
const COUNTS: Readonly<Record<string, string>> = {
  revenue: 'revenue',
  performed: 'charters',
  booked: 'bookings',
  'new-customers': 'new-customers',
};

function addChannel(figures: Figures, { entityId, month, channelId, accounts }: ChannelTotals): void {
  counted(figures, `cancellation-income ${month} ${entityId} ${channelId}`, -(accounts['4090'] ?? 0));
  counted(figures, `refunds ${month} ${entityId} ${channelId}`, accounts['4190'] ?? 0);
  counted(figures, `ad-spend ${channelId}`, accounts['6100'] ?? 0);
}
