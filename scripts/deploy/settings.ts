import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { ConfigError, configOf } from '../../lambda/config.ts';
import { NEEDED, SETTABLE } from './environment-names.ts';

/** The alias everything in the cloud asks for; the template makes it. */
export const ALIAS = 'live';

/** One environment: where its parts are, and what its function is told. */
export interface Settings {
  readonly region: string;
  readonly account: string;
  readonly function: string;
  readonly pagesBucket: string;
  readonly distributionId: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** The settings were not usable; every problem by name, no value repeated. */
export class SettingsError extends Error {
  readonly problems: readonly string[];
  constructor(file: string, problems: readonly string[]) {
    super(`${file} is not complete:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

const shape = z.strictObject({
  region: z.string().check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/)),
  account: z.string().check(z.regex(/^\d{12}$/)),
  function: z.string().check(z.regex(/^[A-Za-z0-9-_]{1,64}$/)),
  pagesBucket: z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)),
  distributionId: z.string().check(z.regex(/^[A-Z0-9]{8,20}$/)),
  environment: z.record(z.string(), z.string()),
});

const EXPECTED: Readonly<Record<keyof Settings, string>> = {
  region: 'expected a region such as us-west-2',
  account: 'expected the twelve digits of the AWS account',
  function: 'expected the name of the function',
  pagesBucket: 'expected the name of the bucket of the pages',
  distributionId: 'expected the id of the CloudFront distribution',
  environment: 'expected the names and values the function is told, values as text',
};

/** `deploy.<name>.json` of a folder. @throws SettingsError naming everything that does not fit, at once. */
export async function readSettings(root: string, name: string): Promise<Settings> {
  const file = `deploy.${name}.json`;
  const text = await readFile(join(root, file), 'utf8').catch(() => undefined);
  if (text === undefined) {
    throw new SettingsError(file, ['there is no such file; copy scripts/deploy/deploy.example.json and fill it in']);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SettingsError(file, ['it is not JSON']);
  }
  return settingsIn(file, value);
}

/** @throws SettingsError naming every field and variable that is missing, unknown or unusable. */
export function settingsIn(file: string, value: unknown): Settings {
  const parsed = shape.safeParse(value);
  const problems = parsed.success ? [] : parsed.error.issues.flatMap(problemsOf);
  const environment = environmentIn(value);
  problems.push(...(environment === undefined ? [] : environmentProblems(value, environment)));
  if (!parsed.success || problems.length > 0) throw new SettingsError(file, problems);
  return parsed.data;
}

function problemsOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${key}: nothing here is called that`);
  const field = String(issue.path[0] ?? '');
  const expected = Object.entries(EXPECTED).find(([name]) => name === field)?.[1];
  return [`${issue.path.join('.') || '(all)'}: ${expected ?? 'expected an object'}`];
}

function environmentIn(value: unknown): Readonly<Record<string, string>> | undefined {
  const found = z.object({ environment: z.record(z.string(), z.unknown()) }).safeParse(value);
  if (!found.success) return undefined;
  return Object.fromEntries(
    Object.entries(found.data.environment).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function environmentProblems(value: unknown, environment: Readonly<Record<string, string>>): string[] {
  const unlisted = Object.keys(environment).filter((name) => !SETTABLE.includes(name));
  const missing = NEEDED.filter((name) => !environment[name]?.trim());
  const region = z.object({ region: z.string() }).safeParse(value).data?.region ?? 'unknown';
  const https = environment['APP_URL'] === undefined || /^https:\/\//.test(environment['APP_URL']);
  return [
    ...unlisted.map((name) => `environment.${name}: a deployment does not set this`),
    ...missing.map((name) => `environment.${name} is missing`),
    ...(environment['FUNCTION_ALIAS'] === undefined || environment['FUNCTION_ALIAS'] === ALIAS
      ? []
      : [`environment.FUNCTION_ALIAS: expected ${ALIAS}`]),
    ...(https ? [] : ['environment.APP_URL: expected an https address']),
    ...unusable({ ...environment, AWS_REGION: region }, missing),
  ];
}

/** What the function itself would say of these values when it starts. */
function unusable(environment: Readonly<Record<string, string>>, missing: readonly string[]): string[] {
  try {
    configOf(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems
      .filter((problem) => !missing.some((name) => problem.startsWith(`${name} `)))
      .map((problem) => `environment.${problem}`);
  }
}
