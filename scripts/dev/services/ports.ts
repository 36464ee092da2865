import { createServer } from 'node:net';

/** A port that was free a moment ago, and a sentence for the person when it is not the one they expected. */
export interface ChosenPort {
  readonly port: number;
  readonly note?: string;
}

/** How many ports above the preferred one are tried before giving up. */
const TRIES = 50;

/**
 * The preferred port when it is free on this machine, else the next free one above it with a note saying so.
 * Ports in `taken` are spoken for by services that have not started to listen yet.
 * @throws Error when fifty ports in a row are in use.
 */
export async function choosePort(
  serviceName: string,
  preferred: number,
  taken: ReadonlySet<number> = new Set(),
): Promise<ChosenPort> {
  for (let port = preferred; port < Math.min(preferred + TRIES, 65_536); port += 1) {
    if (taken.has(port) || !(await isFree(port))) continue;
    if (port === preferred) return { port };
    return { port, note: `Port ${preferred} is in use, so the ${serviceName} listens on ${port} instead.` };
  }
  throw new Error(`No free port for the ${serviceName} between ${preferred} and ${preferred + TRIES - 1}.`);
}

/** Any free port on the loopback interface. */
export async function anyFreePort(): Promise<number> {
  const port = await boundPort('127.0.0.1', 0);
  if (port === undefined) throw new Error('This machine has no free port left on 127.0.0.1.');
  return port;
}

/** Also asks for ::1, because browsers try it first for "localhost" and would reach the other program. */
async function isFree(port: number): Promise<boolean> {
  return (await boundPort('127.0.0.1', port)) !== undefined && (await boundPort('::1', port)) !== undefined;
}

function boundPort(host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else if (host === '::1')
        resolve(port); // a machine without IPv6 has nobody listening there
      else reject(error);
    });
    probe.listen({ host, port, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}
