import type { Zone } from '../shared/kernel/calendar.ts';
import { isZone } from '../shared/kernel/calendar.ts';
import { isEmail } from '../shared/kernel/email.ts';
import type { OnUnknown } from '../shared/reports/sending/rules.ts';
import { ON_UNKNOWN, SENDING_RULES } from '../shared/reports/sending/rules.ts';

/** Everything the function is told by its environment. */
export interface Config {
  readonly region: string;
  readonly mainTable: string;
  readonly auditTable: string;
  readonly archiveBucket: string;
  readonly company: string;
  readonly zone: Zone;
  readonly appUrl: string;
  readonly mailFrom: string;
  readonly auditBcc: string;
  /** Domains mail may be sent to. Anything else is refused before SES is asked. */
  readonly mailDomains: readonly string[];
  /** Minutes in which completions are joined into one issue of the executive reports; 0 joins none. */
  readonly joiningWindowMin: number;
  /** What is done with a mail of which nobody can say whether it went. */
  readonly onUnknown: OnUnknown;
  readonly configurationSet?: string;
  /** The topic over which SES tells what became of mails; messages of any other are not believed. */
  readonly mailTopicArn?: string;
  readonly secretArn?: string;
  readonly secretsFile?: string;
  /** The word the CDN says at the entrance. Where it is set, nobody comes in without it. */
  readonly originSecretArn?: string;
  readonly functionName?: string;
  readonly functionAlias?: string;
  readonly version: string;
  readonly endpoints: { readonly dynamo?: string; readonly ses?: string; readonly s3?: string };
}

interface Variable {
  readonly name: string;
  readonly purpose: string;
  readonly required: boolean;
}

/**
 * Every environment variable the product is configured by, and what for. The handbook and the deploy list follow this one.
 */
export const VARIABLES: readonly Variable[] = [
  { name: 'AWS_REGION', purpose: 'the one region of the tables, the bucket and SES', required: true },
  { name: 'TABLE_MAIN', purpose: 'DynamoDB table of the business', required: true },
  { name: 'TABLE_AUDIT', purpose: 'DynamoDB table of the audit lines', required: true },
  { name: 'ARCHIVE_BUCKET', purpose: 'S3 bucket that keeps every report', required: true },
  { name: 'COMPANY_NAME', purpose: 'the name on reports and pages', required: true },
  { name: 'BUSINESS_ZONE', purpose: 'IANA time zone in which business days are counted', required: true },
  { name: 'APP_URL', purpose: 'address of the app, for links in mails and same-origin checks', required: true },
  { name: 'MAIL_FROM', purpose: 'verified SES identity mails come from', required: true },
  { name: 'AUDIT_BCC', purpose: 'mailbox that receives a copy of every report', required: true },
  { name: 'MAIL_DOMAINS', purpose: 'domains mail may go to, separated by commas', required: true },
  {
    name: 'JOINING_WINDOW_MIN',
    purpose: 'minutes in which completed charters are joined into one issue of the executive reports; 0, joined never',
    required: false,
  },
  {
    name: 'ON_UNKNOWN',
    purpose:
      'what is done with a mail of which nobody can say whether it went: `resend` once it is shown that none of it went, `hold` for a person; left out, `resend`',
    required: false,
  },
  { name: 'SES_CONFIGURATION_SET', purpose: 'SES configuration set for delivery events', required: false },
  {
    name: 'MAIL_TOPIC_ARN',
    purpose: 'SNS topic over which SES tells what became of mails; messages of any other are not believed',
    required: false,
  },
  {
    name: 'SECRET_ARN',
    purpose: 'secret with signing keys and pepper, read through the Secrets Manager extension',
    required: false,
  },
  { name: 'SECRETS_FILE', purpose: 'the same secret as a local file, for a local start', required: false },
  {
    name: 'ORIGIN_SECRET_ARN',
    purpose: 'secret with the word the CDN says at the entrance; where set, requests without it are refused',
    required: false,
  },
  { name: 'APP_VERSION', purpose: 'version shown by the health route', required: false },
  {
    name: 'AWS_LAMBDA_FUNCTION_NAME',
    purpose: 'set by Lambda; the function that runs reports in the background',
    required: false,
  },
  {
    name: 'FUNCTION_ALIAS',
    purpose: 'alias background work is given to, so that it runs what is live and nothing else',
    required: false,
  },
  { name: 'DYNAMODB_ENDPOINT', purpose: 'another DynamoDB endpoint than the region’s', required: false },
  { name: 'SES_ENDPOINT', purpose: 'another SES endpoint than the region’s', required: false },
  { name: 'S3_ENDPOINT', purpose: 'another S3 endpoint than the region’s', required: false },
];

