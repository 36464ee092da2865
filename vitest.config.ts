import { defineConfig } from 'vitest/config';

const unit = [
  'records',
  'imports',
  'collect',
  'mail',
  'config',
  'kernel',
  'access',
  'ledger',
  'operations',
  'facts',
  'findings',
  'personas',
  'render',
  'reports',
  'frontend',
  'architecture',
  'sample',
  'bench',
  'handoffs',
];
const services = ['proof', 'cli', 'deploy', 'contract', 'stores', 'security', 'http', 'journeys', 'faults'];

const project = (name: string, folders: readonly string[], testTimeout: number, globalSetup: string[] = []) => ({
  test: {
    name,
    include: folders.map((folder) => `test/${folder}/**/*.test.ts`),
    testTimeout,
    hookTimeout: testTimeout * 2,
    pool: 'forks' as const,
    globalSetup,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  },
});

/** Pure rooms, real services over HTTP, a real browser; and the accounting programs, which need Debian packages. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      project('unit', unit, 20_000),
      project('services', services, 60_000),
      project('browser', ['browser'], 180_000, ['test/browser/prepare.ts']),
      project('oracle', ['oracle'], 120_000),
    ],
  },
});
