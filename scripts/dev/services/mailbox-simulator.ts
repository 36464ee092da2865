import type { Outcome } from './ses-event.ts';

/**
 * What SES's mailbox simulator does with a mail, one thing after the other (SES developer guide, "Using the mailbox
 * simulator manually"). A label may follow the name: bounce+one@…. An automatic reply comes as a bounce that is no
 * refusal: the mail was delivered (same guide, bounce types).
 */
const SIMULATED: Readonly<Record<string, readonly Outcome[]>> = {
  success: ['delivery'],
  bounce: ['hard-bounce'],
  ooto: ['delivery', 'automatic-reply'],
  complaint: ['delivery', 'complaint'],
  suppressionlist: ['suppressed'],
};

/** What becomes of a mail at an address of the simulator; undefined for any other address. */
export function simulatedOutcomes(address: string): readonly Outcome[] | undefined {
  const [, name = ''] = /^([a-z]+)(?:\+[^@]*)?@simulator\.amazonses\.com$/i.exec(address) ?? [];
  const known = name.toLowerCase();
  return Object.hasOwn(SIMULATED, known) ? SIMULATED[known] : undefined;
}
