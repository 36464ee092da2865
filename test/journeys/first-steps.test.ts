import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSheet } from '../../lambda/collect/spreadsheet/open-sheet.ts';
import { bytesOnDisk } from '../../lambda/collect/spreadsheet/sheet-bytes.ts';
import { storeHandoff } from '../../lambda/host/handoff-service.ts';
import { journalText } from '../../lambda/host/journal-export.ts';
import { savePerson } from '../../lambda/host/person-service.ts';
import { readUser } from '../../lambda/stores/user-store.ts';
import { isOwnCompany } from '../../scripts/dev/own-company.ts';
import type { StoreOutcome } from '../../scripts/import/store.ts';
import { storeFile } from '../../scripts/import/store.ts';
import { personArguments } from '../../scripts/person/arguments.ts';
import { OPERATOR } from '../../scripts/report/operator.ts';
import { readHandoff } from '../../shared/handoffs/handoff-document.ts';
import { importKindOf } from '../../shared/imports/kinds/catalog.ts';
import type { LocalDate, Zone } from '../../shared/kernel/calendar.ts';
import { dayIn, firstDay, monthOf, plusDays, plusMinutes } from '../../shared/kernel/calendar.ts';
import type { ChangedCharterResponse, ReadCharterResponse } from '../../shared/wire/charters.ts';
import type { ProblemResponse } from '../../shared/wire/problems.ts';
import type { ListedRecord, ListRecordsResponse } from '../../shared/wire/records.ts';
import { completed, sailedUntilReturned } from '../support/a-charter-day.ts';
import { testClock } from '../support/a-clock.ts';
import type { TestStack } from '../support/a-stack.ts';
import { aStack, eventually, inbox, signedIn } from '../support/a-stack.ts';

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
const CAPTAIN = 'cal@example.com';
const ADA = { email: 'ada@example.com', name: 'Ada Lind', roles: ['admin'] } as const;

