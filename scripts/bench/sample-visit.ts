import { join } from 'node:path';
import type { Config } from '../../lambda/config.ts';
import { lineLog } from '../../lambda/log.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import type { Instant, Zone } from '../../shared/kernel/calendar.ts';
import { consoleLink } from '../dev/console-link.ts';
import { startLocalStack } from '../dev/local-stack.ts';
import { ensureWebBuild } from '../dev/web-build.ts';
import { ensureSample } from '../sample/ensure-sample.ts';

/** The sample company running on this machine with somebody signed in, for measurements that need both. */
export interface SampleVisit {
  readonly appUrl: string;
  /** The built pages of the app. */
  readonly webFolder: string;
  /** The session of the person signed in, as a Cookie header carries it. */
  readonly cookie: string;
  /** The tables it keeps its records in, its zone and its clock. */
  readonly tables: Tables;
  readonly zone: Zone;
  readonly clock: () => Instant;
  /** The function itself, for events that do not come over HTTP. */
  readonly invoke: (event: unknown) => Promise<unknown>;
  /** What a process of the function must find in its environment to work on the same books. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const ROOT = join(import.meta.dirname, '../..');
const SOMEBODY = 'admin@example.com';

/** Starts the sample in a folder and signs the office in, as a browser would. */
export async function sampleVisit(folder: string): Promise<SampleVisit> {
  const webFolder = await ensureWebBuild(ROOT, () => undefined);
  const silent = lineLog(
    () => undefined,
    () => '',
  );
  const stack = await startLocalStack({
    folder,
    webFolder,
    ports: { app: 0, inbox: 0, dynamo: 0, s3: 0 },
    log: silent,
    report: () => undefined,
  });
  const { tables, config, reportingDeps } = stack.runtime;
  await ensureSample(tables, config.zone, reportingDeps.clock(), () => undefined);
  const link = new URL(await consoleLink(stack.runtime, SOMEBODY, 'reports'));
  const opened = await fetch(`${stack.appUrl}/api/sign-in/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ token: link.hash.split('t=')[1] ?? '' }),
  });
  const cookie = (opened.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  return {
    appUrl: stack.appUrl,
    webFolder,
    cookie,
    tables,
    zone: config.zone,
    clock: reportingDeps.clock,
    invoke: stack.invoke,
    environment: environmentOf(config),
    close: () => stack.close(),
  };
}

/** The configuration as the variables it is read from. */
function environmentOf(config: Config): Readonly<Record<string, string>> {
  const { endpoints } = config;
  return {
    AWS_REGION: config.region,
    TABLE_MAIN: config.mainTable,
    TABLE_AUDIT: config.auditTable,
    ARCHIVE_BUCKET: config.archiveBucket,
    COMPANY_NAME: config.company,
    BUSINESS_ZONE: config.zone,
    APP_URL: config.appUrl,
    MAIL_FROM: config.mailFrom,
    AUDIT_BCC: config.auditBcc,
    MAIL_DOMAINS: config.mailDomains.join(','),
    SECRETS_FILE: config.secretsFile ?? '',
    APP_VERSION: config.version,
    DYNAMODB_ENDPOINT: endpoints.dynamo ?? '',
    SES_ENDPOINT: endpoints.ses ?? '',
    S3_ENDPOINT: endpoints.s3 ?? '',
  };
}
