import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeHandoff } from '../../lambda/host/handoff-service.ts';
import { savePerson } from '../../lambda/host/person-service.ts';
import { readUser } from '../../lambda/stores/user-store.ts';
import { isOwnCompany } from '../../scripts/dev/own-company.ts';
import { personArguments } from '../../scripts/person/arguments.ts';
import { OPERATOR } from '../../scripts/report/operator.ts';
import { readHandoff } from '../../shared/handoffs/handoff-document.ts';
import type { Zone } from '../../shared/kernel/calendar.ts';
import { dayIn, plusDays, plusMinutes } from '../../shared/kernel/calendar.ts';
import type { ChangedCharterResponse, ReadCharterResponse } from '../../shared/wire/charters.ts';
import { testClock } from '../support/a-clock.ts';
import type { TestStack } from '../support/a-stack.ts';
import { aStack, signedIn } from '../support/a-stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await aStack({ sample: false });
}, 120_000);
afterAll(() => stack.remove());

const now = testClock();
const today = dayIn('America/Los_Angeles' as Zone, now);
const asking = { user: OPERATOR, now };
const deps = () => ({ tables: stack.runtime.tables, random: stack.runtime.reportingDeps.random });

const DOCUMENT = `---
entity: marlin
name: Marlin Sails
kind: charter
zone: America/Los_Angeles
tax-form: sched_c
in-business-since: 2024-05-01
---
## Vessels

| Vessel | Type | Length in feet | Passengers | Inspected | Home port | Turnaround in minutes |
| --- | --- | --- | --- | --- | --- | --- |
| Marlin | sloop | 42 | 6 | no | San Diego | 60 |

## Channels

| Channel | Kind | Takes the money | We book | Commission | Confirmed | Pays out after days |
| --- | --- | --- | --- | --- | --- | --- |
| Direct | direct web | no | gross | 0 % | yes | 0 |
`;
const ADA = { email: 'ada@example.com', name: 'Ada Lind', roles: ['admin'] } as const;

describe('a company of one’s own', () => {
  it('begins with nothing, and nobody mistakes it for the sample', async () => {
    expect(await isOwnCompany(stack.runtime.tables)).toBe(false);
    await savePerson(deps(), asking, { ...ADA, roles: [...ADA.roles] });
    expect(await isOwnCompany(stack.runtime.tables)).toBe(true);
  });

  it('has its first booking after one document', async () => {
    const { handoff, problems } = readHandoff('marlin.md', DOCUMENT);
    expect(problems).toEqual([]);
    if (handoff === undefined) return;
    expect((await storeHandoff(deps(), asking, handoff)).writes).toHaveLength(3);
    const ada = await signedIn(stack, ADA.email);
    const created = await ada.send<ChangedCharterResponse>('POST', '/api/charters', {
      entityId: 'marlin',
      vesselId: 'ves_marlin.marlin',
      channelId: 'direct',
      customer: { name: 'The Albright party', email: 'albright@example.com' },
      title: 'Sunset sail',
      day: plusDays(today, 30),
      time: '16:00',
      durationMin: 150,
      paxExpected: 4,
      departurePort: 'San Diego',
      returnPort: 'San Diego',
      priceLines: [{ kind: 'charter', text: 'Sunset sail', qty: 1, unitCents: 160_000, totalCents: 160_000 }],
      depositCents: 80_000,
      guests: [],
    });
    expect(created.status).toBe(201);
    const at = `/api/charters/${created.body.charter.id}`;
    const move = async (to: string, fields: object = {}) => {
      const { version } = (await ada.get<ReadCharterResponse>(at)).body.file.charter;
      return (await ada.send('POST', `${at}/moves`, { to, version, ...fields })).status;
    };
    expect(await move('quoted')).toBe(200);
    expect(await move('held', { holdExpiresAt: plusMinutes(now, 1_440) })).toBe(200);
    const deposit = { kind: 'deposit', method: 'card', cents: 80_000, tipCents: 0, feeCents: 0, receivedOn: today };
    expect((await ada.send('POST', `${at}/payments`, { requestKey: 'first-deposit', ...deposit })).status).toBe(201);
    expect(await move('booked')).toBe(200);
  });
});

describe('somebody who may sign in', () => {
  it('is changed by address, keeping what was not said, and their sessions end with their roles', async () => {
    const licence = ['--licence', 'OUPV 1', '--licence-until', '2029-01-01'];
    const said = personArguments([
      'bo@example.com',
      '--name',
      'Bo',
      '--roles',
      'captain',
      '--entities',
      'marlin',
      ...licence,
    ]);
    if (!('email' in said)) throw new Error(JSON.stringify(said));
    const first = await savePerson(deps(), asking, said);
    expect(first).toMatchObject({ isNew: true, user: { entityIds: ['marlin'], authVersion: 1, version: 1 } });
    const again = await savePerson(deps(), asking, { email: 'bo@example.com', name: 'Bo', roles: ['crew'] });
    expect(again.isNew).toBe(false);
    expect(await readUser(stack.runtime.tables, first.user.id)).toMatchObject({
      roles: ['crew'],
      entityIds: ['marlin'],
      credentials: [{ number: 'OUPV 1', expiresOn: '2029-01-01' }],
      authVersion: 2,
      version: 2,
    });
  });

  it('with an address that is none is refused, and with arguments that do not fit each is named', async () => {
    await expect(savePerson(deps(), asking, { ...ADA, email: 'ada', roles: ['admin'] })).rejects.toThrow();
    expect(personArguments(['a@example.com', '--roles', 'pirate', '--licence-until', '2029-02-30'])).toEqual({
      problems: [
        '--name: expected the name of the person',
        '--roles: expected some of admin, captain, crew, executive, guest',
        '--licence and --licence-until go together',
        '--licence-until 2029-02-30: expected a day that exists',
      ],
    });
  });
});
