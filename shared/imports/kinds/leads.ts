import type { Lead } from '../../records/marketing.ts';
import { body, doesNotFit, given, importKind, optional, required } from '../import-kind.ts';
import type { Moment } from '../reading-days.ts';
import { day, moment } from '../reading-days.ts';
import { amountNotBelowZero } from '../reading-money.ts';
import { share } from '../reading-numbers.ts';
import { choice, dollarsOnly, label, nameOf } from '../reading-text.ts';
import type { BodyOf } from '../record-body.ts';

const STAGE = choice({
  new: ['open', 'inquiry', 'enquiry', 'received'],
  contacted: ['replied', 'answered', 'in contact', 'working'],
  quoted: ['quote sent', 'proposal', 'proposal sent', 'offer sent'],
  won: ['booked', 'closed won', 'converted'],
  lost: ['closed lost', 'declined', 'dead', 'no answer'],
});

/** People who asked; where a file says only the day, how fast they were answered stays unknown. */
export const leads = importKind({
  id: 'leads',
  title: 'Leads',
  one: 'lead',
  many: 'leads',
  columns: {
    asked: required('Asked on', moment, '2026-11-12 09:30', [
      'Asked at',
      'Date',
      'Created',
      'Created at',
      'Created on',
      'Inquiry date',
      'Received',
      'Lead date',
      'Timestamp',
    ]),
    name: required('Name', label, 'Sample guest', [
      'Lead',
      'Lead name',
      'Customer',
      'Contact',
      'Guest',
      'Full name',
      'Client',
    ]),
    channelId: required('Channel', nameOf('channel'), 'GetMyBoat', ['Source', 'Lead source', 'Platform', 'Came from']),
    stage: required('Stage', STAGE, 'quoted', ['Status', 'Lead status', 'Deal stage']),
    expectedCents: required('Expected', amountNotBelowZero, '1,200.00', [
      'Expected value',
      'Value',
      'Deal value',
      'Quote',
      'Quoted',
      'Amount',
      'Estimated value',
    ]),
    probabilityBps: required('Probability', share, '40%', ['Chance', 'Likelihood', 'Win probability']),
    answered: optional('First answered', moment, '2026-11-12 10:05', [
      'First response',
      'First response at',
      'Answered at',
      'Replied at',
      'First reply',
    ]),
    quotedOn: optional('Quoted on', day, '2026-11-13', ['Quote date', 'Proposal date']),
    wonOn: optional('Won on', day, '2026-11-15', ['Booked on', 'Close date', 'Closed on']),
    lostReason: optional('Lost because', label, 'price', ['Lost reason', 'Reason lost', 'Reason']),
    charterId: optional('Charter', nameOf('charter'), 'chr_01J9ZQ', ['Charter id', 'Booking']),
    currency: optional('Currency', dollarsOnly, 'USD', ['Currency code'], 'US dollars'),
  },
  assemble: ({ asked, answered, name, channelId, stage, expectedCents, probabilityBps, ...rest }, entityId) => {
    const { quotedOn, wonOn, lostReason, charterId } = rest;
    if (answered !== undefined && answered.at === undefined)
      return doesNotFit('answered', 'expected the time of day too');
    if (answered !== undefined && isBefore(answered, asked))
      return doesNotFit('answered', 'expected a time after they asked');
    return body<BodyOf<Lead>>({
      entityId,
      channelId,
      name,
      askedOn: asked.on,
      stage,
      expectedCents,
      probabilityBps,
      ...given({ askedAt: asked.at, firstResponseAt: answered?.at, quotedOn, wonOn, lostReason, charterId }),
    });
  },
  identity: ({ askedAt, askedOn, name, channelId }) => [askedAt ?? askedOn, name, channelId],
  equalRows: 'separate',
});

/** Whether one moment is before another; by the day where either has no time. */
function isBefore(one: Moment, other: Moment): boolean {
  return one.at === undefined || other.at === undefined ? one.on < other.on : one.at < other.at;
}
