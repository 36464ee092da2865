import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { bundledDynamo, startFailure, whyNotAnswering } from './dynamo-start.ts';
import type { LocalService } from './http-service.ts';
import { guardAgainstOrphan } from './orphan-guard.ts';
import { anyFreePort } from './ports.ts';
import { noteOwner, runningOwner } from './store-owner.ts';

/** Where the embedded DynamoDB listens and what it keeps. */
export interface LocalDynamoOptions {
  /** 0 picks a free port. */
  readonly port: number;
  /** The store's file, alone in its folder; its data survives `kill -9`. Left out: everything is kept in memory. */
  readonly dbPath?: string;
}

/** The embedded DynamoDB, running. */
export interface LocalDynamo extends LocalService {
  /** The process id of the database. */
  readonly pid: number;
  /** Resolves when the database has ended: undefined after `close()`, else a sentence saying what happened. */
  readonly ended: Promise<string | undefined>;
}

/**
 * Starts the embedded DynamoDB and waits until it answers a request. It ends when this process ends, however that is.
 * @throws Error in words a person can act on: no program for this platform, port taken, store in use, store damaged.
 */
export async function startLocalDynamo(options: LocalDynamoOptions): Promise<LocalDynamo> {
  const binary = bundledDynamo();
  if (options.dbPath === undefined) return startedOn(binary, options.port, undefined);
  const dbPath = resolve(options.dbPath);
  await mkdir(dirname(dbPath), { recursive: true });
  const owner = await lastingOwner(dbPath);
  if (owner !== undefined) {
    throw new Error(
      `The local database ${dbPath} is in use by process ${owner}. ` +
        `Stop the other run, or end that process (kill ${owner}).`,
    );
  }
  return startedOn(binary, options.port, dbPath);
}

/** How long the database of a start that was killed may take to notice and end. */
const ORPHAN_ENDS_WITHIN_MS = 5_000;

/** Whoever has the database open and keeps it: one that was just orphaned is given the time to end. */
async function lastingOwner(dbPath: string): Promise<number | undefined> {
  const until = Date.now() + ORPHAN_ENDS_WITHIN_MS;
  let owner = runningOwner(dbPath);
  while (owner !== undefined && Date.now() < until) {
    await new Promise((resume) => setTimeout(resume, 50));
    owner = runningOwner(dbPath);
  }
  return owner;
}

/** A port found free may be taken before the database has it; then another is found. A port asked for is final. */
async function startedOn(binary: string, port: number, dbPath: string | undefined): Promise<LocalDynamo> {
  if (port !== 0) return started(binary, port, dbPath);
  const first = await anyFreePort();
  try {
    return await started(binary, first, dbPath);
  } catch (error) {
    if (!String(error).includes(`port ${first} is already in use`)) throw error;
    return started(binary, await anyFreePort(), dbPath);
  }
}

async function started(binary: string, port: number, dbPath: string | undefined): Promise<LocalDynamo> {
  const flags = ['--host', '127.0.0.1', '--port', String(port), ...(dbPath === undefined ? [] : ['--db-path', dbPath])];
  // A session of its own: Ctrl-C reaches us first, and we close it after the requests under way.
  const child = spawn(binary, flags, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = tailOf(child);
  let closing = false;
  const ended = new Promise<string | undefined>((settle) => {
    child.once('error', (error) => settle(`it could not be run: ${error.message}`));
    child.once('close', (code, signal) => {
      settle(closing ? undefined : `it ended with ${signal ?? `exit code ${code}`}, having said: ${printed()}`);
    });
  });
  const { pid } = child;
  if (pid === undefined) throw startFailure((await ended) ?? '', port, dbPath);

  const stopGuarding = guardAgainstOrphan(pid);
  const forgetOwner = dbPath === undefined ? () => undefined : noteOwner(dbPath, pid);
  void ended.then(stopGuarding).then(forgetOwner);
  letProcessEnd(child);

  const endpoint = `http://127.0.0.1:${port}`;
  const failure = await Promise.race([ended.then((why) => why ?? 'it was closed'), whyNotAnswering(endpoint, printed)]);
  if (failure !== undefined) {
    child.kill('SIGKILL');
    await ended;
    throw startFailure(failure, port, dbPath);
  }
  return { endpoint, port, pid, ended, close };

  async function close(): Promise<void> {
    closing = true;
    child.kill('SIGTERM');
    const stubborn = setTimeout(() => child.kill('SIGKILL'), 3_000);
    await ended;
    clearTimeout(stubborn);
  }
}

/** The last 4,000 characters the child printed, on one line. */
function tailOf(child: ChildProcess): () => string {
  let text = '';
  const keep = (chunk: Buffer) => {
    text = (text + chunk.toString('utf8')).slice(-4_000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text.replace(/\s+/g, ' ').trim();
}

/** A forgotten `close()` must not keep this process alive. */
function letProcessEnd(child: ChildProcess): void {
  child.unref();
  for (const stream of [child.stdout, child.stderr]) (stream as unknown as { unref(): void } | null)?.unref();
}
