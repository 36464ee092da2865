import { runTag } from '../../lambda/reports/run-tag.ts';
import { auditLines } from '../../lambda/stores/audit-store.ts';
import type { ChainedLine } from '../../shared/kernel/audit-chain.ts';
import { firstBreak } from '../../shared/kernel/audit-chain.ts';
import { sha256Hex } from '../../shared/kernel/digest.ts';
import type { Delivery } from '../../shared/reports/sending/delivery.ts';
import type { ReadCharterResponse } from '../../shared/wire/charters.ts';
import type { RunResponse } from '../../shared/wire/reports.ts';
import type { InboxMail, TestStack } from '../support/a-stack.ts';
import { inbox, signedIn } from '../support/a-stack.ts';
import { MAILED_PER_CHARTER } from '../support/mailed-per-charter.ts';

/** What is not held against a run because of what struck it. */
export interface Allowance {
  /** A mail may be there once more for each line of history that says it went again; and what SES told may be lost. */
  readonly repeatsOnRecord: boolean;
}

/** The line of history a mail that goes again for want of evidence leaves. */
const SENT_AGAIN = 'delivery.resent-after-no-evidence';

/** Everything of a completion's run that is not as promised: each mail once and as archived, all told, the history whole. */
export async function wrongWith(
  stack: TestStack,
  runKey: string,
  charterId: string,
  allowance: Allowance = { repeatsOnRecord: false },
): Promise<string[]> {
  const { run, deliveries } = await runOf(stack, runKey);
  const mails = await mailsOf(stack, runKey);
  const lines = await auditLines(stack.runtime.tables, `run.${runKey}`);
  const repeats = allowance.repeatsOnRecord ? repeatsIn(lines) : new Map<string, number>();
  const { balances } = (await charterOf(stack, charterId)).file;
  return [
    ...differs('state of the run', run.state, 'complete'),
    ...differs(
      'states of its mails',
      deliveries.map(({ state }) => (isOver(state, allowance) ? 'over' : state)),
      MAILED.map(() => 'over'),
    ),
    ...differs(
      'issues archived',
      run.issues.filter(({ state }) => state !== 'archived').map(({ report, state }) => `${report} ${state}`),
      [],
    ),
    ...differs('mails in the inboxes', withoutRepeats(mails, deliveries, repeats), MAILED),
    ...(await wrongBytes(stack, mails, deliveries)),
    ...differs('first break of the history', firstBreak(`run.${runKey}`, lines), undefined),
    ...differs('completions on record', lines.filter(({ action }) => action === 'run.completed').length, 1),
    ...differs('revenue of the charter', balances['4010'], -178_000),
  ];
}

const MAILED = MAILED_PER_CHARTER.map(([report, address]) => `${report} ${address}`).sort();

/** How often each mail went again for want of evidence, by delivery. */
function repeatsIn(lines: readonly ChainedLine[]): Map<string, number> {
  const repeats = new Map<string, number>();
  for (const { action, object } of lines) {
    if (action === SENT_AGAIN) repeats.set(object, (repeats.get(object) ?? 0) + 1);
  }
  return repeats;
}

/** The mails a run sent, as the inboxes hold them. */
export async function mailsOf(stack: TestStack, runKey: string): Promise<readonly InboxMail[]> {
  return (await inbox(stack)).filter((mail) => tagIn(mail, 'run') === runTag(runKey));
}

/** Report and address of each mail, those left out that went again on record. */
function withoutRepeats(
  mails: readonly InboxMail[],
  deliveries: readonly Delivery[],
  repeats: ReadonlyMap<string, number>,
): string[] {
  const known = deliveries.flatMap(({ id }) => {
    const sent = mails.filter((mail) => tagIn(mail, 'delivery') === id);
    const forgiven = Math.min(sent.length - 1, repeats.get(id) ?? 0);
    return sent.slice(Math.max(0, forgiven));
  });
  const unknown = mails.filter((mail) => !deliveries.some(({ id }) => tagIn(mail, 'delivery') === id));
  return [...known, ...unknown].map((mail) => `${tagIn(mail, 'report')} ${mail.destinations[0]}`).sort();
}

