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
 * @throws RangeError when a header value holds a control character or line break, or a header is not one of ours.
 */
export async function messageBytes(message: Message): Promise<Uint8Array> {
  refuseControls(message);
  refuseHeaderNames(Object.keys(message.headers));
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer/index.js');
  const composer = new MailComposer({
    from: message.from,
    to: { name: message.to.name, address: message.to.address },
    subject: message.subject,
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

function refuseControls(message: Message): void {
  const { from, to, subject, id, headers } = message;
  const values = { from, 'to name': to.name, 'to address': to.address, subject, id };
  for (const [name, value] of [...Object.entries(values), ...Object.entries(headers)]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(value)) throw new RangeError(`control character in ${name}`);
  }
}

/** Only X- headers may be added: the composer writes the others, and a second To or a Bcc must not slip in. */
function refuseHeaderNames(names: readonly string[]): void {
  for (const name of names) {
    if (!/^X-[A-Za-z0-9-]{1,60}$/.test(name)) throw new RangeError(`not a header of our own: ${JSON.stringify(name)}`);
  }
}
