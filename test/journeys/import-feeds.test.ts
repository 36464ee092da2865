import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditLines } from '../../lambda/stores/audit-store.ts';
import { readHead } from '../../lambda/stores/books-head.ts';
import { readBalances } from '../../lambda/stores/ledger-store.ts';
import { closedThroughWrite } from '../../lambda/stores/period-store.ts';
import { listRegister } from '../../lambda/stores/register-store.ts';
import { readSubject } from '../../lambda/stores/subject-store.ts';
import { mustCommit } from '../../lambda/stores/transaction.ts';
import type { Month } from '../../shared/kernel/calendar.ts';
import { daysBetween, firstDay, plusDays, plusMonths } from '../../shared/kernel/calendar.ts';
import { booksOf } from '../../shared/ledger/balances.ts';
import type { CorrectedResponse, PostedResponse } from '../../shared/wire/money.ts';
import type { ProblemResponse } from '../../shared/wire/problems.ts';
import { testClock } from '../support/a-clock.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, signedIn } from '../support/a-stack.ts';
import { anImportOffice, TODAY } from '../support/an-import-office.ts';

let stack: TestStack;
let admin: Caller;
const office = (entityId: string) =>
  anImportOffice(
    () => stack,
    () => admin,
    entityId,
  );

beforeAll(async () => {
  stack = await aStack();
  admin = await signedIn(stack, 'admin@example.com');
  await closeLongAgo('rental'); // the sample's house has closed its months; here they are open
}, 120_000);
afterAll(() => stack.remove());

const day = (from: number) => plusDays(TODAY, from);
const put = (kind: string, id: string, record: object) =>
  admin.send<ProblemResponse>('PUT', `/api/register/${kind}/${id}`, { version: 0, record });
const record = (kind: string, requestKey: string, of: object) =>
  admin.send<PostedResponse & ProblemResponse>('POST', `/api/money/${kind}`, { requestKey, record: of });

/** What stands on each account of a business, through all its months; since `before` where given. */
async function standing(entityId: string, before: Readonly<Record<string, number>> = {}) {
  const books = booksOf(await readBalances(stack.runtime.tables, entityId));
  const codes = books.codesThrough([entityId], '2099-12' as Month);
  const months = books.months([entityId]);
  const now = codes.map((code) => [code, books.account([entityId], months, code) - (before[code] ?? 0)] as const);
  return Object.fromEntries(now.filter(([, cents]) => cents !== 0));
}

/** Closes a business's books through a month long before they began. */
async function closeLongAgo(entityId: string): Promise<void> {
  const { tables } = stack.runtime;
  const closed = closedThroughWrite(tables, await readHead(tables, entityId), '2001-01' as Month);
  await mustCommit(tables, [closed], 'the books moved');
}

const CLOSED = (entityId: string) => `2001-01 is closed in the books of ${entityId}; record it on 2001-02-01 or later`;

