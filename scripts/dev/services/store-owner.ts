import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Notes beside a database file which process has it open. Call the returned function when that process has ended. */
export function noteOwner(dbPath: string, pid: number): () => void {
  writeFileSync(notePath(dbPath), String(pid));
  return () => rmSync(notePath(dbPath), { force: true });
}

/** The process that has a database file open, if it still runs; a note left behind by a killed one counts for nothing. */
export function runningOwner(dbPath: string): number | undefined {
  try {
    const pid = Number(readFileSync(notePath(dbPath), 'utf8'));
    if (!Number.isSafeInteger(pid) || pid <= 1) return undefined;
    process.kill(pid, 0); // signal 0 only asks whether the process is there
    // The number may belong to someone else by now: ask what runs under it, where the system tells.
    if (process.platform !== 'linux') return pid;
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(dbPath) ? pid : undefined;
  } catch {
    return undefined; // no note, or nobody runs under that number any more
  }
}

function notePath(dbPath: string): string {
  return `${dbPath}.pid`;
}
