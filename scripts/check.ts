import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** What CI runs, in its order. The first failure ends it. */
const STEPS: readonly (readonly [string, readonly string[]])[] = [
  ['lint', ['run', 'lint']],
  ['types', ['run', 'types']],
  ['build', ['run', 'build']],
  ['tests', ['test']],
  ['oracles', ['run', 'oracle']],
];

for (const [name, argv] of STEPS) {
  process.stdout.write(`\n== ${name}\n`);
  const { status } = spawnSync('npm', argv, { cwd: resolve(import.meta.dirname, '..'), stdio: 'inherit' });
  if (status !== 0) {
    process.stderr.write(`\n${name} failed.\n`);
    process.exit(status ?? 1);
  }
}
