import type { LocalDate } from '../../kernel/calendar.ts';
import { daysBetween } from '../../kernel/calendar.ts';
import type { Cents } from '../../kernel/money.ts';
import { body, doesNotFit, importKind, optional, required } from '../import-kind.ts';
import { day } from '../reading-days.ts';
import { amountEitherSign, amountNotBelowZero } from '../reading-money.ts';
import { wholeNumber } from '../reading-numbers.ts';
import { dollarsOnly, label, nameOf } from '../reading-text.ts';

/** Nobody lets a house by the night for longer than a year. */
const MOST_NIGHTS = 366;

/** Guests in a rented house, from one day until another. */
export interface StayBody {
  readonly entityId: string;
  readonly propertyId: string;
  readonly checkIn: LocalDate;
  readonly checkOut: LocalDate;
  readonly guest: string;
  readonly platform: string;
  readonly totalCents: Cents;
  readonly platformFeeCents: Cents;
}

/** Stays in rented property. */
export const stays = importKind({
  id: 'stays',
  title: 'Stays',
  one: 'stay',
  many: 'stays',
  business: 'rental',
  columns: {
    propertyId: required('Property', nameOf('property'), 'Harbor cottage', [
      'Listing',
      'Unit',
      'House',
      'Property name',
    ]),
    checkIn: required('Check-in', day, '2026-11-12', ['Checkin', 'Start date', 'Arrival', 'Arrives', 'From', 'Start']),
    checkOut: required('Check-out', day, '2026-11-16', [
      'Checkout',
      'End date',
      'Departure',
      'Departs',
      'Until',
      'To',
      'End',
    ]),
    guest: required('Guest', label, 'Sample guest', ['Guest name', 'Name', 'Tenant']),
    platform: required('Platform', label, 'Airbnb', ['Channel', 'Source', 'Booked through']),
    totalCents: required('Total', amountNotBelowZero, '820.00', [
      'Total price',
      'Gross earnings',
      'Gross',
      'Rent',
      'Amount',
      'Earnings',
      'Accommodation total',
    ]),
    platformFeeCents: required('Platform fee', amountEitherSign, '24.60', [
      'Host fee',
      'Service fee',
      'Fee',
      'Fees',
      'Commission',
    ]),
    nights: optional('Nights', wholeNumber, '4', ['# of nights', 'Number of nights'], 'counted from the days'),
    currency: optional('Currency', dollarsOnly, 'USD', ['Currency code'], 'US dollars'),
  },
  assemble: ({ propertyId, checkIn, checkOut, guest, platform, totalCents, platformFeeCents, nights }, entityId) => {
    const stayed = daysBetween(checkIn, checkOut);
    if (stayed < 1) return doesNotFit('checkOut', 'expected a day after the check-in');
    if (stayed > MOST_NIGHTS)
      return doesNotFit('checkOut', `expected at most ${MOST_NIGHTS} nights: longer is a lease`);
    if (nights !== undefined && nights !== stayed)
      return doesNotFit('nights', `expected ${stayed}, the nights between the two days`);
    if (platformFeeCents > totalCents) return doesNotFit('platformFeeCents', 'expected a fee no larger than the total');
    return body<StayBody>({ entityId, propertyId, checkIn, checkOut, guest, platform, totalCents, platformFeeCents });
  },
  identity: ({ propertyId, checkIn, checkOut, guest }) => [propertyId, checkIn, checkOut, guest],
  equalRows: 'same',
});
