import { beforeAll, describe, expect, it } from 'vitest';
import { HELD_RATHER_THAN_SENT } from './mutants/wiring-mutants.ts';
import { callsOf, storm } from './world/campaign.ts';
import type { Design } from './world/cloud.ts';
import { AS_IT_IS } from './world/cloud.ts';
import { FAULT_KINDS } from './world/faults.ts';
import type { Feedback } from './world/mail-channel.ts';
import { DEAD, LATE, LOSING } from './world/mail-channel.ts';
import { COMPLETED_CHARTER } from './world/scenarios.ts';
import { toldOf } from './world/telling.ts';

/** Storms in worlds where what SES tells comes late, in part, or never. */

const SEEDS = 25;

beforeAll(() => callsOf(COMPLETED_CHARTER), 120_000);

describe('a mail of which nobody can say whether it went', () => {
  it('goes once when what SES tells comes up to three hours late, and waits for nobody', async () => {
    expect(await ended(LATE)).toEqual({ failed: [], duplicates: 0, held: 0 });
  }, 240_000);

  it('never goes twice without a line that says so when three of ten events are lost', async () => {
    expect((await ended(LOSING)).failed).toEqual([]);
  }, 240_000);

  it('never goes twice where it is held rather than sent, whatever is lost', async () => {
    const { failed, duplicates } = await ended(LOSING, HELD_RATHER_THAN_SENT);
    expect({ failed, duplicates }).toEqual({ failed: [], duplicates: 0 });
  }, 240_000);

  it('is held, and never sent again, when nothing SES tells arrives', async () => {
    const { failed, duplicates, held } = await ended(DEAD);
    expect({ failed, duplicates }).toEqual({ failed: [], duplicates: 0 });
    expect(held).toBeGreaterThan(0);
  }, 240_000);
});

/** How storms end in a world: those that broke something, mails that went again, and mails a person has to decide on. */
async function ended(feedback: Feedback, design: Design = AS_IT_IS) {
  const failed: string[] = [];
  let duplicates = 0;
  let held = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const outcome = await storm({
      scenario: COMPLETED_CHARTER,
      seed,
      rate: 0.05,
      kinds: FAULT_KINDS,
      design,
      feedback,
    });
    if (outcome.violations.length > 0) failed.push(toldOf(`seed ${seed}`, outcome.violations));
    duplicates += outcome.duplicates;
    held += outcome.states['held'] ?? 0;
  }
  return { failed, duplicates, held };
}
