import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VARIABLES } from '../../lambda/config.ts';
import { handlerOf } from '../../lambda/handler.ts';
import { METRIC_NAMES, NAMESPACE } from '../../lambda/log-metrics.ts';
import type { Runtime } from '../../lambda/runtime.ts';
import { tableDefinitions } from '../../lambda/stores/tables.ts';
import { buildLambda } from '../../scripts/build.ts';
import { LOCAL_ONLY, NEEDED, SET_BY_LAMBDA, SETTABLE, VERSION_NAME } from '../../scripts/deploy/environment-names.ts';
import { functionZip } from '../../scripts/deploy/function-zip.ts';
import { ALIAS } from '../../scripts/deploy/settings.ts';
import { PAGE_HEADERS } from '../../scripts/dev/edge.ts';
import { ROOT } from '../architecture/imports.ts';
import { cloudTemplate, conditionsIn, propertiesOf, referencesIn } from './a-template.ts';
import { resourceSchema } from './resource-schema.ts';

const template = cloudTemplate();
const schema = await resourceSchema();
const of = (name: string) => propertiesOf(template, name);
const ofType = (type: string) => Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);

describe('the template', () => {
  it('has only resources, properties and values AWS’s own schema knows', () => {
    const found = Object.entries(template.Resources).flatMap(([name, { Type, Properties }]) =>
      schema.problems(Type, Properties, name),
    );
    expect(found).toEqual([]);
    expect(Object.keys(template.Resources).length).toBeGreaterThan(40);
  });

  it('would be caught with an unknown property, a missing one, a wrong type or a resource that does not exist', () => {
    const key = [{ AttributeName: 'pk', KeyType: 'HASH' }];
    expect([
      ...schema.problems('AWS::DynamoDB::Table', { KeySchema: key, BillingMod: 'PAY_PER_REQUEST' }, 'T'),
      ...schema.problems('AWS::DynamoDB::Table', {}, 'T'),
      ...schema.problems('AWS::Lambda::Function', { Code: {}, Role: 'r', MemorySize: 'much' }, 'F'),
      ...schema.problems('AWS::Lambda::Function', { Code: { S3Buckets: 'b' }, Role: 'r' }, 'F'),
      ...schema.problems('AWS::Lambda::Functions', {}, 'F'),
    ]).toEqual([
      'T.BillingMod is unknown',
      'T.KeySchema is missing',
      'F.MemorySize: expected a whole number',
      'F.Code.S3Buckets is unknown',
      'F: there is no AWS::Lambda::Functions',
    ]);
  });

  it('refers only to what is there', () => {
    const { Resources, Parameters, Outputs, Conditions } = template;
    const dangling = referencesIn([Resources, Outputs, Conditions]).filter((name) => {
      const [head = '', ...attribute] = name.split('.');
      if (head.startsWith('AWS::')) return false;
      if (attribute.length === 0) return !(head in Resources) && !(head in Parameters);
      return !schema.hasAttribute(Resources[head]?.Type ?? '', attribute.join('.'));
    });
    expect(dangling).toEqual([]);
    const waits = Object.values(Resources).flatMap(({ DependsOn = [] }) => [DependsOn].flat());
    expect(waits.filter((name) => !(name in Resources))).toEqual([]);
    const asked = [...conditionsIn(Resources), ...Object.values(Resources).flatMap(({ Condition = [] }) => Condition)];
    expect(asked.filter((name) => !(name in Conditions))).toEqual([]);
  });

  it('uses every parameter and condition it has', () => {
    const { Parameters, Conditions, Resources } = template;
    const used = new Set(referencesIn([Resources, Conditions]));
    expect(Object.keys(Parameters).filter((name) => !used.has(name))).toEqual([]);
    const asked = new Set([...conditionsIn(Resources), ...Object.values(Resources).map(({ Condition }) => Condition)]);
    expect(Object.keys(Conditions).filter((name) => !asked.has(name))).toEqual([]);
  });

  it('keeps what cannot be made again when the stack goes', () => {
    const lasting = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::SecretsManager::Secret', 'AWS::Logs::LogGroup'];
    const lost = lasting.flatMap(ofType).filter(([, { DeletionPolicy }]) => DeletionPolicy !== 'Retain');
    expect(lost.map(([name]) => name)).toEqual([]);
  });

  it('passes cfn-lint, where there is one', () => {
    const linted = spawnSync('cfn-lint', ['-r', 'us-west-2', '-t', 'lambda/template.yaml'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const absent = (linted.error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';
    expect(absent ? '' : linted.stdout).toBe('');
    expect(absent || linted.status === 0).toBe(true);
  }, 240_000);
});

describe('the function in the cloud', () => {
  const names = Object.keys((of('Function')['Environment'] as { Variables: object }).Variables);

  it('is told everything the code reads but what Lambda sets and a local start needs', () => {
    const read = VARIABLES.map(({ name }) => name).filter((name) => ![...SET_BY_LAMBDA, ...LOCAL_ONLY].includes(name));
    expect([...names].sort()).toEqual([...read].sort());
    expect([...SETTABLE, VERSION_NAME].sort()).toEqual([...names].sort());
  });

  it('cannot be deployed without its secrets, its entrance and its alias', () => {
    expect(NEEDED).toEqual(expect.arrayContaining(['SECRET_ARN', 'ORIGIN_SECRET_ARN', 'FUNCTION_ALIAS', 'TABLE_MAIN']));
  });

  it('starts in the file the build makes, zipped to the same bytes twice', async () => {
    const folders = await Promise.all([1, 2].map(() => mkdtemp(join(tmpdir(), 'scc-zip-'))));
    try {
      for (const folder of folders) await buildLambda(folder);
      const [one, two] = await Promise.all(folders.map((folder) => functionZip(folder)));
      expect(one?.digest).toBe(two?.digest);
      expect(one?.digest).toMatch(/^[A-Za-z0-9+/]{43}=$/);
      const [file, name] = String(of('Function')['Handler']).split('.');
      const source = await readFile(join(folders[0] ?? '', `${file}.mjs`), 'utf8');
      expect(source).toMatch(new RegExp(`export\\{[^}]*\\bas ${name}\\b`));
    } finally {
      for (const folder of folders) await rm(folder, { recursive: true });
    }
  });

  it('is reached through the alias alone', () => {
    const live = { Ref: 'LiveAlias' };
    expect(of('LiveAlias')['Name']).toBe(ALIAS);
    expect((of('Function')['Environment'] as { Variables: Record<string, unknown> }).Variables['FUNCTION_ALIAS']).toBe(
      ALIAS,
    );
    expect(of('ApiIntegration')['IntegrationUri']).toEqual(live);
    expect(of('ApiMayInvoke')['FunctionName']).toEqual(live);
    expect(of('MailTopicMayInvoke')['FunctionName']).toEqual(live);
    expect(of('MailTopicToFunction')['Endpoint']).toEqual(live);
    const clocks = ofType('AWS::Scheduler::Schedule').map(([name]) => (of(name)['Target'] as { Arn: unknown }).Arn);
    expect(clocks).toEqual([live, live, live]);
  });

  it('takes its ticks for what they are', async () => {
    const ticks: string[] = [];
    const postWhatTimeBrings = async () => ticks.push('postings');
    const runtime = {
      postWhatTimeBrings,
      reporting: {
        clockTicked: async () => ticks.push('tick'),
        watchLooked: async () => ticks.push('watch'),
      },
      log: () => undefined,
    };
    const handler = handlerOf(runtime as unknown as Runtime);
    for (const [name] of ofType('AWS::Scheduler::Schedule')) {
      const input = String((of(name)['Target'] as { Input: unknown }).Input);
      await handler(JSON.parse(input.replace('<aws.scheduler.scheduled-time>', '2026-11-21T16:00:00Z')));
    }
    expect(ticks).toEqual(['postings', 'tick', 'postings', 'tick', 'watch']);
    expect(of('DailyTick')).toMatchObject({
      ScheduleExpression: 'cron(0 8 * * ? *)',
      ScheduleExpressionTimezone: { Ref: 'BusinessZone' },
    });
    expect(of('Sweep')['ScheduleExpression']).toBe('rate(5 minutes)');
  });
});

describe('what became of mails', () => {
  it('is told by SES to the topic, for mails of the configuration set they are sent with', () => {
    const destination = of('MailEventDestination');
    expect(destination['ConfigurationSetName']).toEqual({ Ref: 'MailEvents' });
    const told = destination['EventDestination'] as { MatchingEventTypes: readonly string[]; SnsDestination: object };
    expect(told.SnsDestination).toEqual({ TopicARN: { Ref: 'MailTopic' } });
    // The words of AWS::SES::ConfigurationSetEventDestination for the seven kinds the function reads.
    expect([...told.MatchingEventTypes].sort()).toEqual([
      'bounce',
      'complaint',
      'delivery',
      'deliveryDelay',
      'reject',
      'renderingFailure',
      'send',
    ]);
  });

  it('comes from that topic and no other, and is kept where it cannot be handed over', () => {
    expect(of('MailTopicMayInvoke')).toMatchObject({
      Principal: 'sns.amazonaws.com',
      SourceArn: { Ref: 'MailTopic' },
    });
    const queue = { 'Fn::GetAtt': 'LostMailEvents.Arn' };
    expect(of('MailTopicToFunction')).toMatchObject({
      TopicArn: { Ref: 'MailTopic' },
      Protocol: 'lambda',
      RedrivePolicy: { deadLetterTargetArn: queue },
    });
    const { Statement } = of('LostMailEventsPolicy')['PolicyDocument'] as { Statement: readonly object[] };
    expect(Statement).toMatchObject([
      {
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: queue,
        Condition: { ArnEquals: { 'aws:SourceArn': { Ref: 'MailTopic' } } },
      },
    ]);
  });

  it('rings when something waits there, and when an audit copy comes back', () => {
    expect(of('LostMailEventAlarm')).toMatchObject({
      Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': 'LostMailEvents.QueueName' } }],
      Threshold: 1,
      AlarmActions: [{ Ref: 'AlarmTopic' }],
    });
    expect(of('AuditCopyAlarm')).toMatchObject({
      MetricName: 'AuditCopiesRefused',
      AlarmActions: [{ Ref: 'AlarmTopic' }],
    });
    const source = readFileSync(join(ROOT, 'lambda/reports/feedback.ts'), 'utf8');
    expect(source).toContain("deps.log('audit-copy.refused'");
  });
});

describe('what the function says', () => {
  it('goes to the log of the reports, line by line as JSON, and is kept for 90 days', () => {
    expect(of('Function')['LoggingConfig']).toEqual({ LogFormat: 'JSON', LogGroup: { Ref: 'ReportLog' } });
    expect(of('ReportLog')).toEqual({ LogGroupName: '/aws/reports/executive-suite', RetentionInDays: 90 });
    expect(ofType('AWS::Logs::LogGroup').map(([name]) => name)).toEqual(['ReportLog']);
  });

  it('rings where a mail or a report goes wrong or silent, by counts the code makes, and never by mail of SES alone', () => {
    const own = ofType('AWS::CloudWatch::Alarm')
      .map(([name]) => of(name))
      .filter(({ Namespace }) => Namespace === NAMESPACE);
    const rung = own.map(({ MetricName }) => String(MetricName));
    expect(rung.filter((name) => !METRIC_NAMES.includes(name))).toEqual([]);
    expect([...rung].sort()).toEqual([
      'AuditCopiesRefused',
      'LongestDoubtMinutes',
      'MailsBounced',
      'MailsComplained',
      'MailsFailed',
      'MailsHeld',
      'ReportsMissed',
      'RunsWithProblems',
      'SweepsDone',
      'WatchLooks',
    ]);
    for (const alarm of own) {
      expect(alarm['Dimensions']).toEqual([{ Name: 'FunctionName', Value: { Ref: 'Function' } }]);
      expect(alarm['AlarmActions']).toEqual([{ Ref: 'AlarmTopic' }]);
    }
    expect(of('AlarmMail')['TopicArn']).toEqual({ Ref: 'AlarmTopic' });
  });

  it('rings when it falls silent: no sweep for 15 minutes, no look of the watch for 45', () => {
    const silence = { Statistic: 'Sum', Threshold: 1, ComparisonOperator: 'LessThanThreshold' };
    expect(of('SweepAlarm')).toMatchObject({ ...silence, Period: 900, TreatMissingData: 'breaching' });
    expect(of('WatchAlarm')).toMatchObject({ ...silence, Period: 2_700, TreatMissingData: 'breaching' });
    expect(of('DoubtAlarm')).toMatchObject({ Statistic: 'Maximum', Threshold: 60 });
  });
});

describe('what is kept', () => {
  it('lies in tables laid out as the code lays them out, recoverable and protected', () => {
    const tables = ['MainTable', 'AuditTable'].map((name) => {
      const { PointInTimeRecoverySpecification, DeletionProtectionEnabled, SSESpecification, ...layout } = of(name);
      expect([PointInTimeRecoverySpecification, DeletionProtectionEnabled, SSESpecification]).toEqual([
        { PointInTimeRecoveryEnabled: true },
        true,
        { SSEEnabled: true },
      ]);
      return layout;
    });
    expect(tables).toEqual(tableDefinitions('', '').map(({ TableName: _name, ...layout }) => layout));
  });

  it('lies in buckets nobody outside can read, over TLS only', () => {
    for (const [name] of ofType('AWS::S3::Bucket')) {
      expect(Object.values(of(name)['PublicAccessBlockConfiguration'] as object), name).toEqual([
        true,
        true,
        true,
        true,
      ]);
      expect(JSON.stringify(of(`${name}Policy`)), name).toContain('"aws:SecureTransport":"false"');
    }
    expect(of('ArchiveBucket')['VersioningConfiguration']).toEqual({ Status: 'Enabled' });
  });
});

describe('the edge', () => {
  const headers = of('PageHeaders')['ResponseHeadersPolicyConfig'] as {
    SecurityHeadersConfig: Record<string, Record<string, unknown>>;
    CustomHeadersConfig: { Items: readonly { Header: string; Value: string }[] };
  };

  it('adds to the pages what a local start adds, and strict transport', () => {
    const { ContentSecurityPolicy, ReferrerPolicy, StrictTransportSecurity, ...rest } = headers.SecurityHeadersConfig;
    expect(ContentSecurityPolicy?.['ContentSecurityPolicy']).toBe(PAGE_HEADERS['content-security-policy']);
    const custom = headers.CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value]);
    expect({
      ...Object.fromEntries(custom),
      'content-security-policy': ContentSecurityPolicy?.['ContentSecurityPolicy'],
      'referrer-policy': ReferrerPolicy?.['ReferrerPolicy'],
      ...('ContentTypeOptions' in rest ? { 'x-content-type-options': 'nosniff' } : {}),
    }).toEqual(PAGE_HEADERS);
    expect(StrictTransportSecurity).toMatchObject({ AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true });
  });

  it('hands the API what it asks a request for, the viewer’s address among it, and keeps nothing of its replies', async () => {
    const policy = of('ApiRequest')['OriginRequestPolicyConfig'] as { HeadersConfig: { Headers: readonly string[] } };
    const sources = await Promise.all(
      [
        'lambda/http/gate.ts',
        'lambda/reports/dashboard-route.ts',
        'lambda/runtime.ts',
        'lambda/security/entrance.ts',
        'lambda/host/sign-in-routes.ts',
      ].map((file) => readFile(join(ROOT, file), 'utf8')),
    );
    const read = [...sources.join('\n').matchAll(/header\('([a-z-]+)'\)|_HEADER = '([a-z-]+)'/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    );
    const sent = [
      ...policy.HeadersConfig.Headers.map((name) => name.toLowerCase()),
      'cookie',
      'x-scc-entrance',
      'if-none-match',
    ];
    expect(read.length).toBeGreaterThan(4);
    expect(read.filter((name) => !sent.includes(name))).toEqual([]);
    const { CacheBehaviors } = of('Distribution')['DistributionConfig'] as {
      CacheBehaviors: readonly { CachePolicyId: string }[];
    };
    // AWS's managed policy CachingDisabled, by the id AWS documents for it.
    expect(CacheBehaviors.map(({ CachePolicyId }) => CachePolicyId)).toEqual(['4135ea2d-6df8-44a3-9df3-4b5a84be39ad']);
  });
});
