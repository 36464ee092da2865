import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Checkout } from './a-checkout.ts';
import { aCheckout, BUILT, deploy, SETTINGS } from './a-checkout.ts';
import type { ACloud, Trouble } from './a-cloud.ts';
import { aCloud } from './a-cloud.ts';

let checkout: Checkout;
let cloud: ACloud;
beforeEach(async () => {
  [checkout, cloud] = await Promise.all([aCheckout(), aCloud()]);
});
afterEach(async () => {
  await Promise.all([checkout.remove(), cloud.close()]);
});

const READS = ['identity', 'read function', 'read alias', 'list pages'];
const run = (...argv: readonly string[]) => deploy(checkout, cloud, argv);
/** What arrived, repeated looks left out. */
const steps = () => cloud.arrived.map(({ step }) => step).filter((step, index, all) => step !== all[index - 1]);
const changesAsked = () => steps().filter((step) => !READS.includes(step) && !/^(health|page )/.test(step));
const PAGES_SWITCHED = ['put favicon.svg', 'put index.html'];

describe('npm run deploy without --apply', () => {
  it('says what would change, by name and never by value, and touches nothing', async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(steps()).toEqual(READS);
    expect(out).toMatch(/Version {7}0\.1\.0\+[0-9a-f]{7}\n/);
    expect(out).toContain('arn:aws:iam::000000000000:user/deployer');
    expect(out).toContain('Environment   changed: APP_VERSION, COMPANY_NAME');
    expect(out).toContain('Environment   added: APP_URL, ARCHIVE_BUCKET, AUDIT_BCC, ');
    expect(out).toContain(
      'Pages         new: assets/app-12345678.css, assets/app-AbCdEf12.js, favicon.svg, index.html',
    );
    expect(out).toContain('Edge forgets  / /favicon.svg /index.html');
    for (const value of ['audit@example.com', 'secret:signing', 'scc-main', 'Old']) expect(out).not.toContain(value);
    expect(await checkout.log()).toEqual([]);
  });

  it('still says what it would carry when there are no credentials', async () => {
    const { code, out, err } = await deploy(checkout, cloud, [], {});
    expect([code, cloud.arrived]).toEqual([1, []]);
    expect(out).toContain('Function zip');
    expect(err).toContain('no AWS credentials');
  });
});

describe('a deployment', () => {
  it('goes up in the one order in which nothing is ever half switched', async () => {
    const { code, out } = await run('--apply', '--migrations', 'leads renamed');
    expect([code, out]).toEqual([0, expect.stringContaining('commit shipcaptaincrew.md')]);
    expect(steps()).toEqual([
      ...READS,
      ...['put assets/app-12345678.css', 'put assets/app-AbCdEf12.js'],
      ...['code', 'read function', 'configuration', 'read function', 'publish', 'read function'],
      ...['alias 8', 'health', 'page /assets/app-AbCdEf12.js', 'alias 8'],
      ...PAGES_SWITCHED,
      'invalidate',
    ]);
    expect(cloud.state.alias).toMatchObject({ version: '8', note: expect.stringMatching(/^0\.1\.0\+/) });
  });

  it('brings what was built, and tells the function what the settings say and the version', async () => {
    await run('--apply');
    const version = cloud.state.versions.get('8');
    expect(version?.environment).toEqual({
      ...SETTINGS.environment,
      APP_VERSION: expect.stringMatching(/^0\.1\.0\+[0-9a-f]{7}$/),
    });
    const sent = JSON.parse(cloud.arrived.find(({ step }) => step === 'code')?.body ?? '{}') as { ZipFile: string };
    const files = unzipSync(new Uint8Array(Buffer.from(sent.ZipFile, 'base64')));
    expect(Object.entries(files).map(([name, bytes]) => [`lambda/${name}`, new TextDecoder().decode(bytes)])).toEqual([
      ['lambda/chunk-A.mjs', BUILT['lambda/chunk-A.mjs']],
      ['lambda/handler.mjs', BUILT['lambda/handler.mjs']],
    ]);
    const stored = [...cloud.state.pages].map(([key, { type, cacheControl }]) => [key, type, cacheControl]);
    const forever = 'public, max-age=31536000, immutable';
    expect(stored).toEqual([
      ['assets/app-12345678.css', 'text/css; charset=utf-8', forever],
      ['assets/app-AbCdEf12.js', 'text/javascript; charset=utf-8', forever],
      ['favicon.svg', 'image/svg+xml', 'no-cache'],
      ['index.html', 'text/html; charset=utf-8', 'no-cache'],
    ]);
    const forgotten = cloud.arrived.find(({ step }) => step === 'invalidate')?.body ?? '';
    expect([...forgotten.matchAll(/<Path>(.*?)<\/Path>/g)].map((match) => match[1])).toEqual([
      '/',
      '/favicon.svg',
      '/index.html',
    ]);
  });

  it('is remembered in the handbook with time, version, digest, changes, migrations and result', async () => {
    await run('--apply', '--migrations', 'leads | renamed');
    const section = (await checkout.handbook()).split('Deploy log')[1] ?? '';
    expect(section).not.toContain('not deployed yet');
    expect(section).toContain('leads \\| renamed');
    expect(section).toMatch(
      /\| 20\d\d-\d\d-\d\dT[\d:]{8}Z \| test \| 0\.1\.0\+[0-9a-f]{7} \| [A-Za-z0-9+/]{43}= \| code; settings .*; 4 pages \| .* \| live \|\n/,
    );
  });

  it('changes only what differs the second time, and keeps pages of earlier builds', async () => {
    cloud.state.pages.set('assets/old-87654321.js', { body: 'old', type: 'text/javascript', cacheControl: '' });
    await run('--apply');
    checkout.commit();
    cloud.arrived.length = 0;
    expect((await run('--apply')).code).toBe(0);
    expect(changesAsked()).toEqual(['configuration', 'publish', 'alias 9', 'alias 9', 'invalidate']);
    expect(steps()).toContain('page /');
    expect([...cloud.state.pages.keys()]).toContain('assets/old-87654321.js');
    expect((await checkout.log()).map((cells) => cells[6])).toEqual(['live', 'live']);
  });
});

