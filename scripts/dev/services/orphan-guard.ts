import { spawn } from 'node:child_process';

/** Waits for its input to end, which happens when the process holding the other end is gone, however it died. */
const WAIT_THEN_KILL = 'cat >/dev/null; kill -9 "$1" 2>/dev/null';

/**
 * Makes sure a child does not outlive this process, not even after `kill -9`: a tiny shell in a session of its own
 * holds a pipe to us and kills the child when the pipe breaks. Call the returned function when the child has ended.
 */
export function guardAgainstOrphan(childPid: number): () => void {
  const guard = spawn('/bin/sh', ['-c', WAIT_THEN_KILL, 'sh', String(childPid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', (error) => console.error(`Cannot guard process ${childPid} against being orphaned.`, error));
  guard.stdin.on('error', () => undefined); // the guard was ended on purpose
  guard.unref();
  (guard.stdin as unknown as { unref(): void }).unref();
  const killChild = () => process.kill(childPid, 'SIGKILL');
  const onExit = () => ignoringGone(killChild);
  process.on('exit', onExit);
  return () => {
    process.off('exit', onExit);
    // The whole session, so that neither the shell nor its `cat` lives on to kill a later process with this id.
    ignoringGone(() => guard.pid !== undefined && process.kill(-guard.pid, 'SIGKILL'));
  };
}

function ignoringGone(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
