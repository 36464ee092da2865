import type { LocalDate } from '../../../kernel/calendar.ts';
import { daysBetween } from '../../../kernel/calendar.ts';
import type { ReadSection } from '../../../records/inventory.ts';
import type { Check, CheckItem, ItemSeverity } from './check.ts';
import { checksOf, failing } from './check.ts';
import { endOfSupport, UPDATES_STOP_ON, updatesWillStop } from './runtimes.ts';

type LambdaFunction = ReadSection<'functions'>['items'][number];

const TELLING_NAME = /SECRET|TOKEN|PASSWORD|PRIVATE|API_KEY/i;
const RANDOM_LOOKING = 35;
const WARN_DAYS = 180;
const RAISE_DAYS = 90;
const MOST_ERRORS_BPS = 1_000;
const MOST_OLD_VERSIONS = 10;

export const FUNCTION_CHECKS: readonly Check[] = [
  ...checksOf('functions', [
    {
      id: 'secrets-in-function-variables',
      code: 'LAM-ENV-SECRET',
      title: 'Functions with a secret in their variables',
      risk: 'Everyone who may look at the function can use the key',
      source: 'Prowler awslambda_function_no_secrets_in_variables',
      category: 'security',
      fix: 'Move the secrets into the secrets store, replace them there, and give the functions their names',
      effort: 'M',
      items: ({ items }) => items.flatMap(secretVariables),
    },
    {
      id: 'functions-on-ending-runtimes',
      code: 'LAM-RUNTIME',
      title: 'Functions on a runtime whose support has ended or will within 180 days',
      risk: 'Security mends stop coming, and one day the function can no longer be changed',
      source: 'Prowler awslambda_function_using_supported_runtimes; FSBP Lambda.2',
      category: 'tech-debt',
      fix: 'Move the functions to a supported runtime',
      command: 'aws lambda update-function-configuration --function-name NAME --runtime nodejs24.x',
      effort: 'M',
      items: ({ items }, on) => items.flatMap((of) => endingRuntime(of, on)),
      gaps: ({ items }) => [
        ...new Set(
          items
            .filter(({ runtime }) => endOfSupport(runtime) === undefined)
            .map(({ runtime }) => `the last day of support of runtime ${runtime}`),
        ),
      ],
    },
    {
      id: 'functions-anyone-may-call',
      code: 'LAM-PUBLIC',
      title: 'Functions anyone may call',
      risk: 'A stranger can run our code at our expense, with its rights',
      source: 'Prowler awslambda_function_not_publicly_accessible; FSBP Lambda.1',
      category: 'security',
      fix: 'Remove the statement that lets everyone call the function',
      command: 'aws lambda remove-permission --function-name NAME --statement-id ID',
      effort: 'S',
      items: ({ items }) =>
        failing(
          items,
          'critical',
          (of) => of.callableByAnyone,
          () => 'its policy allows every caller without a condition',
        ),
    },
    {
      id: 'open-function-addresses',
      code: 'LAM-URL',
      title: 'Function addresses open to the web',
      risk: 'Strangers can call the function past the API and its sign-in',
      source: 'Prowler awslambda_function_url_public, awslambda_function_url_cors_policy',
      category: 'security',
      fix: 'Ask for signed calls and name the origins that may call',
      command: 'aws lambda update-function-url-config --function-name NAME --auth-type AWS_IAM',
      effort: 'S',
      items: ({ items }) => [
        ...failing(items, 'high', (of) => of.url?.signedCallsOnly === false, unsignedCalls),
        ...failing(
          items,
          'medium',
          (of) => of.url?.signedCallsOnly === true && of.url.anyOrigin,
          () => 'its address answers pages of any origin',
        ),
      ],
    },
    {
      id: 'functions-that-lose-failed-calls',
      code: 'LAM-DLQ',
      title: 'Functions that lose failed calls',
      risk: 'A call that fails is gone, and nobody hears of it',
      source: 'Prowler awslambda_function_no_dead_letter_queue',
      category: 'tech-debt',
      fix: 'Give each function a queue for calls that failed',
      effort: 'S',
      items: ({ items }) =>
        failing(
          items,
          'medium',
          (of) => !of.hasDeadLetterQueue,
          () => 'no queue for failed calls',
        ),
    },
    {
      id: 'functions-on-dearer-processors',
      code: 'LAM-ARM',
      title: 'Functions on the dearer processor',
      risk: 'The same work is paid a fifth dearer',
      source: 'Thrifty: Graviton costs 20 % less',
      category: 'waste',
      fix: 'Publish the functions for arm64, which costs a fifth less',
      effort: 'S',
      items: ({ items }) =>
        failing(
          items,
          'low',
          (of) => of.architecture === 'x86_64',
          () => 'x86_64',
        ),
    },
    {
      id: 'functions-that-fail-often',
      code: 'LAM-ERROR',
      title: 'Functions that failed more than a tenth of their calls in a day',
      risk: 'Customers see errors',
      source: 'Thrifty: Lambda functions with high error rate',
      category: 'tech-debt',
      fix: 'Read the log of the failing calls and mend the cause',
      effort: 'M',
      items: ({ items }) =>
        failing(
          items,
          'high',
          (of) => (of.errorRateBps ?? 0) > MOST_ERRORS_BPS,
          () => 'more than 10 % of the calls of the last full day failed',
        ),
      gaps: ({ items }) =>
        items.filter(({ errorRateBps }) => errorRateBps === undefined).map(({ name }) => `the error rate of ${name}`),
    },
    {
      id: 'functions-with-old-versions',
      code: 'LAM-VERSIONS',
      title: 'Functions with more than ten old versions',
      risk: 'Storage is paid for, and old code with old keys stays callable',
      source: 'policy default: ten versions are enough to go back to',
      category: 'waste',
      fix: 'Delete all but the last ten versions',
      effort: 'S',
      items: ({ items }) =>
        failing(
          items,
          'low',
          (of) => of.oldVersions > MOST_OLD_VERSIONS,
          (of) => `${of.oldVersions} old versions`,
        ),
    },
  ]),
  ...checksOf('code', [
    {
      id: 'secrets-in-code',
      code: 'LAM-CODE-SECRET',
      title: 'Secrets in the code',
      risk: 'Everyone who ever had a copy of the code has the key',
      source: 'Prowler awslambda_function_no_secrets_in_code; secretlint with the gitleaks patterns',
      category: 'security',
      fix: 'Replace each secret where it was issued, then take it out of the code and its history',
      effort: 'M',
      items: ({ items }) =>
        items.map(({ rule, file, line, fingerprint }) => ({
          resource: `${file}, line ${line}`,
          evidence: `${rule}, fingerprint ${fingerprint.slice(0, 12)}`,
          severity: 'critical',
        })),
    },
  ]),
];

