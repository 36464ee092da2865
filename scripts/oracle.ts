import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const USAGE = `Usage: npm run oracle [-- --long | --seed N]

Holds the books against hledger, ledger, beancount and a second way of computing the figures: over the sample, a season
and 20 random histories; with --long over 200, ending at the first that differs and naming its seed; with --seed over one.`;

const LONG = 200;

function main(): number {
  const option = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    const { long, seed, help } = parseArgs({ options: { long: flag, seed: option, help: flag } }).values;
    if (help) {
      process.stdout.write(`${USAGE}\n`);
      return 0;
    }
    if (seed !== undefined && !/^[1-9]\d{0,8}$/.test(seed)) throw new Error(`expected a seed such as 7, not ${seed}`);
    if (seed !== undefined) return oracle({ ORACLE_FIRST_SEED: seed, ORACLE_HISTORIES: '1' });
    return long ? oracle({ ORACLE_HISTORIES: String(LONG) }, '--bail=1', '--reporter=verbose') : oracle({});
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}\n`);
    return 2;
  }
}

function oracle(env: Readonly<Record<string, string>>, ...args: readonly string[]): number {
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'oracle', ...args], {
    cwd: resolve(import.meta.dirname, '..'),
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  return status ?? 1;
}

process.exitCode = main();
