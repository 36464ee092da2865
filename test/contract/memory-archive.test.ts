import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Archive, S3Connection } from '../../lambda/reports/archive.ts';
import { s3Archive } from '../../lambda/reports/archive.ts';
import type { LocalService } from '../../scripts/dev/services/http-service.ts';
import { startLocalS3 } from '../../scripts/dev/services/local-s3.ts';
import { MemoryArchive } from '../faults/world/memory-archive.ts';

/** The bucket in memory that the simulations run on answers the archive like the local S3 over HTTP. */

const BUCKET = 'archive-local';
let folder: string;
let service: LocalService;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'memory-archive-'));
  service = await startLocalS3({ port: 0, folder, buckets: [BUCKET] });
});
afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

it('the first writer wins, whoever reads gets its bytes, and what is not there is nothing', async () => {
  const settings = { region: 'us-east-1', bucket: BUCKET };
  const bucket = new MemoryArchive();
  const send = async (command: object) => bucket.perform(command);
  const [there, here] = await Promise.all([
    answers(s3Archive({ ...settings, endpoint: service.endpoint })),
    answers(s3Archive(settings, async () => ({ send }) as unknown as S3Connection)), // the archive asks for nothing else
  ]);
  expect(here).toEqual(there);
});

/** What an archive says to two writers of one key, and to readers of it and of another. */
async function answers(archive: Archive): Promise<readonly unknown[]> {
  const put = (key: string, body: string | Uint8Array) => archive.putOnce(key, body, 'text/plain', { entity: 'group' });
  const told: unknown[] = [];
  told.push(await put('2026-10-01/run/a.txt', 'héllo'));
  told.push(await put('2026-10-01/run/a.txt', 'somebody else'));
  told.push(await put('2026-10-01/run/b.bin', new Uint8Array([0, 255, 13, 10])));
  for (const key of ['2026-10-01/run/a.txt', '2026-10-01/run/b.bin', 'absent']) {
    const bytes = await archive.get(key);
    told.push(bytes === undefined ? 'nothing' : [...bytes]);
  }
  return told;
}
