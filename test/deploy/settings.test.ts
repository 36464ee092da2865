import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withLogLine } from '../../scripts/deploy/deploy-log.ts';
import { SettingsError, settingsIn } from '../../scripts/deploy/settings.ts';
import { ROOT } from '../architecture/imports.ts';
import { SETTINGS } from './a-checkout.ts';

function problemsIn(value: unknown): readonly string[] {
  try {
    settingsIn('deploy.test.json', value);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe('the settings of an environment', () => {
  it('fit as the committed example has them', () => {
    const text = readFileSync(join(ROOT, 'scripts/deploy/deploy.example.json'), 'utf8');
    expect(problemsIn(JSON.parse(text))).toEqual([]);
  });

  it('are kept out of git', () => {
    expect(readFileSync(join(ROOT, '.gitignore'), 'utf8').split('\n')).toContain('/deploy.*.json');
  });

  it('hear of everything that does not fit at once', () => {
    const { MAIL_FROM: _from, SECRET_ARN: _secret, ...environment } = SETTINGS.environment;
    const value = {
      ...SETTINGS,
      account: '12',
      colour: 'blue',
      environment: { ...environment, BUSINESS_ZONE: 'PST', FUNCTION_ALIAS: 'other', APP_URL: 'http://app.example.com' },
    };
    expect([...problemsIn(value)].sort()).toEqual([
      'account: expected the twelve digits of the AWS account',
      'colour: nothing here is called that',
      'environment.APP_URL: expected an https address',
      'environment.BUSINESS_ZONE is no IANA time zone: PST',
      'environment.FUNCTION_ALIAS: expected live',
      'environment.MAIL_FROM is missing',
      'environment.SECRET_ARN is missing',
    ]);
  });

  it.each(['AWS_REGION', 'APP_VERSION', 'SECRETS_FILE', 'S3_ENDPOINT', 'AWS_SECRET_ACCESS_KEY', 'SESSION_KEY'])(
    'may not set %s, and its value is not repeated',
    (name) => {
      const problems = problemsIn({ ...SETTINGS, environment: { ...SETTINGS.environment, [name]: 'hunter2-5a1f' } });
      expect(problems).toContain(`environment.${name}: a deployment does not set this`);
      expect(problems.join()).not.toContain('hunter2');
    },
  );

  it.each([null, [], 'text', {}, { environment: [] }])('are not %j', (value) => {
    expect(problemsIn(value).length).toBeGreaterThan(0);
  });
});

describe('the deploy log', () => {
  const line = {
    at: new Date('2026-11-21T20:00:00Z'),
    environment: 'test',
    version: '0.1.0+abc',
    digest: 'd=',
    changes: 'code',
    migrations: 'none',
    result: 'live\nand well',
  };

  it('grows at its end and leaves the rest of the handbook as it is', () => {
    const before =
      '# H\n\n| a |\n| - |\n| 1 |\n\n## 13. Deploy log\n\n| When |\n| --- |\n| first |\n\n## 14. More\n\n| x |\n';
    expect(withLogLine(before, line)).toBe(
      before.replace(
        '| first |\n',
        '| first |\n| 2026-11-21T20:00:00Z | test | 0.1.0+abc | d= | code | none | live and well |\n',
      ),
    );
  });

  it('has seven columns in the handbook, one for each cell', () => {
    const handbook = readFileSync(join(ROOT, 'shipcaptaincrew.md'), 'utf8');
    const heading = (handbook.split('Deploy log')[1] ?? '').split('\n').find((row) => row.startsWith('| When'));
    expect(heading).toBe('| When | environment | version | digest | changes | migrations | result |');
  });

  it('is not written into a handbook that has none', () => {
    expect(() => withLogLine('# H\n', line)).toThrow('Deploy log');
  });
});
