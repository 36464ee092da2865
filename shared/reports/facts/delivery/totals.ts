import type { LocalDate } from '../../../kernel/calendar.ts';
import type { Measured, Unknown } from '../../../kernel/measured.ts';
import { combined, mapped, measured } from '../../../kernel/measured.ts';
import { dividedRounded, ratio } from '../../../kernel/money.ts';
import type { DeliveryJob } from '../../../records/delivery-job.ts';
import type { FactDefinition, FactUnit } from '../fact.ts';
import { orMissing } from '../known-when.ts';
import type { FactView } from '../view.ts';
import type { JobReading } from './job-readings.ts';
import * as of from './job-readings.ts';
import { jobsOf } from './job-subjects.ts';
import { bookedOf } from './lines.ts';

const SOURCE = 'policy default: jobs as they stand today, until their file is closed';

type Over = (jobs: readonly DeliveryJob[], today: LocalDate) => number | Unknown;

/** The sum of a reading over the jobs it applies to. */
function total(read: JobReading): Over {
  return (jobs, today) => jobs.reduce((sum, job) => sum + (read(job, today) ?? 0), 0);
}

/** One sum over another, of the jobs both apply to. */
function share(part: JobReading, whole: JobReading, missing: string): Over {
  return (jobs, today) =>
    orMissing(ratio(total(part)(jobs, today) as number, total(whole)(jobs, today) as number), missing);
}

/** The average of a reading over the jobs it applies to, halves up. */
function average(read: JobReading, missing: string): Over {
  return (jobs, today) => {
    const values = jobs.map((job) => read(job, today)).filter((value) => value !== undefined);
    const sum = values.reduce((a, b) => a + b, 0);
    return orMissing(values.length === 0 ? undefined : dividedRounded(sum, values.length), missing);
  };
}

/** How many jobs a claim is true of. */
function number(claim: (job: DeliveryJob) => boolean): Over {
  return (jobs) => jobs.filter(claim).length;
}

function fact(
  id: string,
  title: string,
  unit: FactUnit,
  over: Over,
  [definition, formula]: readonly [definition: string, formula: string],
): FactDefinition {
  return {
    id: `delivery-${id}`,
    title,
    unit,
    definition,
    formula,
    source: SOURCE,
    needs: ['delivery-job'],
    owner: 'Operations',
    perEntity: true,
    kinds: ['delivery'],
    compute: (view) => overJobs(view, over),
  };
}

function overJobs(view: FactView, over: Over): Measured<number> {
  const day = measured(view.today, { records: 'today', asOf: view.today });
  const figure = combined(jobsOf(view), day, (jobs, today) => over(jobs, today));
  const jobs = jobsOf(view);
  return figure.state === 'unknown' || jobs.state === 'unknown' ? figure : mapped(jobs, () => figure.value);
}

const AT_SEA = ['prep', 'underway', 'standby'];
const estimated: JobReading = (job, today) => (of.estimateAccuracy(job, today) === undefined ? undefined : job.estDays);
const loggedOfArrived: JobReading = (job, today) =>
  of.estimateAccuracy(job, today) === undefined ? undefined : bookedOf(job).days.length;
const judgedMargin: JobReading = (job, today) =>
  of.marginShare(job, today) === undefined ? undefined : of.marginCents(job, today);
const judgedEarned: JobReading = (job, today) =>
  of.marginShare(job, today) === undefined ? undefined : bookedOf(job).earnedCents;

