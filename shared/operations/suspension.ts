import type { LocalDate } from '../kernel/calendar.ts';
import type { Problem } from '../kernel/fault.ts';
import type { Recipient } from '../records/recipient.ts';

/** Why mail to somebody stops by itself: their mailbox is not there, or they said they do not want it. */
export type SuspensionCause = 'bounce' | 'complaint';

const SENTENCES: Readonly<Record<SuspensionCause, string>> = {
  bounce: 'Mail to this address bounced for good on',
  complaint: 'They reported a mail as unwanted on',
};

/**
 * The recipient suspended from a day on, with the sentence that says why; nothing where they are already. A complaint
 * stands in place of a bounce, which weighs less, and of whatever else was written there.
 */
export function suspended(recipient: Recipient, cause: SuspensionCause, on: LocalDate): Recipient | undefined {
  const held = recipient.status === 'suspended';
  if (held && (cause === 'bounce' || recipient.suspendedBecause?.startsWith(SENTENCES.complaint))) return undefined;
  const { resumedBecause: _was, ...rest } = recipient;
  return { ...rest, status: 'suspended', suspendedBecause: `${SENTENCES[cause]} ${on}.` };
}

/** What keeps mail from going again to somebody it was stopped for: a person must say why it may. */
export function resumeProblems(next: Recipient, before: Recipient | undefined): readonly Problem[] {
  const isResumed = before?.status === 'suspended' && next.status === 'active';
  if (!isResumed || (next.resumedBecause !== undefined && next.resumedBecause !== before.resumedBecause)) return [];
  return [{ field: 'record.resumedBecause', message: 'say why mail may go to this address again' }];
}

/** The recipient with the reason for how they stand, and none for how they stood before. */
export function oneStanding(recipient: Recipient): Recipient {
  const { suspendedBecause, resumedBecause, ...rest } = recipient;
  if (recipient.status === 'active') return { ...rest, ...(resumedBecause === undefined ? {} : { resumedBecause }) };
  return { ...rest, ...(suspendedBecause === undefined ? {} : { suspendedBecause }) };
}

/** The reason mail goes to somebody again, for the audit line of the change that lets it; nothing for any other change. */
export function resumption(next: Recipient, before: Recipient | undefined): { readonly resumedBecause?: string } {
  const { status, resumedBecause } = next;
  if (before?.status !== 'suspended' || status !== 'active' || resumedBecause === undefined) return {};
  return { resumedBecause };
}
