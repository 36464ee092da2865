import { plusDays } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, entered, mapped, measured, unknown } from '../../../kernel/measured.ts';
import { dividedRounded, ratio } from '../../../kernel/money.ts';
import type { Campaign } from '../../../records/campaign.ts';
import type { FactDefinition, FactMeaning, FactUnit, FactValue, SubjectFacts } from '../fact.ts';
import { AS_RECORDED } from '../fact.ts';
import { nameOf } from '../naming.ts';
import { recordsOf } from '../readings.ts';
import type { FactView } from '../view.ts';
import { returnOn } from './acquisition.ts';
import { among } from './windows.ts';

/** Campaigns shown and judged: those of the last so many days. */
const SHOWN_DAYS = 180;
/** A campaign younger than this may still bring bookings and is not judged by its return. */
const SETTLED_DAYS = 30;

function recent(view: FactView): Measured<readonly Campaign[]> {
  const since = plusDays(view.today, -SHOWN_DAYS);
  return among(recordsOf(view, 'campaign'), ({ sentOn }) => sentOn > since && sentOn <= view.today);
}

export const CAMPAIGN_FACTS: readonly FactDefinition[] = [
  {
    id: 'campaigns-sent',
    title: 'Mail campaigns',
    unit: 'count',
    perEntity: true,
    owner: 'CMO',
    definition: 'Mails to a whole list that were sent in the last 180 days.',
    formula: 'number of campaigns',
    source: 'policy default',
    needs: ['campaign'],
    compute: (view) => mapped(recent(view), (all) => all.length),
  },
  {
    id: 'campaign-return',
    title: 'Return on mail campaigns',
    unit: 'share',
    perEntity: true,
    owner: 'CMO',
    definition: 'What the campaigns of the last 180 days left after their cost, as a share of it, all together.',
    formula: '(credited contribution − cost) ÷ cost, over sums',
    source: 'policy default: a booking is credited to one campaign, by the last click within 7 days',
    needs: ['campaign'],
    compute: (view) =>
      combined(recent(view), recent(view), (all) => {
        const sum = (of: (campaign: Campaign) => number) => all.reduce((total, campaign) => total + of(campaign), 0);
        const value = returnOn(
          sum((of) => of.contributionCents),
          sum((of) => of.costCents),
        );
        return value ?? unknown('the cost of a mail campaign of the last 180 days');
      }),
  },
];

/** The mails to whole lists of the last 180 days, newest first. */
export const CAMPAIGN_SUBJECTS: SubjectFacts = {
  kind: 'campaign',
  meanings: meanings(),
  list: (view) => {
    const all = recent(view);
    if (all.state === 'unknown') return [];
    return [...all.value]
      .sort((a, b) => (a.sentOn === b.sentOn ? (a.id < b.id ? -1 : 1) : a.sentOn > b.sentOn ? -1 : 1))
      .map((campaign) => ({
        subject: {
          kind: 'campaign',
          id: campaign.id,
          name: `${campaign.name} (${nameOf(view, campaign.entityId)})`,
          entityId: campaign.entityId,
        },
        figures: figuresOf(view, campaign),
      }));
  },
};

