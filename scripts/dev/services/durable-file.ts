import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Puts the whole content at a path, or leaves what was there: a kill at any moment never shows half a file.
 * `scratch` is a folder on the same disk for the half-written copy.
 */
export async function writeDurably(scratch: string, path: string, content: string | Uint8Array): Promise<void> {
  const draft = await writtenDraft(scratch, content);
  await mkdir(dirname(path), { recursive: true });
  await rename(draft, path);
  await syncFolder(dirname(path));
}

/** Like `writeDurably`, but false, changing nothing, when the path exists. Of callers at one time exactly one wins. */
export async function createDurably(scratch: string, path: string, content: string | Uint8Array): Promise<boolean> {
  const draft = await writtenDraft(scratch, content);
  try {
    await mkdir(dirname(path), { recursive: true });
    await link(draft, path);
    await syncFolder(dirname(path));
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Whether an error came from the file system with this code. */
export function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === code;
}

async function writtenDraft(scratch: string, content: string | Uint8Array): Promise<string> {
  await mkdir(scratch, { recursive: true });
  const draft = join(scratch, randomUUID());
  const file = await open(draft, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  return draft;
}

/** A new name survives a power cut only once its folder is on the disk too. Windows cannot sync folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
