import { beforeAll, describe, expect, it } from 'vitest';
import { callsOf } from './world/campaign.ts';
import { linkRace } from './world/link-race.ts';
import { COMPLETED_CHARTER } from './world/scenarios.ts';
import {
  atPace,
  fiftyAtOnce,
  othersMissed,
  QUOTA_FREE_MS,
  reportThat,
  TROUBLES,
  withJump,
  withQuota,
} from './world/trials.ts';

beforeAll(() => callsOf(COMPLETED_CHARTER), 120_000);

describe('fifty who complete a charter at the same moment', () => {
  it.each([1, 2, 3])(
    'make one run and one mail each, in the order of seed %i',
    async (seed) => {
      const { violations, mailedAt } = await fiftyAtOnce(seed);
      expect(violations).toEqual([]);
      expect(mailedAt).toHaveLength(3);
    },
    120_000,
  );
});

describe.each(TROUBLES)('one report that %s', (trouble) => {
  it.each(COMPLETED_CHARTER.mails.map(([report]) => report))(
    'is told as failed if it is %s, and all others are delivered in time',
    async (report) => {
      expect(othersMissed(await reportThat(trouble, report), report)).toEqual([]);
    },
    60_000,
  );
});

describe('calls that take long', () => {
  it.each([500, 1_000, 1_500])('of %i ms each, leave no mail claimed without time to send it', async (paceMs) => {
    const { violations, states } = await atPace(paceMs);
    expect(violations).toEqual([]);
    expect(states).toEqual({ delivered: 3 });
  });
});

describe('clocks that jump while a charter is completed and reported', () => {
  it.each([
    ['ahead', 1],
    ['back', -1],
  ] as const)(
    'an hour %s change nothing of what is made and mailed',
    async (_way, hours) => {
      for (let at = 3; at < (await callsOf(COMPLETED_CHARTER)); at += 20) {
        const { violations, states } = await withJump(at, hours);
        expect([at, violations, states]).toEqual([at, [], { delivered: 3 }]);
      }
    },
    120_000,
  );
});

describe('an account with room for fewer recipients than a run has', () => {
  it.each([0, 1, 2, 4, 5])('room for %i sends none of six until there is room for all', async (recipients) => {
    const { violations, mailedAt, states } = await withQuota(recipients);
    expect(violations).toEqual([]);
    expect(states).toEqual({ delivered: 3 });
    expect(mailedAt.every((at) => at >= QUOTA_FREE_MS)).toBe(true);
  });

  it('room for all six sends them at once', async () => {
    const { mailedAt } = await withQuota(6);
    expect(mailedAt).toEqual([0, 0, 0]);
  });
});

describe('sixty-four who open one sign-in link at the same moment', () => {
  it.each([1, 2, 3])('get one session between them, in the order of seed %i', async (seed) => {
    expect(await linkRace(seed)).toEqual({ letIn: 1, refused: 63, sessions: 1 });
  });
});
