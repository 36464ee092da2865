import type { Socket } from 'node:net';

/** The two sides of a conversation over HTTP/1.1, of which whole messages are wanted. */
export type Side = 'request' | 'reply';

const HEAD_END = Buffer.from('\r\n\r\n');

/** Reads one whole message after the other from a connection, in whatever pieces they come. */
export class MessageReader {
  readonly #socket: Socket;
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(socket: Socket) {
    this.#socket = socket;
    this.#chunks = socket[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** The next whole message, nothing when the connection ended first. @throws whatever broke the connection */
  async next(side: Side): Promise<Buffer | undefined> {
    let isToldToGoOn = false;
    for (;;) {
      const length = messageLength(this.#held, side);
      if (length !== undefined) {
        const message = this.#held.subarray(0, length);
        this.#held = this.#held.subarray(length);
        if (!isInterim(message)) return message;
        continue;
      }
      if (side === 'request' && !isToldToGoOn && waitsToGoOn(this.#held)) {
        this.#socket.write('HTTP/1.1 100 Continue\r\n\r\n');
        isToldToGoOn = true;
      }
      const { value, done } = await this.#chunks.next();
      if (done) return undefined;
      this.#held = Buffer.concat([this.#held, value]);
    }
  }
}

/** The length of the first message in these bytes; nothing while it is not whole. */
export function messageLength(bytes: Buffer, side: Side): number | undefined {
  const headEnd = headLength(bytes);
  if (headEnd === undefined) return undefined;
  const head = bytes.subarray(0, headEnd).toString('latin1');
  if (side === 'reply' && /^HTTP\/1\.1 (1\d\d|204|304) /.test(head)) return headEnd;
  if (/^transfer-encoding: *chunked\r$/im.test(head)) return chunkedEnd(bytes, headEnd);
  const whole = headEnd + Number(/^content-length: *(\d+)\r$/im.exec(head)?.[1] ?? 0);
  return bytes.length < whole ? undefined : whole;
}

/** How long the head of the first message is, with the empty line behind it. */
export function headLength(bytes: Buffer): number | undefined {
  const at = bytes.indexOf(HEAD_END);
  return at < 0 ? undefined : at + HEAD_END.length;
}

/** Where a body in chunks ends: behind the one of no length (RFC 9112, 7.1); nobody here sends trailers without a chunk. */
function chunkedEnd(bytes: Buffer, from: number): number | undefined {
  let at = from;
  for (;;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const size = Number.parseInt(bytes.subarray(at, lineEnd).toString('latin1'), 16);
    if (size === 0) {
      // Trailers, each a line, and an empty line.
      const end = bytes.indexOf(HEAD_END, lineEnd);
      return end < 0 ? undefined : end + HEAD_END.length;
    }
    at = lineEnd + 2 + size + 2;
    if (at > bytes.length) return undefined;
  }
}

/** Whether a client sends the body only once it is told to go on. */
function waitsToGoOn(bytes: Buffer): boolean {
  const headEnd = headLength(bytes);
  return headEnd !== undefined && /^expect: *100-continue\r$/im.test(bytes.subarray(0, headEnd).toString('latin1'));
}

function isInterim(message: Buffer): boolean {
  return message.subarray(0, 12).toString('latin1').startsWith('HTTP/1.1 1');
}
