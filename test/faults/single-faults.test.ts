import { beforeAll, describe, expect, it } from 'vitest';
import { callsOf } from './world/campaign.ts';
import { episode } from './world/episode.ts';
import { atCalls, FAULT_KINDS, lastingFrom, NO_FAULTS } from './world/faults.ts';
import type { Scenario } from './world/scenarios.ts';
import { COMPLETED_CHARTER, runsOf, SCENARIOS } from './world/scenarios.ts';
import { toldOf } from './world/telling.ts';

/** The production code, in a world where every call to a service can fail in every way, one at a time. */

beforeAll(async () => {
  for (const scenario of SCENARIOS) await episode({ scenario, plan: NO_FAULTS });
}, 120_000);

describe.each(SCENARIOS)('$name', (scenario) => {
  it('ends well when nothing strikes it', async () => {
    const { violations, states, calls } = await episode({ scenario, plan: NO_FAULTS });
    expect(violations).toEqual([]);
    expect(states).toEqual({ delivered: runsOf(scenario).flatMap(({ mails }) => mails).length });
    expect(calls).toBeGreaterThan(40);
  });

  it('goes the same way again when the same strikes it', async () => {
    const twice = async () => {
      const plan = atCalls(new Map([[20, 'killAfter']]));
      return (await episode({ scenario, plan, order: 'by-dice', seed: 7, tracing: true })).trace;
    };
    expect(await twice()).toEqual(await twice());
  });

  it.each(FAULT_KINDS)(
    'ends well when any one call of its own is struck by %s',
    async (kind) => {
      const failed: string[] = [];
      let strikes = 0;
      const calls = await callsOf(scenario);
      for (let n = 0; n < calls; n += 1) {
        const { violations, struck } = await episode({ scenario, plan: atCalls(new Map([[n, kind]])) });
        strikes += struck.get(kind) ?? 0;
        if (violations.length > 0) failed.push(toldOf(`${kind} at call ${n}`, violations));
      }
      expect(failed).toEqual([]);
      expect(strikes).toBeGreaterThan(0);
    },
    240_000,
  );
});

describe('a service that fails for an hour and a half', () => {
  it.each(FAULT_KINDS)(
    'leaves a completed charter that ends well, struck by %s',
    async (kind) => {
      const failed: string[] = [];
      for (const n of await firstCalls(COMPLETED_CHARTER)) {
        const { violations } = await episode({ scenario: COMPLETED_CHARTER, plan: lastingFrom(n, kind) });
        if (violations.length > 0) failed.push(toldOf(`${kind} from call ${n} on`, violations));
      }
      expect(failed).toEqual([]);
    },
    240_000,
  );
});

/** The first and a middle call to each service. */
async function firstCalls(scenario: Scenario): Promise<readonly number[]> {
  const byService = new Map<string, number[]>();
  await episode({
    scenario,
    plan({ n, service }) {
      byService.set(service, [...(byService.get(service) ?? []), n]);
      return undefined;
    },
  });
  return [...byService.values()].flatMap((calls) => [calls[0] ?? 0, calls[Math.floor(calls.length / 2)] ?? 0]);
}
