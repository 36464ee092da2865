import { plusDays } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import { charterCancelled } from '../../shared/ledger/cancellation.ts';
import { expensePaid } from '../../shared/ledger/costs.ts';
import { ownerMoneyMoved } from '../../shared/ledger/house-cash.ts';
import { charterBooked } from '../../shared/ledger/memorandum.ts';
import { otaCharterPerformed, otaPayout } from '../../shared/ledger/ota.ts';
import { charterPerformed } from '../../shared/ledger/performance.ts';
import { balanceReceived, depositReceived } from '../../shared/ledger/receipts.ts';
import { refundAfterPerformance, refundPaid } from '../../shared/ledger/refunds.ts';
import { tipsPaidOut } from '../../shared/ledger/tips.ts';
import type { Charter } from '../../shared/records/charter.ts';
import {
  aChannel,
  aCharter,
  anExpense,
  anOverhead,
  anOwnersMoney,
  aPayment,
  aPayout,
  aTipPayout,
  at,
  CONTEXT,
  on,
  price,
} from './a-record.ts';
import { SetOfBooks } from './a-set-of-books.ts';

/** Titles a person might type, and a plain-text journal might stumble over. */
const TITLES = [
  'Sunset sail',
  'Birthday; 12 guests | dock 4',
  '(Whale watch) "Anna & José"',
  '= regatta @ noon {gold}  two  spaces',
  '* ! 2026-01-01 ⛵ ‮evil‬',
  '% 50 off # not a comment',
];

/** Two entities' books over half a year: sixty charters of every kind, with odd amounts, and the rent every month. */
export function aSeason(): SetOfBooks {
  const held = new SetOfBooks();
  for (const [index, entityId] of ['jada', 'qos'].entries()) {
    held.post(ownerMoneyMoved(anOwnersMoney({ id: `own_${index}`, entityId, on: on('2026-04-01') }), CONTEXT));
    for (let month = 4; month <= 9; month += 1) {
      const rent = { id: `exp_rent${index}${month}`, entityId, cents: 145_000 + month, on: `2026-0${month}-01` };
      held.post(expensePaid(anOverhead({ ...rent, paidFrom: month % 2 === 0 ? '1010' : '2020' }), undefined, CONTEXT));
    }
  }
  for (let index = 0; index < 60; index += 1) aCharterOfTheSeason(held, index);
  return held;
}

function aCharterOfTheSeason(held: SetOfBooks, index: number): void {
  const sailsOn = plusDays(on('2026-04-05'), index * 3);
  const isOta = index % 5 === 0;
  const { performedOn: _, ...base } = aCharter({
    id: `chr_${index}`,
    entityId: index % 3 === 0 ? 'qos' : 'jada',
    channelId: isOta ? 'getmyboat' : 'direct',
    title: TITLES[index % TITLES.length] as string,
    lifecycle: 'confirmed',
    bookedOn: plusDays(sailsOn, -20),
    sailsOn,
    priceLines: [
      price('charter', 90_000 + index * 1_111),
      price('addon_taxable', index * 77),
      price('discount', -index * 13),
      price('tax', index * 7),
    ],
  });
  held.keep(base);
  held.post(charterBooked(base, { isNew: index % 2 === 0 }, CONTEXT));
  if (!isOta) takeMoney(held, base, index);
  if (index % 7 === 6 && !isOta) cancel(held, base, index);
  else sail(held, base, index);
}

function takeMoney(held: SetOfBooks, { id: charterId, entityId, sailsOn }: Charter, index: number): void {
  const about = { charterId, entityId };
  const deposit = { ...about, id: `pay_${index}a`, cents: 45_000 + index, feeCents: 1_335 + (index % 3) };
  held.post(
    depositReceived(aPayment({ ...deposit, receivedOn: plusDays(sailsOn, -19) }), held.file(charterId), CONTEXT),
  );
  if (index % 4 === 0) return;
  const balance = { ...about, id: `pay_${index}b`, kind: 'balance', method: index % 2 === 0 ? 'cash' : 'transfer' };
  const amounts = { cents: 60_000 + index * 1_111, tipCents: index * 100 };
  const payment = aPayment({ ...balance, ...amounts, receivedOn: plusDays(sailsOn, -2) });
  held.post(balanceReceived(payment, held.file(charterId), CONTEXT));
}

function cancel(held: SetOfBooks, charter: Charter, index: number): void {
  const heldCents = -(held.file(charter.id).balances['2100'] ?? 0);
  const retainedCents = cents(Math.floor(heldCents / 3));
  const cancellation = {
    by: 'weather' as const,
    reason: 'small craft advisory',
    at: at('2026-05-01T17:00:00Z'),
    on: plusDays(charter.sailsOn, -1),
    retainedCents,
    refundCents: cents(heldCents - retainedCents),
  };
  held.keep({ ...charter, lifecycle: 'cancelled', cancellation });
  held.post(charterCancelled(held.file(charter.id), CONTEXT));
  refund(held, charter, index, -(held.file(charter.id).balances['2400'] ?? 0), refundPaid);
}

function sail(held: SetOfBooks, charter: Charter, index: number): void {
  const { id: charterId, entityId, sailsOn } = charter;
  const about = { charterId, entityId, on: sailsOn };
  held.keep({ ...charter, lifecycle: 'completed', performedOn: sailsOn });
  const file = () => held.file(charterId);
  if (charter.channelId === 'getmyboat') {
    held.post(otaCharterPerformed(file(), aChannel(), CONTEXT));
    const expectedCents = file().balances['1100'];
    const amounts = { expectedCents, receivedCents: (expectedCents ?? 0) - (index % 4) };
    const payout = aPayout({ ...about, ...amounts, id: `out_${index}`, arrivedOn: plusDays(sailsOn, 7) });
    if (index % 2 === 0) held.post(otaPayout(payout, file(), CONTEXT));
  } else {
    held.post(charterPerformed(file(), CONTEXT));
  }
  for (const [at, account] of ['5010', '5020', '5025', '5050'].entries()) {
    const expense = { ...about, id: `exp_${index}x${at}`, account, cents: 3_001 * (at + 1) + index };
    held.post(expensePaid(anExpense(expense), file(), CONTEXT));
  }
  const tips = -(file().balances['2300'] ?? 0);
  const payout = { ...about, id: `tip_${index}`, cents: tips, paidOn: plusDays(sailsOn, 1) };
  if (tips > 0) held.post(tipsPaidOut(aTipPayout(payout), file(), CONTEXT));
  if (index % 11 === 1) refund(held, charter, index, 5_005, refundAfterPerformance);
}

function refund(held: SetOfBooks, charter: Charter, index: number, amount: number, post: typeof refundPaid): void {
  const { id: charterId, entityId, sailsOn } = charter;
  const payment = { id: `pay_${index}r`, charterId, entityId, kind: 'refund', cents: amount };
  held.post(post(aPayment({ ...payment, receivedOn: plusDays(sailsOn, 3) }), held.file(charterId), CONTEXT));
}
