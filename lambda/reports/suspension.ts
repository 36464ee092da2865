import type { Instant } from '../../shared/kernel/calendar.ts';
import { dayIn } from '../../shared/kernel/calendar.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import { newId } from '../../shared/kernel/ids.ts';
import type { SuspensionCause } from '../../shared/operations/suspension.ts';
import { suspended } from '../../shared/operations/suspension.ts';
import type { Recipient } from '../../shared/records/recipient.ts';
import type { MailEvent } from '../../shared/reports/mail-event.ts';
import { auditWrite } from '../stores/audit-store.ts';
import { suspensionKey } from '../stores/keys.ts';
import { readRegister, registerWrite } from '../stores/register-store.ts';
import type { Write } from '../stores/transaction.ts';
import { committed } from '../stores/transaction.ts';
import type { ReportingDeps } from './deps.ts';

/** The feedback a recipient is suspended for: which mail, to which of their addresses, when. */
export interface SuspensionReason {
  readonly cause: SuspensionCause;
  readonly messageId: string;
  readonly address: string;
  readonly at: Instant;
  readonly detail?: string;
}

/**
 * `already`: this feedback was dealt with before, or they are suspended for no less. `elsewhere`: the mail went to an
 * address they no longer have. `gone`: there is no such recipient.
 */
export type Suspended = 'suspended' | 'already' | 'elsewhere' | 'gone';

const ATTEMPTS = 10;

/** Why an event about one address suspends whoever has it; nothing for events that suspend nobody. */
export function suspensionReason(event: MailEvent, address: string): SuspensionReason | undefined {
  const cause = causeOf(event);
  const isNamed = event.recipients.some((one) => isSameAddress(one, address));
  if (cause === undefined || !isNamed) return undefined;
  const { messageId, at, detail } = event;
  return { cause, messageId, address, at, ...(detail === undefined ? {} : { detail }) };
}

/**
 * Suspends a recipient and says so in their record and in an audit line, in one transaction: once for each mail and cause,
 * so feedback that comes again after a person let mail go there again changes nothing. What others change meanwhile stays.
 * @throws FaultError `unavailable` when the record keeps changing under it.
 */
export async function suspendRecipient(
  deps: Pick<ReportingDeps, 'tables' | 'config' | 'clock' | 'random'>,
  recipientId: string,
  reason: SuspensionReason,
): Promise<Suspended> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const recipient = await readRegister(deps.tables, 'recipient', 'company', recipientId);
    if (!recipient) return 'gone';
    if (!isSameAddress(recipient.email, reason.address)) return 'elsewhere';
    const next = suspended(recipient, reason.cause, dayIn(deps.config.zone, reason.at));
    const { stored, unmet } = await dealtWith(deps, recipient, next, reason);
    if (stored) return next === undefined ? 'already' : 'suspended';
    if (unmet.includes(0)) return 'already';
  }
  throw new FaultError(fault('unavailable', 'This recipient is being changed by others. Try again.'));
}

/** Notes that this feedback was dealt with, and with it the recipient as it leaves them where it changes them. */
async function dealtWith(
  deps: Pick<ReportingDeps, 'tables' | 'clock' | 'random'>,
  recipient: Recipient,
  next: Recipient | undefined,
  reason: SuspensionReason,
): Promise<{ readonly stored: boolean; readonly unmet: readonly number[] }> {
  const now = deps.clock();
  const writes: Write[] = [
    {
      Put: {
        TableName: deps.tables.main,
        Item: { ...suspensionKey(recipient.id, reason.messageId, reason.cause), at: now },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
  ];
  if (next !== undefined) {
    const version = recipient.version + 1;
    writes.push(
      registerWrite(deps.tables, 'recipient', { ...next, updatedAt: now, version } as Recipient),
      auditWrite({
        stream: `business.${now.slice(0, 7)}`,
        at: now,
        id: newId('aud', now, deps.random),
        actor: 'scc',
        action: 'recipient.suspend',
        object: recipient.id,
        data: {
          cause: reason.cause,
          message: reason.messageId,
          version,
          ...(reason.detail === undefined ? {} : { detail: reason.detail }),
        },
      }),
    );
  }
  const result = await committed(deps.tables, writes);
  return result.stored ? { stored: true, unmet: [] } : result;
}

function causeOf({ kind, permanent }: MailEvent): SuspensionCause | undefined {
  if (kind === 'complaint') return 'complaint';
  return kind === 'bounce' && permanent === true ? 'bounce' : undefined;
}

function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
