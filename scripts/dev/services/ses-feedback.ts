import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, ToldEvent } from './event-store.ts';
import type { MailStore, StoredMail } from './mail-store.ts';
import { simulatedOutcomes } from './mailbox-simulator.ts';
import { parsedMail } from './parsed-mail.ts';
import type { Outcome, SesEvent } from './ses-event.ts';
import { outcomeEvent, sendEvent } from './ses-event.ts';
import { recipientsOf } from './ses-recipients.ts';

/** What tells of mails after they were taken, as SES does over its topic. */
export interface Feedback {
  /** A mail was taken: tells of it now, and of what becomes of it at each recipient a moment later. */
  follow(mail: StoredMail): void;
  /** Makes something happen to a mail at one recipient; resolves once it was told. */
  make(mail: StoredMail, outcome: Outcome, recipient: string): Promise<void>;
  /**
   * Goes on with mails of the last hour. What was told of them is told once more: whoever was to hear it may have died with
   * it in hand, and the topic tells at least once.
   */
  resume(): void;
  isBusy(): boolean;
  /** Waits until nothing is left to tell. */
  idle(): Promise<void>;
  /** Tells nothing more, and waits for what is being told. */
  stop(): Promise<void>;
}

/** How feedback is told, and to whom. */
export interface FeedbackOptions {
  readonly now: () => Date;
  /** Until what becomes of a mail is known, and until the next thing becomes of it. */
  readonly afterMs: number;
  readonly onEvent: (event: SesEvent) => void;
}

const RECENT_MS = 60 * 60_000;

/** Something to tell of a mail: that it was taken, or what became of it at one recipient. */
type Step = Pick<ToldEvent, 'what' | 'recipient'>;

/** Tells nothing of mails sent without a configuration set, as SES does not. */
export function mailFeedback(mails: MailStore, events: EventStore, options: FeedbackOptions): Feedback {
  const ending = new AbortController();
  const underway = new Set<Promise<void>>();
  const idle = async () => {
    while (underway.size > 0) await Promise.allSettled(underway);
  };
  return {
    follow,
    make: (mail, what, recipient) => tell(mail, { what, recipient }, true),
    resume() {
      const since = options.now().getTime() - RECENT_MS;
      for (const mail of mails.all().filter(({ receivedAt }) => Date.parse(receivedAt) >= since)) {
        for (const { event } of events.of(mail.messageId)) options.onEvent(event);
        follow(mail);
      }
    },
    isBusy: () => underway.size > 0,
    idle,
    async stop() {
      ending.abort();
      await idle();
    },
  };

  function follow(mail: StoredMail): void {
    if (mail.configurationSet === undefined) return;
    const work = goThrough(mail)
      .catch((error: unknown) => {
        if (!ending.signal.aborted) console.error(`local mail service: feedback of ${mail.messageId} failed.`, error);
      })
      .finally(() => underway.delete(work));
    underway.add(work);
  }

  async function goThrough(mail: StoredMail): Promise<void> {
    const told = events.of(mail.messageId).filter(({ isMade }) => !isMade);
    const isTold = (step: Step) =>
      told.some(({ what, recipient }) => what === step.what && recipient === step.recipient);
    for (const [number, stage] of stagesOf(mail).entries()) {
      const left = stage.filter((step) => !isTold(step));
      if (number > 0 && left.length > 0) await pause(options.afterMs, undefined, { signal: ending.signal });
      for (const step of left) await tell(mail, step, false);
    }
  }

  async function tell(mail: StoredMail, { what, recipient }: Step, isMade: boolean): Promise<void> {
    const parsed = await parsedMail(await mails.rawOf(mail));
    if (ending.signal.aborted) return;
    const now = options.now();
    const at = what === 'send' ? mail.receivedAt : now.toISOString();
    const event = what === 'send' ? sendEvent(mail, parsed) : outcomeEvent(mail, parsed, what, recipient ?? '', now);
    const about = recipient === undefined ? {} : { recipient };
    await events.add({ messageId: mail.messageId, at, what, ...about, isMade, event });
    options.onEvent(event);
  }
}

/** What becomes of a mail, in stages a moment apart; recipients apart from each other, whoever is in the headers. */
function stagesOf(mail: StoredMail): readonly (readonly Step[])[] {
  const ways = recipientsOf(mail).map((recipient) => {
    return (simulatedOutcomes(recipient) ?? ['delivery' as const]).map((what) => ({ what, recipient }));
  });
  const nth = (n: number) => ways.flatMap((way) => way.slice(n, n + 1));
  return [[{ what: 'send' }], nth(0), nth(1)];
}
