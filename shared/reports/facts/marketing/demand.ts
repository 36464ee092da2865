import { minutesBetween, plusDays } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, estimated, mapped, measured, unknown } from '../../../kernel/measured.ts';
import { dividedRounded, ratio } from '../../../kernel/money.ts';
import { dayInWords } from '../../../kernel/month-names.ts';
import type { Lead } from '../../../records/marketing.ts';
import { BY_US, cancellationRateIn } from '../cancellations.ts';
import type { FactDefinition } from '../fact.ts';
import { concentration } from '../formulas.ts';
import { orMissing } from '../known-when.ts';
import { namesOf } from '../naming.ts';
import { recordsOf, tallied } from '../readings.ts';
import { countIn } from '../trips.ts';
import type { FactView } from '../view.ts';
import { channelNameOf } from './channel-names.ts';
import { ANSWER_TIME, UNANSWERED_LEADS } from './total-and-by-channel.ts';
import { ifDated, MATURE, overMature, overRunning, overSettled, SETTLED, settledMonths } from './windows.ts';

const RESPONSE_DAYS = 90;
const COHORT = 'policy default: a lead counts in the month it was asked, and as won when it books within 30 days';

/** Minutes to the first answer, the one in the middle; whoever still waits has waited until now. */
export function medianResponse(view: FactView, isAsked: (lead: Lead) => boolean, whose: string): Measured<number> {
  const leads = recordsOf(view, 'lead');
  if (leads.state === 'unknown') return leads;
  const since = plusDays(view.today, -RESPONSE_DAYS);
  const asked = leads.value.filter((lead) => isAsked(lead) && lead.askedOn >= since);
  const waits = asked.flatMap((lead) => waitOf(lead, view)).sort((a, b) => a.minutes - b.minutes);
  if (waits.length === 0)
    return unknown(`answered leads, with the time of day they asked, of ${whose} since ${dayInWords(since)}`);
  const middle = waits.slice(Math.floor((waits.length - 1) / 2), Math.floor(waits.length / 2) + 1);
  const value = dividedRounded(
    middle.reduce((sum, wait) => sum + wait.minutes, 0),
    middle.length,
  );
  const basis = { records: `leads of ${whose} asked since ${since}`, count: waits.length, asOf: view.today };
  if (!middle.some((wait) => wait.isWaiting)) return measured(value, basis);
  return estimated(value, { ...basis, assumption: 'Who has no answer yet has waited at least until now.' });
}

/** Leads nobody has answered yet, as of now. */
export function unansweredLeads(view: FactView, isAsked: (lead: Lead) => boolean = () => true): Measured<number> {
  return mapped(
    recordsOf(view, 'lead'),
    (leads) =>
      leads.filter((lead) => isAsked(lead) && lead.stage === 'new' && lead.firstResponseAt === undefined).length,
  );
}

interface Wait {
  readonly minutes: number;
  readonly isWaiting: boolean;
}

/** How long a lead waited; nothing for one asked at no known time of day, or dealt with and whose answer nobody dated. */
function waitOf({ askedAt, firstResponseAt, stage }: Lead, { takenAt }: FactView): Wait[] {
  if (askedAt === undefined) return [];
  if (firstResponseAt !== undefined) return [{ minutes: minutesBetween(askedAt, firstResponseAt), isWaiting: false }];
  return stage === 'new' && askedAt <= takenAt ? [{ minutes: minutesBetween(askedAt, takenAt), isWaiting: true }] : [];
}

/** Leads by channel over the last three full months, most first. */
function leadsByChannel(view: FactView): Measured<readonly { readonly id: string; readonly leads: number }[]> {
  const months = settledMonths(view);
  const all = overSettled(view, tallied(view, 'leads'));
  return combined(months, all, (of) => {
    const names = view.books.names(view.entityIds, of, 'channels').filter((name) => name.endsWith('.leads'));
    return names
      .map((name) => ({
        id: name.slice(0, -'.leads'.length),
        leads: view.books.tally(view.entityIds, of, 'channels', name),
      }))
      .filter(({ leads }) => leads > 0)
      .sort((a, b) => b.leads - a.leads || (a.id < b.id ? -1 : 1));
  });
}

const demand = { perEntity: true, kinds: ['charter'], needs: ['balances'], owner: 'CMO' } as const;

