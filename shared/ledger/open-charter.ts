import type { Charter } from '../records/charter.ts';
import type { OpenCharter } from '../records/open-charter.ts';
import { priceTotals } from '../records/pricing.ts';
import type { AccountCode } from './accounts.ts';
import type { Posting } from './posting.ts';
import { fullRefundUntil } from './refund-cutoff.ts';

/**
 * The balance-sheet accounts a charter's money may stand on. Gift cards and credits (2110) are none of them: each has
 * books of its own.
 */
const HELD: readonly AccountCode[] = ['1100', '1110', '1150', '2100', '2105', '2200', '2300', '2400'];
/** Sales tax is paid for all charters of a quarter at once, so it is shown while a charter is open and never keeps it so. */
const PAID_TOGETHER: AccountCode = '2200';

/** The charter as its unsettled money shows it, or nothing when every account that is settled by charter is at zero. */
export function openCharterOf(charter: Charter, balances: Readonly<Record<string, number>>): OpenCharter | undefined {
  const held = HELD.map((code) => [code, balances[code] ?? 0] as const).filter(([, cents]) => cents !== 0);
  if (!held.some(([code]) => code !== PAID_TOGETHER)) return undefined;
  const until = fullRefundUntil(charter);
  const { id, entityId, title, channelId, lifecycle, sailsOn, performedOn, cancellation } = charter;
  return {
    charterId: id,
    entityId,
    title,
    channelId,
    lifecycle,
    sailsOn,
    ...(performedOn === undefined ? {} : { performedOn }),
    ...(until === undefined ? {} : { fullRefundUntil: until }),
    ...(cancellation === undefined ? {} : { cancelledOn: cancellation.on }),
    priceCents: priceTotals(charter.priceLines).totalCents,
    balances: Object.fromEntries(held),
  };
}

/** What a charter's accounts stand at once some postings about it are stored. */
export function balancesAfter(
  balances: Readonly<Record<string, number>>,
  postings: readonly Posting[],
): Readonly<Record<string, number>> {
  const after: Record<string, number> = { ...balances };
  for (const { charterDeltas } of postings) {
    for (const [code, by] of Object.entries(charterDeltas?.deltas ?? {})) after[code] = (after[code] ?? 0) + by;
  }
  return after;
}
