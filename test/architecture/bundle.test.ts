import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildLambda } from '../../scripts/build.ts';
import { CONSOLE_LINK } from '../../scripts/dev/console-link.ts';
import { PAGE_HEADERS } from '../../scripts/dev/edge.ts';
import { ensureWebBuild } from '../../scripts/dev/web-build.ts';
import { SAMPLE_CHARTS } from '../render/a-chart.ts';
import { ROOT } from './imports.ts';

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

  it('starts without loading SES, S3, Lambda, the mail composer or what draws pictures', () => {
    const eager = loadedAtStart('handler.mjs');
    const heavy = [
      /SendRawEmailCommand/,
      /PutObjectCommand/,
      /InvokeCommand/,
      /boundaryPrefix/,
      /initWasm|resvg\.wasm/,
    ];
    const found = eager.filter((name) => heavy.some((mark) => mark.test(definitions(chunks.get(name) ?? ''))));
    expect(found).toEqual([]);
    for (const mark of heavy) expect([...chunks.values()].some((text) => mark.test(definitions(text)))).toBe(true);
  });

  it('answers the dashboard without the routes of any other subject', () => {
    const loaded = new Set(loadedAtStart('handler.mjs'));
    const lazy = [...chunks.keys()].filter((name) => /^(sign-in|charter|office|report)-routes-/.test(name));
    expect(lazy.map((name) => name.replace(/-[A-Z0-9]+\.mjs$/, '')).sort()).toEqual([
      'charter-routes',
      'office-routes',
      'report-routes',
      'sign-in-routes',
    ]);
    expect(lazy.filter((name) => loaded.has(name))).toEqual([]);
    expect([...loaded].reduce((sum, name) => sum + (chunks.get(name) ?? '').length, 0)).toBeLessThan(600_000);
  });

  it('draws pictures with nothing but what it brings, the typeface with its licence', async () => {
    const alone = await mkdtemp(join(tmpdir(), 'scc-drawing-'));
    try {
      await buildLambda(alone, ['lambda/handler.ts', 'lambda/reports/chart-image.ts']);
      expect((await readdir(join(alone, 'assets'))).sort()).toEqual([
        'README.md',
        'chart-font-license.txt',
        'chart-font.otf',
        'resvg.wasm',
      ]);
      await writeFile(join(alone, 'chart.json'), JSON.stringify(SAMPLE_CHARTS[0]));
      const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', DRAW], {
        cwd: alone,
      });
      expect(JSON.parse(stdout)).toEqual({ starts: 'iVBORw0KGgo=', large: true });
    } finally {
      await rm(alone, { recursive: true, force: true });
    }
  });

  it('packs and unpacks what is kept, and asks for no name of a module that comes without', async () => {
    const alone = await mkdtemp(join(tmpdir(), 'scc-packing-'));
    try {
      await buildLambda(alone, ['lambda/handler.ts', 'lambda/stores/packing.ts']);
      const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', PACK], {
        cwd: alone,
      });
      expect(JSON.parse(stdout)).toEqual({ kept: [{ name: 'JADA' }], refused: true });
    } finally {
      await rm(alone, { recursive: true, force: true });
    }
    // Asked for by `require`, these modules come without names to whoever imports them on demand; the SDK knows.
    const asked = [...chunks.values()].flatMap((text) =>
      [...text.matchAll(/import\("\.\/node_([a-z]+)-[^"]+"\)/g)].map(([, name]) => name),
    );
    expect(new Set(asked)).toEqual(new Set(['http']));
  });

  it('is one file at the start, and answers the dashboard without loading the platform’s fetch', async () => {
    expect(loadedAtStart('handler.mjs')).toEqual(['handler.mjs']);
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', ASK], {
      cwd: folder,
      env: SETTINGS,
    });
    const [status, ...loaded] = (stdout.split('\n').at(-1) ?? '').split(' ');
    expect([status, loaded.includes('internal/url')]).toEqual(['401', true]);
    expect(loaded.filter((name) => /undici|perf_hooks/.test(name))).toEqual([]);
  });

  it('keeps its entry chunk under 450 KB', () => {
    expect((chunks.get('handler.mjs') ?? '').length).toBeLessThan(450_000);
  });
});

/** Asks for the dashboard as nobody, and prints the status and every module of the platform that was loaded for it. */
const ASK = `
  const { handler } = await import(process.cwd() + '/handler.mjs');
  const requestContext = { http: { method: 'GET', sourceIp: '192.0.2.1' }, requestId: 'req_1' };
  const event = { version: '2.0', rawPath: '/api/reports/dashboard', rawQueryString: '', headers: {}, requestContext };
  const { statusCode } = await handler(event);
  const loaded = process.moduleLoadList.filter((line) => line.startsWith('NativeModule ')).map((line) => line.slice(13));
  process.stdout.write([statusCode, ...loaded].join(' '));
`;

const SETTINGS = {
  AWS_REGION: 'us-west-2',
  TABLE_MAIN: 'main',
  TABLE_AUDIT: 'audit',
  ARCHIVE_BUCKET: 'archive',
  COMPANY_NAME: 'Test Charters',
  BUSINESS_ZONE: 'America/Los_Angeles',
  APP_URL: 'https://app.example.com',
  MAIL_FROM: 'reports@example.com',
  AUDIT_BCC: 'audit@example.com',
  MAIL_DOMAINS: 'example.com',
  SECRETS_FILE: 'secrets.json',
};

/** Draws the chart that lies beside the bundle and prints how the picture begins: a PNG, and one with something on it. */
const DRAW = `
  import { readFileSync } from 'node:fs';
  const { chartImage } = await import(process.cwd() + '/reports/chart-image.mjs');
  const { png } = await chartImage(JSON.parse(readFileSync('chart.json', 'utf8')));
  const starts = Buffer.from(png.subarray(0, 8)).toString('base64');
  process.stdout.write(JSON.stringify({ starts, large: png.length > 10_000 }));
`;

/** Packs a value and unpacks it again, and tries to unpack what was never packed. */
const PACK = `
  const { packed, unpacked } = await import(process.cwd() + '/stores/packing.mjs');
  const kept = await unpacked(await packed([{ name: 'JADA' }]));
  const refused = await unpacked(new Uint8Array([1, 2, 3])).then(() => false, () => true);
  process.stdout.write(JSON.stringify({ kept, refused }));
`;

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

describe('the page that is deployed', () => {
  it('holds one script of its own, and it is the one the policy lets run', async () => {
    const page = await readFile(join(await ensureWebBuild(ROOT, () => undefined), 'index.html'), 'utf8');
    const inline = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text);
    const digests = inline.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    expect(digests).toHaveLength(1);
    expect(PAGE_HEADERS['content-security-policy']).toContain(`script-src 'self' ${digests[0]};`);
  });
});
