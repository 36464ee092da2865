import type { MailEvent } from '../../shared/reports/mail-event.ts';
import type { ReportingDeps } from './deps.ts';

/** The log line an alarm of its own listens for. */
export const AUDIT_COPY_BOUNCED = 'audit-copy.bounced';

/** Takes note of what SES told of mails, one line each; an audit copy that did not stay where it was sent is told apart. */
export function noteMailEvents(
  { config, log }: Pick<ReportingDeps, 'config' | 'log'>,
  events: readonly MailEvent[],
): void {
  for (const event of events) {
    const about = { message: event.messageId, delivery: event.tags['delivery'] };
    log('mail.event', { kind: event.kind, ...about });
    if (isLostAuditCopy(event, config.auditBcc)) {
      log(AUDIT_COPY_BOUNCED, { kind: event.kind, permanent: event.permanent, detail: event.detail, ...about });
    }
  }
}

/** Whether a bounce or complaint is about the audit mailbox: it says nothing of the person the report was for. */
export function isLostAuditCopy({ kind, recipients }: MailEvent, auditBcc: string): boolean {
  const audit = auditBcc.toLowerCase();
  return (kind === 'bounce' || kind === 'complaint') && recipients.some((address) => address.toLowerCase() === audit);
}
