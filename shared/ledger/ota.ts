import type { Result } from '../kernel/fault.ts';
import type { Cents } from '../kernel/money.ts';
import { cents, shareOf, ZERO } from '../kernel/money.ts';
import type { JournalEntry } from '../records/journal.ts';
import type { Channel } from '../records/marketing.ts';
import type { Payout } from '../records/money.ts';
import type { PriceTotals } from '../records/pricing.ts';
import { priceTotals } from '../records/pricing.ts';
import type { CharterBooks } from './charter-entry.ts';
import { balanceOf, charterEntry, otherCharter } from './charter-entry.ts';
import { performedMonth } from './charter-tallies.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryId, entryUnless, problemIf } from './entry.ts';
import { performanceDraft, performanceProblems, revenueLines } from './performance.ts';

/**
 * All are ashore on a charter whose price the platform collected. We control the service, so the guest's price is
 * revenue and the commission a cost (ASC 606-10-55-37); under a net-rate contract only our part is either.
 */
export function otaCharterPerformed(
  file: CharterBooks,
  channel: Channel,
  context: PostingContext,
): Result<JournalEntry> {
  const { charter } = file;
  const totals = priceTotals(charter.priceLines);
  const commissionCents = commissionOf(totals, channel);
  const problems = [
    ...performanceProblems(charter, totals),
    ...problemIf(channel.id !== charter.channelId, 'channelId', 'the charter came through another channel'),
    ...problemIf(!channel.collects, 'channelId', 'this channel does not collect the price'),
  ];
  return entryUnless(problems, () => {
    const draft = {
      ...performanceDraft(charter),
      template: 'ota_charter_performed' as const,
      lines: [
        debit('1100', totals.totalCents - commissionCents),
        debit('5030', commissionCents),
        ...revenueLines(totals),
      ],
    };
    return charterEntry(file, draft, context);
  });
}

/** The platform's cut: a share of trip and add-ons after discount, never of tax; nothing where we sell at a net rate. */
export function commissionOf(totals: PriceTotals, channel: Channel): Cents {
  if (channel.revenueModel === 'net_rate') return ZERO;
  return shareOf(cents(totals.charterCents + totals.addonCents), channel.commissionBps);
}

/** The platform paid out. Its statement is the truth: what it paid more or less than we expected is a variance. */
export function otaPayout(payout: Payout, file: CharterBooks, context: PostingContext): Result<JournalEntry> {
  const { charter } = file;
  const isTooMuch = performedMonth(charter) !== undefined && payout.expectedCents > balanceOf(file, '1100');
  const problems = [
    ...problemIf(payout.receivedCents <= 0, 'receivedCents', 'expected an amount above zero'),
    ...problemIf(isTooMuch, 'expectedCents', 'the platform does not owe this much for the charter'),
    ...problemIf(payout.channelId !== charter.channelId, 'channelId', 'the charter came through another channel'),
    ...otherCharter(payout, file),
  ];
  return entryUnless(problems, () => {
    const draft = {
      id: entryId(payout.id, 'payout'),
      template: 'ota_payout' as const,
      businessOn: payout.arrivedOn,
      memo: `payout for ${charter.title}`,
      recordId: payout.id,
      lines: [
        debit('1010', payout.receivedCents),
        debit('5035', payout.expectedCents - payout.receivedCents),
        credit('1100', payout.expectedCents),
      ],
      tallies: [],
    };
    return charterEntry(file, draft, context);
  });
}
