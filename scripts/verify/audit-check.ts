import type { ChainedLine } from '../../shared/kernel/audit-chain.ts';
import { BEFORE_ALL, firstBreak } from '../../shared/kernel/audit-chain.ts';
import type { Checkpoint, SeenHead } from '../../shared/reports/checkpoint.ts';
import { CHECKPOINT_FOLDER, CHECKPOINT_STREAM, checkpointKey, NO_CHECKPOINT } from '../../shared/reports/checkpoint.ts';
import type { Evidence, Findings, KeptObject } from './evidence.ts';
import { saidBy } from './evidence.ts';

/**
 * Holds the lines of history against each other and against those who saw where they ended: every stream's chain, every
 * checkpoint's link and line, and the heads that checkpoints and archived mails carry.
 */
export function auditFindings(evidence: Evidence): Findings {
  const chains = [...evidence.streams].flatMap(([stream, lines]) => chainProblem(stream, lines) ?? []);
  const checkpoints = checkpointFindings(evidence);
  const mails = [...evidence.objects.values()].flatMap((object) => mailProblem(evidence, object) ?? []);
  return { problems: [...chains, ...checkpoints.problems, ...mails], notes: checkpoints.notes };
}

const FIELDS = ['v', 'stream', 'seq', 'at', 'id', 'actor', 'action', 'object', 'data', 'prev', 'hash'];

/** What was found of lines that were looked through before. */
const looked = new WeakMap<readonly ChainedLine[], { readonly stream: string; readonly problem: string | undefined }>();

function chainProblem(stream: string, lines: readonly ChainedLine[]): string | undefined {
  const before = looked.get(lines);
  if (before?.stream === stream) return before.problem;
  const problem = brokenChain(stream, lines);
  looked.set(lines, { stream, problem });
  return problem;
}

function brokenChain(stream: string, lines: readonly ChainedLine[]): string | undefined {
  const broken = firstBreak(stream, lines);
  if (broken) return `Stream ${stream}, line ${broken.seq}: ${broken.because}.`;
  const more = lines.find((line) => Object.keys(line).some((field) => !FIELDS.includes(field)));
  return more && `Stream ${stream}, line ${more.seq}: it says more than was written.`;
}

function checkpointFindings({ streams, objects }: Evidence): Findings {
  const problems: string[] = [];
  const lines = streams.get(CHECKPOINT_STREAM) ?? [];
  const keys = [...objects.keys()].filter((key) => key.startsWith(CHECKPOINT_FOLDER)).sort();
  const count = Math.max(lines.length, keys.length);
  for (let n = 1; n <= count; n += 1) {
    const object = objects.get(checkpointKey(n));
    const before = objects.get(checkpointKey(n - 1))?.digest ?? NO_CHECKPOINT;
    const problem = checkpointProblem(n, object, before, lines[n - 1]);
    if (problem === undefined) problems.push(...headProblems(streams, n, saidBy(object) as never));
    else problems.push(`Checkpoint ${n} (${checkpointKey(n)}): ${problem}.`);
  }
  const missing = keys.length - lines.length;
  if (missing > 1) problems.push(`Checkpoint ${lines.length + 1}: ${missing} checkpoints have no line.`);
  return {
    problems,
    notes: missing === 1 ? [`checkpoint ${count} waits for its line, which the next tick writes`] : [],
  };
}

function checkpointProblem(
  n: number,
  object: KeptObject | undefined,
  before: string,
  line: ChainedLine | undefined,
): string | undefined {
  if (object === undefined) return 'it is missing';
  if (object.versions !== 1) return `it was written ${object.versions} times`;
  const said = saidBy(object);
  if (said === undefined || !isCheckpoint(said)) return 'it is none';
  if (said.n !== n) return `it says it is checkpoint ${said.n}`;
  if (said.previous !== before) return 'it was not written behind the one before it';
  if (line === undefined) return undefined;
  if (line.data['n'] !== n || line.data['digest'] !== object.digest) return 'it is not the one its line tells of';
  return undefined;
}

function headProblems(streams: Evidence['streams'], n: number, { streams: seen }: Checkpoint): string[] {
  return seen.flatMap(({ stream, seq, hash }) => {
    const lines = streams.get(stream) ?? [];
    const line = lines[seq - 1];
    if (line === undefined)
      return [`Stream ${stream}, line ${lines.length + 1}: it is missing; checkpoint ${n} saw line ${seq}.`];
    return line.hash === hash ? [] : [`Stream ${stream}, line ${seq}: it is not the line checkpoint ${n} saw.`];
  });
}

function mailProblem({ streams }: Evidence, { key, auditHead }: KeptObject): string | undefined {
  if (!key.endsWith('.eml')) return undefined;
  const [stream = '', seq = '', hash = ''] = (auditHead ?? '').split(':');
  if (stream !== `run.${key.split('/')[1]}` || !/^\d+$/.test(seq) || !/^[0-9a-f]{16}$/.test(hash))
    return `${key}: the mail does not say where the history of its run ended.`;
  const lines = streams.get(stream) ?? [];
  const line = seq === '0' ? BEFORE_ALL : lines[Number(seq) - 1];
  if (line === undefined)
    return `Stream ${stream}, line ${lines.length + 1}: it is missing; the mail ${key} saw line ${seq}.`;
  return line.hash.startsWith(hash)
    ? undefined
    : `Stream ${stream}, line ${seq}: it is not the line the mail ${key} saw.`;
}

function isCheckpoint(said: Readonly<Record<string, unknown>>): said is Readonly<Record<keyof Checkpoint, unknown>> {
  const { v, streams } = said;
  return v === 1 && Array.isArray(streams) && streams.every(isHead);
}

function isHead(head: unknown): head is SeenHead {
  const { stream, seq, hash } = (head ?? {}) as Readonly<Record<string, unknown>>;
  return typeof stream === 'string' && Number.isInteger(seq) && Number(seq) > 0 && typeof hash === 'string';
}
