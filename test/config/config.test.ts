import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, configOf, VARIABLES } from '../../lambda/config.ts';

const GOOD = {
  AWS_REGION: 'us-west-2',
  TABLE_MAIN: 'scc-main',
  TABLE_AUDIT: 'scc-audit',
  ARCHIVE_BUCKET: 'scc-archive',
  COMPANY_NAME: 'Ship Captain Crew',
  BUSINESS_ZONE: 'America/Los_Angeles',
  APP_URL: 'https://app.example.com',
  MAIL_FROM: 'Ship Captain Crew <reports@example.com>',
  AUDIT_BCC: 'audit@example.com',
  MAIL_DOMAINS: 'example.com',
  SECRET_ARN: 'arn:aws:secretsmanager:us-west-2:000000000000:secret:scc',
};

const OPTIONAL = {
  JOINING_WINDOW_MIN: '15',
  ON_UNKNOWN: 'hold',
  SES_CONFIGURATION_SET: 'reports',
  MAIL_TOPIC_ARN: 'arn:aws:sns:us-west-2:000000000000:mail-events',
  SECRETS_FILE: '/var/secrets.json',
  APP_VERSION: '1.2.3',
  ORIGIN_SECRET_ARN: 'arn:aws:secretsmanager:us-west-2:000000000000:secret:scc-origin',
  AWS_LAMBDA_FUNCTION_NAME: 'scc',
  FUNCTION_ALIAS: 'live',
  DYNAMODB_ENDPOINT: 'http://127.0.0.1:8000',
  SES_ENDPOINT: 'http://127.0.0.1:8001',
  S3_ENDPOINT: 'http://127.0.0.1:8002',
};

