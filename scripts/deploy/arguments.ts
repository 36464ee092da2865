import { parseArgs } from 'node:util';

/** Services a deployment speaks to; each may be pointed elsewhere. */
export const SERVICES = ['lambda', 's3', 'cloudfront', 'sts'] as const;
export type Service = (typeof SERVICES)[number];

/** What somebody asked the command for. */
export interface DeployArguments {
  /** Which environment: the middle of `deploy.<name>.json`. */
  readonly name: string;
  readonly apply: boolean;
  /** Why the checks are left out; kept in the deploy log. */
  readonly skipCheck?: string;
  readonly migrations: string;
  readonly waitMs: number;
  readonly smokeMs: number;
  readonly endpoints: Readonly<Partial<Record<Service, string>>>;
}

/** Arguments that do not fit; every problem with what would be right. */
export class ArgumentError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.map((problem) => `  ${problem}`).join('\n'));
    this.name = 'ArgumentError';
  }
}

export const USAGE = `Usage: npm run deploy -- <environment> [options]

Prints what a deployment would change; with --apply makes it so. The environment is described in deploy.<environment>.json
(see scripts/deploy/deploy.example.json).

  --apply              check, build, upload, publish, try out, switch, and write the deploy log
  --skip-check REASON  leave out npm run check; the reason goes into the deploy log
  --migrations TEXT    what was changed in stored data for this deployment; "none" by default
  --wait-seconds N     how long Lambda may take over an update; 180 by default
  --smoke-seconds N    how long the new version may take to answer; 60 by default
  --endpoint-SERVICE URL   another address of ${SERVICES.join(', ')}
  --help               this page

Exit codes: 0 printed, or live · 1 stopped, what was live is live · 2 arguments or settings do not fit
            3 tried out and rolled back, what was live is live · 4 live but not finished: run it again`;

/** The command line as a request, or a wish for help. @throws ArgumentError naming every argument that does not fit. */
export function deployArguments(argv: readonly string[]): DeployArguments | { readonly help: true } {
  const { values, positionals } = read(argv);
  if (values.help === true) return { help: true };
  const problems: string[] = [];
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  const [name = '', ...more] = positionals;
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(name)) problems.push('which environment? for example: npm run deploy -- staging');
  if (more.length > 0) problems.push(`one environment at a time; "${more.join(' ')}" is too much`);
  const skipCheck = text('skip-check')?.trim();
  if (skipCheck !== undefined && skipCheck.length < 10) {
    problems.push('--skip-check: say why in ten letters or more; it goes into the deploy log');
  }
  const seconds = (option: string, usual: number) => {
    const value = Number(text(option) ?? usual);
    if (!Number.isInteger(value) || value < 1 || value > 900) problems.push(`--${option}: expected 1 to 900`);
    return value * 1_000;
  };
  const [waitMs, smokeMs] = [seconds('wait-seconds', 180), seconds('smoke-seconds', 60)];
  const endpoints = Object.fromEntries(
    SERVICES.flatMap((service) => {
      const address = text(`endpoint-${service}`);
      if (address !== undefined && !URL.canParse(address)) problems.push(`--endpoint-${service}: expected an address`);
      return address === undefined ? [] : [[service, address]];
    }),
  );
  if (problems.length > 0) throw new ArgumentError(problems);
  return {
    name,
    apply: values.apply === true,
    migrations: text('migrations')?.trim() || 'none',
    waitMs,
    smokeMs,
    endpoints,
    ...(skipCheck === undefined ? {} : { skipCheck }),
  };
}

function read(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        apply: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        'skip-check': text,
        migrations: text,
        'wait-seconds': text,
        'smoke-seconds': text,
        ...Object.fromEntries(SERVICES.map((service) => [`endpoint-${service}`, text])),
      },
    }) as { values: Readonly<Record<string, string | boolean | undefined>>; positionals: string[] };
  } catch (error) {
    throw new ArgumentError([error instanceof Error ? error.message : String(error)]);
  }
}
