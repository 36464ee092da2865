import type { PaymentStatus } from '../../../shared/operations/axes.ts';
import { paymentStatus, settlementStatus } from '../../../shared/operations/axes.ts';
import { balanceOf, depositsHeld } from '../../../shared/operations/balances.ts';
import type { CharterFile } from '../../../shared/records/charter.ts';
import { priceTotals } from '../../../shared/records/pricing.ts';
import { formatCell } from '../../../shared/reports/render/format.ts';

/** A line of the money box. */
export interface MoneyLine {
  readonly label: string;
  readonly value: string;
  readonly sum: boolean;
}

/** What the guest pays, line by line, and what it adds up to. */
export function priceLines({ charter }: CharterFile): readonly MoneyLine[] {
  const total = priceTotals(charter.priceLines).totalCents;
  return [
    ...charter.priceLines.map(({ text, qty, totalCents }) => line(lineLabel(text, qty), totalCents)),
    line('Price', total, true),
  ];
}

/** What has come in towards the price, tips apart, and what is still open between guest, platform and us. */
export function paidLines(file: CharterFile): readonly MoneyLine[] {
  const payoutCents = balanceOf(file, '1100');
  const tipCents = -balanceOf(file, '2300');
  const refundCents = -balanceOf(file, '2400');
  return [
    ...(file.charter.cancellation === undefined ? towardsPrice(file) : afterCancelling(file.charter.cancellation)),
    ...(payoutCents > 0 ? [line('Payout due from the platform', payoutCents)] : []),
    ...(tipCents > 0 ? [line('Tips for the crew, not yet paid out', tipCents)] : []),
    ...(refundCents > 0 ? [line('Refund due to the guest', refundCents)] : []),
  ];
}

/** Whether the crew has not yet been paid all its tips. */
export function owesTips(file: CharterFile): boolean {
  return balanceOf(file, '2300') < 0;
}

/** Before the trip what came in is a liability on 2100; once performed, what is missing is a receivable on 1110. */
function towardsPrice(file: CharterFile): readonly MoneyLine[] {
  const { totalCents } = priceTotals(file.charter.priceLines);
  const heldCents = depositsHeld(file);
  const openCents = (file.charter.performedOn === undefined ? totalCents : balanceOf(file, '1110')) - heldCents;
  const received = line('Received', totalCents - openCents);
  return [
    received,
    openCents < 0 ? line('Received beyond the price', -openCents, true) : line('Balance open', openCents, true),
  ];
}

function afterCancelling(of: NonNullable<CharterFile['charter']['cancellation']>): readonly MoneyLine[] {
  return [line('Kept', of.retainedCents), line('Given back', of.refundCents, true)];
}

/** How guest and company stand, in a word; a platform's debt comes first once the guest's is settled. */
export function paymentChip(file: CharterFile): Chip {
  const payment = PAYMENT[paymentStatus(file)];
  const settlement = settlementStatus(file);
  if (settlement === 'payout_due') return { words: 'Payout due', tone: 'warn' };
  return settlement === 'variance' ? { words: 'Payout differs', tone: 'bad' } : payment;
}

interface Chip {
  readonly words: string;
  readonly tone: 'good' | 'warn' | 'info' | 'plain' | 'bad';
}

const PAYMENT: Readonly<Record<PaymentStatus, Chip>> = {
  unpaid: { words: 'Unpaid', tone: 'warn' },
  deposit_paid: { words: 'Deposit paid', tone: 'info' },
  paid: { words: 'Paid', tone: 'good' },
  overpaid: { words: 'Overpaid', tone: 'warn' },
  refund_due: { words: 'Refund due', tone: 'warn' },
  partially_refunded: { words: 'Partly refunded', tone: 'plain' },
  refunded: { words: 'Refunded', tone: 'plain' },
  written_off: { words: 'Written off', tone: 'bad' },
};

function line(label: string, cents: number, sum = false): MoneyLine {
  return { label, value: dollars(cents), sum };
}

function lineLabel(text: string, qty: number): string {
  return qty === 1 ? text : `${text} × ${formatCell({ kind: 'count', value: qty })}`;
}

function dollars(cents: number): string {
  return formatCell({ kind: 'cents', value: cents });
}