function problemsIn(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  try {
    configOf(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('an environment that is complete', () => {
  test('is read into the configuration, what is not set left out', () => {
    expect(configOf(GOOD)).toEqual({
      region: 'us-west-2',
      mainTable: 'scc-main',
      auditTable: 'scc-audit',
      archiveBucket: 'scc-archive',
      company: 'Ship Captain Crew',
      zone: 'America/Los_Angeles',
      appUrl: 'https://app.example.com',
      mailFrom: 'Ship Captain Crew <reports@example.com>',
      auditBcc: 'audit@example.com',
      mailDomains: ['example.com'],
      joiningWindowMin: 0,
      onUnknown: 'resend',
      secretArn: GOOD.SECRET_ARN,
      version: 'unversioned',
      endpoints: {},
    });
  });

  test('may say more', () => {
    expect(configOf({ ...GOOD, ...OPTIONAL })).toMatchObject({
      joiningWindowMin: 15,
      onUnknown: 'hold',
      configurationSet: 'reports',
      mailTopicArn: 'arn:aws:sns:us-west-2:000000000000:mail-events',
      secretsFile: '/var/secrets.json',
      version: '1.2.3',
      functionName: 'scc',
      endpoints: { dynamo: 'http://127.0.0.1:8000', ses: 'http://127.0.0.1:8001', s3: 'http://127.0.0.1:8002' },
    });
  });

  test('may have a secrets file in place of the secret', () => {
    const { SECRET_ARN: _none, ...rest } = GOOD;
    expect(configOf({ ...rest, SECRETS_FILE: '/var/secrets.json' }).secretsFile).toBe('/var/secrets.json');
  });

  test('is read without the spaces around its values, and domains in any case', () => {
    const config = configOf({ ...GOOD, TABLE_MAIN: ' scc-main\n', MAIL_DOMAINS: ' Example.com , boats.example.ORG ' });
    expect(config.mainTable).toBe('scc-main');
    expect(config.mailDomains).toEqual(['example.com', 'boats.example.org']);
  });

  test('gives links no more of the app’s address than its origin', () => {
    expect(configOf({ ...GOOD, APP_URL: 'https://app.example.com/some/path/?x=1' }).appUrl).toBe(
      'https://app.example.com',
    );
  });

  test.each([
    'reports@example.com',
    '<reports@example.com>',
    '"Crew, Ship" <reports@example.com>',
    'Zoë <reports@Example.com>',
  ])('may have mail come from %s', (from) => expect(configOf({ ...GOOD, MAIL_FROM: from }).mailFrom).toBe(from));
});

describe('an environment that is not complete', () => {
  test('hears of every missing variable at once, and what it is for', () => {
    expect(problemsIn({})).toEqual([
      'AWS_REGION is missing: the one region of the tables, the bucket and SES',
      'TABLE_MAIN is missing: DynamoDB table of the business',
      'TABLE_AUDIT is missing: DynamoDB table of the audit lines',
      'ARCHIVE_BUCKET is missing: S3 bucket that keeps every report',
      'COMPANY_NAME is missing: the name on reports and pages',
      'BUSINESS_ZONE is missing: IANA time zone in which business days are counted',
      'APP_URL is missing: address of the app, for links in mails and same-origin checks',
      'MAIL_FROM is missing: verified SES identity mails come from',
      'AUDIT_BCC is missing: mailbox that receives a copy of every report',
      'MAIL_DOMAINS is missing: domains mail may go to, separated by commas',
      'SECRET_ARN is missing: secret with signing keys and pepper (or SECRETS_FILE for a local start)',
    ]);
  });

  test.each(Object.keys(GOOD))('hears of %s alone when only that is missing or blank', (name) => {
    for (const value of [undefined, '', '  \n']) {
      expect(problemsIn({ ...GOOD, [name]: value })).toEqual([expect.stringMatching(`^${name} is missing: .{10,}`)]);
    }
  });

  test('says all of it in one message', () => {
    expect(() => configOf({ ...GOOD, TABLE_MAIN: '', BUSINESS_ZONE: 'PST' })).toThrow(
      'The environment is not complete:\n' +
        '  TABLE_MAIN is missing: DynamoDB table of the business\n' +
        '  BUSINESS_ZONE is no IANA time zone: PST',
    );
  });
});

describe('a variable that is unusable is named', () => {
  test.each<[string, readonly string[]]>([
    ['BUSINESS_ZONE', ['PST', 'Mars/Olympus', '-08:00', 'America/Los Angeles', 'America']],
    [
      'APP_URL',
      [
        'app.example.com',
        'app.example.com:443',
        'localhost:3000',
        'javascript:alert(1)',
        'ftp://example.com',
        'https://',
        '//example.com',
      ],
    ],
    ['DYNAMODB_ENDPOINT', ['localhost:8000', 'dynamodb', 'file:///tmp', 'http://', ':8000']],
    ['JOINING_WINDOW_MIN', ['-1', '1.5', '1441', 'soon']],
    ['ON_UNKNOWN', ['maybe', 'Hold', 'hold resend']],
    ['SES_ENDPOINT', ['localhost:8000', 'ses', 'file:///tmp', 'http://', ':8000']],
    ['S3_ENDPOINT', ['localhost:8000', 's3', 'file:///tmp', 'http://', ':8000']],
    [
      'MAIL_FROM',
      [
        'reports',
        'reports@localhost',
        'Reports reports@example.com',
        'a@example.com, b@example.com',
        'Crew, Ship <reports@example.com>',
        'Reports <reports@example.com> <more@example.com>',
        'Reports\nBcc: evil@example.org <reports@example.com>',
        'Reports <>',
      ],
    ],
    [
      'AUDIT_BCC',
      [
        'audit',
        'audit@',
        'Audit <audit@example.com>',
        'a@example.com,b@example.com',
        'audit@example.com\nb@example.com',
      ],
    ],
    [
      'MAIL_DOMAINS',
      [
        'example.com,',
        ',',
        '*',
        '*.example.com',
        '@example.com',
        '.example.com',
        'com',
        'a b.com',
        'example.com;example.org',
      ],
    ],
  ])('%s', (name, values) => {
    for (const value of values) {
      expect(problemsIn({ ...GOOD, [name]: value }), value).toEqual([expect.stringMatching(`^${name} is no `)]);
    }
  });
});

test('no secret is repeated, however wrong the environment is', () => {
  const secret = 'hunter2-5a1f';
  const environment = {
    AWS_SECRET_ACCESS_KEY: secret,
    SESSION_SECRET: secret,
    APP_URL: `app.example.com/${secret}`,
    DYNAMODB_ENDPOINT: `http://admin:${secret}@`,
    SES_ENDPOINT: `${secret}.example.com`,
    MAIL_FROM: secret,
    AUDIT_BCC: secret,
    MAIL_DOMAINS: secret,
    SECRETS_FILE: `/run/${secret}`,
    SECRET_ARN: secret,
  };
  const problems = problemsIn(environment);
  expect(problems.length).toBeGreaterThanOrEqual(10);
  expect(problems.join('\n')).not.toContain(secret);
});

describe('the list of variables', () => {
  const SOURCE = readFileSync('lambda/config.ts', 'utf8');
  const afterList = SOURCE.slice(SOURCE.indexOf('export function configOf'));
  const named = new Set([...afterList.matchAll(/'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'/g)].map((match) => match[1] ?? ''));
  const listed = VARIABLES.map((variable) => variable.name);

  test('names each once, with what it is for', () => {
    expect(new Set(listed).size).toBe(listed.length);
    for (const { name, purpose } of VARIABLES) expect(purpose, name).toMatch(/^\S.{15,}$/);
  });

  test('holds every variable the configuration reads, and no other', () => {
    expect([...named].sort()).toEqual([...listed].sort());
  });

  test('holds only variables that change the configuration', () => {
    for (const name of listed) {
      const all: Record<string, string> = { ...GOOD, ...OPTIONAL };
      const { [name]: value, ...rest } = all;
      expect(value, name).toBeDefined();
      const left = problemsIn(rest).length > 0 ? 'refused' : configOf(rest);
      expect(left, name).not.toEqual(configOf(all));
    }
  });

  test('holds everything the function reads of its environment, but the session token Lambda sets itself', () => {
    const files = readdirSync('lambda', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const reads = files.flatMap((file) =>
      [...readFileSync(join('lambda', file), 'utf8').matchAll(/process\.env(\[[^\]]*\]|\.\w+)?/g)].map(
        (match) => `${file}: ${match[1] ?? 'all'}`,
      ),
    );
    expect(files.length).toBeGreaterThan(20);
    expect(reads.sort()).toEqual([
      'handler.ts: all', // handed to the configuration
      "runtime.ts: ['AWS_SESSION_TOKEN']",
    ]);
  });
});
