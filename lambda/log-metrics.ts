/** What a line counts, as CloudWatch reads it out of the line itself: no call of its own, no cost where nobody looks. */
interface Metric {
  readonly name: string;
  readonly unit: 'Count' | 'None';
  readonly value: number;
}

type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** The namespace of every metric of the product; its functions are told apart by name. */
export const NAMESPACE = 'ShipCaptainCrew';

/** Steps that are counted, each line as one. */
const COUNTED: Readonly<Record<string, string>> = {
  'delivery.accepted': 'MailsAccepted',
  'delivery.unknown': 'MailsUnknown',
  'delivery.held': 'MailsHeld',
  'delivery.failed': 'MailsFailed',
  'delivery.rejected': 'MailsFailed',
  'delivery.bounced': 'MailsBounced',
  'delivery.complained': 'MailsComplained',
  'audit-copy.refused': 'AuditCopiesRefused',
  'run.completed': 'RunsCompleted',
  'report.missed': 'ReportsMissed',
  'report.late': 'ReportsLate',
  'sweep.done': 'SweepsDone',
  'watch.looked': 'WatchLooks',
};

/** The name of the metric for mails in doubt: minutes since the oldest was sent. */
const DOUBT = 'LongestDoubtMinutes';
const PROBLEMS = 'RunsWithProblems';

/** Every metric there is, by name. */
export const METRIC_NAMES: readonly string[] = [...new Set([...Object.values(COUNTED), DOUBT, PROBLEMS])];

function metricsOf(step: string, fields: Fields): Metric[] {
  const name = COUNTED[step];
  const count = (of: string): Metric => ({ name: of, unit: 'Count', value: 1 });
  const doubt = step === 'watch.looked' ? fields['doubtMin'] : undefined;
  return [
    ...(name === undefined ? [] : [count(name)]),
    ...(step === 'run.completed' && fields['state'] === 'complete-with-problems' ? [count(PROBLEMS)] : []),
    ...(typeof doubt === 'number' ? [{ name: DOUBT, unit: 'None' as const, value: doubt }] : []),
  ];
}

/** What a line carries beside its fields so that CloudWatch counts it (embedded metric format); nothing for most lines. */
export function embeddedMetrics(
  step: string,
  fields: Fields,
  at: string,
  functionName: string,
): Readonly<Record<string, unknown>> {
  const metrics = metricsOf(step, fields);
  if (metrics.length === 0) return {};
  return {
    _aws: {
      Timestamp: Date.parse(at),
      CloudWatchMetrics: [
        {
          Namespace: NAMESPACE,
          Dimensions: [['FunctionName']],
          Metrics: metrics.map(({ name, unit }) => ({ Name: name, Unit: unit })),
        },
      ],
    },
    FunctionName: functionName,
    ...Object.fromEntries(metrics.map(({ name, value }) => [name, value])),
  };
}
