import type { MailStore, NewMail, StoredMail } from './mail-store.ts';
import { simulatedOutcomes } from './mailbox-simulator.ts';
import { parsedMail, previewOf } from './parsed-mail.ts';
import { addressIn, recipientsOf } from './ses-recipients.ts';
import { SesError } from './ses-replies.ts';
import type { SesRequest } from './ses-request.ts';

/** What an SES account may send: recipients in 24 hours, and mails a second. */
export interface SendQuota {
  readonly recipientsPerDay: number;
  readonly mailsPerSecond: number;
}

/** SES v1 takes at most 10 MB and 50 recipients in one call (SES developer guide, service quotas). */
const LIMIT_BYTES = 10 * 1024 * 1024;
const LIMIT_RECIPIENTS = 50;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The mail a SendRawEmail call asks to send, checked as SES checks it.
 * @throws SesError when SES would refuse it, or when a destination lies outside example.com.
 */
export async function mailToSend(request: SesRequest, now: Date): Promise<{ mail: NewMail; raw: Buffer }> {
  const raw = request.rawMessage;
  if (raw === undefined) throw new SesError('ValidationError', 'RawMessage.Data is missing or is not base64.');
  if (raw.length > LIMIT_BYTES) {
    throw new SesError('InvalidParameterValue', `Message length is more than ${LIMIT_BYTES} bytes long.`);
  }
  checkTags(request);
  const parsed = await parsedMail(raw);
  const source = request.source ?? parsed.from[0];
  if (source === undefined) throw new SesError('InvalidParameterValue', 'Missing required header From.');
  const destinations = request.destinations.length > 0 ? request.destinations : parsed.headerAddresses;
  checkDestinations(destinations);
  const isBlind = (destination: string) => !parsed.visibleAddresses.includes(addressIn(destination).toLowerCase());
  const mail: NewMail = {
    receivedAt: now.toISOString(),
    source,
    destinations,
    blindCopies: destinations.filter(isBlind),
    ...(request.configurationSet === undefined ? {} : { configurationSet: request.configurationSet }),
    tags: request.tags.map((tag) => ({ ...tag })),
    subject: parsed.subject,
    from: parsed.from,
    to: parsed.to,
    cc: parsed.cc,
    preview: previewOf(parsed),
  };
  return { mail, raw };
}

/** Recipients of the last 24 hours, which is what the quota counts; those of the mailbox simulator are free. */
export function recipientsSince(mails: readonly StoredMail[], now: Date): number {
  const since = new Date(now.getTime() - DAY_MS).toISOString();
  return mails.filter((mail) => mail.receivedAt > since).reduce((sum, mail) => sum + counted(mail), 0);
}

function counted(mail: Pick<StoredMail, 'destinations'>): number {
  return recipientsOf(mail).filter((address) => simulatedOutcomes(address) === undefined).length;
}

/** @throws SesError when this mail would pass the quota of 24 hours. */
export function checkQuota(store: MailStore, mail: NewMail, quota: SendQuota, now: Date): void {
  if (recipientsSince(store.all(), now) + counted(mail) <= quota.recipientsPerDay) return;
  throw new SesError('Throttling', 'Daily message quota exceeded.');
}

function checkDestinations(destinations: readonly string[]): void {
  if (destinations.length === 0) throw new SesError('InvalidParameterValue', 'Missing final recipients.');
  if (destinations.length > LIMIT_RECIPIENTS) {
    throw new SesError('InvalidParameterValue', `Recipient count exceeds ${LIMIT_RECIPIENTS}.`);
  }
  const outside = destinations.filter((text) => !isKeptHere(addressIn(text)));
  if (outside.length === 0) return;
  const message =
    'Email address is not verified. The local mail service delivers to example.com, its subdomains and the mailbox ' +
    'simulator alone; ' +
    `outside of it: ${outside.join(', ')}`;
  throw new SesError('MessageRejected', message);
}

function isKeptHere(address: string): boolean {
  return /^[^@\s]+@([a-z0-9-]+\.)*example\.com$/i.test(address) || simulatedOutcomes(address) !== undefined;
}

/** What SES documents for a MessageTag, in its name and its value alike (SES API reference). */
function checkTags(request: SesRequest): void {
  for (const { name, value } of request.tags) {
    if ([name, value].every((text) => /^[A-Za-z0-9_-]{1,256}$/.test(text))) continue;
    const message = `Invalid tag ${name}=${value}: only alphanumeric ASCII characters, '_' and '-' are allowed.`;
    throw new SesError('InvalidParameterValue', message);
  }
}
