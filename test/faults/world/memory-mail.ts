import { SendRawEmailCommand } from '@aws-sdk/client-ses';

/** A mail SES took. */
export interface TakenMail {
  readonly messageId: string;
  readonly at: number;
  readonly source: string;
  readonly destinations: readonly string[];
  readonly bytes: Uint8Array;
  readonly tags: Readonly<Record<string, string>>;
}

/** SES in memory: takes every mail, as often as it is handed one, and tells whoever listens. */
export class MemoryMail {
  readonly taken: TakenMail[] = [];
  readonly #now: () => number;
  readonly #onTaken: (mail: TakenMail) => void;

  constructor(now: () => number, onTaken: (mail: TakenMail) => void = () => undefined) {
    this.#now = now;
    this.#onTaken = onTaken;
  }

  /** Does what a command asks. @throws TypeError for a command the mailer does not send. */
  perform(command: object): object {
    if (!(command instanceof SendRawEmailCommand)) throw new TypeError(`${command.constructor.name} is not known here`);
    const { Source = '', Destinations = [], RawMessage, Tags = [] } = command.input;
    const messageId = `message-${this.taken.length + 1}`;
    const mail: TakenMail = {
      messageId,
      at: this.#now(),
      source: Source,
      destinations: Destinations,
      bytes: RawMessage?.Data ?? new Uint8Array(),
      tags: Object.fromEntries(Tags.map(({ Name = '', Value = '' }) => [Name, Value])),
    };
    this.taken.push(mail);
    this.#onTaken(mail);
    return { MessageId: messageId };
  }
}
