import type { Instant } from '../../shared/kernel/calendar.ts';

/** A mail before it is bytes. Addresses and header values come from records and configuration, never from a request. */
export interface Message {
  readonly id: string;
  readonly from: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: Instant;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The mail as the bytes that are archived and sent: multipart/alternative, text first, base64 bodies, no Bcc header.
 * The same message always gives the same bytes.
 * @throws RangeError when a header value holds a control character or line break or cannot be folded, when a header is
 * not one of ours, and when the recipient is not one plain mailbox.
 */
export async function messageBytes(message: Message): Promise<Uint8Array> {
  refuseUnfit(message);
  refuseHeaderNames(Object.keys(message.headers));
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer/index.js');
  const composer = new MailComposer({
    from: message.from,
    to: { name: literal(message.to.name), address: message.to.address },
    subject: literal(message.subject),
    text: message.text,
    html: message.html,
    textEncoding: 'base64',
    date: new Date(message.at),
    messageId: `<${message.id}@${domainOf(message.from)}>`,
    headers: { 'Auto-Submitted': 'auto-generated', ...message.headers },
    disableFileAccess: true,
    disableUrlAccess: true,
    baseBoundary: message.id,
  } as ConstructorParameters<typeof MailComposer>[0]);
  return new Uint8Array(await composer.compile().build());
}

/** The bare address in "Name <address>" or the address itself. */
export function addressIn(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
}

function domainOf(from: string): string {
  return addressIn(from).split('@')[1] ?? 'localhost';
}

/** Text that no reader takes for an RFC 2047 encoded word: a space of no width stands between its first two signs. */
function literal(text: string): string {
  return text.replaceAll('=?', '=\u200b?');
}

function refuseUnfit(message: Message): void {
  const { from, to, subject, id, headers } = message;
  const values = { from, 'to name': to.name, 'to address': to.address, subject, id };
  for (const [name, value] of [...Object.entries(values), ...Object.entries(headers)]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(value)) throw new RangeError(`control character in ${name}`);
    if (/\S{900}/.test(value)) throw new RangeError(`nowhere to fold ${name}: a line holds 998 characters`);
  }
  if (!/^[^\s@<>()[\]",:;\\]+@[^\s@<>()[\]",:;\\]+$/.test(to.address))
    throw new RangeError('to address is not one mailbox');
}

/** Only X- headers may be added: the composer writes the others, and a second To or a Bcc must not slip in. */
function refuseHeaderNames(names: readonly string[]): void {
  for (const name of names) {
    if (!/^X-[A-Za-z0-9-]{1,60}$/.test(name)) throw new RangeError(`not a header of our own: ${JSON.stringify(name)}`);
  }
}
