import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SuspensionReason } from '../../lambda/reports/suspension.ts';
import { suspendRecipient, suspensionReason } from '../../lambda/reports/suspension.ts';
import { auditLines } from '../../lambda/stores/audit-store.ts';
import type { Zone } from '../../shared/kernel/calendar.ts';
import { dayIn } from '../../shared/kernel/calendar.ts';
import type { Recipient } from '../../shared/records/recipient.ts';
import type { MailEvent } from '../../shared/reports/mail-event.ts';
import type { ProblemResponse } from '../../shared/wire/problems.ts';
import type { ListedRecord, ListRecordsResponse } from '../../shared/wire/records.ts';
import { testClock } from '../support/a-clock.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, signedIn } from '../support/a-stack.ts';

let stack: TestStack;
let admin: Caller;
let captain: Caller;
beforeAll(async () => {
  stack = await aStack();
  admin = await signedIn(stack, 'admin@example.com');
  captain = await signedIn(stack, 'captain@example.com');
}, 120_000);
afterAll(() => stack.remove());

const AT = testClock();
const TODAY = dayIn('America/Los_Angeles' as Zone, AT);
const BOUNCED = `Mail to this address bounced for good on ${TODAY}.`;

const reason = (name: string, over: Partial<SuspensionReason> = {}): SuspensionReason => ({
  cause: 'bounce',
  messageId: `0101-${name}`,
  address: `${name}@example.com`,
  at: AT,
  detail: 'General: smtp; 550 5.1.1 (address) is unknown here',
  ...over,
});
const suspend = (id: string, of: SuspensionReason) => suspendRecipient(stack.runtime.reportingDeps, id, of);

/** The recipient as the page of records shows them to an admin. */
async function shown(id: string): Promise<Recipient> {
  const { body } = await admin.get<ListRecordsResponse>('/api/register/recipient');
  return body.records.find((one) => one.id === id) as unknown as Recipient;
}

async function linesAbout(id: string) {
  const lines = await auditLines(stack.runtime.tables, `business.${AT.slice(0, 7)}`);
  return lines.filter((line) => line.object === id).map(({ action, actor, data }) => ({ action, actor, data }));
}

function written(by: Caller, { id, version, ...rest }: Recipient, change: Partial<Recipient>) {
  const { createdAt: _a, createdBy: _b, updatedAt: _c, source: _d, schemaVersion: _e, ...record } = rest;
  return by.send<ListedRecord & ProblemResponse>('PUT', `/api/register/recipient/${id}`, {
    version,
    record: { ...record, ...change },
  });
}

