import type { Instant } from '../../shared/kernel/calendar.ts';
import { plusMinutes } from '../../shared/kernel/calendar.ts';
import type { SendOutcome } from '../../shared/reports/sending/outcome.ts';
import { closeCircuit, openCircuit, readCircuit } from '../stores/circuit-store.ts';
import type { ReportingDeps } from './deps.ts';

/** Why mails that are ready are not sent, and when to look again. */
export interface Waiting {
  readonly because: string;
  readonly until: Instant;
}

/** Whether mails may go: why they wait, or that they go, and whether they are the first after a time of refusals. */
export type MayGo = { readonly waiting: Waiting } | { readonly waiting?: undefined; readonly isHalfOpen: boolean };

/** How long before mail an account refused is tried again, and mail its quota has no room for. */
const ACCOUNT_MIN = 15;
const QUOTA_MIN = 60;

/** Recipients of one mail, as SES counts them: who gets it, and the audit copy. */
const RECIPIENTS_EACH = 2;

/**
 * Whether a number of mails may go, all or none: they wait while the account refused mail a moment ago, is paused, or has
 * room for fewer recipients today than they have. When SES does not say how it stands, they go.
 */
export async function mayGo(deps: ReportingDeps, mails: number): Promise<MayGo> {
  const now = deps.clock();
  const circuit = await readCircuit(deps.tables);
  if (circuit !== undefined && now < circuit.until) return { waiting: circuit };
  const standing = await deps.mailer.standing().catch((error: unknown) => {
    deps.log('mail.standing-unknown', { error: error instanceof Error ? error.name : 'unknown' });
    return undefined;
  });
  if (standing?.isEnabled === false) {
    const because = 'sending is switched off for the mail account';
    return { waiting: { because, until: plusMinutes(now, ACCOUNT_MIN) } };
  }
  const needed = mails * RECIPIENTS_EACH;
  if (standing?.left !== undefined && standing.left < needed) {
    const because = `the mail account may reach ${standing.left} more recipients today; ${needed} are needed`;
    return { waiting: { because, until: plusMinutes(now, QUOTA_MIN) } };
  }
  return { isHalfOpen: circuit !== undefined };
}

/** What an answer says of all mail: why to stop for now, or nothing. An account that refuses is left alone for a while. */
export async function stoppedBy(deps: ReportingDeps, outcome: SendOutcome | undefined): Promise<Waiting | undefined> {
  if (outcome?.kind !== 'not-sent') return undefined;
  const { because, cause } = outcome;
  const now = deps.clock();
  if (cause === 'quota') return { because: 'the mail account has used up its day', until: plusMinutes(now, QUOTA_MIN) };
  if (cause !== 'account') return undefined;
  const opened = { because: `the mail account refuses mail: ${because}`, until: plusMinutes(now, ACCOUNT_MIN) };
  await openCircuit(deps.tables, opened);
  deps.log('mail.circuit-opened', opened);
  return opened;
}

/** Notes that mail flows again, after the first that was taken. */
export async function flowsAgain(deps: ReportingDeps): Promise<void> {
  await closeCircuit(deps.tables);
  deps.log('mail.circuit-closed', {});
}
