import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deployLog, type ScanResult, scanRepository } from '../../scripts/inventory/repository.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';

const AT = '2026-11-21T20:00:00.000Z' as Instant;
/** Put together here, so that whoever scans this file finds nothing. */
const PAYMENT_KEY = ['sk', 'live', 'a1B2c3D4e5F6g7H8i9J0'].join('_');
const CLOUD_KEY = ['AKIA', 'QRSTUVWXYZ234567'].join('');
const PRIVATE_KEY = ['-----BEGIN RSA', 'PRIVATE KEY-----'].join(' ');

const FILES: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    scripts: { check: 'node steps.ts', types: 'tsc -p .', test: 'vitest run', lint: 'biome check' },
    dependencies: { hono: '4.13.19', zod: '^4.6.7' },
  }),
  'steps.ts': "spawn('npm', ['run', 'types']); spawn('npm', ['test']);",
  '.ci/run': '#!/usr/bin/env bash\nset -e\n# everything\nnpm ci\nnpm run check\n',
  'src/pay.ts': `const mode = 'x';\nexport const key = '${PAYMENT_KEY}';\n`,
  'src/cloud.env': `ID=${CLOUD_KEY}\n`,
  'src/deep/key.pem': `${PRIVATE_KEY}\n${'MIIEpAIBAAKCAQEA'.repeat(20)}\n-----END RSA ${'PRIVATE'} KEY-----\n`,
  'src/pay.test.ts': 'export {};',
  'node_modules/other/index.js': `'${PAYMENT_KEY}'`,
  'shipcaptaincrew.md':
    '# It\n\n## 13. Deploy log\n\n| When | version | digest | changes |\n| --- | --- | --- | --- |\n| 2026-11-02 | 0.2.0 | ab12 | first |\n\n## 14. After\n\n| 9 | no | no | no |\n',
};

let folder: string;
let scan: ScanResult;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scc-scan-'));
  for (const [file, content] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }
  scan = await scanRepository(folder, AT);
});
afterAll(() => rm(folder, { recursive: true }));

test('finds every planted secret once, by file and line', () => {
  const places = scan.secrets.map(({ file, line }) => `${file}:${line}`).sort();
  expect(places).toEqual(['src/cloud.env:1', 'src/deep/key.pem:1', 'src/pay.ts:2']);
});

test('lets no secret out, only a fingerprint of it', () => {
  const told = JSON.stringify(scan);
  for (const secret of [PAYMENT_KEY, CLOUD_KEY, 'MIIEpAIBAAKCAQEA']) expect(told).not.toContain(secret);
  for (const { fingerprint } of scan.secrets) expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
});

test('reads tests, what CI runs, the gates CI comes to, dependencies and the deploy log', () => {
  expect(scan).toMatchObject({
    scannedAt: AT,
    filesScanned: 8,
    testFiles: 1,
    ciCommands: ['npm ci', 'npm run check'],
    gates: { types: true, lint: false, tests: true },
    dependencies: { total: 2, pinned: 1, hasLockFile: false },
    deployments: ['2026-11-02 · 0.2.0 · ab12 · first'],
  });
  expect(scan).not.toHaveProperty('commit');
});

test('the line that says nothing was deployed yet is no deployment', () => {
  const log = '## 13. Deploy log\n\n| When | v |\n| --- | --- |\n| – | not deployed yet |\n';
  expect(deployLog(log)).toEqual([]);
  expect(deployLog(undefined)).toEqual([]);
});

test('an empty folder has nothing to tell, and says so with zeros of what was looked for', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'scc-scan-'));
  const found = await scanRepository(empty, AT);
  await rm(empty, { recursive: true });
  expect(found).toMatchObject({ filesScanned: 0, testFiles: 0, ciCommands: [], secrets: [] });
});
