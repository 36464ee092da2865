import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A service of this machine that is listening, and how to stop it. */
export interface LocalService {
  /** http://127.0.0.1:<port>, without a slash at the end. */
  readonly endpoint: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Answers one request; whatever it throws goes to `onBug`. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Listens on 127.0.0.1 alone; port 0 picks a free one.
 * @throws Error in words a person can act on when the port is taken.
 */
export function startHttpService(serviceName: string, port: number, answer: Answer): Promise<LocalService> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (request.socket.destroyed) return; // the caller left: there is nobody to tell
      console.error(`${serviceName}: ${request.method} ${request.url} failed.`, error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'content-type': 'text/plain' }).end('This local service has a bug; see its log.');
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new Error(`The ${serviceName} cannot start: port ${port} is already in use.`) : error);
    });
    server.listen({ host: '127.0.0.1', port }, () => {
      const address = server.address();
      const listening = typeof address === 'object' && address !== null ? address.port : port;
      resolve({ endpoint: `http://127.0.0.1:${listening}`, port: listening, close });
    });
  });

  function close(): Promise<void> {
    return new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }
}

/** The whole body, or `too-large` once it passes the limit. @throws when the caller hangs up half way. */
export async function bodyOf(request: IncomingMessage, limitBytes: number): Promise<Buffer | 'too-large'> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length;
    if (sizeBytes <= limitBytes) chunks.push(chunk);
  }
  if (!request.complete) throw new Error('the caller hung up before the end of the body');
  return sizeBytes > limitBytes ? 'too-large' : Buffer.concat(chunks);
}

/** Whether the caller signed as AWS clients do. Signatures are not checked; a stray browser form never has one. */
export function isSigned(request: IncomingMessage): boolean {
  return request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ') ?? false;
}
