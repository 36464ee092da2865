import type { StoredMail } from '../../../scripts/dev/services/mail-store.ts';
import { simulatedOutcomes } from '../../../scripts/dev/services/mailbox-simulator.ts';
import { NO_MAIL } from '../../../scripts/dev/services/parsed-mail.ts';
import type { Outcome, SesEvent } from '../../../scripts/dev/services/ses-event.ts';
import { outcomeEvent, sendEvent } from '../../../scripts/dev/services/ses-event.ts';
import { LOCAL_TOPIC_ARN, topicEvent } from '../../../scripts/dev/topic-event.ts';
import type { PartyName } from '../../../shared/reports/sending/delivery.ts';
import { Dice } from './dice.ts';
import type { TakenMail } from './memory-mail.ts';
import type { World } from './world.ts';

/** The topic of this world, which is the one of a local start. */
export const TOPIC_ARN = LOCAL_TOPIC_ARN;

/** How what SES tells finds its way to the function. */
export interface Feedback {
  readonly name: string;
  /** For at most so long nothing gets through; then what waited does. */
  readonly downForMs: number;
  /** How long a message is under way at most, once the way is free: they overtake each other. */
  readonly spreadMs: number;
  /** Of a thousand messages, in thousandths: those that never arrive, and those that arrive twice. */
  readonly lost: number;
  readonly twice: number;
  /** Of a thousand mails, in thousandths: those an address refuses for good, and those somebody complains of. */
  readonly bounced?: number;
  readonly complained?: number;
}

const MINUTE_MS = 60_000;

/** What SES tells arrives within seconds. */
export const IN_TIME: Feedback = { name: 'in time', downForMs: 0, spreadMs: 2_000, lost: 0, twice: 0 };
/**
 * Nothing arrives for up to three hours, and then everything in any order. No message is behind another by more than the
 * grace, an hour, which is what the rule of evidence stands on.
 */
export const LATE: Feedback = {
  name: 'late by up to 3 h',
  downForMs: 180 * MINUTE_MS,
  spreadMs: 30 * MINUTE_MS,
  lost: 0,
  twice: 0.2,
};
/** Three of ten messages never arrive. */
export const LOSING: Feedback = { name: '30 % lost', downForMs: 0, spreadMs: 30 * MINUTE_MS, lost: 0.3, twice: 0.2 };
/** Nothing ever arrives. */
export const DEAD: Feedback = { name: 'all lost', downForMs: 0, spreadMs: 0, lost: 1, twice: 0 };

/** A fifth of all copies bounces, a tenth is complained of. */
export const BOUNCING: Feedback = {
  name: 'telling of bounces',
  downForMs: 0,
  spreadMs: 30 * MINUTE_MS,
  lost: 0,
  twice: 0.2,
  bounced: 0.2,
  complained: 0.1,
};

/** What became of one copy of a mail, one thing after the other. */
export interface Fate {
  readonly deliveryId: string;
  readonly party: PartyName;
  readonly recipient: string;
  readonly outcomes: readonly Outcome[];
}

/** How often a mail server puts a mail off before it takes it. */
const PUT_OFF = 0.2;

/** SES's topic: tells the function of every mail SES takes, in its own time. */
export class MailChannel {
  /** Every message handed on, in its envelope: so that each can be delivered once more. */
  readonly told: unknown[] = [];
  /** What became of every copy of every report. */
  readonly fates: Fate[] = [];
  /** When the last of all messages made so far arrives. */
  lastAt = 0;
  readonly #world: World;
  readonly #dice: Dice;
  readonly #feedback: Feedback;
  readonly #upFrom: number;
  readonly #deliver: (event: unknown) => void;

  constructor(world: World, feedback: Feedback, seed: number, deliver: (event: unknown) => void) {
    this.#world = world;
    this.#dice = new Dice(seed ^ 0x2c1b3c6d);
    this.#feedback = feedback;
    this.#deliver = deliver;
    this.#upFrom = world.now + (feedback.downForMs === 0 ? 0 : this.#dice.below(feedback.downForMs));
  }

  /** Tells of a mail that was taken, and of what becomes of it at each recipient; of one without a set nothing. */
  follow(mail: TakenMail): void {
    if (mail.configurationSet === undefined) return;
    const stored = storedAs(mail);
    this.#tell(mail.at, sendEvent(stored, NO_MAIL));
    for (const [n, recipient] of mail.destinations.entries()) {
      let at = mail.at;
      const outcomes = this.#becomes(recipient);
      const deliveryId = mail.tags['delivery'];
      if (deliveryId !== undefined) this.fates.push({ deliveryId, party: n === 0 ? 'to' : 'bcc', recipient, outcomes });
      for (const outcome of outcomes) {
        at += 1 + this.#dice.below(1_000);
        this.#tell(at, outcomeEvent(stored, NO_MAIL, outcome, recipient, new Date(at)));
      }
    }
  }

  #becomes(recipient: string): readonly Outcome[] {
    const simulated = simulatedOutcomes(recipient);
    if (simulated !== undefined) return simulated;
    const { bounced = 0, complained = 0 } = this.#feedback;
    const roll = bounced + complained > 0 ? this.#dice.chance() : 1;
    if (roll < bounced) return ['hard-bounce'];
    if (roll < bounced + complained) return ['delivery', 'complaint'];
    return this.#dice.chance() < PUT_OFF ? ['delay', 'delivery'] : ['delivery'];
  }

  #tell(at: number, event: SesEvent): void {
    if (this.#dice.chance() < this.#feedback.lost) return;
    const envelope = topicEvent(event, new Date(at));
    this.told.push(envelope);
    for (let times = this.#dice.chance() < this.#feedback.twice ? 2 : 1; times > 0; times -= 1) {
      const arrives = Math.max(at, this.#upFrom) + this.#dice.below(this.#feedback.spreadMs + 1);
      this.lastAt = Math.max(this.lastAt, arrives);
      this.#world.after(arrives - this.#world.now, () => this.#deliver(envelope));
    }
  }
}

/** A mail as the local SES keeps it, which tells of mails in SES's own words. */
function storedAs({ messageId, at, source, destinations, bytes, tags, configurationSet }: TakenMail): StoredMail {
  return {
    sequence: 1,
    messageId,
    receivedAt: new Date(at).toISOString(),
    source,
    destinations: [...destinations],
    blindCopies: destinations.slice(1),
    tags: Object.entries(tags).map(([name, value]) => ({ name, value })),
    sizeBytes: bytes.length,
    subject: '',
    from: [source],
    to: destinations.slice(0, 1),
    cc: [],
    preview: '',
    ...(configurationSet === undefined ? {} : { configurationSet }),
  };
}
