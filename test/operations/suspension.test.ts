import { describe, expect, test } from 'vitest';
import { instant, localDate } from '../../shared/kernel/calendar.ts';
import { oneStanding, resumeProblems, resumption, suspended } from '../../shared/operations/suspension.ts';
import type { Recipient } from '../../shared/records/recipient.ts';
import { recipientSchema } from '../../shared/records/recipient.ts';

const AT = instant('2026-11-01T12:00:00Z');
const DAY = localDate('2026-11-21');

function aRecipient(over: Partial<Recipient> = {}): Recipient {
  return {
    id: 'rcp_ceo',
    name: 'The CEO',
    email: 'ceo@example.com',
    grants: [],
    subscriptions: [],
    status: 'active',
    createdAt: AT,
    createdBy: 'usr_admin',
    updatedAt: AT,
    version: 3,
    source: 'manual',
    schemaVersion: 1,
    ...over,
  };
}

const BOUNCED = 'Mail to this address bounced for good on 2026-11-21.';
const COMPLAINED = 'They reported a mail as unwanted on 2026-11-21.';

describe('a recipient whose mail did not stay', () => {
  test.each([
    ['bounce', BOUNCED],
    ['complaint', COMPLAINED],
  ] as const)('is suspended with a sentence and the day: %s', (cause, suspendedBecause) => {
    const next = suspended(aRecipient({ resumedBecause: 'A new mailbox.' }), cause, DAY);
    expect(next).toEqual(aRecipient({ status: 'suspended', suspendedBecause }));
    expect(recipientSchema.safeParse(next).success).toBe(true);
  });

  test('is not suspended twice, but a complaint stands in place of a bounce and of what a person wrote', () => {
    const held = (suspendedBecause: string) => aRecipient({ status: 'suspended', suspendedBecause });
    const later = localDate('2026-11-22');
    expect(suspended(held(BOUNCED), 'bounce', later)).toBeUndefined();
    expect(suspended(held(COMPLAINED), 'bounce', later)).toBeUndefined();
    expect(suspended(held(COMPLAINED), 'complaint', later)).toBeUndefined();
    expect(suspended(held('On leave.'), 'bounce', later)).toBeUndefined();
    for (const before of [BOUNCED, 'On leave.']) {
      expect(suspended(held(before), 'complaint', DAY)?.suspendedBecause).toBe(COMPLAINED);
    }
  });
});

describe('mail that goes to somebody again', () => {
  const before = aRecipient({ status: 'suspended', suspendedBecause: COMPLAINED });

  test('needs a reason, and one given for this time', () => {
    const problem = [{ field: 'record.resumedBecause', message: 'say why mail may go to this address again' }];
    const old = { ...before, resumedBecause: 'Asked for it in October.' };
    expect(resumeProblems(aRecipient(), before)).toEqual(problem);
    expect(resumeProblems(aRecipient({ resumedBecause: old.resumedBecause }), old)).toEqual(problem);
    expect(resumeProblems(aRecipient({ resumedBecause: 'They asked for it again.' }), before)).toEqual([]);
    expect(resumeProblems({ ...before, name: 'The new CEO' }, before)).toEqual([]);
    expect(resumeProblems(aRecipient(), aRecipient())).toEqual([]);
    expect(resumeProblems(aRecipient(), undefined)).toEqual([]);
  });

  test('has its reason in the line of that change alone', () => {
    const again = aRecipient({ resumedBecause: 'They asked for it again.' });
    expect(resumption(again, before)).toEqual({ resumedBecause: 'They asked for it again.' });
    expect(resumption({ ...again, name: 'The new CEO' }, again)).toEqual({});
    expect(resumption(again, undefined)).toEqual({});
  });

  test('leaves no reason of the other standing behind', () => {
    const both = { suspendedBecause: BOUNCED, resumedBecause: 'A new mailbox.' };
    expect(oneStanding(aRecipient(both))).toEqual(aRecipient({ resumedBecause: both.resumedBecause }));
    expect(oneStanding(aRecipient({ ...both, status: 'suspended' }))).toEqual(
      aRecipient({ status: 'suspended', suspendedBecause: BOUNCED }),
    );
    expect(oneStanding(aRecipient())).toEqual(aRecipient());
  });
});