function figuresOf(view: FactView, of: Campaign): Readonly<Record<string, Measured<FactValue>>> {
  const basis = { records: `campaign ${of.name}`, asOf: view.today };
  const bounced = of.bouncesHard + of.bouncesSoft;
  const delivered = of.sent - bounced;
  const told = (value: FactValue) => entered(value, basis);
  const rate = (part: number, whole: number, missing: string): Measured<number> => {
    const value = ratio(part, whole);
    return value === undefined ? unknown(`${missing} of ${of.name}`) : measured(value, basis);
  };
  const roi = returnOn(of.contributionCents, of.costCents);
  const isSettled = of.sentOn <= plusDays(view.today, -SETTLED_DAYS);
  const back = roi === undefined ? unknown(`the cost of ${of.name}`) : measured(roi, basis);
  return {
    'campaign-sent-on': told(of.sentOn),
    'campaign-sent': told(of.sent),
    'campaign-delivery-rate': rate(delivered, of.sent, 'mails sent'),
    'campaign-bounce-rate': rate(bounced, of.sent, 'mails sent'),
    'campaign-complaint-rate': rate(of.complaints, delivered, 'mails delivered'),
    'campaign-click-rate': rate(of.uniqueClicks, delivered, 'mails delivered'),
    'campaign-click-to-open': rate(of.uniqueClicks, of.uniqueOpens, 'opens'),
    'campaign-unsubscribes': told(of.unsubscribes),
    'campaign-unsubscribe-header': told(of.unsubscribeHeader ? 'present' : 'missing'),
    'campaign-bookings': told(of.bookings),
    'campaign-conversion': rate(of.bookings, of.uniqueClicks, 'clicks'),
    'campaign-cost': told(of.costCents),
    'campaign-revenue': told(of.revenueCents),
    'campaign-contribution': told(of.contributionCents),
    'campaign-roi': back,
    ...(isSettled ? { 'campaign-settled-roi': back } : {}),
    'campaign-revenue-per-delivered':
      delivered > 0
        ? measured(dividedRounded(of.revenueCents, delivered), basis)
        : unknown(`mails delivered of ${of.name}`),
  };
}

function meanings(): readonly FactMeaning[] {
  const of = (id: string, title: string, unit: FactUnit, definition: string, formula = AS_RECORDED): FactMeaning => ({
    id: `campaign-${id}`,
    title,
    unit,
    definition,
    formula,
    source: 'policy default; limits of mail providers for bounces and complaints',
    needs: ['campaign'],
  });
  return [
    of('sent-on', 'Sent on', 'day', 'The day it was sent.'),
    of('sent', 'Mails sent', 'count', 'Addresses it was sent to.'),
    of(
      'delivery-rate',
      'Delivered',
      'share',
      'The share of mails sent that did not bounce.',
      '(sent − bounces) ÷ sent',
    ),
    of(
      'bounce-rate',
      'Bounced',
      'share',
      'The share of mails sent that came back, for good or for now.',
      'bounces ÷ sent',
    ),
    of(
      'complaint-rate',
      'Complaints',
      'share',
      'The share of mails delivered that somebody called spam.',
      'complaints ÷ delivered',
    ),
    of(
      'click-rate',
      'Clicked',
      'share',
      'The share of mails delivered in which somebody clicked.',
      'people who clicked ÷ delivered',
    ),
    of(
      'click-to-open',
      'Clicked of opened',
      'share',
      'People who clicked as a share of opens; about half of all opens are machines, so it is shown and never judged.',
      'people who clicked ÷ opens',
    ),
    of('unsubscribes', 'Unsubscribed', 'count', 'People who left the list by this mail.'),
    of(
      'unsubscribe-header',
      'Unsubscribe header',
      'text',
      'Whether the mail carried the header mailboxes make their unsubscribe button from (RFC 8058).',
    ),
    of('bookings', 'Bookings credited', 'count', 'Bookings credited to it, to no other campaign.'),
    of(
      'conversion',
      'Booked of clicked',
      'share',
      'Bookings as a share of people who clicked.',
      'bookings ÷ people who clicked',
    ),
    of('cost', 'Cost of the campaign', 'cents', 'What writing and sending it cost.'),
    of('revenue', 'Revenue credited', 'cents', 'Revenue of the bookings credited to it, cancellations taken off.'),
    of('contribution', 'Contribution credited', 'cents', 'What those charters left after the cost of sailing them.'),
    of(
      'roi',
      'Return on the campaign',
      'share',
      'What it left after its cost, as a share of it.',
      '(contribution − cost) ÷ cost',
    ),
    of(
      'settled-roi',
      'Return on a campaign of 30 days or more',
      'share',
      'The same once its bookings have had 30 days to arrive.',
      '(contribution − cost) ÷ cost',
    ),
    of(
      'revenue-per-delivered',
      'Revenue per mail',
      'cents',
      'Revenue credited for each mail delivered.',
      'revenue ÷ delivered',
    ),
  ];
}
