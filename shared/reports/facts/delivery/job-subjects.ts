import type { LocalDate } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { isKnown, measured } from '../../../kernel/measured.ts';
import { ratio } from '../../../kernel/money.ts';
import type { DeliveryJob, JobStatus } from '../../../records/delivery-job.ts';
import type { FactMeaning, FactUnit, FactValue, SubjectFacts } from '../fact.ts';
import { AS_RECORDED } from '../fact.ts';
import { recordsOf } from '../readings.ts';
import type { FactView } from '../view.ts';
import * as of from './job-readings.ts';
import { bookedOf, linesOf } from './lines.ts';

const POLICY = 'policy default: a job is read as it stands today, until its file is closed';
const MARKET = 'policy default: whole days only; advance paid before departure, the rest within a week of arrival';

type JobFigure = FactMeaning & { readonly read: (job: DeliveryJob, today: LocalDate) => FactValue | undefined };

function figure(
  id: string,
  title: string,
  unit: FactUnit,
  read: JobFigure['read'],
  [definition, formula, source = POLICY]: readonly [definition: string, formula: string, source?: string],
): JobFigure {
  return {
    id: `job-${id}`,
    title,
    unit,
    read,
    definition,
    formula,
    source,
    needs: ['delivery-job'],
    owner: 'Operations',
  };
}

const STATUS_WORDS: Readonly<Record<JobStatus, string>> = {
  quote: 'quoted',
  contracted: 'contracted',
  deposit_paid: 'advance paid',
  scheduled: 'scheduled',
  prep: 'in preparation',
  underway: 'under way',
  standby: 'waiting',
  delivered: 'delivered',
  invoiced: 'invoiced',
  paid: 'paid',
  cancelled: 'called off',
};

const FIGURES: readonly JobFigure[] = [
  figure('status', 'Status', 'text', ({ status }) => STATUS_WORDS[status], ['How far the job is.', AS_RECORDED]),
  figure('vessel', 'Vessel', 'text', ({ vesselDesc }) => vesselDesc, ['The yacht that is delivered.', AS_RECORDED]),
  figure('route', 'Route', 'text', ({ fromPort, toPort }) => `${fromPort} to ${toPort}`, [
    'From where to where.',
    AS_RECORDED,
  ]),
  figure('days-logged', 'Days logged', 'count', (job) => bookedOf(job).days.length, [
    'Days in the log.',
    'number of day logs',
  ]),
  figure('entitlement', 'Entitlement', 'cents', of.entitlementOf, [
    'What the job’s agreement and its log entitle us to so far.',
    'days × rate by kind and role + miles × rate + meals × person-days + billable expenses × (1 + mark-up)',
    MARKET,
  ]),
  figure('billed', 'Billed', 'cents', of.billedOf, [
    'What of the entitlement is on an invoice or was paid out of the advance.',
    'entitlement − billing gap',
  ]),
  figure(
    'billed-share',
    'Billed share',
    'share',
    (job, today) => ratio(of.billedOf(job, today) ?? 0, of.entitlementOf(job, today) ?? 0),
    ['The share of the entitlement that is billed.', 'billed ÷ entitlement'],
  ),
  figure('billing-gap', 'Billing gap', 'cents', of.gapOf, [
    'What was earned and is on no invoice, after the advance.',
    'unbilled part of days and expenses on no invoice',
  ]),
  figure('gap-after-invoice', 'Left off the invoices', 'cents', of.gapAfterInvoice, [
    'The billing gap of a job that is over: after its final invoice, or called off.',
    'billing gap, once there is an invoice issued on or after arrival',
  ]),
  figure('days-uninvoiced', 'Days delivered without an invoice', 'days', of.daysUninvoiced, [
    'Days since arrival of a job whose final invoice nobody has issued.',
    'today − arrival',
  ]),
  figure('days-to-invoice', 'Days to invoice', 'days', of.daysToInvoice, [
    'How long after arrival the final invoice was issued.',
    'issued − arrival',
  ]),
  figure('collection-days', 'Collection days', 'days', of.collectionDays, [
    'How long the last invoice took to be paid in full.',
    'last payment − issued',
  ]),
  figure('receivable', 'Open invoices', 'cents', (job) => bookedOf(job).receivableCents, [
    'What the owner was asked for and has not paid.',
    'account 1110 of the job',
  ]),
  figure('days-overdue', 'Days past due', 'days', of.daysOverdue, [
    'How late the oldest open invoice is.',
    'today − due day',
    MARKET,
  ]),
  figure('standby-left-out', 'Standby days left off', 'count', of.standbyLeftOut, [
    'Standby days in the log that an invoice passed over and no advance paid.',
    'number of such days',
  ]),
  figure('standby-left-out-cents', 'Standby left off', 'cents', of.leakOf('standby'), [
    'What these standby days are worth.',
    'unbilled part of these days',
  ]),
  figure('late-expenses', 'Expenses unbilled over 30 days', 'count', of.lateExpenses, [
    'Billable expenses on no invoice more than 30 days after they were paid.',
    'number of such expenses',
  ]),
  figure('expenses-without-receipt', 'Expenses without a receipt', 'count', of.expensesWithoutReceipt, [
    'Expenses whose receipt is not on file.',
    'number of such expenses',
  ]),
  figure('expenses', 'Expenses', 'cents', of.expensesCents, ['What was bought for the job.', 'sum of its expenses']),
  figure('expenses-under-way', 'Expenses so far', 'cents', of.expensesUnderWay, [
    'What was bought for a job that has not arrived.',
    'sum of its expenses',
  ]),
  figure('advance-received', 'Advance received', 'cents', of.advanceReceived, [
    'What the owner sent ahead.',
    'sum of its advances',
  ]),
  figure('advance-held', 'Advance held', 'cents', (job) => bookedOf(job).heldCents, [
    'What of the advance is not earned yet.',
    'account 2130 of the job',
  ]),
  figure('advance-coverage', 'Advance coverage', 'share', of.advanceCoverage, [
    'The advance received, as a share of what was agreed.',
    'advances ÷ agreed advance',
    MARKET,
  ]),
  figure('advance-at-departure', 'Advance at departure', 'cents', of.advanceAtDeparture, [
    'What had been paid ahead on the day of departure.',
    'advances up to the departure',
  ]),
  figure('deposit-missing', 'Missing at departure', 'cents', of.depositMissing, [
    'What of the agreed advance had not come when the job sailed.',
    'agreed advance − advances up to the departure',
    MARKET,
  ]),
  figure('uninsured', 'Sailing without insurance', 'count', of.uninsured, [
    'One where the owner’s policy did not name our crew by departure, or does not yet and the boat is in preparation.',
    'departure, or preparation, without an earlier endorsement',
    'underwriting practice: delivery crew must be on the owner’s policy as paid crew',
  ]),
  figure('without-contract', 'Without a contract', 'count', of.withoutContract, [
    'One where the job is beyond a quote and no contract is on file.',
    'contract on file or not',
  ]),
  figure('earned', 'Earned', 'cents', (job) => bookedOf(job).earnedCents, [
    'Fees and charged expenses in the books.',
    'accounts 4210 + 4220 of the job',
  ]),
  figure('cost', 'Cost', 'cents', (job) => bookedOf(job).costCents, [
    'Crew pay and expenses in the books.',
    'cost accounts of the job',
  ]),
  figure('margin', 'Margin', 'cents', of.marginCents, [
    'What the job earned so far less what it cost so far.',
    'earned − cost',
  ]),
  figure('margin-share', 'Margin share', 'share', of.marginShare, [
    'The margin as a share of what was earned; a flat fee is judged at hand-over.',
    'margin ÷ earned',
  ]),
  figure('crew-owed', 'Owed to the crew', 'cents', (job) => bookedOf(job).crewOwedCents, [
    'Crew pay of days in the log that has not been paid.',
    'account 2010 of the job',
  ]),
  figure('estimate-accuracy', 'Days against estimate', 'share', of.estimateAccuracy, [
    'Days logged, as a share of the days estimated, once the job has arrived.',
    'days logged ÷ days estimated',
  ]),
  figure('log-gaps', 'Days missing in the log', 'count', of.logGaps, [
    'Days from departure to arrival, or yesterday, without a log.',
    'days of the voyage − days logged',
  ]),
];

