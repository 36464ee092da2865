import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Purpose } from '../shared/access/sign-in-rules.ts';
import { SIGN_IN } from '../shared/access/sign-in-rules.ts';
import type { Instant } from '../shared/kernel/calendar.ts';
import { instantOfMs } from '../shared/kernel/calendar.ts';
import type { RandomBytes } from '../shared/kernel/ids.ts';
import { newId } from '../shared/kernel/ids.ts';
import type { SendingRules } from '../shared/reports/sending/rules.ts';
import { SENDING_RULES } from '../shared/reports/sending/rules.ts';
import type { Config } from './config.ts';
import type { HostDeps } from './host/deps.ts';
import type { SignInRouteDeps } from './host/sign-in-routes.ts';
import type { MailingDeps, SignInMailJob } from './host/sign-in-service.ts';
import type { SessionDeps } from './host/sign-in-session.ts';
import { sessionHolder } from './host/sign-in-session.ts';
import { BANK_ROUTES, CHARTER_ROUTES, IMPORT_ROUTES, OFFICE_ROUTES, SIGN_IN_ROUTES } from './host/subjects.ts';
import type { App } from './http/app.ts';
import { createApp } from './http/app.ts';
import type { GateDeps } from './http/gate-deps.ts';
import type { Invoker, InvokerSettings } from './invoker.ts';
import { lambdaInvoker } from './invoker.ts';
import type { Log } from './log.ts';
import { lineLog } from './log.ts';
import type { Mailer } from './mail/ses.ts';
import { sesMailer } from './mail/ses.ts';
import { refreshAsked } from './reports/announce.ts';
import type { Archive } from './reports/archive.ts';
import { s3Archive } from './reports/archive.ts';
import type { ReportingDeps } from './reports/deps.ts';
import type { ReportingDoor } from './reports/door.ts';
import { reportingDoor } from './reports/door.ts';
import type { Press } from './reports/press.ts';
import type { Tell } from './reports/watch.ts';
import { cookieNames } from './security/cookies.ts';
import { ENTRANCE_HEADER, entranceOf, VIEWER_HEADER, viewerAddressIn } from './security/entrance.ts';
import type { SecretReader } from './security/secrets.ts';
import { cachedSecrets, extensionReader, fileReader } from './security/secrets.ts';
import type { Tables } from './stores/tables.ts';

/** Everything one process of the function holds, wired once. */
export interface Runtime {
  readonly config: Config;
  readonly app: App;
  readonly tables: Tables;
  readonly reportingDeps: ReportingDeps;
  readonly reporting: ReportingDoor;
  readonly log: Log;
  sendSignInMail(job: SignInMailJob): Promise<void>;
  /** Mails the office: everybody who runs it, each once, whatever becomes of the others. */
  tellOffice: Tell;
  /** Posts what happens by time alone, once a day. */
  postWhatTimeBrings(): Promise<void>;
}

/** What a local start or a test puts in place of the cloud's. */
export interface Substitutes {
  readonly clock?: () => Instant;
  readonly random?: RandomBytes;
  readonly invoker?: Invoker;
  readonly mailer?: Mailer;
  readonly archive?: Archive;
  readonly sending?: SendingRules;
  readonly log?: Log;
  readonly press?: Press;
  /** The tables' client, and how it waits. */
  readonly tables?: Pick<Tables, 'client' | 'pause'>;
  /** Where the secret of sign-in and address marks is read. */
  readonly secrets?: SecretReader;
  /** Where the word of the entrance is read, when the configuration asks for one. */
  readonly entranceSecret?: SecretReader;
  /** Further kinds of sign-in links that open a session. */
  readonly purposes?: readonly Purpose[];
}

