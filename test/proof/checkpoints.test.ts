import { beforeAll, describe, expect, it } from 'vitest';
import { checkpointed } from '../../lambda/reports/checkpoint.ts';
import type { ReportingDeps } from '../../lambda/reports/deps.ts';
import { reportingDoor } from '../../lambda/reports/door.ts';
import { UNBOUND } from '../../lambda/reports/remaining.ts';
import { unwitnessedWrite } from '../../lambda/stores/checkpoint-store.ts';
import { committed } from '../../lambda/stores/transaction.ts';
import { auditFindings } from '../../scripts/verify/audit-check.ts';
import { saidBy } from '../../scripts/verify/evidence.ts';
import { checkpointKey } from '../../shared/reports/checkpoint.ts';
import { COMPLETED_CHARTER } from '../faults/world/scenarios.ts';
import type { Past } from './a-past.ts';
import { aPast, evidenceOf } from './a-past.ts';

let past: Past;
beforeAll(async () => {
  past = await aPast();
}, 120_000);

const evidence = () => evidenceOf(past.lines(), past.bytes());
const told = () =>
  evidence()
    .streams.get('checkpoints')
    ?.map(({ data }) => data['n']);
const streamsIn = (n: number) =>
  (saidBy(evidence().objects.get(checkpointKey(n))) as never as { streams: { stream: string }[] }).streams.map(
    ({ stream }) => stream,
  );

/** Does something in a process of its own. */
async function doing<T>(act: (deps: ReportingDeps) => Promise<T>): Promise<T> {
  const { cloud, place } = past;
  return new Promise((done, failed) => {
    cloud.run(
      'test',
      async ({ reportingDeps }) => act(reportingDeps).then(done, failed),
      () => undefined,
    );
    void place.world.runUntil(place.world.now + 60_000);
  });
}
const aRunCloses = () => doing(({ tables }) => committed(tables, [unwitnessedWrite(tables, COMPLETED_CHARTER.runKey)]));
const checkpoint = (change: (deps: ReportingDeps) => Partial<ReportingDeps> = () => ({})) =>
  doing((deps) => checkpointed({ ...deps, ...change(deps) }, UNBOUND));
/** The archive takes the object, and its answer is lost. */
const lost = ({ archive }: ReportingDeps): Partial<ReportingDeps> => ({
  archive: {
    ...archive,
    async putOnce(...object) {
      await archive.putOnce(...object);
      throw new Error('the answer was lost');
    },
  },
});

describe('a checkpoint', () => {
  it('follows on every run that closes, at the next tick, and sees it to its last line', () => {
    expect(told()).toEqual([1, 2, 3, 4]);
    expect(streamsIn(1)).toEqual(['business.2026-10', 'run.charter.chr_A.1']);
    expect(streamsIn(2)).toEqual(['business.2026-10', 'checkpoints', 'run.monthly.2026-10']);
  });

  it('is not written again when nothing closed since and the day is the same', async () => {
    expect(await checkpoint()).toBeUndefined();
    expect(told()).toEqual([1, 2, 3, 4]);
  });

  it('is written once when two ticks come at a time', async () => {
    await aRunCloses();
    await doing((deps) => Promise.all([checkpointed(deps, UNBOUND), checkpointed(deps, UNBOUND)]));
    expect(told()).toEqual([1, 2, 3, 4, 5]);
    expect(auditFindings(evidence())).toEqual({ problems: [], notes: [] });
  });

  it('is left to a later tick when little time remains', async () => {
    await aRunCloses();
    expect(await doing((deps) => checkpointed(deps, () => 20_000))).toBeUndefined();
    expect(told()).toEqual([1, 2, 3, 4, 5]);
  });

  it('whose object lies there without its line is nobody’s lie, and gets its line at the next tick', async () => {
    await expect(checkpoint(lost)).rejects.toThrow('the answer was lost');
    expect(auditFindings(evidence())).toEqual({
      problems: [],
      notes: ['checkpoint 6 waits for its line, which the next tick writes'],
    });
    past.place.world.now += 60_000;
    expect(await checkpoint()).toBe(6);
    expect(auditFindings(evidence())).toEqual({ problems: [], notes: [] });
    expect(await checkpoint()).toBe(7);
    expect(streamsIn(7)).toContain(`run.${COMPLETED_CHARTER.runKey}`);
    expect(await checkpoint()).toBeUndefined();
  });

  it('that fails lets the tick go on, and says so in the log', async () => {
    await aRunCloses();
    const before = past.place.said.length;
    const tick = await doing((deps) => reportingDoor({ ...deps, ...lost(deps) }).clockTicked(deps.clock(), UNBOUND));
    expect(tick).toEqual({ created: [], swept: 0 });
    expect(past.place.said.slice(before).filter((line) => line.includes('checkpoint.error'))).toHaveLength(1);
  });
});
