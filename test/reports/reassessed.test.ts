import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import type { ReportingDeps } from '../../lambda/reports/deps.ts';
import { reassessed } from '../../lambda/reports/run-closing.ts';
import { instant } from '../../shared/kernel/calendar.ts';
import { aDelivery } from './a-delivery.ts';
import { aCharterRun } from './a-run.ts';

it('a run that closes whole while one of its mails is told of stays as it closed', async () => {
  const written = await reassessedWhile((asked) => asked > 0);
  expect(written).toEqual([]);
});

it('a run closed over a mail that failed, and turns out to have arrived, is whole', async () => {
  const written = await reassessedWhile(() => true, 'complete-with-problems');
  expect(written).toEqual(['complete']);
});

/** The states a run is written in when it is looked at again, and how it and its mail stand at each read. */
async function reassessedWhile(isClosedAt: (asked: number) => boolean, closedAs = 'complete'): Promise<unknown[]> {
  const { key } = aCharterRun();
  const written: unknown[] = [];
  let asked = 0;
  const send = async (command: { readonly input: object }) => {
    const isClosed = isClosedAt(asked);
    asked += 1;
    if (command instanceof QueryCommand) {
      return { Items: [aDelivery({ runKey: key, state: isClosed ? 'delivered' : 'sending' })] };
    }
    if (command instanceof GetCommand)
      return { Item: { ...aCharterRun(), state: isClosed ? closedAs : 'snapshotted' } };
    const { TransactItems = [] } = command.input as { TransactItems?: { Put?: { Item: { state?: string } } }[] };
    written.push(...TransactItems.flatMap(({ Put }) => Put?.Item.state ?? []));
    return {};
  };
  const deps = {
    tables: { client: { send }, main: 'main', audit: 'audit', heads: new Map() },
    clock: () => instant('2026-11-21T20:00:00Z'),
    random: (count: number) => new Uint8Array(count),
    log: () => undefined,
  };
  await reassessed(deps as unknown as ReportingDeps, key);
  return written;
}