/** Mails of which the bytes sent, the bytes archived and the digest on record are not the same. */
async function wrongBytes(
  stack: TestStack,
  mails: readonly InboxMail[],
  deliveries: readonly Delivery[],
): Promise<string[]> {
  const sent = mails.map(async (mail) => {
    const raw = await fetch(`${stack.inboxUrl}/mail/${mail.messageId}/raw`);
    const delivery = deliveries.find(({ id }) => id === tagIn(mail, 'delivery'));
    const digest = sha256Hex(new Uint8Array(await raw.arrayBuffer()));
    return differs(`bytes sent to ${mail.destinations[0]}`, digest, delivery?.messageDigest);
  });
  const archived = deliveries.map(async ({ messageKey, messageDigest }) => {
    const bytes = await stack.runtime.reportingDeps.archive.get(messageKey);
    return differs(`bytes archived as ${messageKey}`, bytes && sha256Hex(bytes), messageDigest);
  });
  return (await Promise.all([...sent, ...archived])).flat();
}

/** Whether all is known of a mail that ever will be: where what SES tells may be lost, that it was taken is enough. */
function isOver(state: Delivery['state'], { repeatsOnRecord }: Allowance): boolean {
  return state === 'delivered' || (repeatsOnRecord && state === 'accepted');
}

function differs(what: string, is: unknown, should: unknown): string[] {
  const [one, other] = [JSON.stringify(is), JSON.stringify(should)];
  return one === other ? [] : [`${what}: ${one} instead of ${other}`];
}

function tagIn(mail: InboxMail, name: string): string | undefined {
  return mail.tags.find((tag) => tag.name === name)?.value;
}

/** How often mails of a run went again for want of evidence. */
export async function sentAgain(stack: TestStack, runKey: string): Promise<number> {
  const lines = await auditLines(stack.runtime.tables, `run.${runKey}`);
  return [...repeatsIn(lines).values()].reduce((sum, count) => sum + count, 0);
}

/**
 * The scheduler's ticks until a run is over: at once, past the longest life of a process, and past the grace of the mail
 * events as often as a mail may be in doubt once more; `ahead` sets the clock on by so many minutes.
 */
export async function settled(
  stack: TestStack,
  runKey: string,
  ahead: (laterMin: number) => void,
  idle: () => Promise<void>,
  allowance: Allowance = { repeatsOnRecord: false },
): Promise<void> {
  for (const laterMin of allowance.repeatsOnRecord ? [0, 30, 65, 65] : [0, 30, 65]) {
    ahead(laterMin);
    await swept(stack, idle);
    const { run, deliveries } = await runOf(stack, runKey);
    if (run.state === 'complete' && deliveries.every(({ state }) => isOver(state, allowance))) break;
  }
  await swept(stack, idle); // once more: what is over stays as it is
}

async function swept(stack: TestStack, idle: () => Promise<void>): Promise<void> {
  await stack.invoke({ source: 'scc.scheduler', kind: 'sweep', scheduledTime: new Date().toISOString() });
  await idle();
}

async function runOf(stack: TestStack, runKey: string): Promise<RunResponse> {
  const admin = await signedIn(stack, 'admin@example.com');
  return (await admin.get<RunResponse>(`/api/reports/runs/${runKey}`)).body;
}

/** A charter as the office sees it. */
export async function charterOf(stack: TestStack, charterId: string): Promise<ReadCharterResponse> {
  const admin = await signedIn(stack, 'admin@example.com');
  return (await admin.get<ReadCharterResponse>(`/api/charters/${charterId}`)).body;
}

/** Presses Complete over HTTP. Answers whether that was taken, now or before: the reply may die with whoever gives it. */
export async function pressedComplete(
  appUrl: string,
  cookie: string,
  charterId: string,
  version: number,
): Promise<boolean> {
  const answer = await fetch(`${appUrl}/api/charters/${charterId}/moves`, {
    method: 'POST',
    headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    body: JSON.stringify({ to: 'completed', version }),
  }).catch(() => undefined);
  return answer?.status === 200 || answer?.status === 409;
}

/** The charter back to where its completion begins, as the office does it. */
export async function reopened(stack: TestStack, charterId: string, idle: () => Promise<void>): Promise<void> {
  const admin = await signedIn(stack, 'admin@example.com');
  const { version } = (await charterOf(stack, charterId)).file.charter;
  const move = { to: 'returned', version, reopenReason: 'the head count was written down wrong' };
  const { status } = await admin.send('POST', `/api/charters/${charterId}/moves`, move);
  if (status !== 200) throw new Error(`the charter was not reopened: ${status}`);
  await idle();
}