describe('a file of stays', () => {
  const { sent, check, imported } = office('rental');
  const HEAD = 'Property,Check-in,Check-out,Guest,Platform,Total,Platform fee';
  const rows = [
    `Garden studio,${day(-10)},${day(-7)},Imported guest,Airbnb,300.01,9.01`,
    `Garden studio,${day(-1)},${day(2)},Guest of today,Airbnb,300.00,9.00`,
    `Garden studio,${day(300)},${day(302)},Guest to come,Vrbo,200.00,10.00`,
  ];
  const stayOf = async (guest: string) =>
    (await listRegister(stack.runtime.tables, 'stay', 'rental')).filter((stay) => stay.guest === guest);

  const nightsIn = async (month: Month) =>
    booksOf(await readBalances(stack.runtime.tables, 'rental')).tally(
      ['rental'],
      [month],
      'operations',
      'stay-nights.studio-51st',
    );

  it('becomes stays, and the nights that were slept are revenue, gross of what the platform keeps', async () => {
    const before = await standing('rental');
    expect((await imported([HEAD, ...rows].join('\n'), 'stays')).counts).toMatchObject({ new: 3 });
    // Three nights of 300.01, less 9.01; one of three nights of 300.00, less 3.00 of 9.00.
    expect(await standing('rental', before)).toEqual({ '1100': 38_800, '4410': -40_001, '6390': 1_201 });
    expect(await stayOf('Imported guest')).toMatchObject([
      { propertyId: 'studio-51st', earnedCents: 30_001, openCents: 29_100, source: 'import', version: 1 },
    ]);
    expect(await stayOf('Guest of today')).toMatchObject([{ earnedCents: 10_000, openCents: 29_100 }]);
    const [coming] = await stayOf('Guest to come');
    expect(coming?.earnedCents).toBeUndefined();
    const lines = await auditLines(stack.runtime.tables, `business.${testClock().slice(0, 7)}`);
    const [stay] = await stayOf('Imported guest');
    expect(lines.filter(({ action, data }) => action === 'register.write' && data['kind'] === 'stay')).not.toEqual([]);
    expect(lines.some(({ action, data }) => action === 'money.record' && data['kind'] === 'stay-nights')).toBe(true);
    expect((await readSubject(stack.runtime.tables, stay?.id ?? '')).balances).toMatchObject({ '4410': -30_001 });
  });

  it('of most of a year is revenue of each of its months, whatever stands beside it in the file', async () => {
    const before = await standing('rental');
    const full = plusMonths(TODAY.slice(0, 7) as Month, -6);
    const nightsBefore = await nightsIn(full);
    const long = `Garden studio,${day(-400)},${day(-60)},Guest of a year,Direct,34000.00,0.00`;
    const short = `Garden studio,${day(-59)},${day(-57)},Guest after,Direct,200.00,0.00`;
    expect((await imported([HEAD, long, short].join('\n'), 'stays')).counts).toMatchObject({ new: 2 });
    // 340 nights of 100.00, and two.
    expect(await standing('rental', before)).toEqual({ '1100': 3_420_000, '4410': -3_420_000 });
    const since = (await nightsIn(full)) - nightsBefore;
    expect(since).toBe(daysBetween(firstDay(full), firstDay(plusMonths(full, 1))));
  });

  it('is paid and slept on like a stay entered by hand', async () => {
    const [stay] = await stayOf('Guest of today');
    const paid = { entityId: 'rental', on: TODAY, stayId: stay?.id, cents: 29_100 };
    const before = await standing('rental');
    expect((await record('stay-payment', 'feeds-paid', paid)).status).toBe(201);
    // 97.00 was open for the night slept; the rest is for nights to come.
    expect(await standing('rental', before)).toEqual({ '1010': 29_100, '1100': -9_700, '2100': -19_400 });
  });

  it('brings nothing twice: not the same file, not what somebody entered by hand', async () => {
    const hand = { entityId: 'rental', propertyId: 'studio-51st', platform: 'Direct' };
    const priced = { checkIn: day(310), checkOut: day(312), guest: 'Guest By Hand', totalCents: 20_000 };
    expect((await put('stay', 'sty_hand', { ...hand, ...priced, platformFeeCents: 0 })).status).toBe(200);
    const before = await standing('rental');
    const same = `garden studio,${day(310)},${day(312)},Guest by hand,Direct,200.00,0.00`;
    const differs = rows[0]?.replace('300.01', '310.01');
    const again = await imported([HEAD, differs, ...rows.slice(1), same].join('\n'), 'stays');
    expect(again.counts).toEqual({ new: 0, there: 2, differs: 2, leftOut: 0 }); // by hand it is "Guest By Hand"
    expect(await standing('rental', before)).toEqual({});
    expect(await stayOf('Guest by hand')).toEqual([]);
  });

  it('is refused by row and column: a house nobody has, nights of a closed month, nights given away', async () => {
    const before = await standing('rental');
    const bad = [
      `Boat house,${day(-4)},${day(-2)},A,Airbnb,200.00,0.00`,
      'Garden studio,2001-01-30,2001-02-02,B,Airbnb,300.00,0.00',
      `Garden studio,${day(-4)},${day(-2)},C,Airbnb,0.00,0.00`,
    ];
    const found = await check(await sent([HEAD, ...bad].join('\n')), 'stays');
    expect(found.body).toMatchObject({ isClean: false, ready: 0, badRows: 3 });
    expect([...found.body.problems].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))).toMatchObject([
      { row: 2, letters: 'A', value: 'Boat house', message: expect.stringContaining('Main house') },
      { row: 3, letters: 'B', value: '2001-01-30', message: CLOSED('rental') },
      { row: 4, letters: 'F', value: '0.00', message: 'nights given away are an owner block, not a stay' },
    ]);
    expect(await standing('rental', before)).toEqual({});
  });
});