describe('a company of one’s own', () => {
  it('begins with nothing, and nobody mistakes it for the sample', async () => {
    expect(await isOwnCompany(stack.runtime.tables)).toBe(false);
    await savePerson(deps(), asking, { ...ADA, roles: [...ADA.roles] });
    expect(await isOwnCompany(stack.runtime.tables)).toBe(true);
  });

  it('has its boat and its channel after one document', async () => {
    const { handoff, problems } = readHandoff('marlin.md', DOCUMENT);
    expect(problems).toEqual([]);
    if (handoff !== undefined) expect((await storeHandoff(deps(), asking, handoff)).writes).toHaveLength(3);
  });

  it('takes over what three spreadsheets hold, the bank lines met by the expenses they paid', async () => {
    const sheets = {
      expenses: `Date,Vendor,Amount,Category,Paid with\n${ago(9)},Harbor Slips,1450.00,6010,bank\n${ago(8)},Fuel Dock,212.40,Fuel,card\n`,
      leads: `Asked on,Name,Channel,Stage,Expected,Probability\n${ago(5)} 09:30,The Quill party,Direct,new,1600.00,30%\n`,
      'bank-lines': `Account,Date,Description,Amount\n1010,${ago(9)},HARBOR SLIPS,-1450.00\n`,
    };
    for (const [kind, text] of Object.entries(sheets)) {
      const { counts } = await imported(kind, text);
      expect([kind, counts?.new, counts?.leftOut]).toEqual([kind, kind === 'expenses' ? 2 : 1, 0]);
    }
  });

  it('records its crew, its boat’s papers, its first money and who gets the reports as people do in the app', async () => {
    const ada = await signedIn(stack, ADA.email);
    const licence = { type: 'captain license', number: 'OUPV 1', expiresOn: plusDays(today, 400) };
    const cap = { name: 'Cal Reyes', email: CAPTAIN, roles: ['captain'], entityIds: ['marlin'], grants: [] };
    const wanted = ['ceo', 'cfo', 'accounting', 'charter-debrief'];
    const records: readonly (readonly [kind: string, id: string, record: object])[] = [
      ['person', 'usr_cal', { ...cap, credentials: [licence], status: 'active' }],
      [
        'recipient',
        'rec_ada',
        {
          name: ADA.name,
          email: ADA.email,
          grants: wanted.map((report) => ({ report, entityId: 'marlin' })),
          subscriptions: wanted.map((report) => ({ report, cadence: 'each-charter' })),
          status: 'active',
        },
      ],
    ];
    const [, , recipient] = records[1] ?? [];
    const blind = { version: 0, record: { ...recipient, grants: [] } };
    const refused = await ada.send<ProblemResponse>('PUT', '/api/register/recipient/rec_blind', blind);
    expect([refused.status, refused.body.problems.map(({ field }) => field)]).toEqual([
      400,
      wanted.map((_report, at) => `record.subscriptions[${at}].report`),
    ]);
    for (const [kind, id, record] of records) {
      expect((await ada.send('PUT', `/api/register/${kind}/${id}`, { version: 0, record })).status).toBe(200);
    }
    const { body } = await ada.get<ListRecordsResponse>('/api/register/vessel');
    const {
      createdAt: _a,
      createdBy: _b,
      updatedAt: _c,
      version,
      source: _d,
      schemaVersion: _e,
      id,
      ...boat
    } = body.records[0] as ListedRecord;
    const papers = [{ type: 'Insurance', expiresOn: plusDays(today, 300) }];
    const changed = { version, record: { ...boat, documents: papers } };
    expect((await ada.send('PUT', `/api/register/vessel/${id}`, changed)).status).toBe(200);
    const start = { entityId: 'marlin', on: ago(10), cents: 500_000, direction: 'in', owner: 'Ada Lind' };
    const posted = await ada.send('POST', '/api/money/owner-money', { requestKey: 'first-money', record: start });
    expect(posted.status).toBe(201);
  });

  it('sails its first charter from the inquiry to its completion', async () => {
    const ada = await signedIn(stack, ADA.email);
    const created = await ada.send<ChangedCharterResponse>('POST', '/api/charters', {
      entityId: 'marlin',
      vesselId: 'ves_marlin.marlin',
      channelId: 'direct',
      customer: { name: 'The Albright party', email: 'albright@example.com' },
      title: 'Sunset sail',
      day: today,
      time: '14:00',
      durationMin: 150,
      paxExpected: 2,
      departurePort: 'San Diego',
      returnPort: 'San Diego',
      priceLines: [{ kind: 'charter', text: 'Sunset sail', qty: 1, unitCents: 160_000, totalCents: 160_000 }],
      depositCents: 80_000,
      guests: [{ name: 'Robin Albright', isMinor: false }],
    });
    expect(created.status).toBe(201);
    const charterId = created.body.charter.id;
    const at = `/api/charters/${charterId}`;
    const file = async () => (await ada.get<ReadCharterResponse>(at)).body.file;
    const move = async (to: string, fields: object = {}) =>
      (await ada.send('POST', `${at}/moves`, { to, version: (await file()).charter.version, ...fields })).status;
    const paid = async (kind: string, feeCents: number) => {
      const payment = { kind, method: 'card', cents: 80_000, tipCents: 0, feeCents, receivedOn: today };
      return (await ada.send('POST', `${at}/payments`, { requestKey: `first-${kind}`, ...payment })).status;
    };
    expect(await move('quoted')).toBe(200);
    expect(await move('held', { holdExpiresAt: plusMinutes(now, 30) })).toBe(200);
    expect(await paid('deposit', 2_350)).toBe(201);
    expect(await move('booked')).toBe(200);
    expect(await paid('balance', 2_350)).toBe(201);
    const cal = await signedIn(stack, CAPTAIN);
    const slot = (await file()).slots.find(({ role }) => role === 'captain');
    for (const [who, act, version] of [[cal, 'claim', 1] as const, [ada, 'confirm', 2] as const]) {
      expect((await who.send('POST', `${at}/crew/${slot?.id}`, { act, version })).status).toBe(200);
    }
    const host = { role: 'host', payCents: 12_000, required: false };
    expect((await cal.send('POST', `${at}/crew`, host)).status).toBe(201);
    const hosting = async () => (await file()).slots.find(({ role }) => role === 'host');
    const hostAt = `${at}/crew/${(await hosting())?.id}`;
    expect((await cal.send('PUT', hostAt, { version: 1, payCents: 14_000 })).status).toBe(200);
    expect([(await hosting())?.payCents, (await hosting())?.version]).toEqual([14_000, 2]);
    expect((await cal.send('PUT', hostAt, { version: 1, payCents: 99_000 })).status).toBe(409);
    expect((await cal.send('PUT', `${at}/crew/${slot?.id}`, { version: 3, payCents: 1 })).status).toBe(422);
    expect((await cal.send('POST', `${at}/crew/${slot?.id}/removal`, { version: 3 })).status).toBe(422);
    expect((await cal.send('POST', `${hostAt}/removal`, { version: 1 })).status).toBe(409);
    expect((await hosting())?.payCents).toBe(14_000);
    expect((await cal.send('POST', `${hostAt}/removal`, { version: 2 })).status).toBe(200);
    expect(await hosting()).toBeUndefined();
    expect(await move('confirmed')).toBe(200);
    const robin = (await file()).guests[0];
    expect((await ada.send('POST', `${at}/guests/${robin?.id}`, { rsvp: 'yes', version: 1 })).status).toBe(200);
    const noted = { notes: 'No shellfish', version: 2 };
    expect((await ada.send('POST', `${at}/guests/${robin?.id}`, noted)).status).toBe(200);
    expect((await ada.send('POST', `${at}/guests/${robin?.id}`, noted)).status).toBe(409);
    expect((await cal.send('POST', `${at}/guests`, { name: 'Sam Albright', isMinor: true })).status).toBe(201);
    await sailedUntilReturned(cal, charterId);
    expect((await completed(cal, charterId)).charter.lifecycle).toBe('completed');
    expect((await cal.send('POST', `${at}/guests`, { name: 'Too Late', isMinor: false })).status).toBe(422);
  });

  it('gets reports whose every figure is its own', async () => {
    const mails = await eventually(async () => {
      const all = (await inbox(stack)).filter(({ tags }) => tags.some(({ name }) => name === 'report'));
      return all.length === 4 && all;
    }, 60_000);
    expect(mails.every(({ destinations }) => destinations.includes(ADA.email))).toBe(true);
    const texts = await Promise.all(
      mails.map(async ({ messageId }) => {
        const mail = await (await fetch(`${stack.inboxUrl}/api/mails/${messageId}`)).json();
        return (mail as { readonly text: string }).text;
      }),
    );
    // Sold 1,600.00; cards kept 2 × 23.50, fuel cost 212.40 and the slip 1,450.00: 109.40 were lost.
    const accounting = texts.find((text) => text.includes('Accounting report'));
    expect(accounting).toMatch(/Net income\s+−\$109\.40/);
    expect(texts.find((text) => text.includes('Charter debrief'))).toContain('$1,600.00');
    for (const text of texts) expect(text.split('\n').slice(0, 4).join()).toContain(' · Marlin Sails');
    expect(texts.join()).not.toMatch(/JADA|QuickDumpNow|DangerousCentaur|Queen of San Diego/);
    // 5,000.00 put in less the slip are in the bank; the processor holds 2 × 776.50; the card is owed for the fuel.
    expect(sums(await journalText(stack.runtime.tables, undefined, 'ledger'))).toEqual({
      'assets:bank:operating': 355_000,
      'assets:bank:stripe clearing': 155_300,
      'liabilities:credit card': -21_240,
      'liabilities:customer deposits': 0,
      'equity:owner contributions': -500_000,
      'revenues:charter': -160_000,
      'expenses:cogs:merchant fees': 4_700,
      'expenses:cogs:fuel': 21_240,
      'expenses:opex:slip rent': 145_000,
    });
  });
});

