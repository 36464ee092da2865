import type { Campaign } from '../../records/campaign.ts';
import { body, doesNotFit, importKind, optional, required } from '../import-kind.ts';
import { day } from '../reading-days.ts';
import { amountNotBelowZero, anyAmount } from '../reading-money.ts';
import { wholeNumber } from '../reading-numbers.ts';
import { dollarsOnly, flag, label } from '../reading-text.ts';
import type { BodyOf } from '../record-body.ts';

/** Mails to whole lists, and what came of them. */
export const campaigns = importKind({
  id: 'campaigns',
  title: 'Mail campaigns',
  one: 'mail campaign',
  many: 'mail campaigns',
  columns: {
    name: required('Campaign', label, 'Autumn sailing', ['Name', 'Title', 'Campaign name', 'Subject']),
    sentOn: required('Sent on', day, '2026-11-12', ['Send date', 'Date', 'Sent at', 'Sent date']),
    sent: required('Sent', wholeNumber, '1,840', ['Recipients', 'Mails sent', 'Emails sent', 'Total recipients']),
    bouncesHard: required('Hard bounces', wholeNumber, '12', ['Bounces hard']),
    bouncesSoft: required('Soft bounces', wholeNumber, '9', ['Bounces soft']),
    complaints: required('Complaints', wholeNumber, '1', [
      'Spam complaints',
      'Abuse complaints',
      'Spam reports',
      'Abuse reports',
    ]),
    uniqueOpens: required('Unique opens', wholeNumber, '702', ['Opens', 'Opened']),
    uniqueClicks: required('Unique clicks', wholeNumber, '88', ['Clicks', 'Clicked']),
    unsubscribes: required('Unsubscribes', wholeNumber, '6', ['Unsubscribed', 'Opt outs']),
    unsubscribeHeader: required('Unsubscribe header', flag, 'yes', ['List-Unsubscribe', 'One-click unsubscribe']),
    costCents: required('Cost', amountNotBelowZero, '45.00', ['Spend', 'Campaign cost']),
    bookings: required('Bookings', wholeNumber, '4', ['Booked', 'Orders']),
    revenueCents: required('Revenue', anyAmount, '5,200.00', ['Sales', 'Total revenue']),
    contributionCents: required('Contribution', anyAmount, '3,100.00', ['Contribution margin', 'Margin']),
    currency: optional('Currency', dollarsOnly, 'USD', ['Currency code'], 'US dollars'),
  },
  assemble: ({ currency: _dollars, ...fields }, entityId) => {
    const bounced = fields.bouncesHard + fields.bouncesSoft;
    if (bounced > fields.sent) return doesNotFit('sent', `expected at least ${bounced}, the mails that bounced`);
    return body<BodyOf<Campaign>>({ entityId, ...fields });
  },
  identity: ({ name, sentOn }) => [name, sentOn],
  equalRows: 'same',
});
