import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostDeps } from '../../lambda/host/deps.ts';
import { plannedHandoff, storeHandoff } from '../../lambda/host/handoff-service.ts';
import { writeRecord } from '../../lambda/host/register-service.ts';
import { composedNow } from '../../lambda/reports/report-service.ts';
import { takeSnapshot } from '../../lambda/reports/snapshot-loader.ts';
import { listRegister, readRegister } from '../../lambda/stores/register-store.ts';
import { OPERATOR } from '../../scripts/report/operator.ts';
import type { Handoff } from '../../shared/handoffs/handoff-document.ts';
import { readHandoff } from '../../shared/handoffs/handoff-document.ts';
import { monthToDate } from '../../shared/kernel/period.ts';
import { factSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { testClock } from '../support/a-clock.ts';
import type { TestStack } from '../support/a-stack.ts';
import { aStack } from '../support/a-stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await aStack({ sample: false });
}, 120_000);
afterAll(() => stack.remove());

const TOP = [
  '---',
  'entity: marlin',
  'name: Marlin Sails',
  'kind: charter',
  'zone: America/Los_Angeles',
  'tax-form: sched_c',
  'in-business-since: 2024-05-01',
  '---',
];
const PEOPLE = ['## Key people', '', '| Role | Handoff on file | Transition |', '| --- | --- | --- |'];

function document(...lines: readonly string[]): Handoff {
  const { handoff, problems } = readHandoff('marlin.md', [...TOP, ...lines].join('\n'));
  if (handoff === undefined || problems.length > 0) throw new Error(JSON.stringify(problems));
  return handoff;
}

function store(handoff: Handoff) {
  const { tables, reportingDeps } = stack.runtime;
  return storeHandoff({ tables, random: reportingDeps.random }, { user: OPERATOR, now: testClock() }, handoff);
}

/** What the API's own service works with. */
function hostDeps(): HostDeps {
  const { config, tables, log, reporting, reportingDeps } = stack.runtime;
  return { config, tables, log, reporting, clock: testClock, random: reportingDeps.random };
}

const people = () => listRegister(stack.runtime.tables, 'key-person', 'marlin');

describe('an empty company and one document', () => {
  it('begin with the entity and what its document says', async () => {
    await store(document(...PEOPLE, '| Captain | no | |', '| Cook | yes | 2027-01-31 |'));
    expect(await readRegister(stack.runtime.tables, 'entity', 'company', 'marlin')).toMatchObject({
      name: 'Marlin Sails',
      kind: 'charter',
      source: 'import',
      createdBy: 'marlin.md',
      writtenIn: { file: 'marlin.md', line: 2 },
    });
    expect(await people()).toMatchObject([
      { id: 'key_marlin.captain', version: 1, writtenIn: { file: 'marlin.md', line: 13 } },
      { id: 'key_marlin.cook', transitionOn: '2027-01-31' },
    ]);
  });

  it('show the figure in the report, with the file and the line on its receipt', async () => {
    expect(await unprepared()).toEqual({
      value: 1,
      records: 'key people of Marlin Sails; read from marlin.md, lines 13-14',
    });
  });

  it('read again without a change write nothing', async () => {
    const again = await store(document(...PEOPLE, '| Captain | no | |', '| Cook | yes | 2027-01-31 |'));
    expect(again).toMatchObject({ writes: [], withdrawals: [], unchanged: 3 });
    expect((await people()).map(({ version }) => version)).toEqual([1, 1]);
  });

  it('change the next report when the document is edited', async () => {
    await store(document(...PEOPLE, '| Captain | yes | 2027-03-01 |', '| Deckhand | no | |', '| Engineer | no | |'));
    expect((await people()).map(({ role, version }) => [role, version])).toEqual([
      ['Captain', 2],
      ['Deckhand', 1],
      ['Engineer', 1],
    ]);
    expect(await unprepared()).toMatchObject({ value: 2 });
  });

  it('leave alone what a person changed in the app, from then on', async () => {
    const version = (await people())[0]?.version ?? 0;
    const record = { entityId: 'marlin', role: 'Captain', handoffOnFile: false, successor: 'First mate' };
    const asking = { user: OPERATOR, now: testClock() };
    await writeRecord(hostDeps(), asking, 'key-person', 'key_marlin.captain', { version, record });
    const plan = await store(document(...PEOPLE, '| Deckhand | no | |'));
    expect(plan.withdrawals.map(({ held }) => held.id)).toEqual(['key_marlin.engineer']);
    const back = await plannedHandoff(
      stack.runtime.tables,
      document(...PEOPLE, '| Captain | no | |', '| Deckhand | no | |'),
    );
    expect(back.conflicts).toMatchObject([{ line: 13 }]);
    expect(await people()).toMatchObject([
      { role: 'Captain', successor: 'First mate', source: 'manual' },
      { role: 'Deckhand' },
    ]);
  });
});

describe('risks, services and promises of a document', () => {
  it('stand in the CEO report, the worst first, and a late promise is a shortfall', async () => {
    await store(
      document(
        ...['## Services', '', '| Service | Where | Owner |', '| --- | --- | --- |', '| Phone | Dock office | |', ''],
        ...['## Risks', '', '| Risk | Severity | Owner |', '| --- | --- | --- |', '| Old rigging | low | Operations |'],
        ...[
          '| One licence | critical | CEO |',
          '',
          '## Promises',
          '',
          '- [ ] Renew the lease @CEO due 2026-01-31 !critical',
        ],
      ),
    );
    const { reportingDeps } = stack.runtime;
    const request = { report: 'ceo' };
    const report = JSON.stringify(await composedNow(reportingDeps, OPERATOR, request, testClock()));
    expect(report.indexOf('One licence')).toBeGreaterThan(0);
    expect(report.indexOf('Old rigging')).toBeGreaterThan(report.indexOf('One licence'));
    expect(report).toContain('Actions are overdue');
    expect(report).toContain('risks of Marlin Sails; read from marlin.md, lines 19-20');
  });
});

/** The figure as a report made now has it: its value, and the records its receipt names. */
async function unprepared() {
  const { tables, config } = stack.runtime;
  const snapshot = await takeSnapshot(tables, config.zone, testClock());
  const figure = factSheet(snapshot, ['marlin'], monthToDate(snapshot.today)).measuredOf('key-people-unprepared');
  return figure.state === 'unknown' ? figure : { value: figure.value, records: figure.basis.records };
}
