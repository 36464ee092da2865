import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A program and what it is started with. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** What it reads from its standard input. */
  readonly input?: string;
}

/** What a program printed, and what it took. */
export interface Spent {
  readonly stdout: string;
  readonly ms: number;
  /** The most memory it held; not a number where the system does not tell of other processes. */
  readonly peakMb: number;
}

const LOOK_EVERY_MS = 25;
/** Texts with signs of other alphabets are the same whatever the machine's language. */
const LANGUAGE = { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };

/** Runs a program to its end. @throws Error with what it complained of when it ends otherwise than well. */
export function spentBy({ program, args, input = '' }: Command): Promise<Spent> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(program, [...args], { env: { ...process.env, ...LANGUAGE }, stdio: 'pipe' });
    const [printed, complained]: [Buffer[], Buffer[]] = [[], []];
    let peakMb = Number.NaN;
    const look = setInterval(() => {
      peakMb = peakMbOf(child.pid) ?? peakMb;
    }, LOOK_EVERY_MS);
    child.stdout.on('data', (bytes: Buffer) => printed.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => complained.push(bytes));
    child.stdin.on('error', () => undefined); // a program that reads nothing may have ended
    child.stdin.end(input);
    child.once('error', (error) => {
      clearInterval(look);
      reject(error);
    });
    child.once('close', (status) => {
      clearInterval(look);
      const ms = performance.now() - began;
      if (status === 0) resolve({ stdout: Buffer.concat(printed).toString('utf8'), ms, peakMb });
      else reject(new Error(`${program} ended with ${status}: ${Buffer.concat(complained).toString('utf8')}`));
    });
  });
}

/** Whether a program is installed. */
export function isInstalled(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

/** The first number with a dot in what a program says of its version; nothing when it says none. */
export function versionOf(program: string): string {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return /\d+\.\d[\w.]*/.exec(stdout ?? '')?.[0] ?? '';
}

/** What the system notes as the most a process ever held. */
function peakMbOf(pid: number | undefined): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1_000;
  } catch {
    return undefined;
  }
}
