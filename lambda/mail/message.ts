import type MimeNode from 'nodemailer/lib/mime-node/index.js';
import type { Instant } from '../../shared/kernel/calendar.ts';

/** A mail before it is bytes. Addresses and header values come from records and configuration, never from a request. */
export interface Message {
  readonly id: string;
  readonly from: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Pictures the HTML shows as cid:, each by its id. */
  readonly images?: readonly InlineImage[];
  readonly at: Instant;
  readonly headers: Readonly<Record<string, string>>;
}

/** A PNG that travels with the mail. */
export interface InlineImage {
  readonly cid: string;
  readonly png: Uint8Array;
}

/**
 * The mail as the bytes that are archived and sent: multipart/alternative, text first, base64 bodies, no Bcc header; with
 * pictures multipart/related around it. The same message always gives the same bytes.
 * @throws RangeError when a header value holds a control character or line break or cannot be folded, when a header is
 * not one of ours, when the recipient is not one plain mailbox, and when an id of a picture is not a plain word or used twice.
 */
export async function messageBytes(message: Message): Promise<Uint8Array> {
  refuseUnfit(message);
  refuseHeaderNames(Object.keys(message.headers));
  const images = message.images ?? [];
  refuseCids(images.map(({ cid }) => cid));
  const { default: Node } = await import('nodemailer/lib/mime-node/index.js');
  const options = {
    baseBoundary: message.id,
    textEncoding: 'B',
    disableFileAccess: true,
    disableUrlAccess: true,
  } as const;
  const root = new Node(images.length === 0 ? ALTERNATIVE : RELATED, options);
  root.addHeader({ 'Auto-Submitted': 'auto-generated', ...message.headers });
  root.setHeader('from', message.from);
  root.setHeader('to', { name: literal(message.to.name), address: message.to.address });
  root.setHeader('subject', literal(message.subject));
  root.setHeader('message-id', `<${message.id}@${domainOf(message.from)}>`);
  root.setHeader('date', new Date(message.at));
  const texts = images.length === 0 ? root : root.createChild(ALTERNATIVE, options);
  addBody(texts, 'text/plain', message.text);
  addBody(texts, 'text/html', message.html);
  for (const { cid, png } of images) addImage(root, cid, png);
  return new Uint8Array(await root.build());
}

const ALTERNATIVE = 'multipart/alternative';
const RELATED = 'multipart/related; type="multipart/alternative"';

function addBody(parent: MimeNode, type: string, text: string): void {
  const body = parent.createChild(`${type}; charset=utf-8`, { disableFileAccess: true, disableUrlAccess: true });
  body.setHeader('Content-Transfer-Encoding', 'base64');
  body.setContent(text);
}

function addImage(root: MimeNode, cid: string, png: Uint8Array): void {
  const image = root.createChild('image/png', { filename: `${cid}.png` });
  image.setHeader({
    'Content-Transfer-Encoding': 'base64',
    'Content-Id': `<${cid}>`,
    'Content-Disposition': `inline; filename="${cid}.png"`,
  });
  image.setContent(Buffer.from(png));
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

/** Ids are written into headers and into the HTML as they are. */
function refuseCids(cids: readonly string[]): void {
  for (const cid of cids) {
    if (!/^[a-z0-9][a-z0-9.@-]{0,100}$/.test(cid))
      throw new RangeError(`not the id of a picture: ${JSON.stringify(cid)}`);
  }
  if (new Set(cids).size !== cids.length) throw new RangeError('two pictures with one id');
}
