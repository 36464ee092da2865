import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listUsers, readUser, saveUser, userByEmail } from '../../lambda/stores/user-store.ts';
import { instant } from '../../shared/kernel/calendar.ts';
import { aUser } from '../http/sign-in-world.ts';
import type { EmbeddedTables } from '../support/embedded-dynamo.ts';
import { embeddedTables } from '../support/embedded-dynamo.ts';

let store: EmbeddedTables;
beforeAll(async () => {
  store = await embeddedTables();
});
afterAll(() => store.close());

const AT = instant('2026-11-21T20:00:00Z');
const a = (id: string, change = {}) => ({
  ...aUser(`usr_${id}`, ['captain'] as const, AT),
  email: `${id}@example.com`,
  ...change,
});

describe('a person', () => {
  test('is found by id and by address as they were stored', async () => {
    const saved = await saveUser(store.tables, a('ann'));
    expect(await readUser(store.tables, 'usr_ann')).toEqual(saved);
    expect(await userByEmail(store.tables, 'ann@example.com')).toEqual(saved);
    expect(await userByEmail(store.tables, 'ANN@example.com')).toBeUndefined();
    expect(await readUser(store.tables, 'usr_nobody')).toBeUndefined();
  });

  test('who moves to another address frees the old one for somebody else', async () => {
    const ben = await saveUser(store.tables, a('ben'));
    await saveUser(store.tables, { ...ben, email: 'benjamin@example.com' }, ben);
    expect(await userByEmail(store.tables, 'ben@example.com')).toBeUndefined();
    expect((await saveUser(store.tables, a('ben2', { email: 'ben@example.com' }))).id).toBe('usr_ben2');
  });

  test('cannot take an address that is in use, and nothing is stored', async () => {
    await saveUser(store.tables, a('cat'));
    const dan = await saveUser(store.tables, a('dan'));
    const taking = saveUser(store.tables, { ...dan, email: 'cat@example.com' }, dan);
    await expect(taking).rejects.toMatchObject({ fault: { code: 'conflict', problems: [{ field: 'email' }] } });
    await expect(saveUser(store.tables, a('eve', { email: 'cat@example.com' }))).rejects.toThrow('Someone else has');
    expect(await readUser(store.tables, 'usr_eve')).toBeUndefined();
    expect((await userByEmail(store.tables, 'dan@example.com'))?.id).toBe('usr_dan');
  });

  test('changed by two at once is changed by one', async () => {
    const fay = await saveUser(store.tables, a('fay'));
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, (_, i) => saveUser(store.tables, { ...fay, name: `Fay ${i}` }, fay)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await readUser(store.tables, 'usr_fay'))?.version).toBe(2);
  });

  test('eight newcomers with one address at once are one', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, (_, i) => saveUser(store.tables, a(`new${i}`, { email: 'gus@example.com' }))),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('gets a new version of rights exactly when roles, status or address change', async () => {
    const hal = await saveUser(store.tables, a('hal'));
    const renamed = await saveUser(store.tables, { ...hal, name: 'Hal', entityIds: ['qos'] }, hal);
    const promoted = await saveUser(store.tables, { ...renamed, roles: ['captain', 'admin'] }, renamed);
    const reordered = await saveUser(store.tables, { ...promoted, roles: ['admin', 'captain'] }, promoted);
    const disabled = await saveUser(store.tables, { ...reordered, status: 'disabled' }, reordered);
    const moved = await saveUser(store.tables, { ...disabled, email: 'hal2@example.com' }, disabled);
    expect([hal, renamed, promoted, reordered, disabled, moved].map(({ authVersion }) => authVersion)).toEqual([
      1, 1, 2, 2, 3, 4,
    ]);
  });

  test('is listed with everyone else by name', async () => {
    const names = (await listUsers(store.tables)).map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    expect(names).toContain('Person usr_ann');
  });
});