describe('a hard bounce', () => {
  it('suspends its recipient, for everyone who looks at the records to see, with a line that names no address', async () => {
    const before = await shown('rcp_ceo');
    expect(await suspend('rcp_ceo', reason('ceo'))).toBe('suspended');
    expect(await shown('rcp_ceo')).toMatchObject({
      ...before,
      status: 'suspended',
      suspendedBecause: BOUNCED,
      version: before.version + 1,
      updatedAt: expect.any(String),
    });
    expect(await linesAbout('rcp_ceo')).toEqual([
      {
        action: 'recipient.suspend',
        actor: 'scc',
        data: {
          cause: 'bounce',
          message: '0101-ceo',
          version: before.version + 1,
          detail: 'General: smtp; 550 5.1.1 (address) is unknown here',
        },
      },
    ]);
  });

  it('changes nothing when it is told again, or when another mail bounces too', async () => {
    const before = await shown('rcp_ceo');
    expect(await suspend('rcp_ceo', reason('ceo'))).toBe('already');
    expect(await suspend('rcp_ceo', reason('ceo', { messageId: '0101-second' }))).toBe('already');
    expect([await shown('rcp_ceo'), await linesAbout('rcp_ceo')]).toMatchObject([before, { length: 1 }]);
  });

  it('is lifted by an admin who says why, and the line of that keeps the reason', async () => {
    const held = await shown('rcp_ceo');
    const refused = await written(admin, held, { status: 'active' });
    expect([refused.status, refused.body.problems]).toEqual([
      400,
      [{ field: 'record.resumedBecause', message: 'say why mail may go to this address again' }],
    ]);
    const why = { status: 'active', resumedBecause: 'The mailbox was moved; a test mail arrived.' } as const;
    expect((await written(captain, held, why)).status).toBe(403);
    expect((await shown('rcp_ceo')).status).toBe('suspended');
    expect((await written(admin, held, why)).status).toBe(200);
    const free = await shown('rcp_ceo');
    expect(free).toMatchObject({ ...why, version: held.version + 1 });
    expect(free.suspendedBecause).toBeUndefined();
    expect((await linesAbout('rcp_ceo')).at(-1)).toMatchObject({
      action: 'register.write',
      data: { kind: 'recipient', resumedBecause: why.resumedBecause },
    });
  });

  it('that comes late a second time does not undo what the admin decided, but a new one does', async () => {
    expect(await suspend('rcp_ceo', reason('ceo'))).toBe('already');
    expect(await suspend('rcp_ceo', reason('ceo', { messageId: '0101-second' }))).toBe('already');
    expect((await shown('rcp_ceo')).status).toBe('active');
    expect(await suspend('rcp_ceo', reason('ceo', { messageId: '0101-third' }))).toBe('suspended');
    const held = await shown('rcp_ceo');
    expect([held.status, held.resumedBecause]).toEqual(['suspended', undefined]);
  });

  it('of an address the recipient no longer has suspends nobody, nor one of a recipient who is gone', async () => {
    const before = await shown('rcp_cfo');
    expect(await suspend('rcp_cfo', reason('former-cfo'))).toBe('elsewhere');
    expect(await suspend('rcp_nobody', reason('nobody'))).toBe('gone');
    expect([await shown('rcp_cfo'), await linesAbout('rcp_cfo')]).toEqual([before, []]);
  });

  it('and a person who changes the recipient at the same time: both are kept, and one line says it', async () => {
    const before = await shown('rcp_cmo');
    const [one, other, change] = await Promise.all([
      suspend('rcp_cmo', reason('cmo')),
      suspend('rcp_cmo', reason('cmo')),
      written(admin, before, { name: 'A new CMO' }),
    ]);
    expect([one, other].sort()).toEqual(['already', 'suspended']);
    const after = await shown('rcp_cmo');
    expect(after).toMatchObject({ status: 'suspended', suspendedBecause: BOUNCED });
    expect([200, 409]).toContain(change.status);
    expect(after.name).toBe(change.status === 200 ? 'A new CMO' : before.name);
    const actions = (await linesAbout('rcp_cmo')).map(({ action }) => action).filter((one) => one.startsWith('rec'));
    expect(actions).toEqual(['recipient.suspend']);
  });
});

describe('a complaint', () => {
  it('takes the place of a bounce, is never cleared by itself, and is lifted by an admin alone', async () => {
    await suspend('rcp_cto', reason('cto'));
    const complaint = reason('cto', { cause: 'complaint' });
    expect(await suspend('rcp_cto', complaint)).toBe('suspended');
    expect(await suspend('rcp_cto', reason('cto', { messageId: '0101-later' }))).toBe('already');
    const held = await shown('rcp_cto');
    expect(held.suspendedBecause).toBe(`They reported a mail as unwanted on ${TODAY}.`);
    expect((await written(admin, held, { status: 'active' })).status).toBe(400);
  });
});

describe('what suspends whom', () => {
  const event = (over: Partial<MailEvent>): MailEvent => ({
    kind: 'bounce',
    messageId: '0101-a',
    sentAt: AT,
    at: AT,
    recipients: ['CEO@example.com'],
    destinations: ['ceo@example.com', 'audit@example.com'],
    tags: {},
    permanent: true,
    ...over,
  });

  it('is a bounce for good or a complaint, for the one address it is about', () => {
    expect(suspensionReason(event({ detail: 'General' }), 'ceo@example.com')).toEqual({
      cause: 'bounce',
      messageId: '0101-a',
      address: 'ceo@example.com',
      at: AT,
      detail: 'General',
    });
    expect(suspensionReason(event({ kind: 'complaint' }), 'ceo@example.com')?.cause).toBe('complaint');
  });

  it.each<[string, Partial<MailEvent>]>([
    ['a bounce of the audit copy', { recipients: ['audit@example.com'] }],
    ['a complaint of the audit mailbox', { kind: 'complaint', recipients: ['audit@example.com'] }],
    ['a bounce that may go away, such as an automatic reply', { permanent: false }],
    ['a bounce that does not say whether it goes away', { permanent: undefined } as unknown as Partial<MailEvent>],
    ['a delay', { kind: 'delay' }],
    ['a mail SES did not want', { kind: 'reject' }],
    ['a delivery', { kind: 'delivery' }],
  ])('is never %s', (_case, over) => {
    expect(suspensionReason(event(over), 'ceo@example.com')).toBeUndefined();
  });
});
