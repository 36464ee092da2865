import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusMinutes } from '../../shared/kernel/calendar.ts';
import type { ProblemResponse } from '../../shared/wire/problems.ts';
import { testClock } from '../support/a-clock.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, signedIn } from '../support/a-stack.ts';

let stack: TestStack;
let admin: Caller;

beforeAll(async () => {
  stack = await aStack();
  admin = await signedIn(stack, 'admin@example.com');
}, 120_000);
afterAll(() => stack.remove());

const inventory = {
  entityId: 'jada',
  collectedAt: plusMinutes(testClock(), -60),
  collectedBy: 'audit role',
  sections: {
    functions: { state: 'read', items: [] },
    logs: { state: 'unreadable', because: 'access denied' },
  },
};
const put = (id: string, record: object) =>
  admin.send<ProblemResponse>('PUT', `/api/register/inventory/${id}`, { version: 0, record });

describe('an inventory over HTTP', () => {
  it('is kept when it fits, and refused by field when it does not; the last good one stays', async () => {
    expect((await put('inv_good', inventory)).status).toBeLessThan(300);
    const refused = await put('inv_bad', {
      ...inventory,
      sections: { ...inventory.sections, logs: { state: 'unreadable' }, functions: { state: 'read', items: [{}] } },
    });
    expect(refused.status).toBe(400);
    const fields = refused.body.problems?.map(({ field }) => field);
    expect(fields).toContain('sections.logs.because');
    expect(fields).toContain('sections.functions.items[0].runtime');
    const kept = await admin.get<{ records: readonly { id: string }[] }>('/api/register/inventory');
    expect(kept.body.records.map(({ id }) => id)).toContain('inv_good');
    expect(kept.body.records.map(({ id }) => id)).not.toContain('inv_bad');
  });
});
