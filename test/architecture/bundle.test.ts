import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildLambda } from '../../scripts/build.ts';
import { CONSOLE_LINK } from '../../scripts/dev/console-link.ts';

let folder: string;
let chunks: ReadonlyMap<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scc-bundle-'));
  await buildLambda(folder);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.mjs'));
  chunks = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the bundle that is deployed', () => {
  it('knows nothing of the sign-in links a local start prints', () => {
    expect([...chunks].filter(([, text]) => text.includes(CONSOLE_LINK.name))).toEqual([]);
    expect([...chunks].some(([, text]) => text.includes('sign-in'))).toBe(true);
  });

  it('starts without loading SES, S3, Lambda or the mail composer', () => {
    const eager = loadedAtStart('handler.mjs');
    const heavy = [/SendRawEmailCommand/, /PutObjectCommand/, /InvokeCommand/, /mail-composer|MailComposer/];
    const found = eager.filter((name) => heavy.some((mark) => mark.test(definitions(chunks.get(name) ?? ''))));
    expect(found).toEqual([]);
  });

  it('keeps its entry chunk under 450 KB', () => {
    expect((chunks.get('handler.mjs') ?? '').length).toBeLessThan(450_000);
  });
});

/** The chunks an entry pulls in by static imports, itself included. */
function loadedAtStart(entry: string, seen: Set<string> = new Set()): string[] {
  if (seen.has(entry)) return [];
  seen.add(entry);
  const imports = [...(chunks.get(entry) ?? '').matchAll(/(?:from|import)\s*"\.\/([^"]+\.mjs)"/g)];
  return [entry, ...imports.flatMap((match) => loadedAtStart(match[1] ?? '', seen))];
}

/** The text without lazy imports, whose own lines name what they load. */
function definitions(text: string): string {
  return text.replace(/\{[^{}]*\}=await import\([^)]*\)/g, '');
}
