import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { dashboardKey } from '../../../lambda/stores/keys.ts';
import { gatewayEvent } from '../../dev/api-gateway.ts';
import type { SampleVisit } from '../sample-visit.ts';

/** What is timed inside the process of the stack, one after another: nothing but itself stands between it and the database. */
export interface InProcess {
  /** The item the dashboard is answered from, fetched by the client of the app and looked at by nobody. */
  readonly itsItem: () => Promise<unknown>;
  /** An item of some three hundred bytes, fetched in the same way. */
  readonly smallItem: () => Promise<unknown>;
  /** The function on the event of a look at the dashboard: without the HTTP server it is reached by on this machine. */
  readonly theFunction: () => Promise<unknown>;
}

/** @throws Error when the dashboard does not answer, or not from a prepared item. */
export async function inProcess({ tables, invoke, appUrl, cookie }: SampleVisit): Promise<InProcess> {
  const headers = { cookie, 'sec-fetch-site': 'same-origin', 'accept-encoding': 'br' };
  const look = new Request(`${appUrl}/api/reports/dashboard`, { headers });
  const event = await gatewayEvent(look, 'req_bench', '127.0.0.1', new Date(0));
  const answered = (await invoke(event)) as { headers: Readonly<Record<string, string>> };
  const set = /^"(.+)\.\d+"$/.exec(answered.headers['etag'] ?? '')?.[1];
  if (set === undefined) throw new Error('the dashboard did not answer');
  const item = (Key: Readonly<Record<string, string>>) => () =>
    tables.client.send(new GetCommand({ TableName: tables.main, Key: { ...Key } }));
  const itsItem = item({ ...dashboardKey(set) });
  if ((await itsItem()).Item === undefined) throw new Error('the dashboard is not answered from its item');
  return {
    itsItem,
    smallItem: item({ pk: 'REGISTER#company', sk: 'entity#jada' }),
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
