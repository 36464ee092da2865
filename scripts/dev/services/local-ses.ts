import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import { openEventStore } from './event-store.ts';
import { bodyOf, isSigned, type LocalService, startHttpService } from './http-service.ts';
import { answerInbox } from './inbox-routes.ts';
import { type MailStore, openMailStore } from './mail-store.ts';
import type { SesEvent } from './ses-event.ts';
import { type Feedback, mailFeedback } from './ses-feedback.ts';
import { SesError, sendResult, sendSesError } from './ses-replies.ts';
import { type SesRequest, sesRequest } from './ses-request.ts';
import { checkQuota, mailToSend, recipientsSince, type SendQuota } from './ses-send.ts';
import { element } from './xml.ts';

/** What a test can make of one call. `reset` breaks the connection before anything is stored. */
export type SesOutcome = 'ok' | 'throttle' | 'error500' | 'reset' | 'resetAfterStore' | { readonly rejected: string };

/** Where the local mail service listens, what it keeps, and how its account stands. */
export interface LocalSesOptions {
  /** 0 picks a free port. */
  readonly port: number;
  /** Where mails are kept: one .eml and one .json each. */
  readonly folder: string;
  /** Asked before each call that is not simply unknown; decides how it ends. */
  readonly beforeReply?: (request: SesRequest) => Promise<SesOutcome>;
  /** Told what becomes of each mail that is on disk and names a configuration set, beginning after the reply. */
  readonly onEvent?: (event: SesEvent) => void;
  /** Until it is told what became of a mail. */
  readonly eventAfterMs?: number;
  readonly quota?: SendQuota;
  /** False answers as a paused account does. */
  readonly sendingEnabled?: boolean;
  readonly now?: () => Date;
}

/** A local mail service, and what it tells of mails after they were taken. */
export interface LocalSes extends LocalService {
  readonly feedback: Pick<Feedback, 'idle' | 'isBusy' | 'resume'>;
}

/** Long enough to see in the inbox that one thing comes after the other. */
const EVENT_AFTER_MS = 300;

/** What a fresh production account is given (SES developer guide, sending quotas). */
const PRODUCTION_QUOTA: SendQuota = { recipientsPerDay: 50_000, mailsPerSecond: 14 };

/** Room for 10 MB of message in base64, percent-encoded, with its envelope. */
const LIMIT_BYTES = 48 * 1024 * 1024;

/**
 * An SES of this machine: keeps what is sent and shows it in a web inbox at the same address. Nothing is delivered.
 * Signatures are required but not checked. What it does not know it refuses with InvalidAction.
 */
export async function startLocalSes(options: LocalSesOptions): Promise<LocalSes> {
  const folder = resolve(options.folder);
  const mails = await openMailStore(folder);
  const events = await openEventStore(folder);
  const feedback = mailFeedback(mails, events, {
    now: () => now(options),
    afterMs: options.eventAfterMs ?? EVENT_AFTER_MS,
    onEvent: (event) => options.onEvent?.(event),
  });
  const service = await startHttpService('local mail service', options.port, async (request, response) => {
    if (request.method !== 'POST' || request.url !== '/') {
      return answerInbox({ mails, events, feedback, folder }, request, response);
    }
    try {
      await answerCall({ mails, feedback, options }, request, response);
    } catch (error) {
      if (!(error instanceof SesError)) throw error;
      sendSesError(response, error);
    }
  });
  return {
    ...service,
    feedback,
    async close() {
      await feedback.stop();
      await service.close();
    },
  };
}

/** What a call can touch. */
interface Account {
  readonly mails: MailStore;
  readonly feedback: Feedback;
  readonly options: LocalSesOptions;
}

async function answerCall(account: Account, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isSigned(request)) throw new SesError('MissingAuthenticationToken', 'The request is not signed.', 403);
  const body = await bodyOf(request, LIMIT_BYTES);
  if (body === 'too-large') throw new SesError('RequestEntityTooLarge', 'The request is too large.', 413);
  const call = sesRequest(body.toString('utf8'));
  const action = Object.hasOwn(ACTIONS, call.action) ? ACTIONS[call.action] : undefined;
  if (action === undefined) {
    throw new SesError('InvalidAction', `Could not find operation ${call.action} for version 2010-12-01`);
  }
  const outcome = (await account.options.beforeReply?.(call)) ?? 'ok';
  if (outcome === 'reset') return breakOff(request);
  if (outcome === 'throttle') throw new SesError('Throttling', 'Maximum sending rate exceeded.');
  if (outcome === 'error500') throw new SesError('InternalFailure', 'The service failed; this was asked for.', 500);
  if (typeof outcome === 'object') throw new SesError('MessageRejected', outcome.rejected);

  const { result, after } = await action(account, call);
  if (outcome === 'resetAfterStore') breakOff(request);
  else sendResult(response, call.action, result);
  after?.();
}

interface Done {
  /** The inside of the reply's result element. */
  readonly result: string;
  readonly after?: () => void;
}

type Action = (account: Account, call: SesRequest) => Promise<Done>;

const ACTIONS: Readonly<Record<string, Action>> = {
  async SendRawEmail({ mails, feedback, options }, call) {
    if (options.sendingEnabled === false) {
      throw new SesError('AccountSendingPausedException', 'Email sending is disabled for your entire account.');
    }
    const { mail, raw } = await mailToSend(call, now(options));
    checkQuota(mails, mail, options.quota ?? PRODUCTION_QUOTA, now(options));
    const stored = await mails.add(mail, raw);
    return { result: element('MessageId', stored.messageId), after: () => feedback.follow(stored) };
  },

  async GetSendQuota({ mails, options }) {
    const quota = options.quota ?? PRODUCTION_QUOTA;
    return {
      result:
        element('Max24HourSend', quota.recipientsPerDay.toFixed(1)) +
        element('MaxSendRate', quota.mailsPerSecond.toFixed(1)) +
        element('SentLast24Hours', recipientsSince(mails.all(), now(options)).toFixed(1)),
    };
  },

  async GetAccountSendingEnabled({ options }) {
    return { result: element('Enabled', options.sendingEnabled ?? true) };
  },
};

function now(options: LocalSesOptions): Date {
  return options.now?.() ?? new Date();
}

/** Ends the connection as a crashed server would: a reset, not a goodbye. */
function breakOff(request: IncomingMessage): void {
  request.socket.resetAndDestroy();
}