/** The jobs whose file is not closed, by id. */
export function jobsOf(view: FactView): Measured<readonly DeliveryJob[]> {
  return recordsOf(view, 'delivery-job') as Measured<readonly DeliveryJob[]>;
}

/** Every job on the board with its figures; those that do not apply to it are left out. */
export const JOB_SUBJECTS: SubjectFacts = {
  kind: 'delivery-job',
  meanings: FIGURES.map(({ read: _, ...meaning }) => meaning),
  list: (view) => {
    const jobs = jobsOf(view);
    if (!isKnown(jobs)) return [];
    return jobs.value.map((job) => ({
      subject: { kind: 'delivery-job', id: job.id, name: job.vesselDesc, entityId: job.entityId },
      figures: Object.fromEntries(
        FIGURES.flatMap(({ id, read }) => {
          const value: FactValue | undefined = read(job, view.today);
          return value === undefined ? [] : [[id, measured(value, jobs.basis)]];
        }),
      ),
    }));
  },
};

const LINE = { needs: ['delivery-job'], source: POLICY, owner: 'Operations' } as const;

/** Days and expenses somebody should have been asked for and was not, the largest first. */
export const UNBILLED_SUBJECTS: SubjectFacts = {
  kind: 'delivery-unbilled',
  meanings: [
    {
      ...LINE,
      id: 'unbilled-line-on',
      title: 'Day',
      unit: 'day',
      definition: 'The day it was earned.',
      formula: AS_RECORDED,
    },
    { ...LINE, id: 'unbilled-line-what', title: 'What', unit: 'text', definition: 'What it is.', formula: AS_RECORDED },
    {
      ...LINE,
      id: 'unbilled-line-cents',
      title: 'Not billed',
      unit: 'cents',
      definition: 'What of it is on no invoice and was paid by no advance.',
      formula: 'earned − paid out of the advance',
    },
  ],
  list: (view) => {
    const jobs = jobsOf(view);
    if (!isKnown(jobs)) return [];
    return jobs.value
      .flatMap((job) => linesOf(job).map((line) => ({ job, line })))
      .filter(({ line }) => line.unbilledCents > 0 && line.cause !== 'in-progress')
      .sort((a, b) => b.line.unbilledCents - a.line.unbilledCents || (a.line.id < b.line.id ? -1 : 1))
      .map(({ job, line }) => ({
        subject: { kind: 'delivery-unbilled', id: line.id, name: job.vesselDesc, entityId: job.entityId },
        figures: {
          'unbilled-line-on': measured(line.on, jobs.basis),
          'unbilled-line-what': measured(line.name, jobs.basis),
          'unbilled-line-cents': measured(line.unbilledCents, jobs.basis),
        },
      }));
  },
};
