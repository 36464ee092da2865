/** The largest message SES takes through its API v1, encoded (SES developer guide, service quotas: message quotas). */
export const MOST_MAIL_BYTES = 10 * 1024 * 1024;

/** The last look at a finished mail before it leaves: why it must not, or nothing. */
export function outboundProblem(bytes: Uint8Array, address: string, domains: readonly string[]): string | undefined {
  const mailbox = /^([^@\s<>()[\]",:;\\]+)@([^@\s<>()[\]",:;\\]+)$/.exec(address);
  if (!mailbox) return 'the address is not one plain mailbox';
  if (!isAllowed(address, domains)) return 'the domain is not on the allow-list';
  if (bytes.length > MOST_MAIL_BYTES) return 'the mail is larger than SES takes: more than 10 MB';
  const head = headOf(bytes);
  if (head === undefined || hasStrayLineBreak(head)) return 'the headers of the mail are not well formed';
  const headers = unfolded(head);
  if (headers.some((header) => /^(resent-)?bcc\s*:/i.test(header))) return 'the mail names its hidden recipients';
  const [to, ...others] = headers.filter((header) => /^(resent-)?(to|cc)\s*:/i.test(header));
  const named = others.length === 0 && to !== undefined ? mailboxIn(/^to:(.*)$/i.exec(to)?.[1] ?? '') : undefined;
  return named !== undefined && spelledAlike(named, address) ? undefined : 'the mail is addressed to somebody else';
}

/** Whether mail may leave for an address at all: its domain is one of these, or below one. */
export function isAllowed(address: string, domains: readonly string[]): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domains.some((allowed) => allowed !== '' && (domain === allowed || domain.endsWith(`.${allowed}`)));
}

/** The header block as text: everything up to the first empty line. Headers are 7-bit. */
function headOf(bytes: Uint8Array): string | undefined {
  for (let at = 0; at + 3 < bytes.length; at += 1) {
    if (bytes[at] === 13 && bytes[at + 1] === 10 && bytes[at + 2] === 13 && bytes[at + 3] === 10) {
      return Array.from(bytes.subarray(0, at), (byte) => String.fromCharCode(byte)).join('');
    }
  }
  return undefined;
}

/** A line break that some mail servers take for the end of a header and others do not. */
function hasStrayLineBreak(head: string): boolean {
  return /[\r\n]/.test(head.replaceAll('\r\n', ''));
}

/** The headers, each on one line (RFC 5322 § 2.2.3). */
function unfolded(head: string): string[] {
  return head.replace(/\r\n(?=[ \t])/g, '').split('\r\n');
}

/** The one mailbox in `address` or `Name <address>`; nothing when there are several, or a comment or group hides one. */
function mailboxIn(value: string): string | undefined {
  const bare = value.replace(/"(?:[^"\\]|\\.)*"/g, '').trim();
  return /^[^<>@,;:()"]*<([^<>\s]+)>$/.exec(bare)?.[1] ?? /^[^<>\s,;:()"]+$/.exec(bare)?.[0];
}

/** The same mailbox: the domain in any case, the name before it to the letter. */
function spelledAlike(a: string, b: string): boolean {
  const canonical = (address: string) => address.replace(/@[^@]*$/, (domain) => domain.toLowerCase());
  return canonical(a) === canonical(b);
}
