import { handlerOf } from '../../../lambda/handler.ts';
import { issueLink } from '../../../lambda/host/sign-in-link.ts';
import type { GatewayResult } from '../../../lambda/http/gateway.ts';
import { saveUser } from '../../../lambda/stores/user-store.ts';
import { gatewayEvent } from '../../../scripts/dev/api-gateway.ts';
import { SIGN_IN } from '../../../shared/access/sign-in-rules.ts';
import { epochMs, plusMinutes } from '../../../shared/kernel/calendar.ts';
import { aUser } from '../../operations/a-charter.ts';
import { AS_IT_IS, Cloud } from './cloud.ts';
import { companyTables, RETURNED_AT } from './company.ts';
import { Dice } from './dice.ts';
import { NO_FAULTS } from './faults.ts';
import { aPlace, ENVIRONMENT } from './place.ts';
import { World } from './world.ts';

const RACERS = 64;
const company = companyTables();

/** How many of sixty-four requests with one sign-in link were let in, and how many sessions there are then (P13). */
export interface LinkRace {
  readonly letIn: number;
  readonly refused: number;
  readonly sessions: number;
}

/** One link, traded by sixty-four processes at the same moment, in an order the seed settles. */
export async function linkRace(seed: number): Promise<LinkRace> {
  const dice = new Dice(seed);
  const world = new World(epochMs(RETURNED_AT), dice, NO_FAULTS, { order: 'by-dice', tracing: false });
  const place = aPlace(world, dice, company.copy());
  const cloud = new Cloud(place, AS_IT_IS);
  let token = '';
  cloud.run(
    'office',
    async ({ tables, reportingDeps: { clock, random } }) => {
      const user = await saveUser(tables, aUser({ roles: ['crew'] }));
      const asked = { userId: user.id, purpose: SIGN_IN, expiresAt: plusMinutes(clock(), 10), destination: 'charters' };
      token = await issueLink(tables, asked, clock, random);
    },
    unexpected,
  );
  await world.runUntil(world.now + 1_000);
  const statuses: number[] = [];
  for (let racer = 0; racer < RACERS; racer += 1) {
    cloud.run(
      'racer',
      async (runtime) => {
        const event = await gatewayEvent(asking(token), `race-${racer}`, '203.0.113.7', new Date(world.now));
        statuses.push(((await handlerOf(runtime)(event)) as GatewayResult).statusCode);
      },
      unexpected,
    );
  }
  await world.runUntil(world.now + 1_000);
  return {
    letIn: statuses.filter((status) => status === 200).length,
    refused: statuses.filter((status) => status === 422).length,
    sessions: [...place.tables.table('main').items.values()].filter(({ pk }) => String(pk).startsWith('SID#')).length,
  };
}

function asking(token: string): Request {
  return new Request(`${ENVIRONMENT['APP_URL']}/api/sign-in/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ token }),
  });
}

function unexpected(): void {
  throw new Error('nothing strikes in a race');
}
