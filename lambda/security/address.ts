import { domainToASCII } from 'node:url';
import { hmacHex } from '../../shared/kernel/digest.ts';
import type { Result } from '../../shared/kernel/fault.ts';
import { ok, refused } from '../../shared/kernel/fault.ts';
import { email } from '../../shared/records/fields.ts';

const LONGEST = 254;

/**
 * The one spelling of a mail address: trimmed, NFC, domain in lower case and Punycode. Dots and plus signs stay, so
 * nobody gets another person's mail. Refused when it is not one plain mailbox, or only looks like one.
 */
export function canonicalAddress(typed: string): Result<string> {
  const text = typed.trim().normalize('NFC');
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1);
  if (at < 1 || text.length > LONGEST || !isPlainDomain(domain)) return notAnAddress();
  const address = `${text.slice(0, at)}@${domainToASCII(domain)}`;
  return email.safeParse(address).success ? ok(address) : notAnAddress();
}

/** What stands for an address, or another guessable thing about a person, in logs, counters and audit lines. */
export function personMark(pepper: string, canonical: string): string {
  return `h1:${hmacHex(pepper, canonical)}`;
}

/** Letters, digits, dots and dashes, none of them a compatibility character that turns into another (`ｅ`, `①`). */
function isPlainDomain(domain: string): boolean {
  return /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) && domain.normalize('NFKC') === domain;
}

function notAnAddress(): Result<string> {
  return refused('invalid', 'That is not a mail address we can use.', [
    { field: 'email', message: 'expected one e-mail address, such as captain@example.com' },
  ]);
}
