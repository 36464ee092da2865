import * as fc from 'fast-check';
import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { plusDays } from '../../shared/kernel/calendar.ts';
import type { Result } from '../../shared/kernel/fault.ts';
import { ok } from '../../shared/kernel/fault.ts';
import { basisPoints, cents } from '../../shared/kernel/money.ts';
import { charterCancelled } from '../../shared/ledger/cancellation.ts';
import type { CharterBooks } from '../../shared/ledger/charter-entry.ts';
import { expensePaid } from '../../shared/ledger/costs.ts';
import { disputeOpened, disputeSettled } from '../../shared/ledger/disputes.ts';
import { unpostable } from '../../shared/ledger/entry.ts';
import { giftCardSold, redemptionProblems } from '../../shared/ledger/gift-cards.ts';
import { ownerMoneyMoved } from '../../shared/ledger/house-cash.ts';
import { leadReceived } from '../../shared/ledger/leads.ts';
import { charterBooked } from '../../shared/ledger/memorandum.ts';
import { otaCharterPerformed, otaPayout } from '../../shared/ledger/ota.ts';
import { charterPerformed } from '../../shared/ledger/performance.ts';
import { balanceReceived, depositReceived } from '../../shared/ledger/receipts.ts';
import { refundCutoffPassed } from '../../shared/ledger/refund-cutoff.ts';
import { refundAfterPerformance, refundPaid } from '../../shared/ledger/refunds.ts';
import { reversal } from '../../shared/ledger/reversal.ts';
import { tipsPaidOut } from '../../shared/ledger/tips.ts';
import type { Charter } from '../../shared/records/charter.ts';
import { CANCELLED_BY } from '../../shared/records/charter-terms.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import {
  aChannel,
  aCharter,
  aLead,
  anExpense,
  anOverhead,
  anOwnersMoney,
  aPayment,
  aPayout,
  aStamp,
  aTipPayout,
  at,
  CONTEXT,
  on,
  price,
} from './a-record.ts';
import { SetOfBooks } from './a-set-of-books.ts';

const CHANNELS = [
  aChannel(),
  aChannel({ id: 'viator', revenueModel: 'net_rate' }),
  aChannel({ id: 'direct', collects: false }),
];

/** Direct and through platforms, priced and given away, of two entities; none has sailed yet. */
export const CHARTERS: readonly Charter[] = ['direct', 'getmyboat', 'viator', 'direct', 'direct'].map(
  (channelId, index) => {
    const { performedOn: _, ...charter } = aCharter({ lifecycle: 'confirmed', channelId, id: `chr_${index}` });
    const priceLines = [price('charter', 99_999), price('addon_taxable', 5_555), price('tax', 431)];
    return {
      ...charter,
      cancellationTiers: index === 0 ? [{ hoursBefore: 72, retainBps: basisPoints(5_000) }] : [],
      entityId: index === 3 ? 'qos' : 'jada',
      priceLines: index === 4 ? [price('charter', 0)] : priceLines,
    };
  },
);

const KINDS = [
  'contribution',
  'lead',
  'overhead',
  'book',
  'deposit',
  'balance',
  'cost',
  'perform',
  'cancel',
  'refund',
  'allowance',
  'tips',
  'payout',
  'take back',
  'cutoff',
  'gift card',
  'redeem',
  'dispute',
  'dispute over',
] as const;

const aHappening = fc.record({
  kind: fc.constantFrom(...KINDS),
  charter: fc.nat(CHARTERS.length - 1),
  day: fc.nat(120),
  amount: fc.oneof(fc.nat(150_000), fc.nat(2_000)),
  part: fc.nat(100),
  choice: fc.nat(20),
});
type Happening = typeof aHappening extends fc.Arbitrary<infer T> ? T : never;

export const someHappenings = fc.array(aHappening, { maxLength: 60 });

/** The books after these things happened; what the rules refuse did not happen. */
export function whatHappened(happenings: readonly Happening[]): SetOfBooks {
  const held = new SetOfBooks(...CHARTERS);
  for (const [index, happening] of happenings.entries()) happen(held, happening, index);
  return held;
}