export const DEMAND_FACTS: readonly FactDefinition[] = [
  {
    ...demand,
    id: 'inquiries',
    title: 'Inquiries',
    unit: 'count',
    definition: 'People who asked on days of the period, whatever came of it.',
    formula: 'number of leads by the day they asked',
    source: 'policy default',
    compute: (view) => countIn(view, view.months, 'leads'),
  },
  {
    ...demand,
    id: 'quote-rate',
    title: 'Quote rate',
    unit: 'share',
    definition: `Of the leads of ${MATURE}, the share that was quoted.`,
    formula: 'leads quoted ÷ leads',
    source: COHORT,
    compute: (view) => rateOf(view, 'quoted', overMature),
  },
  {
    ...demand,
    id: 'conversion-rate',
    title: 'Lead conversion',
    unit: 'share',
    definition: `Of the leads of ${MATURE}, the share that booked within 30 days of asking.`,
    formula: 'leads won within 30 days ÷ leads',
    source: COHORT,
    compute: (view) => rateOf(view, 'won', overMature),
  },
  {
    ...demand,
    id: 'conversion-rate-running',
    title: 'Conversion of the newest leads, so far',
    unit: 'share',
    definition:
      'The same of the months since, whose leads still have time to book; it can only rise and is not judged.',
    formula: 'leads won within 30 days so far ÷ leads',
    source: COHORT,
    compute: (view) => {
      const rate = rateOf(view, 'won', overRunning);
      const assumption = 'Some of these leads still have time to book.';
      return rate.state === 'unknown' ? rate : estimated(rate.value, { ...rate.basis, assumption });
    },
  },
  {
    ...demand,
    id: 'response-median-minutes',
    title: 'Usual time to the first answer',
    unit: 'minutes',
    definition:
      'Half the people who asked in the last 90 days were answered sooner; whoever still waits counts until now. Leads of which only the day is known are left out.',
    formula: 'median of minutes from asking to the first answer',
    family: ANSWER_TIME,
    source: 'policy default',
    needs: ['lead'],
    compute: (view) => medianResponse(view, () => true, namesOf(view)),
  },
  {
    ...demand,
    id: 'unanswered-leads',
    title: 'Leads without an answer',
    unit: 'count',
    definition: 'People who asked and whom nobody has answered yet, as of now.',
    formula: 'number of new leads without a first answer',
    family: UNANSWERED_LEADS,
    source: 'policy default',
    needs: ['lead'],
    compute: (view) => unansweredLeads(view),
  },
  {
    ...demand,
    id: 'operator-cancellation-recent',
    title: 'Cancelled by us, three full months',
    unit: 'share',
    definition: `Of the charters due in ${SETTLED} that came to an end, the share we cancelled: by choice, for the vessel or for safety.`,
    formula: 'cancelled by operator, for vessel or safety ÷ (cancelled + sailed + no-show)',
    source: 'policy default: counted in the month the charter was to sail',
    compute: (view) => {
      const months = settledMonths(view);
      return months.state === 'unknown' ? months : cancellationRateIn(view, months.value, BY_US);
    },
  },
  {
    ...demand,
    id: 'lead-concentration',
    title: 'Largest channel’s share of leads',
    unit: 'share',
    definition: `The share of leads that came through one channel in ${SETTLED}.`,
    formula: 'leads of the channel with most ÷ leads',
    source: 'policy default',
    compute: (view) => {
      const parts = leadsByChannel(view);
      if (parts.state === 'unknown') return parts;
      const share = concentration(parts.value.map(({ leads }) => leads));
      return share === undefined ? unknown(`leads of ${namesOf(view)}`) : { ...parts, value: share };
    },
  },
  {
    ...demand,
    id: 'top-lead-channel',
    title: 'Channel with most leads',
    unit: 'text',
    definition: `The channel through which most people asked in ${SETTLED}.`,
    formula: 'channel with the most leads',
    source: 'policy default',
    needs: ['balances', 'channel'],
    compute: (view) => {
      const parts = leadsByChannel(view);
      if (parts.state === 'unknown') return parts;
      const [first] = parts.value;
      return first === undefined
        ? unknown(`leads of ${namesOf(view)}`)
        : { ...parts, value: channelNameOf(view, first.id) };
    },
  },
];

type Over = typeof overMature;

function rateOf(view: FactView, name: 'quoted' | 'won', over: Over): Measured<number> {
  return combined(
    ifDated(view, name, over(view, tallied(view, name))),
    over(view, tallied(view, 'leads')),
    (part, all) => orMissing(ratio(part, all), `leads of ${namesOf(view)}, asked up to ${view.today}`),
  );
}
