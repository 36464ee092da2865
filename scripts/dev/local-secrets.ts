import { randomBytes } from 'node:crypto';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes the file with signing key and pepper for a local start, once. It lies in the git-ignored data folder. */
export async function ensureSecrets(path: string): Promise<void> {
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (exists) return;
  const secret = {
    active: 'local-1',
    keys: [{ kid: 'local-1', key: randomBytes(32).toString('base64url') }],
    pepper: randomBytes(32).toString('base64url'),
  };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(secret, null, 2), { mode: 0o600, flag: 'wx' });
}
