import type { Channel } from '../../../records/marketing.ts';
import type { FactView } from '../view.ts';

/** The channels on record; none when they cannot be read. */
export function channelsOf(view: FactView): readonly Channel[] {
  const source = view.registers.channel;
  return source.state === 'read' ? source.records : [];
}

/** A channel by the name people know; by its id where it is on no record. */
export function channelNameOf(view: FactView, channelId: string): string {
  return channelsOf(view).find((channel) => channel.id === channelId)?.name ?? channelId;
}

/** Whether a channel is a booking platform, of boats or of tours. */
export function isPlatform({ kind }: Channel): boolean {
  return kind === 'ota_boat' || kind === 'ota_tour';
}
