import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { dashboardKey } from '../../../lambda/stores/keys.ts';
import { gatewayEvent } from '../../dev/api-gateway.ts';
import { startEdge } from '../../dev/edge.ts';
import type { LocalService } from '../../dev/services/http-service.ts';
import type { SampleVisit } from '../sample-visit.ts';

/** What the dashboard stands beside, all of it in the process of the stack and through the client the app itself uses. */
export interface Peers {
  /**
   * The least app there could be: the HTTP server of the stack before a handler that fetches the item the dashboard is
   * answered from with one GetItem and answers its bytes, to whoever asks.
   */
  readonly bareApp: LocalService;
  /** A GetItem of some three hundred bytes, answered to nobody. */
  readonly getItem: () => Promise<unknown>;
  /** The function on the event of a look at the dashboard: without the HTTP server it is reached by on this machine. */
  readonly theFunction: () => Promise<unknown>;
}

/** @throws Error when the dashboard does not answer, or with other bytes than the bare app. */
export async function startPeers({ tables, invoke, appUrl, cookie, webFolder }: SampleVisit): Promise<Peers> {
  const headers = { cookie, 'sec-fetch-site': 'same-origin', 'accept-encoding': 'br' };
  const look = new Request(`${appUrl}/api/reports/dashboard`, { headers });
  const event = await gatewayEvent(look, 'req_bench', '127.0.0.1', new Date(0));
  const answered = (await invoke(event)) as { headers: Readonly<Record<string, string>>; body: string };
  const set = /^"(.+)\.\d+"$/.exec(answered.headers['etag'] ?? '')?.[1];
  if (set === undefined) throw new Error('the dashboard did not answer');
  const fetched = (Key: Readonly<Record<string, string>>) =>
    tables.client.send(new GetCommand({ TableName: tables.main, Key: { ...Key } }));
  const bare = async () => {
    const { Item } = await fetched({ ...dashboardKey(set) });
    const bytes = Buffer.from(Item?.['body'] as Uint8Array);
    const type = 'application/json; charset=utf-8';
    return {
      statusCode: 200,
      headers: { 'content-type': type, 'content-encoding': 'br' },
      body: bytes.toString('base64'),
      isBase64Encoded: true,
    };
  };
  if ((await bare()).body !== answered.body) throw new Error('the dashboard is not answered from its item');
  return {
    bareApp: await startEdge({ port: 0, folder: webFolder, invoke: bare }),
    getItem: () => fetched({ pk: 'REGISTER#company', sk: 'entity#jada' }),
    theFunction: () => invoke(event),
  };
}

/** Milliseconds of each of so many goes. */
export async function timed(go: () => Promise<unknown>, count: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const began = performance.now();
    await go();
    times.push(performance.now() - began);
  }
  return times;
}
