import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configOf } from '../../lambda/config.ts';
import { handlerOf } from '../../lambda/handler.ts';
import type { SelfEvent } from '../../lambda/invoker.ts';
import { runtimeOf } from '../../lambda/runtime.ts';
import { gatewayEvent } from '../../scripts/dev/api-gateway.ts';
import { ensureTables } from '../../scripts/dev/create-tables.ts';
import { startLocalDynamo } from '../../scripts/dev/services/local-dynamo.ts';
import { STORED_SECRET } from '../http/sign-in-world.ts';

const WORD = 'w'.repeat(40);
const APP = 'https://app.example.com';
let folder: string;
let dynamo: Awaited<ReturnType<typeof startLocalDynamo>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scc-viewer-'));
  await writeFile(join(folder, 'secrets.json'), JSON.stringify(STORED_SECRET));
  dynamo = await startLocalDynamo({ port: 0 });
});
afterAll(async () => {
  await dynamo.close();
  await rm(folder, { recursive: true });
});

/** The whole function, with tables of its own, that counts the sign-in mails it would send. */
async function aFunction(name: string, more: Readonly<Record<string, string>>) {
  const jobs: SelfEvent[] = [];
  const config = configOf({
    AWS_REGION: 'us-west-2',
    TABLE_MAIN: `${name}-main`,
    TABLE_AUDIT: `${name}-audit`,
    ARCHIVE_BUCKET: 'archive',
    COMPANY_NAME: 'Test Charters',
    BUSINESS_ZONE: 'America/Los_Angeles',
    APP_URL: APP,
    MAIL_FROM: 'reports@example.com',
    AUDIT_BCC: 'audit@example.com',
    MAIL_DOMAINS: 'example.com',
    SECRETS_FILE: join(folder, 'secrets.json'),
    DYNAMODB_ENDPOINT: dynamo.endpoint,
    ...more,
  });
  const runtime = runtimeOf(config, {
    log: () => undefined,
    invoker: { invoke: async (event) => void jobs.push(event) },
    entranceSecret: async () => ({ current: WORD }),
  });
  await ensureTables(runtime.tables);
  const handler = handlerOf(runtime);
  let asked = 0;
  const ask = async (headers: Readonly<Record<string, string>>, networkAddress = '198.51.100.1') => {
    asked += 1;
    const request = new Request(`${APP}/api/sign-in/link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
      body: JSON.stringify({ email: `person${asked}@example.com` }),
    });
    const reply = await handler(await gatewayEvent(request, `req_${asked}`, networkAddress, new Date()));
    return (reply as { statusCode: number }).statusCode;
  };
  return { ask, jobs };
}

/** Ten sign-in links in a quarter of an hour are what one viewer may ask for. */
describe('a sign-in limit', () => {
  it('counts viewers by the address the CDN names, behind the entrance', async () => {
    const { ask, jobs } = await aFunction('behind', { ORIGIN_SECRET_ARN: 'arn:entrance' });
    const from = (viewer: string) => ({ 'x-scc-entrance': WORD, 'cloudfront-viewer-address': viewer });
    for (let port = 1; port <= 12; port += 1) await ask(from(`203.0.113.7:${port}`));
    expect(jobs.length).toBe(10);
    await ask(from('203.0.113.8:1'));
    expect(jobs.length).toBe(11);
  });

  it('lets nobody past the entrance without the word, whoever they say they are', async () => {
    const { ask, jobs } = await aFunction('outside', { ORIGIN_SECRET_ARN: 'arn:entrance' });
    const viewer = { 'cloudfront-viewer-address': '203.0.113.7:1' };
    expect([await ask(viewer), await ask({ ...viewer, 'x-scc-entrance': 'guessed' })]).toEqual([403, 403]);
    expect(jobs).toEqual([]);
  });

  it('does not believe the header where there is no entrance', async () => {
    const { ask, jobs } = await aFunction('open', {});
    for (let viewer = 1; viewer <= 12; viewer += 1) await ask({ 'cloudfront-viewer-address': `203.0.113.${viewer}:1` });
    expect(jobs.length).toBe(10);
  });
});