/** So many days ago, but in this month: what the reports of the charter look at. */
function ago(days: number): LocalDate {
  const [day, first] = [plusDays(today, -days), firstDay(monthOf(today))];
  return day < first ? first : day;
}

/** A spreadsheet imported as the command does it. */
async function imported(kindId: string, text: string): Promise<StoreOutcome> {
  const path = join(stack.folder, `${kindId}.csv`);
  await writeFile(path, text);
  const bytes = await bytesOnDisk(path);
  const kind = importKindOf(kindId);
  if (kind === undefined) throw new Error(`no kind of spreadsheet ${kindId}`);
  return storeFile(stack.runtime, {
    path,
    sizeBytes: bytes.size,
    sheet: await openSheet(bytes, {}),
    kind,
    entityId: 'marlin',
    settings: {
      wishes: { columns: {}, values: {} },
      answers: { dateOrders: {} },
      leaveOutBadRows: false,
      excluded: [],
    },
    keepProblems: 10,
    say: () => undefined,
  });
}

/** What a plain-text journal moves every account by, in cents, added up by nothing of ours. */
function sums(journal: string): Readonly<Record<string, number>> {
  const moved: Record<string, number> = {};
  for (const [, account = '', amount = ''] of journal.matchAll(/^ {4}(\w.*?) {2,}USD (-?\d+\.\d\d)/gm)) {
    moved[account] = (moved[account] ?? 0) + Math.round(Number(amount) * 100);
  }
  return moved;
}

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
