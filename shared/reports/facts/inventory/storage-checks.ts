import { daysBetween } from '../../../kernel/calendar.ts';
import { dayInWords } from '../../../kernel/month-names.ts';
import type { Check } from './check.ts';
import { checksOf, failing } from './check.ts';

const STALE_DAYS = 90;

export const STORAGE_CHECKS: readonly Check[] = [
  ...checksOf('buckets', [
    {
      id: 'buckets-that-could-be-opened',
      code: 'S3-BPA',
      title: 'Buckets that a policy could open to everyone',
      risk: 'One wrong policy would publish what the bucket holds',
      source: 'Prowler s3_bucket_level_public_access_block; FSBP S3.8',
      category: 'security',
      fix: 'Block public access on the bucket, all four flags',
      command:
        'aws s3api put-public-access-block --bucket NAME --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
      effort: 'S',
      items: ({ items }) =>
        failing(
          items,
          'high',
          (of) => !of.blocksPublicAccess,
          () => 'public access is not blocked',
        ),
    },
    {
      id: 'public-buckets',
      code: 'S3-PUBLIC',
      title: 'Buckets everyone can read or write',
      risk: 'Customers’ files or ours can be read or replaced by anyone',
      source: 'Prowler s3_bucket_public_access; FSBP S3.2, S3.3',
      category: 'security',
      fix: 'Take the public grant away and serve the files through the distribution',
      effort: 'M',
      items: ({ items }) =>
        failing(
          items,
          'critical',
          (of) => of.isPublic,
          (of) => `open to everyone; holds ${of.holds}`,
        ),
    },
    {
      id: 'buckets-over-plain-http',
      code: 'S3-TLS',
      title: 'Buckets that answer over plain HTTP',
      risk: 'Files can be read on their way',
      source: 'Prowler s3_bucket_secure_transport_policy; FSBP S3.5',
      category: 'security',
      fix: 'Refuse requests without TLS in the bucket policy',
      effort: 'S',
      items: ({ items }) =>
        failing(
          items,
          'medium',
          (of) => !of.refusesPlainHttp,
          () => 'no statement refuses plain HTTP',
        ),
    },
    {
      id: 'reports-under-a-shared-key',
      code: 'S3-SSE',
      title: 'Buckets of reports without a key of our own',
      risk: 'Access to the reports cannot be cut by taking a key away',
      source: 'Prowler s3_bucket_default_encryption; policy default: asked of reports alone',
      category: 'security',
      fix: 'Encrypt the bucket of reports with a key of our own',
      effort: 'S',
      items: ({ items }) =>
        failing(
          items,
          'low',
          (of) => of.holds === 'reports' && of.encryption !== 'own_key',
          (of) => (of.encryption === 'none' ? 'not encrypted' : 'encrypted with the provider’s key'),
        ),
    },
    {
      id: 'buckets-without-versions',
      code: 'S3-VERS',
      title: 'Buckets that keep no earlier versions',
      risk: 'A mistaken delete cannot be undone',
      source: 'Prowler s3_bucket_object_versioning',
      category: 'tech-debt',
      fix: 'Switch versions on',
      command: 'aws s3api put-bucket-versioning --bucket NAME --versioning-configuration Status=Enabled',
      effort: 'S',
      items: ({ items }) =>
        failing(
          items,
          'medium',
          (of) => !of.keepsVersions,
          (of) => `a deleted file is gone; holds ${of.holds}`,
        ),
    },
    {
      id: 'buckets-that-only-grow',
      code: 'S3-LC',
      title: 'Buckets that only grow',
      risk: 'Storage cost grows for ever',
      source: 'Prowler s3_bucket_lifecycle_enabled; FSBP S3.13',
      category: 'waste',
      fix: 'Set how long each kind of file is kept',
      effort: 'S',
      items: ({ items }) =>
        failing(
          items,
          'low',
          (of) => !of.hasLifecycle,
          () => 'no lifecycle',
        ),
    },
    {
      id: 'unfinished-uploads',
      code: 'S3-UPLOADS',
      title: 'Buckets with unfinished uploads',
      risk: 'Parts nobody can see are paid for',
      source: 'policy default: parts of uploads that were given up are paid for',
      category: 'waste',
      fix: 'Let the lifecycle drop unfinished uploads after 7 days',
      effort: 'S',
      items: ({ items }) =>
        failing(
          items,
          'low',
          (of) => of.unfinishedUploads > 0,
          (of) => `unfinished uploads: ${of.unfinishedUploads}`,
        ),
    },
  ]),
  ...checksOf('tables', [
    {
      id: 'tables-without-recovery',
      code: 'DDB-PITR',
      title: 'Tables that cannot be put back to a point in time',
      risk: 'A mistake in the data cannot be taken back',
      source: 'Prowler dynamodb_tables_pitr_enabled; FSBP DynamoDB.2',
      category: 'tech-debt',
      fix: 'Switch point-in-time recovery on',
      command:
        'aws dynamodb update-continuous-backups --table-name NAME --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true',
      effort: 'S',
      items: ({ items }) =>
        items
          .filter((of) => !of.hasPointInTimeRecovery)
          .map((of) => ({
            resource: of.name,
            evidence: of.holdsLedger ? 'the only copy of the books, without recovery' : 'without recovery',
            severity: of.holdsLedger ? 'high' : 'medium',
          })),
    },
    {
      id: 'tables-one-call-can-delete',
      code: 'DDB-DEL',
      title: 'Tables that one call can delete',
      risk: 'One mistaken call deletes the table',
      source: 'Prowler dynamodb_table_deletion_protection_enabled; FSBP DynamoDB.6',
      category: 'tech-debt',
      fix: 'Switch deletion protection on',
      command: 'aws dynamodb update-table --table-name NAME --deletion-protection-enabled',
      effort: 'S',
      items: ({ items }) =>
        failing(
          items,
          'medium',
          (of) => !of.hasDeletionProtection,
          () => 'no deletion protection',
        ),
    },
    {
      id: 'tables-without-backup-plan',
      code: 'DDB-BACKUP',
      title: 'Tables outside every backup plan',
      risk: 'There is no copy outside the table',
      source: 'Prowler dynamodb_table_protected_by_backup_plan',
      category: 'tech-debt',
      fix: 'Put the tables into the backup plan',
      effort: 'S',
      items: ({ items }) =>
        failing(
          items,
          'medium',
          (of) => !of.hasBackupPlan,
          () => 'no backup plan',
        ),
    },
    {
      id: 'unused-tables',
      code: 'DDB-STALE',
      title: 'Tables unused for 90 days',
      risk: 'They are paid for and still hold data',
      source: 'Thrifty: stale DynamoDB tables',
      category: 'waste',
      fix: 'Export the tables and delete them',
      effort: 'S',
      items: ({ items }, on) =>
        failing(
          items,
          'low',
          ({ lastUsedOn }) => lastUsedOn !== undefined && daysBetween(lastUsedOn, on) > STALE_DAYS,
          ({ lastUsedOn }) => (lastUsedOn === undefined ? 'never used' : `last used on ${dayInWords(lastUsedOn)}`),
        ),
      gaps: ({ items }) =>
        items.filter(({ lastUsedOn }) => lastUsedOn === undefined).map(({ name }) => `when ${name} was last used`),
    },
  ]),
  ...checksOf('secrets', [
    {
      id: 'secrets-that-never-change',
      code: 'SEC-ROT',
      title: 'Stored secrets that are never replaced',
      risk: 'A key that leaked once works for ever',
      source: 'Prowler secretsmanager_automatic_rotation_enabled; FSBP SecretsManager.1',
      category: 'security',
      fix: 'Let each secret be replaced on a schedule',
      effort: 'M',
      items: ({ items }) =>
        failing(
          items,
          'high',
          (of) => !of.rotates,
          () => 'no rotation',
        ),
    },
    {
      id: 'unused-secrets',
      code: 'SEC-UNUSED',
      title: 'Stored secrets unused for 90 days',
      risk: 'Each is paid for and could still be used',
      source: 'Prowler secretsmanager_secret_unused; FSBP SecretsManager.3',
      category: 'waste',
      fix: 'Delete the secrets nothing reads',
      effort: 'S',
      items: ({ items }, on) =>
        items
          .filter((of) => of.lastUsedOn === undefined || daysBetween(of.lastUsedOn, on) > STALE_DAYS)
          .map((of) => ({
            resource: of.name,
            evidence: of.lastUsedOn === undefined ? 'never used' : `last used on ${dayInWords(of.lastUsedOn)}`,
            severity: 'medium',
          })),
    },
  ]),
];
