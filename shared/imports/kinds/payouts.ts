import { cents as amountOf } from '../../kernel/money.ts';
import type { Payout } from '../../records/money.ts';
import { body, doesNotFit, importKind, optional, required } from '../import-kind.ts';
import { day } from '../reading-days.ts';
import { amountEitherSign, amountNotBelowZero } from '../reading-money.ts';
import { dollarsOnly, nameOf } from '../reading-text.ts';
import type { BodyOf } from '../record-body.ts';

/** What booking platforms paid out, charter by charter. */
export const payouts = importKind({
  id: 'payouts',
  title: 'Platform payouts',
  one: 'payout',
  many: 'payouts',
  columns: {
    charterId: required('Charter', nameOf('charter'), 'chr_01J9ZQ', [
      'Charter id',
      'Booking',
      'Booking id',
      'Reservation',
      'Reservation id',
      'Confirmation code',
      'Order',
    ]),
    channelId: required('Platform', nameOf('channel'), 'GetMyBoat', ['Channel', 'OTA', 'Source', 'Marketplace']),
    arrivedOn: required('Arrived on', day, '2026-11-12', [
      'Payout date',
      'Paid on',
      'Paid out',
      'Date paid',
      'Arrival date',
      'Date',
      'Transfer date',
    ]),
    receivedCents: required('Received', amountNotBelowZero, '1,062.00', [
      'Payout',
      'Payout amount',
      'Net',
      'Net payout',
      'Net amount',
      'Amount received',
      'Paid',
      'Amount',
    ]),
    expectedCents: optional(
      'Expected',
      amountNotBelowZero,
      '1,062.00',
      ['Expected payout', 'Amount due', 'Owed'],
      'what the guest paid less the fee',
    ),
    grossCents: optional('Gross', amountNotBelowZero, '1,200.00', [
      'Gross amount',
      'Booking total',
      'Guest paid',
      'Total price',
      'Gross earnings',
    ]),
    feeCents: optional('Fee', amountEitherSign, '138.00', [
      'Fees',
      'Commission',
      'Host fee',
      'Service fee',
      'Platform fee',
    ]),
    currency: optional('Currency', dollarsOnly, 'USD', ['Currency code'], 'US dollars'),
  },
  anyOf: [[['expectedCents'], ['grossCents', 'feeCents']]],
  assemble: ({ charterId, channelId, arrivedOn, receivedCents, expectedCents, grossCents, feeCents }, entityId) => {
    const owed =
      expectedCents ?? (grossCents === undefined || feeCents === undefined ? undefined : grossCents - feeCents);
    if (owed === undefined)
      return doesNotFit('expectedCents', 'expected what the platform owed, or the gross and its fee');
    if (owed < 0) return doesNotFit('feeCents', 'expected a fee no larger than the gross');
    return body<BodyOf<Payout>>({
      entityId,
      charterId,
      channelId,
      expectedCents: amountOf(owed),
      receivedCents,
      arrivedOn,
    });
  },
  identity: ({ charterId, channelId, arrivedOn, receivedCents }) => [charterId, channelId, arrivedOn, receivedCents],
  equalRows: 'separate',
});
