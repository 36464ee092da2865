import {
  GetAccountSendingEnabledCommand,
  GetSendQuotaCommand,
  SESServiceException,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses';

/** A mail SES took. */
export interface TakenMail {
  readonly messageId: string;
  readonly at: number;
  readonly source: string;
  readonly destinations: readonly string[];
  readonly bytes: Uint8Array;
  readonly tags: Readonly<Record<string, string>>;
  readonly configurationSet: string | undefined;
}

/** How many recipients an account may reach in 24 hours, at a time; -1 where there is no bound, as SES says it. */
export type Quota = (now: number) => number;

export const UNBOUNDED: Quota = () => -1;

/** SES in memory: takes every mail its quota has room for, as often as it is handed one, and tells whoever listens. */
export class MemoryMail {
  readonly taken: TakenMail[] = [];
  readonly #now: () => number;
  readonly #onTaken: (mail: TakenMail) => void;
  readonly #quota: Quota;

  constructor(now: () => number, onTaken: (mail: TakenMail) => void = () => undefined, quota: Quota = UNBOUNDED) {
    this.#now = now;
    this.#onTaken = onTaken;
    this.#quota = quota;
  }

  /** Does what a command asks. @throws what the SDK throws; a TypeError for a command the mailer does not send. */
  perform(command: object): object {
    if (command instanceof GetAccountSendingEnabledCommand) return { Enabled: true };
    if (command instanceof GetSendQuotaCommand) {
      return { Max24HourSend: this.#quota(this.#now()), MaxSendRate: 14, SentLast24Hours: this.#sent() };
    }
    if (!(command instanceof SendRawEmailCommand)) throw new TypeError(`${command.constructor.name} is not known here`);
    const { Source = '', Destinations = [], RawMessage, Tags = [], ConfigurationSetName } = command.input;
    const most = this.#quota(this.#now());
    if (most >= 0 && this.#sent() + Destinations.length > most) throw usedUp();
    const messageId = `message-${this.taken.length + 1}`;
    const mail: TakenMail = {
      messageId,
      at: this.#now(),
      source: Source,
      destinations: Destinations,
      bytes: RawMessage?.Data ?? new Uint8Array(),
      tags: Object.fromEntries(Tags.map(({ Name = '', Value = '' }) => [Name, Value])),
      configurationSet: ConfigurationSetName,
    };
    this.taken.push(mail);
    this.#onTaken(mail);
    return { MessageId: messageId };
  }

  /** Recipients, as SES counts them: the audit copy is one. */
  #sent(): number {
    return this.taken.reduce((count, { destinations }) => count + destinations.length, 0);
  }
}

function usedUp(): SESServiceException {
  return new SESServiceException({
    $metadata: { attempts: 1, totalRetryDelay: 0, httpStatusCode: 400 },
    name: 'Throttling',
    message: 'Daily message quota exceeded.',
    $fault: 'client',
  });
}
