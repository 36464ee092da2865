import { daysBetween } from '../../../kernel/calendar.ts';
import { dayInWords } from '../../../kernel/month-names.ts';
import type { ReadSection } from '../../../records/inventory.ts';
import type { Check, CheckItem } from './check.ts';
import { checksOf, failing, ifSo } from './check.ts';

const OLDEST_KEY_DAYS = 90;
const UNUSED_KEY_DAYS = 45;
const AUDIT_DAYS = 365;
const SHORTEST_LOG_DAYS = 30;
const LONGEST_LOG_DAYS = 90;

export const ACCOUNT_CHECKS: readonly Check[] = [
  ...checksOf('apis', [
    {
      id: 'open-routes',
      code: 'API-AUTH',
      title: 'Routes that ask nobody to sign in',
      risk: 'Anyone can read or change what the route serves',
      source: 'Prowler apigatewayv2_api_authorizers_enabled; FSBP APIGateway.8',
      category: 'security',
      fix: 'Ask for sign-in on these routes, or put them on the list of public ones',
      effort: 'M',
      items: ({ items }) =>
        items.flatMap(({ name, routes }) =>
          routes
            .filter((of) => !of.needsSignIn && !of.meantToBePublic)
            .map((of) => ({
              resource: `${name}, ${of.route}`,
              evidence: 'no sign-in, and not on the list of public routes',
              severity: 'high' as const,
            })),
        ),
    },
    {
      id: 'apis-without-access-log',
      code: 'API-LOG',
      title: 'APIs that keep no log of calls',
      risk: 'After an attack nobody can tell what was called',
      source: 'Prowler apigatewayv2_api_access_logging_enabled; FSBP APIGateway.9',
      category: 'security',
      fix: 'Switch the access log of the stage on',
      effort: 'S',
      items: ({ items }) =>
        failing(
          items,
          'medium',
          (of) => !of.hasAccessLog,
          () => 'no log of calls',
        ),
    },
  ]),
  ...checksOf('access', [
    {
      id: 'policies-that-allow-everything',
      code: 'IAM-ADMIN',
      title: 'Policies that allow everything',
      risk: 'Whoever takes over the role owns the whole account',
      source: 'Prowler iam_inline_policy_no_administrative_privileges; FSBP IAM.1, IAM.21',
      category: 'security',
      fix: 'Allow each role what it does and nothing else',
      effort: 'M',
      items: ({ administrators }) =>
        administrators.map(({ name, kind }) => ({
          resource: name,
          evidence: `every action on everything, ${kind}`,
          severity: kind === 'inline' ? 'critical' : 'high',
        })),
    },
    {
      id: 'old-access-keys',
      code: 'IAM-KEY90',
      title: 'Access keys older than 90 days',
      risk: 'A key that leaked months ago still works',
      source: 'Prowler iam_rotate_access_key_90_days; FSBP IAM.3',
      category: 'security',
      fix: 'Replace the keys, or better, do without',
      command: 'aws iam create-access-key --user-name NAME',
      effort: 'S',
      items: ({ keys }, on) =>
        keys
          .filter((of) => daysBetween(of.createdOn, on) > OLDEST_KEY_DAYS)
          .map((of) => ({
            resource: `key of ${of.owner}`,
            evidence: `made on ${dayInWords(of.createdOn)}`,
            severity: 'medium' as const,
          })),
    },
    {
      id: 'unused-access-keys',
      code: 'IAM-UNUSED',
      title: 'Access keys unused for 45 days',
      risk: 'A key nobody watches can be used unnoticed',
      source: 'Prowler iam_user_accesskey_unused; FSBP IAM.8',
      category: 'security',
      fix: 'Delete the keys nobody uses',
      command: 'aws iam delete-access-key --user-name NAME --access-key-id ID',
      effort: 'S',
      items: ({ keys }, on) =>
        keys
          .filter((of) => daysBetween(of.lastUsedOn ?? of.createdOn, on) > UNUSED_KEY_DAYS)
          .map((of) => ({
            resource: `key of ${of.owner}`,
            evidence: of.lastUsedOn === undefined ? 'never used' : `last used on ${dayInWords(of.lastUsedOn)}`,
            severity: 'medium' as const,
          })),
    },
    {
      id: 'unguarded-root-user',
      code: 'IAM-ROOT',
      title: 'Accounts whose root user is not guarded',
      risk: 'One stolen password takes the whole account',
      source: 'Prowler iam_root_mfa_enabled, iam_no_root_access_key; FSBP IAM.4',
      category: 'security',
      fix: 'Give the root user a second factor and delete its keys',
      effort: 'S',
      items: ({ rootHasSecondFactor, rootHasAccessKey }) => [
        ...ifSo(!rootHasSecondFactor, 'critical', 'root user, sign-in', 'no second factor'),
        ...ifSo(rootHasAccessKey, 'critical', 'root user, key', 'has an access key'),
      ],
    },
  ]),
  ...checksOf('logs', [
    {
      id: 'logs-kept-wrongly',
      code: 'LOG-RET',
      title: 'Logs kept too briefly or too long',
      risk: 'What is needed is gone too soon, or is paid for without end',
      source: 'Prowler cloudwatch_log_group_retention_policy; policy default: audit 365 days or more, others 30 to 90',
      category: 'waste',
      fix: 'Set how long each log is kept',
      command: 'aws logs put-retention-policy --log-group-name NAME --retention-in-days 90',
      effort: 'S',
      items: ({ items }) => items.flatMap(keptWrongly),
    },
    {
      id: 'secrets-in-logs',
      code: 'LOG-SECRET',
      title: 'Logs with secrets in them',
      risk: 'Everyone who may read the log can use the key',
      source: 'Prowler cloudwatch_log_group_no_secrets_in_logs',
      category: 'security',
      fix: 'Replace the secrets, stop writing them, and delete the lines',
      effort: 'M',
      items: ({ items }) =>
        failing(
          items,
          'critical',
          (of) => of.secretsInSample > 0,
          (of) => `secrets in a sample of its lines: ${of.secretsInSample}`,
        ),
    },
  ]),
  ...checksOf('account', [
    {
      id: 'no-audit-trail',
      code: 'TRAIL',
      title: 'Accounts without a trail of who did what',
      risk: 'Nobody can tell who changed what',
      source: 'Prowler cloudtrail_multi_region_enabled',
      category: 'security',
      fix: 'Create a trail over all regions',
      effort: 'S',
      items: ({ hasAuditTrail }) => ifSo(!hasAuditTrail, 'high', 'cloud account', 'no trail over all regions'),
    },
    {
      id: 'no-threat-detection',
      code: 'GD',
      title: 'Accounts nobody watches for intruders',
      risk: 'An intruder is noticed by the bill',
      source: 'Prowler guardduty_is_enabled',
      category: 'security',
      fix: 'Switch threat detection on',
      command: 'aws guardduty create-detector --enable',
      effort: 'S',
      items: ({ hasThreatDetection }) => ifSo(!hasThreatDetection, 'high', 'cloud account', 'threat detection is off'),
    },
    {
      id: 'no-budget-alarm',
      code: 'BUDGET',
      title: 'Accounts without a budget alarm',
      risk: 'A runaway cost is noticed a month late',
      source: 'policy default: a bill should not be the first to tell',
      category: 'tech-debt',
      fix: 'Set a monthly budget with an alarm',
      effort: 'S',
      items: ({ hasBudgetAlarm }) => ifSo(!hasBudgetAlarm, 'medium', 'cloud account', 'no budget alarm'),
    },
    {
      id: 'idle-network-and-disks',
      code: 'NET-IDLE',
      title: 'Addresses, gateways or disks that nothing uses',
      risk: 'They are paid for by the hour',
      source: 'Thrifty: unattached addresses and volumes, idle NAT gateways',
      category: 'waste',
      fix: 'Release what nothing uses',
      effort: 'S',
      items: ({ idleAddresses, idleNatGateways, unattachedVolumeGb }) => [
        ...ifSo(idleAddresses > 0, 'low', 'addresses', `idle addresses: ${idleAddresses}`),
        ...ifSo(idleNatGateways > 0, 'low', 'NAT gateways', `idle gateways: ${idleNatGateways}`),
        ...ifSo(unattachedVolumeGb > 0, 'low', 'disks', `unattached: ${unattachedVolumeGb} GB`),
      ],
    },
    {
      id: 'unused-health-checks',
      code: 'DNS-HEALTH',
      title: 'Health checks that no record uses',
      risk: 'They are paid for by the month',
      source: 'Thrifty: unused Route 53 health checks',
      category: 'waste',
      fix: 'Delete them',
      effort: 'S',
      items: ({ unusedHealthChecks }) =>
        ifSo(unusedHealthChecks > 0, 'low', 'health checks', `unused health checks: ${unusedHealthChecks}`),
    },
  ]),
];

function keptWrongly(log: ReadSection<'logs'>['items'][number]): readonly CheckItem[] {
  const { name, holds, retentionDays } = log;
  const item = (evidence: string, severity: 'medium' | 'low') => [{ resource: name, evidence, severity }];
  if (holds === 'audit') {
    return retentionDays !== undefined && retentionDays < AUDIT_DAYS
      ? item(`an audit log kept ${retentionDays} days, not a year`, 'medium')
      : [];
  }
  if (retentionDays === undefined) return item('kept for ever', 'low');
  if (retentionDays > LONGEST_LOG_DAYS) return item(`kept ${retentionDays} days`, 'low');
  return retentionDays < SHORTEST_LOG_DAYS ? item(`kept ${retentionDays} days`, 'medium') : [];
}