/** The configuration was not usable; every problem is in the message. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The environment is not complete:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** The environment as typed configuration. @throws ConfigError naming every missing or unusable variable at once. */
export function configOf(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = (name: string) => environment[name]?.trim() || undefined;
  const problems = problemsOf(read);
  if (problems.length > 0) throw new ConfigError(problems);
  const text = (name: string) => read(name) ?? '';
  const optional = <K extends string>(key: K, name: string) => {
    const value = read(name);
    return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: string });
  };
  return {
    region: text('AWS_REGION'),
    mainTable: text('TABLE_MAIN'),
    auditTable: text('TABLE_AUDIT'),
    archiveBucket: text('ARCHIVE_BUCKET'),
    company: text('COMPANY_NAME'),
    zone: text('BUSINESS_ZONE') as Zone,
    appUrl: new URL(text('APP_URL')).origin,
    mailFrom: text('MAIL_FROM'),
    auditBcc: text('AUDIT_BCC'),
    mailDomains: domainsIn(text('MAIL_DOMAINS')),
    joiningWindowMin: Number(read('JOINING_WINDOW_MIN') ?? 0),
    onUnknown: ON_UNKNOWN.find((one) => one === read('ON_UNKNOWN')) ?? SENDING_RULES.onUnknown,
    version: read('APP_VERSION') ?? 'unversioned',
    ...optional('configurationSet', 'SES_CONFIGURATION_SET'),
    ...optional('mailTopicArn', 'MAIL_TOPIC_ARN'),
    ...optional('secretArn', 'SECRET_ARN'),
    ...optional('secretsFile', 'SECRETS_FILE'),
    ...optional('originSecretArn', 'ORIGIN_SECRET_ARN'),
    ...optional('functionName', 'AWS_LAMBDA_FUNCTION_NAME'),
    ...optional('functionAlias', 'FUNCTION_ALIAS'),
    endpoints: {
      ...optional('dynamo', 'DYNAMODB_ENDPOINT'),
      ...optional('ses', 'SES_ENDPOINT'),
      ...optional('s3', 'S3_ENDPOINT'),
    },
  };
}

function problemsOf(read: (name: string) => string | undefined): string[] {
  const missing = VARIABLES.filter((variable) => variable.required && read(variable.name) === undefined);
  const problems = missing.map((variable) => `${variable.name} is missing: ${variable.purpose}`);
  const zone = read('BUSINESS_ZONE');
  if (zone !== undefined && !isZone(zone)) problems.push(`BUSINESS_ZONE is no IANA time zone: ${zone}`);
  for (const name of ['APP_URL', 'DYNAMODB_ENDPOINT', 'SES_ENDPOINT', 'S3_ENDPOINT']) {
    const value = read(name);
    if (value !== undefined && !isWebAddress(value)) problems.push(`${name} is no http or https address`);
  }
  for (const name of ['MAIL_FROM', 'AUDIT_BCC']) {
    const value = read(name);
    if (value !== undefined && !isMailbox(value, name === 'MAIL_FROM')) problems.push(`${name} is no mail address`);
  }
  if (!isWindow(read('JOINING_WINDOW_MIN') ?? '0')) {
    problems.push('JOINING_WINDOW_MIN is no number of minutes from 0 to 1440');
  }
  const onUnknown = read('ON_UNKNOWN');
  if (onUnknown !== undefined && !ON_UNKNOWN.some((one) => one === onUnknown)) {
    problems.push(`ON_UNKNOWN is no rule for mails in doubt: ${ON_UNKNOWN.join(' or ')}`);
  }
  const topic = read('MAIL_TOPIC_ARN');
  if (topic !== undefined && !/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,256}$/.test(topic)) {
    problems.push('MAIL_TOPIC_ARN is no ARN of an SNS topic');
  }
  const domains = read('MAIL_DOMAINS');
  if (domains !== undefined && !domainsIn(domains).every(isDomain)) {
    problems.push('MAIL_DOMAINS is no list of domains such as example.com, separated by commas');
  }
  if (read('SECRET_ARN') === undefined && read('SECRETS_FILE') === undefined) {
    problems.push('SECRET_ARN is missing: secret with signing keys and pepper (or SECRETS_FILE for a local start)');
  }
  return problems;
}

/** An address may carry credentials, so it is never repeated in a message. */
function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

function isMailbox(value: string, mayHaveName: boolean): boolean {
  const named = mayHaveName ? /^(?:[^<>@,;:"\p{C}]*|"[^"<>\\\p{C}]*"\s*)<([^<>]+)>$/u.exec(value) : null;
  return isEmail((named?.[1] ?? value).toLowerCase());
}

function isWindow(text: string): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) <= 1_440;
}

function domainsIn(list: string): string[] {
  return list
    .toLowerCase()
    .split(',')
    .map((domain) => domain.trim());
}

/** A domain with a dot in it: an empty entry, a wildcard or a whole top level would open the list to strangers. */
function isDomain(text: string): boolean {
  return isEmail(`a@${text}`);
}