describe('before anything is touched', () => {
  it.each<[string, () => Promise<void>, readonly string[], number, string]>([
    ['changes that are not committed', () => checkout.write('new.txt', 'x'), [], 1, 'not committed'],
    ['a check that fails', () => failingCheck(), [], 1, 'npm run check does not pass'],
    ['a check left out without a reason', async () => undefined, ['--skip-check', 'no'], 2, 'say why'],
    ['an incomplete settings file', () => broken(), [], 2, 'environment.SECRET_ARN is missing'],
    ['an environment nobody described', () => checkout.write('deploy.test.json', 'x'), [], 2, 'it is not JSON'],
  ])('%s stop it', async (_name, arrange, more, expected, said) => {
    await arrange();
    const { code, err } = await run('--apply', ...more);
    expect([code, err]).toEqual([expected, expect.stringContaining(said)]);
    expect(cloud.arrived).toEqual([]);
    expect(await checkout.log()).toEqual([]);
  });

  it('missing credentials stop it', async () => {
    const { code, err } = await deploy(checkout, cloud, ['--apply'], {});
    expect([code, err, cloud.arrived]).toEqual([1, expect.stringContaining('no AWS credentials'), []]);
  });

  it('credentials of another account stop it after one question', async () => {
    await checkout.write('deploy.test.json', JSON.stringify({ ...SETTINGS, account: '111111111111' }));
    const { code, err } = await run('--apply');
    expect([code, err]).toEqual([1, expect.stringContaining('account 000000000000, the settings name 111111111111')]);
    expect(steps()).toEqual(['identity']);
  });

  it('a failing check may be left out with a reason, which is remembered', async () => {
    await failingCheck();
    expect((await run('--apply', '--skip-check', 'the oracle packages are down')).code).toBe(0);
    expect((await checkout.log())[0]?.[4]).toContain('unchecked: the oracle packages are down');
  });
});