/** What the yacht deliveries on the board come to together. */
export const DELIVERY_FACTS: readonly FactDefinition[] = [
  fact('jobs', 'Jobs on the board', 'count', (jobs) => jobs.length, [
    'Delivery jobs whose file is not closed.',
    'number of such jobs',
  ]),
  fact(
    'jobs-under-way',
    'Jobs under way',
    'count',
    number(({ status }) => AT_SEA.includes(status)),
    ['Jobs in preparation, at sea or waiting.', 'number of jobs with such a status'],
  ),
  fact('entitlement', 'Entitlement', 'cents', total(of.entitlementOf), [
    'What the agreements and the logs entitle us to so far.',
    'days × rate by kind and role + miles × rate + meals × person-days + billable expenses × (1 + mark-up)',
  ]),
  fact('billed', 'Billed', 'cents', total(of.billedOf), [
    'What of the entitlement is on an invoice or was paid out of an advance.',
    'entitlement − billing gap',
  ]),
  fact(
    'billed-share',
    'Billed share',
    'share',
    share(of.billedOf, of.entitlementOf, 'days or expenses of a delivery job'),
    ['The share of the entitlement that is billed.', 'billed ÷ entitlement'],
  ),
  fact('billing-gap', 'Billing gap', 'cents', total(of.gapOf), [
    'What was earned and is on no invoice, after the advances.',
    'entitlement − billed',
  ]),
  fact('gap-due', 'Due and not billed', 'cents', total(of.gapDue), [
    'The billing gap without work still in progress: what could be asked for today.',
    'billing gap − work in progress',
  ]),
  fact('gap-not-invoiced', 'Delivered and not invoiced', 'cents', total(of.leakOf('not-invoiced')), [
    'The gap of jobs that have arrived, or were called off, and have no final invoice.',
    'unbilled days and expenses of these jobs',
  ]),
  fact('gap-standby', 'Standby days left off', 'cents', total(of.leakOf('standby')), [
    'Standby days an invoice passed over.',
    'unbilled part of these days',
  ]),
  fact('gap-expenses', 'Expenses left off', 'cents', total(of.leakOf('expense')), [
    'Billable expenses an invoice passed over.',
    'unbilled part of these expenses',
  ]),
  fact('gap-days', 'Other days left off', 'cents', total(of.leakOf('day')), [
    'Working days an invoice passed over.',
    'unbilled part of these days',
  ]),
  fact('gap-in-progress', 'Work in progress', 'cents', total(of.leakOf('in-progress')), [
    'Work of jobs still under way that no invoice has had to ask for yet.',
    'unbilled days and expenses of these jobs',
  ]),
  fact(
    'standby-billed-share',
    'Standby days billed',
    'share',
    share(of.standbyBilledDays, of.standbyDays, 'standby days of a delivery job'),
    [
      'The share of logged standby days that are on an invoice or were paid out of an advance.',
      'standby days billed ÷ standby days logged',
    ],
  ),
  fact('unproven-expenses', 'Expenses without a receipt', 'count', total(of.expensesWithoutReceipt), [
    'Expenses of jobs on the board whose receipt is not on file.',
    'number of such expenses',
  ]),
  fact('unproven-cents', 'Charged without a receipt', 'cents', total(of.unprovenCents), [
    'What owners are charged for expenses without a receipt, or what these cost us where they are not charged.',
    'sum over these expenses',
  ]),
  fact('days-to-invoice', 'Days to invoice', 'days', average(of.daysToInvoice, 'an invoice of a delivered job'), [
    'How long after arrival jobs were invoiced, on average.',
    'sum of (issued − arrival) ÷ jobs invoiced',
  ]),
  fact('collection-days', 'Collection days', 'days', average(of.collectionDays, 'a delivery invoice paid in full'), [
    'How long invoices took to be paid in full, on average.',
    'sum of (last payment − issued) ÷ jobs paid',
  ]),
  fact('margin', 'Margin', 'cents', total(judgedMargin), [
    'What jobs that have earned something earned less what they cost.',
    'accounts 4210 + 4220 − cost accounts, of these jobs',
  ]),
  fact(
    'margin-share',
    'Margin share',
    'share',
    share(judgedMargin, judgedEarned, 'a delivery job that has earned something'),
    ['The margin as a share of what these jobs earned.', 'margin ÷ earned'],
  ),
  fact(
    'advances-held',
    'Advances held',
    'cents',
    total((job) => bookedOf(job).heldCents),
    ['What owners sent ahead that is not earned yet: theirs until it is.', 'account 2130 of the jobs'],
  ),
  fact(
    'advance-coverage',
    'Advance coverage',
    'share',
    share(of.receivedOfAgreed, of.agreedAdvance, 'an advance agreed for a delivery job'),
    ['The advances received, as a share of what was agreed.', 'advances ÷ agreed advances'],
  ),
  fact(
    'receivable',
    'Open delivery invoices',
    'cents',
    total((job) => bookedOf(job).receivableCents),
    ['What owners were asked for and have not paid.', 'account 1110 of the jobs'],
  ),
  fact('overdue', 'Past due', 'cents', total(of.overdueCents), [
    'Open delivery invoices past their due day.',
    'sum of what is open on them',
  ]),
  fact(
    'crew-owed',
    'Owed to the crew',
    'cents',
    total((job) => bookedOf(job).crewOwedCents),
    ['Crew pay of days in the logs that has not been paid.', 'account 2010 of the jobs'],
  ),
  fact(
    'estimate-accuracy',
    'Days against estimate',
    'share',
    share(loggedOfArrived, estimated, 'a delivered job with estimated days'),
    ['Days logged, as a share of the days estimated, of jobs that have arrived.', 'days logged ÷ days estimated'],
  ),
  fact('log-gaps', 'Days missing in the logs', 'count', total(of.logGaps), [
    'Days of voyages without a log.',
    'days of the voyages − days logged',
  ]),
];
