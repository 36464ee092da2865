import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import type { Instant } from '../../shared/kernel/calendar.ts';
import type { RepositoryScan } from '../../shared/records/repository-scan.ts';
import { gatesIn, type Manifest, reachedScripts } from './gates.ts';
import { secretsIn } from './secrets.ts';

/** What a scan says, before it is somebody's record. */
export type ScanResult = Omit<
  RepositoryScan,
  'id' | 'entityId' | 'createdAt' | 'createdBy' | 'updatedAt' | 'version' | 'source' | 'schemaVersion'
>;

const TEST_FILE = /\.(test|spec)\.[cm]?[jt]sx?$/;
const NOT_OURS = new Set(['node_modules', '.git', '.local', 'dist', 'build', 'coverage']);
const MOST_BYTES = 1_000_000;
const LOCK_FILES = ['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock'];
const LABEL = 120;
const FILES_AT_ONCE = 32;

const run = promisify(execFile);

/**
 * What a folder tells of how the product is made: its tests, what CI runs, gates, dependencies, the deploy log, and
 * secrets by place and fingerprint. Files git ignores are left out; in a folder without git, those nobody writes.
 */
export async function scanRepository(folder: string, at: Instant): Promise<ScanResult> {
  const files = await filesIn(folder);
  const commit = await commitOf(folder);
  const secrets = [];
  for (let at = 0; at < files.length; at += FILES_AT_ONCE) {
    const found = await Promise.all(files.slice(at, at + FILES_AT_ONCE).map((file) => secretsOf(folder, file)));
    secrets.push(...found.flat());
  }
  const manifest = manifestIn(await textOf(join(folder, 'package.json')));
  const ci = ciCommands(await textOf(join(folder, '.ci/run')));
  const reached = await reachedScripts(ci, manifest.scripts, (file) => textOf(join(folder, file)));
  const versions = Object.values({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  });
  return {
    scannedAt: at,
    ...(commit === undefined ? {} : { commit }),
    filesScanned: files.length,
    testFiles: files.filter((file) => TEST_FILE.test(file)).length,
    ciCommands: ci,
    gates: gatesIn(reached),
    dependencies: {
      total: versions.length,
      pinned: versions.filter((version) => /^\d+\.\d+\.\d+/.test(version)).length,
      hasLockFile: LOCK_FILES.some((file) => files.includes(file)),
    },
    deployments: deployLog(await textOf(join(folder, 'shipcaptaincrew.md'))),
    secrets,
  };
}

async function secretsOf(folder: string, file: string) {
  const content = await textOf(join(folder, file));
  return content === undefined ? [] : secretsIn(file, content);
}

/** The commands of the CI script: its lines that run something of the project. */
export function ciCommands(script: string | undefined): readonly string[] {
  const lines = (script ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => /^(npm|npx|pnpm|yarn|node|make)\b/.test(line)).map((line) => line.slice(0, LABEL));
}

/** The lines of the deploy log's table; the line that says there is none yet is none. */
export function deployLog(handbook: string | undefined): readonly string[] {
  const [, log] = (handbook ?? '').split(/^##[^\n]*Deploy log[^\n]*$/m);
  const [section = ''] = (log ?? '').split(/^## /m);
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .filter((cell) => cell !== ''),
    )
    .filter(([when]) => when !== undefined && /\d/.test(when))
    .map((cells) => cells.join(' · ').slice(0, LABEL));
}

function manifestIn(text: string | undefined): Manifest {
  const held: unknown = text === undefined ? {} : JSON.parse(text);
  const tables = (held ?? {}) as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
  const table = (name: string) => tables[name] ?? {};
  return {
    scripts: table('scripts'),
    dependencies: table('dependencies'),
    devDependencies: table('devDependencies'),
    optionalDependencies: table('optionalDependencies'),
  };
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const listed = await git(folder, 'ls-files', '--cached', '--others', '--exclude-standard');
  const root = await git(folder, 'rev-parse', '--show-prefix');
  if (listed !== undefined && root === '')
    return listed
      .split('\n')
      .filter((file) => file !== '')
      .sort();
  return (await walked(folder)).map((file) => relative(folder, file)).sort();
}

async function walked(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter(({ name }) => !NOT_OURS.has(name))
      .map((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? walked(path) : entry.isFile() ? [path] : [];
      }),
  );
  return found.flat();
}

/** A file as text; nothing when it is missing, large or no text. */
async function textOf(path: string): Promise<string | undefined> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) return undefined;
    const text = await readFile(path, 'utf8');
    return text.includes('\0') ? undefined : text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function commitOf(folder: string): Promise<string | undefined> {
  return (await git(folder, 'rev-parse', '--show-prefix')) === '' ? git(folder, 'rev-parse', 'HEAD') : undefined;
}

/** What git says, or nothing where there is no git or no repository. */
async function git(folder: string, ...argv: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run('git', argv, { cwd: folder, maxBuffer: 16_000_000 });
    return stdout.trim();
  } catch {
    return undefined; // not a repository: the folder is walked instead, and the scan names no commit
  }
}