describe('when something fails', () => {
  it.each<[string, Trouble, readonly string[], string]>([
    [
      'a page is refused',
      { refuse: ['put assets/app-AbCdEf12.js'] },
      ['put assets/app-12345678.css', 'put assets/app-AbCdEf12.js'],
      'not for you',
    ],
    ['the code is refused', { refuse: ['code'] }, ['code'], 'not for you'],
    ['Lambda is never done', { stuck: true }, ['code'], 'not done after 2 seconds'],
    ['the digest is another', { otherDigest: true }, ['code'], 'the code Lambda has is b3RoZXI='],
    ['publishing is refused', { refuse: ['publish'] }, ['code', 'configuration', 'publish'], 'not for you'],
    [
      'the alias may not be moved',
      { refuse: ['alias 8'] },
      ['code', 'configuration', 'publish', 'alias 8'],
      'not for you',
    ],
  ])('%s: it stops, and what was live is live', async (_name, trouble, asked, because) => {
    cloud.trouble = trouble;
    const { code } = await run('--apply');
    expect(code).toBe(1);
    expect(changesAsked().filter((step) => !step.startsWith('put assets') || asked.includes(step))).toEqual(asked);
    expect(cloud.state.alias).toEqual({ version: '7', revision: 1, note: '' });
    expect(cloud.state.pages.has('index.html')).toBe(false);
    const [line] = await checkout.log();
    expect(line?.[6]).toContain('stopped, nothing switched');
    expect(line?.[6]).toContain(because);
  });

  it('the new version does not answer: the alias goes back and the pages are not switched', async () => {
    cloud.trouble = { broken: true };
    expect((await run('--apply')).code).toBe(3);
    expect(changesAsked().slice(-2)).toEqual(['alias 8', 'alias 7']);
    expect(cloud.state.alias).toMatchObject({ version: '7', note: expect.stringContaining('was rolled back') });
    expect(PAGES_SWITCHED.filter((step) => steps().includes(step as 'put index.html'))).toEqual([]);
    expect((await checkout.log())[0]?.[6]).toBe('rolled back: /api/health answered 500');
  });

  it('even going back is refused: it says that the alias is where it should not be', async () => {
    cloud.trouble = { broken: true, refuse: ['alias 7'] };
    expect((await run('--apply')).code).toBe(4);
    expect((await checkout.log())[0]?.[6]).toContain('the alias could not be set back to 7');
    expect(cloud.state.pages.has('index.html')).toBe(false);
  });

  it.each<[string, Trouble, boolean]>([
    ['the index is refused', { refuse: ['put index.html'] }, false],
    ['the edge does not forget', { refuse: ['invalidate'] }, true],
  ])('%s: the log says unfinished, and running it again finishes', async (_name, trouble, indexStored) => {
    cloud.trouble = trouble;
    expect((await run('--apply')).code).toBe(4);
    expect(cloud.state.alias.version).toBe('8');
    expect(cloud.state.pages.has('index.html')).toBe(indexStored);
    await again();
    expect((await checkout.log()).map((cells) => cells[6]?.split(',')[0]?.split(':')[0])).toEqual([
      'unfinished',
      'live',
    ]);
  });

  it.each([
    'put assets/app-AbCdEf12.js',
    'code',
    'configuration',
    'publish',
    'alias 8',
    'health',
    'put index.html',
    'invalidate',
  ])('the process dies at "%s": running it again goes the rest of the way', async (step) => {
    cloud.trouble = { hangUp: step };
    expect((await run('--apply')).code).not.toBe(0);
    const journal = await readFile(join(checkout.folder, '.local/deploy/test.jsonl'), 'utf8');
    expect(journal.trim().split('\n').length).toBeGreaterThan(0);
    await again();
  });

  it('the process dies on trial, and the next try fails: it still knows where to go back to', async () => {
    cloud.trouble = { hangUp: 'health' };
    await run('--apply');
    expect(cloud.state.alias).toMatchObject({ version: '8', note: 'on trial; before it 7' });
    cloud.trouble = { broken: true };
    expect((await run('--apply')).code).toBe(3);
    expect(cloud.state.alias.version).toBe('7');
  });
});

/** Runs it once more without trouble; everything is as one good deployment leaves it. */
async function again(): Promise<void> {
  cloud.trouble = {};
  const kept = await checkout.log();
  if (kept.length > 0) checkout.commit();
  cloud.arrived.length = 0;
  const { code, err } = await run('--apply');
  expect([code, err]).toEqual([0, '']);
  expect([...cloud.state.pages.keys()].sort()).toEqual([
    'assets/app-12345678.css',
    'assets/app-AbCdEf12.js',
    'favicon.svg',
    'index.html',
  ]);
  expect(cloud.state.alias.note).toMatch(/^0\.1\.0\+[0-9a-f]{7}$/);
  expect(steps().at(-1)).toBe('invalidate');
}

async function failingCheck(): Promise<void> {
  await checkout.write('check-fails', '');
  checkout.commit();
}

async function broken(): Promise<void> {
  const { SECRET_ARN: _none, ...environment } = SETTINGS.environment;
  await checkout.write('deploy.test.json', JSON.stringify({ ...SETTINGS, environment }));
}