/**
 * Takes an entry back as the service does it: taking back a performance or a cancellation reopens the charter. What has
 * been taken back, or takes something back, stays.
 */
export function takeBack(held: SetOfBooks, entry: JournalEntry): void {
  const { charterId } = entry.refs;
  const file = charterId === undefined ? undefined : held.file(charterId);
  if (!tryToPost(held, reversal(entry, file, CONTEXT)) || file === undefined) return;
  if (!['charter_performed', 'ota_charter_performed', 'charter_cancelled'].includes(entry.template)) return;
  const { performedOn: _, cancellation: __, ...rest } = file.charter;
  held.keep({ ...rest, lifecycle: 'confirmed' });
}

function happen(held: SetOfBooks, happening: Happening, index: number): void {
  const { kind, choice, day } = happening;
  const id = CHARTERS[happening.charter]!.id; // the arbitrary stays within the list
  const file = held.file(id);
  const dayOf = plusDays(on('2026-08-15'), day);
  switch (kind) {
    case 'perform':
      complete(held, file, dayOf);
      break;
    case 'cancel':
      callOff(held, file, happening, dayOf);
      break;
    case 'take back': {
      const entry = held.entries[choice];
      if (entry !== undefined) takeBack(held, entry);
      break;
    }
    case 'cutoff': {
      const entry = refundCutoffPassed(file, at('2026-10-01T17:00:00Z'), dayOf, CONTEXT);
      if (entry !== undefined) tryToPost(held, ok(entry));
      break;
    }
    case 'gift card':
    case 'redeem':
    case 'dispute':
    case 'dispute over':
      tryToPost(held, aside(held, happening, file, dayOf, index));
      break;
    default:
      tryToPost(held, attempt(kind, happening, file, dayOf, index));
  }
}

type Aside = 'gift card' | 'redeem' | 'dispute' | 'dispute over';
type Simple = Exclude<Happening['kind'], 'perform' | 'cancel' | 'take back' | 'cutoff' | Aside>;

/** Money that is about a gift card or a dispute beside the charter: one card, and one dispute of each charter. */
function aside(
  held: SetOfBooks,
  { kind, amount, part, choice }: Happening,
  file: CharterBooks,
  day: LocalDate,
  index: number,
): Result<JournalEntry> {
  const { id: charterId, entityId } = file.charter;
  const disputeId = `dsp_${charterId.slice(4)}of`;
  const about = { entityId, charterId, on: day, cents: cents(amount) };
  const feeCents = cents(Math.floor((amount * part) / 1_000));
  switch (kind) {
    case 'gift card': {
      const sale = { id: `gcs_${index}`, entityId: 'jada', on: day, cents: cents(amount), feeCents };
      return giftCardSold({ ...aStamp(), ...sale, giftCardId: 'gft_1', method: 'card' }, CONTEXT);
    }
    case 'redeem': {
      const paid = { method: 'gift-card', giftCardId: 'gft_1', receivedOn: day };
      const payment = aPayment({ charterId, entityId, cents: amount, ...paid, id: `pay_${index}`, kind: 'balance' });
      const problems = redemptionProblems(payment, held.subject('gft_1'));
      return problems.length > 0 ? unpostable(problems) : balanceReceived(payment, file, CONTEXT);
    }
    case 'dispute':
      return disputeOpened({ ...aStamp(), ...about, id: `dsp_${index}`, disputeId, feeCents }, file, CONTEXT);
    default: {
      const outcome = choice % 2 === 0 ? 'won' : 'lost';
      const over = { ...aStamp(), ...about, id: `dso_${index}`, disputeId, outcome } as const;
      return disputeSettled(over, file, held.subject(disputeId), CONTEXT);
    }
  }
}

