import type { SESClient } from '@aws-sdk/client-ses';

/** What became of handing one mail to SES. Only `accepted` and `refused` are certain to have a mail-shaped answer. */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly messageId: string }
  /** Surely not taken: may be tried again. */
  | { readonly kind: 'not-sent'; readonly because: string }
  /** Surely refused: this mail will never be taken. */
  | { readonly kind: 'refused'; readonly because: string }
  /** Nobody can say whether it was taken. */
  | { readonly kind: 'unknown'; readonly because: string };

export interface RawMail {
  readonly from: string;
  readonly destinations: readonly string[];
  readonly bytes: Uint8Array;
  readonly tags: Readonly<Record<string, string>>;
}

/** Hands mail to SES. */
export interface Mailer {
  send(mail: RawMail): Promise<SendOutcome>;
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
  };
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
  if (NEVER_CONNECTED.has(code) || NEVER_CONNECTED.has(name)) return { kind: 'not-sent', because: code || name };
  if (THROTTLED.has(name) || status === 429) return { kind: 'not-sent', because };
  if (NOT_THIS_ACCOUNT.has(name)) return { kind: 'not-sent', because };
  if (NOT_THIS_MAIL.has(name)) return { kind: 'refused', because };
  return { kind: 'unknown', because };
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