describe('a file of work', () => {
  const { sent, check, imported } = office('dc');
  const HEAD = 'Date,Client,Contract,Hours,Rate,Billable,Note';
  const bakery = `${day(-2)},Ocean Beach Bakery,Ocean Beach Bakery hourly,1:30,125.00,yes,Imported menu`;
  const noted = async (note: string) =>
    (await listRegister(stack.runtime.tables, 'work-entry', 'dc')).filter((entry) => entry.note === note);

  it('becomes work that is open until an invoice asks for it; the same file again brings nothing', async () => {
    const before = await standing('dc');
    const text = [HEAD, bakery, bakery, `${day(-1)},bakery,,0.5,125.00,no,Imported favour`].join('\n');
    expect((await imported(text, 'work-entries')).counts).toMatchObject({ new: 3 });
    const [first, second] = await noted('Imported menu');
    expect([first, second]).toMatchObject([
      { clientId: 'bakery', contractId: 'con_bakery', minutes: 90, rateCentsPerHour: 12_500, billable: true },
      { minutes: 90 },
    ]);
    expect(await standing('dc', before)).toEqual({});
    const invoice = {
      ...{
        entityId: 'dc',
        clientId: 'bakery',
        invoiceId: 'inv_feeds-1',
        number: 'F-1',
        customer: 'Ocean Beach Bakery',
      },
      ...{ on: TODAY, dueOn: day(14), cents: 18_750 },
      lines: [{ kind: 'hourly', text: 'Menu', cents: 18_750, role: 'principal', workIds: [first?.id] }],
    };
    expect((await record('client-invoice', 'feeds-sent', invoice)).status).toBe(201);
    expect(await standing('dc', before)).toEqual({ '1110': 18_750, '4310': -18_750 });
    expect((await imported(text, 'work-entries')).counts).toEqual({ new: 0, there: 3, differs: 0, leftOut: 0 });
    expect((await noted('Imported menu')).map(({ invoiceId }) => invoiceId).sort()).toEqual(['inv_feeds-1', undefined]);
  });

  it('is refused by row and column where it names nobody, or a contract with somebody else', async () => {
    const bad = [
      `${day(-2)},Sunken Bakery,,1,125.00,yes,A`,
      `${day(-2)},Ocean Beach Bakery,Harborview Hotel retainer,1,125.00,yes,B`,
    ];
    const found = await check(await sent([HEAD, ...bad].join('\n')), 'work-entries');
    expect([...found.body.problems].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))).toMatchObject([
      { row: 2, letters: 'B', value: 'Sunken Bakery', message: expect.stringContaining('Ocean Beach Bakery') },
      { row: 3, letters: 'C', value: 'Harborview Hotel retainer', message: 'this contract is with another client' },
    ]);
    expect([...(await noted('A')), ...(await noted('B'))]).toEqual([]);
  });

  it('that comes late keeps its day: it moves no account of the closed month', async () => {
    await closeLongAgo('dc');
    const before = await standing('dc');
    const late = `${HEAD}\n2001-01-15,Ocean Beach Bakery,,2,125.00,yes,Imported late`;
    expect((await imported(late, 'work-entries')).counts).toMatchObject({ new: 1 });
    expect(await standing('dc', before)).toEqual({});
    expect(await noted('Imported late')).toMatchObject([{ on: '2001-01-15', minutes: 120 }]);
  });
});

