import { beforeAll, describe, expect, it } from 'vitest';
import { callsOf, faultsAt, storm } from '../world/campaign.ts';
import type { Design } from '../world/cloud.ts';
import type { FaultKind } from '../world/faults.ts';
import { FAULT_KINDS } from '../world/faults.ts';
import type { Invariant } from '../world/invariants.ts';
import type { Feedback } from '../world/mail-channel.ts';
import { IN_TIME, LATE } from '../world/mail-channel.ts';
import { COMPLETED_CHARTER } from '../world/scenarios.ts';
import { LEASE_RESEND, RECORD_AROUND_RUN, SEND_THEN_RECORD } from './running-mutants.ts';
import {
  NO_GRACE,
  NO_PROOF_OF_LIFE,
  NO_SWEEPER,
  RENDERED_AGAIN,
  SES_RETRIES,
  UNCONDITIONAL_CLAIM,
} from './wiring-mutants.ts';

/** Designs known to be wrong. A harness that lets one of them pass proves nothing about the product. */

/** How a mutant is looked for: what strikes every call in turn, or so many storms. */
interface Search {
  readonly design: Design;
  readonly by: FaultKind | 'storms';
  readonly caughtBy: Invariant;
  readonly feedback?: Feedback;
}

const MUTANTS: readonly Search[] = [
  { design: SEND_THEN_RECORD, by: 'killAfter', caughtBy: 'one mail each' },
  { design: SEND_THEN_RECORD, by: 'lostResponse', caughtBy: 'one mail each' },
  { design: RECORD_AROUND_RUN, by: 'lostResponse', caughtBy: 'one mail each' },
  { design: SES_RETRIES, by: 'lostResponse', caughtBy: 'one mail each' },
  { design: NO_SWEEPER, by: 'killAfter', caughtBy: 'all settled' },
  { design: RENDERED_AGAIN, by: 'lostResponse', caughtBy: 'sent as archived' },
  { design: LEASE_RESEND, by: 'killAfter', caughtBy: 'one mail each', feedback: LATE },
  { design: UNCONDITIONAL_CLAIM, by: 'storms', caughtBy: 'one mail each' },
  { design: NO_PROOF_OF_LIFE, by: 'storms', caughtBy: 'nothing in vain', feedback: LATE },
  { design: NO_GRACE, by: 'storms', caughtBy: 'nothing in vain', feedback: LATE },
];

beforeAll(() => callsOf(COMPLETED_CHARTER), 120_000);

describe('a design known to be wrong is rejected', () => {
  it.each(MUTANTS)(
    '$design.name, struck by $by, because of "$caughtBy"',
    async (search) => {
      expect(await caught(search)).toContain(search.caughtBy);
    },
    240_000,
  );
});

/** The invariants that do not hold of a design, in the schedules up to the first that breaks the one looked for. */
async function caught({ design, by, caughtBy, feedback = IN_TIME }: Search): Promise<readonly Invariant[]> {
  const found = new Set<Invariant>();
  const tries = by === 'storms' ? STORMS : await callsOf(COMPLETED_CHARTER, design);
  for (let n = tries - 1; n >= 0 && !found.has(caughtBy); n -= 1) {
    const { violations } =
      by === 'storms'
        ? await storm({ scenario: COMPLETED_CHARTER, seed: n, rate: 0.05, kinds: FAULT_KINDS, design, feedback })
        : await faultsAt(COMPLETED_CHARTER, new Map([[n, by]]), { design, feedback });
    for (const { invariant } of violations) found.add(invariant);
  }
  return [...found];
}

/** The prototype of this harness needed two of three hundred at worst. */
const STORMS = 300;
