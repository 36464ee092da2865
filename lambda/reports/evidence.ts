import { epochMs, plusMs } from '../../shared/kernel/calendar.ts';
import type { Delivery } from '../../shared/reports/sending/delivery.ts';
import { judged, outlived } from '../../shared/reports/sending/transitions.ts';
import { messageBytes } from '../mail/message.ts';
import { channelProven, probeIsOurs } from '../stores/feedback-store.ts';
import type { ReportingDeps } from './deps.ts';
import { movedDelivery } from './moving.ts';

/** A delivery as time and evidence leave it: a claim of the dead is in doubt; what is in doubt is settled once it can be. */
export async function afterTime(deps: ReportingDeps, read: Delivery): Promise<Delivery> {
  const now = deps.clock();
  const delivery = await movedDelivery(deps, read, (held) => outlived(held, now, deps.sending));
  if (delivery.state !== 'unknown' || delivery.startedAt === undefined) return delivery;
  if (epochMs(now) - epochMs(delivery.startedAt) <= deps.sending.claimOutlivesMs) return delivery;
  const handledBy = plusMs(now, -deps.sending.graceMs);
  const isProven = await channelProven(deps.tables, delivery.startedAt, handledBy);
  const settled = await movedDelivery(deps, delivery, (held) =>
    judged(held, { channelProven: isProven }, now, deps.sending),
  );
  if (settled.state === 'unknown') await probed(deps);
  return settled;
}

/** SES's own address whose mail always arrives (SES developer guide, mailbox simulator). */
const SIMULATOR = 'success@simulator.amazonses.com';

/**
 * Sends a mail for nothing but its events, when none was sent lately: they show whether events still find us. Without a
 * configuration set SES tells of no mail, and there is nothing to be shown.
 */
async function probed(deps: ReportingDeps): Promise<void> {
  if (deps.config.configurationSet === undefined) return;
  const at = deps.clock();
  if (!(await probeIsOurs(deps.tables, at))) return;
  const bytes = await messageBytes({
    id: `probe-${epochMs(at)}`,
    from: deps.config.mailFrom,
    to: { name: 'Mailbox simulator', address: SIMULATOR },
    subject: 'Do mail events arrive?',
    text: 'This mail is sent for the events it causes.\n',
    html: '<!doctype html><p>This mail is sent for the events it causes.</p>',
    at,
    headers: {},
  });
  const outcome = await deps.mailer.send({
    from: deps.config.mailFrom,
    destinations: [SIMULATOR],
    bytes,
    tags: { kind: 'probe' },
  });
  deps.log('mail.probe', { outcome: outcome.kind });
}