/** The process behind the function: the only place where anything is wired to anything. */
export function runtimeOf(config: Config, instead: Substitutes = {}): Runtime {
  const clock = instead.clock ?? (() => instantOfMs(Date.now()));
  const random = instead.random ?? ((count) => new Uint8Array(randomBytes(count)));
  const log = instead.log ?? lineLog((line) => process.stdout.write(`${line}\n`), microsecondsNow, config.functionName);
  const secrets = cachedSecrets(instead.secrets ?? secretReader(config), clock);
  const mailer = instead.mailer ?? sesMailer({ region: config.region, ...sesSettings(config) });
  const invoker = instead.invoker ?? lambdaInvoker(invokerSettings(config));
  const tables: Tables = {
    ...tablesOf(config, instead.tables?.client),
    ...instead.tables,
    whenMoved: () => refreshAsked(invoker, log),
  };
  const archive =
    instead.archive ??
    s3Archive({
      region: config.region,
      bucket: config.archiveBucket,
      ...(config.endpoints.s3 === undefined ? {} : { endpoint: config.endpoints.s3 }),
    });

  const addressMark = async (address: string) => {
    const { canonicalAddress, personMark } = await import('./security/address.ts');
    const canonical = canonicalAddress(address);
    return personMark((await secrets.current()).pepper, canonical.ok ? canonical.value : address);
  };
  const sending = instead.sending ?? { ...SENDING_RULES, onUnknown: config.onUnknown };
  const world = { config, tables, archive, mailer, invoker, log, clock, random, sending, addressMark };
  const reportingDeps: ReportingDeps = instead.press === undefined ? world : { ...world, press: instead.press };
  const reporting = reportingDoor(reportingDeps);
  const hostDeps: HostDeps = { config, tables, log, clock, random, reporting };
  const signIn = { tables, secrets, cookies: cookieNames(config.appUrl), random };
  const signInRules: Omit<SignInRouteDeps, keyof SessionDeps> = {
    company: config.company,
    zone: config.zone,
    purposes: [{ name: SIGN_IN, bound: true }, ...(instead.purposes ?? [])],
    sendSignInMail: (job) => invoker.invoke({ source: 'scc.self', kind: 'sign-in-mail', ...job }),
  };

  const guarded =
    config.originSecretArn === undefined
      ? undefined
      : entranceGuard(instead.entranceSecret ?? byExtension(config.originSecretArn), clock);
  const app = createApp({
    authenticate: (request) => sessionHolder(signIn, request),
    origin: config.appUrl,
    clock,
    log,
    requestId: ({ id }) => id ?? newId('req', clock(), random),
    ...(guarded === undefined ? {} : { mayEnter: guarded }),
    viewerAddress: ({ header, sourceAddress }) =>
      // The CDN's word for the viewer counts only where nobody gets past the entrance without the CDN.
      (guarded === undefined ? undefined : viewerAddressIn(header(VIEWER_HEADER))) ?? sourceAddress ?? 'unknown',
    mounts: [
      (routes) =>
        routes.later(SIGN_IN_ROUTES, async () => {
          const { mountSignIn } = await import('./host/sign-in-routes.ts');
          return (held) => mountSignIn(held, { ...signIn, ...signInRules });
        }),
      (routes) =>
        routes.later(CHARTER_ROUTES, async () => {
          const { mountCharters } = await import('./host/charter-routes.ts');
          return (held) => mountCharters(held, hostDeps);
        }),
      (routes) =>
        routes.later(OFFICE_ROUTES, async () => {
          const { mountOffice } = await import('./host/office-routes.ts');
          return (held) => mountOffice(held, hostDeps);
        }),
      (routes) =>
        routes.later(IMPORT_ROUTES, async () => {
          const { mountImports } = await import('./imports/import-routes.ts');
          return (held) => mountImports(held, hostDeps);
        }),
      (routes) =>
        routes.later(BANK_ROUTES, async () => {
          const { mountBank } = await import('./host/bank-routes.ts');
          return (held) => mountBank(held, hostDeps);
        }),
      (routes) => reporting.mountRoutes(routes),
    ],
  });

  return {
    config,
    app,
    tables,
    reportingDeps,
    reporting,
    log,
    async postWhatTimeBrings() {
      await (await import('./host/daily-postings.ts')).postWhatTimeBrings(hostDeps);
    },
    async tellOffice(notice) {
      const [{ listUsers }, { sendPlainMail }] = await Promise.all([
        import('./stores/user-store.ts'),
        import('./plain-mail.ts'),
      ]);
      const office = (await listUsers(tables)).filter(
        ({ roles, status }) => roles.includes('admin') && status === 'active',
      );
      for (const { id, name, email: address } of office) {
        try {
          await sendPlainMail({ config, mailer, clock, random, log }, { name, address }, notice, 'watch');
        } catch (error) {
          log('watch.not-told', { user: id, error: error instanceof Error ? error.name : 'unknown error' });
        }
      }
    },
    async sendSignInMail(job) {
      const [{ deliverSignInMail }, { sendPlainMail }] = await Promise.all([
        import('./host/sign-in-service.ts'),
        import('./plain-mail.ts'),
      ]);
      const { appUrl, company } = config;
      const mail: MailingDeps['mail'] = (to, letter) =>
        sendPlainMail({ config, mailer, clock, random, log }, to, letter);
      await deliverSignInMail({ tables, random, clock, appUrl, company, mail }, job);
    },
  };
}

/** Both tables and their client. Shared by the function and by the commands that work beside it. */
export function tablesOf(config: Config, client: DynamoDBDocumentClient = tablesClient(config)): Tables {
  return { client, main: config.mainTable, audit: config.auditTable, heads: new Map() };
}

function tablesClient(config: Config): DynamoDBDocumentClient {
  const local = config.endpoints.dynamo;
  const client = new DynamoDBClient({
    region: config.region,
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: 2_000,
      requestTimeout: 3_000,
      socketTimeout: 3_000,
      throwOnRequestTimeout: true,
    },
    ...(local === undefined
      ? {}
      : { endpoint: local, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

function secretReader(config: Config): SecretReader {
  return config.secretsFile === undefined ? byExtension(config.secretArn ?? '') : fileReader(config.secretsFile);
}

function byExtension(secretArn: string): SecretReader {
  return extensionReader(secretArn, () => process.env['AWS_SESSION_TOKEN'] ?? '');
}

function entranceGuard(read: SecretReader, clock: () => Instant): NonNullable<GateDeps['mayEnter']> {
  const entrance = entranceOf(read, clock);
  return ({ header }) => entrance(header(ENTRANCE_HEADER));
}

function invokerSettings(config: Config): InvokerSettings {
  return {
    region: config.region,
    functionName: config.functionName ?? '',
    ...(config.functionAlias === undefined ? {} : { alias: config.functionAlias }),
  };
}

function sesSettings(config: Config) {
  return {
    ...(config.endpoints.ses === undefined ? {} : { endpoint: config.endpoints.ses }),
    ...(config.configurationSet === undefined ? {} : { configurationSet: config.configurationSet }),
  };
}

/** When the process's own clock stood at nothing. The platform's `performance` would load ten modules for the same. */
const CLOCK_ZERO = BigInt(Date.now()) * 1_000n - process.hrtime.bigint() / 1_000n;

/** The time of day, its steps to the microsecond, as log lines carry it. */
function microsecondsNow(): string {
  const micros = CLOCK_ZERO + process.hrtime.bigint() / 1_000n;
  return new Date(Number(micros / 1_000n)).toISOString().replace('Z', `${String(micros % 1_000n).padStart(3, '0')}Z`);
}
