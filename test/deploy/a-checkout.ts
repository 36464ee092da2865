import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ACloud } from './a-cloud.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The settings file of a test; the address of the app is the test cloud's, made to look like https by the caller. */
export const SETTINGS = {
  region: 'us-west-2',
  account: '000000000000',
  function: 'scc',
  pagesBucket: 'pages-bucket',
  distributionId: 'E1234567890ABC',
  environment: {
    TABLE_MAIN: 'scc-main',
    TABLE_AUDIT: 'scc-audit',
    ARCHIVE_BUCKET: 'scc-archive',
    COMPANY_NAME: 'Ship Captain Crew',
    BUSINESS_ZONE: 'America/Los_Angeles',
    APP_URL: 'https://app.example.com',
    MAIL_FROM: 'Ship Captain Crew <reports@example.com>',
    AUDIT_BCC: 'audit@example.com',
    MAIL_DOMAINS: 'example.com',
    SECRET_ARN: 'arn:aws:secretsmanager:us-west-2:000000000000:secret:signing',
    ORIGIN_SECRET_ARN: 'arn:aws:secretsmanager:us-west-2:000000000000:secret:entrance',
    MAIL_TOPIC_ARN: 'arn:aws:sns:us-west-2:000000000000:mail-events',
    FUNCTION_ALIAS: 'live',
  },
};

/** A small checkout of its own: a commit, a handbook, and scripts that check and build at once. */
export interface Checkout {
  readonly folder: string;
  write(file: string, text: string): Promise<void>;
  handbook(): Promise<string>;
  /** The rows of the deploy log, cell by cell. */
  log(): Promise<string[][]>;
  commit(): void;
  remove(): Promise<void>;
}

/** The output of a build, as its script copies it. */
export const BUILT: Readonly<Record<string, string>> = {
  'lambda/handler.mjs': 'export const handler = async () => 1;',
  'lambda/chunk-A.mjs': 'export const a = 1;',
  'web/.sources': 'stamp',
  'web/index.html': '<script type="module" src="/assets/app-AbCdEf12.js"></script>',
  'web/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'web/assets/app-AbCdEf12.js': 'export {};',
  'web/assets/app-12345678.css': 'body{}',
};

export async function aCheckout(): Promise<Checkout> {
  const folder = await mkdtemp(join(tmpdir(), 'scc-deploy-'));
  const write = async (file: string, text: string) => {
    await mkdir(join(folder, file, '..'), { recursive: true });
    await writeFile(join(folder, file), text);
  };
  const git = (...argv: readonly string[]) => {
    const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
    const { status, stderr } = spawnSync('git', [...identity, ...argv], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  const scripts = { check: 'test ! -e check-fails', build: 'rm -rf dist && cp -R built dist' };
  await write('package.json', JSON.stringify({ name: 'checkout', version: '0.1.0', private: true, scripts }));
  await write('.gitignore', 'dist/\n.local/\n/deploy.*.json\n');
  await write('shipcaptaincrew.md', await readFile(join(ROOT, 'shipcaptaincrew.md'), 'utf8'));
  await write('deploy.test.json', JSON.stringify(SETTINGS));
  for (const [file, text] of Object.entries(BUILT)) await write(`built/${file}`, text);
  git('init', '-q', '-b', 'main');
  const commit = () => {
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', 'as it is');
  };
  commit();
  const handbook = () => readFile(join(folder, 'shipcaptaincrew.md'), 'utf8');
  return {
    folder,
    write,
    handbook,
    async log() {
      const section = (await handbook()).split('Deploy log')[1] ?? '';
      const rows = section.split('\n').filter((line) => line.startsWith('| 20'));
      return rows.map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    },
    commit,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** How the command ended and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** No process between: who is killed is the one that deploys. */
const LOADERS = [join(ROOT, 'node_modules/tsx/dist/loader.mjs'), join(import.meta.dirname, 'app-elsewhere.mjs')];

const KEYS = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
const NO_KEYS = {
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
  AWS_CONFIG_FILE: '/nowhere',
};

/** The whole command as a process of its own, with the cloud of a test in place of AWS. */
export function deploy(
  checkout: Checkout,
  cloud: ACloud,
  argv: readonly string[],
  keys: Readonly<Record<string, string>> = KEYS,
): Promise<Ended> {
  return new Promise((resolve) => {
    const at = (service: string) => [`--endpoint-${service}`, cloud.url];
    const child: ChildProcess = spawn(
      process.execPath,
      [
        ...LOADERS.flatMap((file) => ['--import', pathToFileURL(file).href]),
        join(ROOT, 'scripts/deploy/deploy.ts'),
        'test',
      ]
        .concat(['lambda', 's3', 'cloudfront', 'sts'].flatMap(at))
        .concat(['--wait-seconds', '2', '--smoke-seconds', '1', ...argv]),
      {
        cwd: checkout.folder,
        env: {
          PATH: process.env['PATH'] ?? '',
          HOME: join(checkout.folder, '.local'), // npm keeps its own things there, out of git's sight
          TEST_APP: cloud.url,
          ...NO_KEYS,
          ...keys,
        },
      },
    );
    cloud.onHangUp = () => child.kill('SIGKILL');
    let [out, err] = ['', ''];
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.once('close', (code) => resolve({ code, out, err }));
  });
}