describe('a file of day logs', () => {
  const { sent, check, imported } = office('delivery');
  const HEAD = 'Job,Date,Kind,Crew,Miles';
  /** Captain $500, mate $400, waiting $300, meals $45 a day and person; the crew is paid $300 and $200. */
  const agreed = {
    ...{ entityId: 'delivery', client: 'The owner of Plover', fromPort: 'San Diego', toPort: 'Ensenada' },
    ...{ status: 'scheduled', rateModel: 'day', markupBps: 1_000, estDays: 3, estExpensesCents: 0 },
    rateCents: {
      ...{ captain: 50_000, mate: 40_000, deckhand: 22_000, travel: 25_000, standby: 30_000, perDiem: 4_500 },
      ...{ mile: 0, flat: 0 },
    },
    payCents: { captain: 30_000, mate: 20_000, deckhand: 15_000 },
    ...{ depositCents: 150_000, contractOnFile: true, departedOn: day(-8) },
  };
  const held = async (id: string) => (await readSubject(stack.runtime.tables, id)).balances;
  const jobOf = async (id: string) =>
    (await listRegister(stack.runtime.tables, 'delivery-job', 'delivery')).find((job) => job.id === id);
  const rows = [
    `Plover,${day(-8)},under way,"captain, mate",60`,
    `Plover,${day(-7)},weather,"mate and captain",0`,
    `Dunlin,${day(-7)},under way,captain,80`,
  ];

  it('becomes days of their jobs, paid out of the advance as far as it goes', async () => {
    expect((await put('delivery-job', 'job_plover', { ...agreed, vesselDesc: 'Plover, 44 ft sloop' })).status).toBe(
      200,
    );
    expect((await put('delivery-job', 'job_dunlin', { ...agreed, vesselDesc: 'Dunlin, 40 ft sloop' })).status).toBe(
      200,
    );
    const advance = { entityId: 'delivery', jobId: 'job_plover', on: day(-10), cents: 150_000 };
    expect((await record('delivery-advance', 'feeds-advance', advance)).status).toBe(201);
    const before = await standing('delivery');
    expect((await imported([HEAD, ...rows].join('\n'), 'day-logs')).counts).toMatchObject({ new: 3 });
    // Plover: 990.00 under way and 690.00 waiting, of which 1,500.00 was held. Dunlin: 545.00. Pay: 2 × 500.00 + 300.00.
    expect(await standing('delivery', before)).toEqual({
      ...{ '1160': 18_000 + 54_500, '2010': -130_000, '2130': 150_000 },
      ...{ '4210': -222_500, '5010': 130_000 },
    });
    expect(await held('job_plover')).toMatchObject({ '1160': 18_000, '2130': 0, '4210': -168_000 });
    const { booked, version } = (await jobOf('job_plover')) ?? {};
    expect(booked?.days).toMatchObject([
      { on: day(-8), kind: 'underway', crew: ['captain', 'mate'], nm: 60, earnedCents: 99_000, unbilledCents: 0 },
      { on: day(-7), kind: 'standby_weather', earnedCents: 69_000, unbilledCents: 18_000 },
    ]);
    expect(version).toBe(3); // agreed, the advance, and both days together
  });

  it('brings nothing twice: not the same file, not a day somebody logged by hand', async () => {
    const log = { entityId: 'delivery', jobId: 'job_plover', on: day(-6), kind: 'underway', crew: ['mate', 'captain'] };
    expect((await record('delivery-day', 'feeds-day', { ...log, nm: 50 })).status).toBe(201);
    const before = await standing('delivery');
    const byHand = `Plover San Diego to Ensenada,${day(-6)},underway,"captain, mate",50`;
    const again = await imported([HEAD, ...rows, byHand].join('\n'), 'day-logs');
    expect(again.counts).toEqual({ new: 0, there: 4, differs: 0, leftOut: 0 });
    const other = await imported([HEAD, byHand.replace(',50', ',55')].join('\n'), 'day-logs');
    expect(other.counts).toEqual({ new: 0, there: 0, differs: 1, leftOut: 0 });
    expect(await standing('delivery', before)).toEqual({});
    expect((await jobOf('job_plover'))?.booked?.days).toHaveLength(3);
  });

  it('is refused by row and column: no such job, a day twice, a closed month', async () => {
    await closeLongAgo('delivery');
    const before = await standing('delivery');
    const bad = [
      `Sanderling,${day(-5)},prep,captain,0`,
      `Plover,${day(-6)},prep,captain,0`,
      'Plover,2001-01-15,prep,captain,0',
      `Plover,${day(-5)},prep,captain,0`,
      `Plover,${day(-5)},travel,captain,0`,
    ];
    const found = await check(await sent([HEAD, ...bad].join('\n')), 'day-logs');
    expect(found.body).toMatchObject({ ready: 1, badRows: 4 });
    const twice = { letters: 'B', message: 'this day is in the log already: a day is one day, whole' };
    expect([...found.body.problems].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))).toMatchObject([
      { row: 2, letters: 'A', value: 'Sanderling', message: expect.stringContaining('Plover, 44 ft sloop') },
      { row: 3, value: day(-6), ...twice },
      { row: 4, letters: 'B', value: '2001-01-15', message: CLOSED('delivery') },
      { row: 6, value: day(-5), ...twice },
    ]);
    expect(await standing('delivery', before)).toEqual({});
  });

  it('of a vessel that was delivered twice must say which job', async () => {
    expect((await put('delivery-job', 'job_dunlin-2', { ...agreed, vesselDesc: 'Dunlin, 40 ft sloop' })).status).toBe(
      200,
    );
    const found = await check(await sent([HEAD, rows[2]].join('\n')), 'day-logs');
    expect(found.body.problems).toMatchObject([
      { row: 2, letters: 'A', value: 'Dunlin', message: expect.stringContaining('job_dunlin, job_dunlin-2') },
    ]);
  });

  it('’s day is taken back as one logged by hand is, and does not come again with the file', async () => {
    const logged = (await jobOf('job_dunlin'))?.booked?.days[0];
    const back = await admin.send<CorrectedResponse>('POST', '/api/money/delivery-day/corrections', {
      requestKey: 'feeds-back',
      of: { id: logged?.id, entityId: 'delivery', on: day(-7) },
      reason: 'never sailed',
    });
    expect(back.status).toBe(200);
    expect((await jobOf('job_dunlin'))?.booked?.days).toEqual([]);
    expect(Object.values(await held('job_dunlin')).every((cents) => cents === 0)).toBe(true);
    const again = [HEAD, rows[2]?.replace('Dunlin', 'job_dunlin')].join('\n');
    expect((await imported(again, 'day-logs')).counts).toMatchObject({ new: 0, there: 1 });
  });
});

describe('a file for another kind of business', () => {
  it.each([
    ['stays', 'jada', 'Stays stand in the books of a rental business; JADA charters is a charter business'],
    ['work-entries', 'rental', 'Work entries stand in the books of an agency; 3028 51st Street is a rental business'],
    ['day-logs', 'dc', 'Delivery day logs stand in the books of a delivery business; DangerousCentaur is an agency'],
  ])('of %s is refused for %s', async (kind, entityId, message) => {
    const { sent, check } = office(entityId);
    const refused = await check(await sent('A\n1'), kind);
    const { problems } = refused.body as unknown as ProblemResponse;
    expect([refused.status, problems]).toEqual([400, [{ field: 'entityId', message }]]);
  });
});