function attempt(
  kind: Simple,
  { amount, part, choice }: Happening,
  file: CharterBooks,
  day: LocalDate,
  index: number,
): Result<JournalEntry> {
  const { id: charterId, entityId, channelId } = file.charter;
  const about = { charterId, entityId, channelId, cents: amount };
  const pay = (of: string) => {
    const fee = { feeCents: Math.floor((amount * part) / 1_000), method: ['card', 'cash', 'transfer'][choice % 3] };
    const tipCents = of === 'balance' ? Math.floor((amount * part) / 99) : 0;
    return aPayment({ ...about, ...fee, tipCents, id: `pay_${index}`, kind: of, receivedOn: day });
  };
  switch (kind) {
    case 'contribution':
      return ownerMoneyMoved(anOwnersMoney({ id: `own_${index}`, entityId, cents: amount, on: day }), CONTEXT);
    case 'lead':
      return leadReceived(aLead({ id: `lead_${index}`, entityId, channelId, askedOn: day }), CONTEXT);
    case 'overhead':
      return expensePaid(anOverhead({ id: `exp_${index}`, entityId, cents: amount, on: day }), undefined, CONTEXT);
    case 'book':
      return charterBooked(file.charter, { isNew: choice % 2 === 0 }, CONTEXT);
    case 'deposit':
      return depositReceived(pay('deposit'), file, CONTEXT);
    case 'balance':
      return balanceReceived(pay('balance'), file, CONTEXT);
    case 'refund':
      return refundPaid(pay('refund'), file, CONTEXT);
    case 'allowance':
      return refundAfterPerformance(pay('refund'), file, CONTEXT);
    case 'cost': {
      const account = ['5010', '5020', '5025', '5030', '6030', '9999'][choice % 6];
      const paidFrom = ['1010', '1030', '2020'][part % 3];
      return expensePaid(anExpense({ ...about, id: `exp_${index}`, account, paidFrom, on: day }), file, CONTEXT);
    }
    case 'tips':
      return tipsPaidOut(aTipPayout({ ...about, id: `tip_${index}`, paidOn: day }), file, CONTEXT);
    case 'payout': {
      const expectedCents = choice % 2 === 0 ? (file.balances['1100'] ?? 0) : amount;
      const payout = { ...about, id: `out_${index}`, expectedCents, receivedCents: amount, arrivedOn: day };
      return otaPayout(aPayout(payout), file, CONTEXT);
    }
  }
}

/** As the service does it: the charter is stored as completed together with the entry of its performance. */
function complete(held: SetOfBooks, { charter, balances }: CharterBooks, performedOn: LocalDate): void {
  if (charter.lifecycle !== 'confirmed') return;
  const completionSeq = charter.completionSeq + 1;
  const completed: Charter = { ...charter, lifecycle: 'completed', performedOn, completionSeq };
  const channel = CHANNELS.find((of) => of.id === charter.channelId)!; // every charter's channel is in the list
  const file = { charter: completed, balances };
  const result = channel.collects ? otaCharterPerformed(file, channel, CONTEXT) : charterPerformed(file, CONTEXT);
  if (tryToPost(held, result)) held.keep(completed);
}

function callOff(held: SetOfBooks, file: CharterBooks, { part, choice }: Happening, day: LocalDate): void {
  const { charter, balances } = file;
  if (charter.lifecycle !== 'confirmed') return;
  const heldCents = Math.max(0, -(balances['2100'] ?? 0) - (balances['2105'] ?? 0));
  const retainedCents = Math.floor((heldCents * part) / 101);
  const creditCents = choice % 3 === 0 ? Math.floor((heldCents - retainedCents) / 2) : 0;
  const cancelled: Charter = {
    ...charter,
    lifecycle: choice % 5 === 0 ? 'no_show' : 'cancelled',
    cancellation: {
      by: CANCELLED_BY[choice % CANCELLED_BY.length]!, // the remainder is within the list
      reason: 'something came up',
      at: at('2026-10-01T17:00:00Z'),
      on: day,
      retainedCents: cents(retainedCents),
      refundCents: cents(heldCents - retainedCents - creditCents),
      creditCents: cents(creditCents),
    },
  };
  if (tryToPost(held, charterCancelled({ charter: cancelled, balances }, CONTEXT))) held.keep(cancelled);
}

function tryToPost(held: SetOfBooks, result: Result<JournalEntry>): boolean {
  if (!result.ok || held.has(result.value.id)) return false;
  held.post(result);
  return true;
}
