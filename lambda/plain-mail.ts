import type { Instant } from '../shared/kernel/calendar.ts';
import type { RandomBytes } from '../shared/kernel/ids.ts';
import { newId } from '../shared/kernel/ids.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { messageBytes } from './mail/message.ts';
import { outboundProblem } from './mail/outbound.ts';
import type { Mailer } from './mail/ses.ts';

/** What sending one mail needs of the world. */
export interface PlainMailDeps {
  readonly config: Config;
  readonly mailer: Mailer;
  readonly clock: () => Instant;
  readonly random: RandomBytes;
  readonly log: Log;
}

/** What a mail that is no report is for. */
export type PlainMailKind = 'sign-in' | 'watch';

/**
 * One mail that is no report: straight to SES, without an audit copy. A sign-in link belongs to one person alone.
 * @throws Error when it was not sent.
 */
export async function sendPlainMail(
  deps: PlainMailDeps,
  to: { readonly name: string; readonly address: string },
  mail: { readonly subject: string; readonly text: string; readonly html: string },
  kind: PlainMailKind = 'sign-in',
): Promise<void> {
  const at = deps.clock();
  const id = newId('msg', at, deps.random);
  const bytes = await messageBytes({ id, from: deps.config.mailFrom, to, at, headers: {}, ...mail });
  const problem = outboundProblem(bytes, to.address, deps.config.mailDomains);
  if (problem !== undefined) {
    deps.log(`${kind}.mail`, { message: id, outcome: 'held-back', because: problem });
    return;
  }
  const outcome = await deps.mailer.send({
    from: deps.config.mailFrom,
    destinations: [to.address],
    bytes,
    tags: { kind },
  });
  deps.log(`${kind}.mail`, {
    message: id,
    outcome: outcome.kind,
    ...('because' in outcome ? { because: outcome.because } : {}),
  });
  if (outcome.kind === 'not-sent') throw new Error(`the ${kind} mail was not sent: ${outcome.because}`);
}
