import type { Design } from './cloud.ts';
import type { Outcome } from './episode.ts';
import { episode } from './episode.ts';
import { NO_FAULTS } from './faults.ts';
import type { Scenario } from './scenarios.ts';
import { COMPLETED_CHARTER } from './scenarios.ts';

/** Schedules that try one promise each. */

/** Fifty at once press Complete, in an order the seed settles (P7). */
export function fiftyAtOnce(seed: number): Promise<Outcome> {
  const scenario: Scenario = {
    ...COMPLETED_CHARTER,
    begin(cloud, world) {
      for (let n = 0; n < 50; n += 1) COMPLETED_CHARTER.begin(cloud, world);
    },
    again: (cloud) => COMPLETED_CHARTER.again(cloud),
  };
  return episode({ scenario, plan: NO_FAULTS, order: 'by-dice', seed });
}

/** One report that can never be made, among others that can (P10). */
export function reportThatThrows(report: string): Promise<Outcome> {
  const design: Design = {
    name: `${report} throws`,
    between: {
      press: (press) => ({
        ...press,
        async printed(copy) {
          if (copy.report === report) throw new RangeError('Invalid string length');
          return press.printed(copy);
        },
      }),
    },
  };
  return episode({ scenario: COMPLETED_CHARTER, plan: NO_FAULTS, design });
}

/** Every call takes so long (P11). */
export function atPace(paceMs: number): Promise<Outcome> {
  return episode({ scenario: COMPLETED_CHARTER, plan: NO_FAULTS, paceMs });
}

/** For two hours the account may reach so many recipients, and then as many as it likes (P12). */
export function withQuota(recipients: number): Promise<Outcome> {
  const free = Date.parse(COMPLETED_CHARTER.startsAt) + QUOTA_FREE_MS;
  return episode({ scenario: COMPLETED_CHARTER, plan: NO_FAULTS, quota: (now) => (now < free ? recipients : -1) });
}
export const QUOTA_FREE_MS = 2 * 60 * 60_000;