function secretVariables({ name, variables }: LambdaFunction): readonly CheckItem[] {
  return variables
    .filter(
      (held) =>
        held.matchesSecretPattern ||
        (TELLING_NAME.test(held.name) && !held.isReference && held.entropyTenths > RANDOM_LOOKING),
    )
    .map((held) => ({
      resource: `${name}, ${held.name}`,
      evidence: held.matchesSecretPattern ? 'its value has the form of a key' : 'holds a random value in plain text',
      severity: 'critical',
    }));
}

function endingRuntime({ name, runtime }: LambdaFunction, on: LocalDate): readonly CheckItem[] {
  const ends = endOfSupport(runtime);
  if (ends === undefined || daysBetween(on, ends) > WARN_DAYS) return [];
  const item = (severity: ItemSeverity, evidence: string) => [{ resource: name, evidence, severity }];
  if (ends > on) return item('low', `${runtime}: support ends on ${ends}`);
  const isLast = updatesWillStop(runtime) && daysBetween(on, UPDATES_STOP_ON) <= RAISE_DAYS;
  const until = updatesWillStop(runtime) ? `; changes stop on ${UPDATES_STOP_ON}` : '';
  return item(isLast ? 'high' : 'medium', `${runtime}: support ended on ${ends}${until}`);
}

function unsignedCalls(of: LambdaFunction): string {
  return of.url?.anyOrigin ? 'answers unsigned calls, from pages of any origin' : 'answers unsigned calls';
}
