import type { SESClient } from '@aws-sdk/client-ses';
import type { NotSentCause, SendOutcome } from '../../shared/reports/sending/outcome.ts';

export interface RawMail {
  readonly from: string;
  readonly destinations: readonly string[];
  readonly bytes: Uint8Array;
  readonly tags: Readonly<Record<string, string>>;
}

/** Hands mail to SES. */
export interface Mailer {
  send(mail: RawMail): Promise<SendOutcome>;
  /** How the account stands; asked before a run's mails go out. */
  standing(): Promise<MailStanding>;
}

/** What an account may still send. */
export interface MailStanding {
  readonly isEnabled: boolean;
  /** Recipients the account may still send to in these 24 hours; left out where there is no bound. */
  readonly left?: number;
}

export interface SesSettings {
  readonly region: string;
  readonly endpoint?: string;
  readonly configurationSet?: string;
}

/** The end of a call whose answer begins and never ends: longer than the timeouts for connecting and for the first byte. */
const LONGEST_MS = 15_000;

/** What a mailer needs of SES's client. */
export type SesConnection = Pick<SESClient, 'send'>;

/** SES with exactly one attempt per mail and timeouts that end: SES has no idempotency token, so a retry is a second mail. */
export function sesMailer(
  settings: SesSettings,
  connect: () => Promise<SesConnection> = () => sesClient(settings),
): Mailer {
  let client: Promise<SesConnection> | undefined;
  const connected = () => {
    client ??= connect();
    return client;
  };
  return {
    async send(mail) {
      const { SendRawEmailCommand } = await import('@aws-sdk/client-ses');
      const command = new SendRawEmailCommand({
        Source: mail.from,
        Destinations: [...mail.destinations],
        RawMessage: { Data: mail.bytes },
        Tags: Object.entries(mail.tags).map(([Name, Value]) => ({ Name, Value })),
        ...(settings.configurationSet ? { ConfigurationSetName: settings.configurationSet } : {}),
      });
      try {
        const { MessageId } = await (await connected()).send(command, { abortSignal: AbortSignal.timeout(LONGEST_MS) });
        return MessageId
          ? { kind: 'accepted', messageId: MessageId }
          : { kind: 'unknown', because: 'SES answered without a message id' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    async standing() {
      const { GetAccountSendingEnabledCommand, GetSendQuotaCommand } = await import('@aws-sdk/client-ses');
      const ses = await connected();
      const [account, quota] = await Promise.all([
        ses.send(new GetAccountSendingEnabledCommand({})),
        ses.send(new GetSendQuotaCommand({})),
      ]);
      return { isEnabled: account.Enabled ?? true, ...leftOf(quota) };
    },
  };
}

/** SES says -1 where it sets no bound (API v1, SendQuota). */
function leftOf(quota: { readonly Max24HourSend?: number | undefined; readonly SentLast24Hours?: number | undefined }) {
  const { Max24HourSend: most = -1, SentLast24Hours: sent = 0 } = quota;
  return most < 0 ? {} : { left: Math.max(0, most - sent) };
}

async function sesClient(settings: SesSettings): Promise<SESClient> {
  const { SESClient } = await import('@aws-sdk/client-ses');
  return new SESClient({
    region: settings.region,
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
    ...(settings.endpoint
      ? { endpoint: settings.endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
      : {}),
  });
}

const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'CredentialsProviderError']);
const THROTTLED = new Set(['Throttling', 'ThrottlingException', 'TooManyRequestsException', 'LimitExceededException']);
const NOT_THIS_MAIL = new Set(['MessageRejected', 'InvalidParameterValue', 'ValidationError']);
const NOT_THIS_ACCOUNT = new Set([
  'AccountSendingPausedException',
  'ConfigurationSetSendingPausedException',
  'ConfigurationSetDoesNotExist',
  'ConfigurationSetDoesNotExistException',
  'MailFromDomainNotVerifiedException',
  'AccessDenied',
  'AccessDeniedException',
  'InvalidClientTokenId',
  'SignatureDoesNotMatch',
]);

/** How sure an SES error is (docs.aws.amazon.com/ses, API v1 common errors): anything not known to be sure is unknown. */
export function outcomeOf(error: unknown): SendOutcome {
  const { name = '', code = '', status = 0 } = shapeOf(error);
  const because = name || code || 'no answer';
  const notSent = (cause: NotSentCause, word = because): SendOutcome => ({ kind: 'not-sent', because: word, cause });
  if (NEVER_CONNECTED.has(code) || NEVER_CONNECTED.has(name)) return notSent('unreachable', code || name);
  if (THROTTLED.has(name) || status === 429) return notSent(isOfTheDay(error) ? 'quota' : 'busy');
  if (NOT_THIS_ACCOUNT.has(name)) return notSent('account');
  if (NOT_THIS_MAIL.has(name)) return { kind: 'refused', because };
  return { kind: 'unknown', because };
}

/** SES throttles for a second and for a day under one name; its sentence tells which (SES developer guide, errors of quotas). */
function isOfTheDay(error: unknown): boolean {
  return error instanceof Error && /daily/i.test(error.message);
}

function shapeOf(error: unknown): { name?: string; code?: string; status?: number } {
  if (!(error instanceof Error)) return {};
  const { code, $metadata } = error as { code?: unknown; $metadata?: { httpStatusCode?: number } };
  return {
    name: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...($metadata?.httpStatusCode === undefined ? {} : { status: $metadata.httpStatusCode }),
  };
}
