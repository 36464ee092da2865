import { describe, expect, test } from 'vitest';
import type { User } from '../../shared/records/user.ts';
import { dashboardSet } from '../../shared/reports/dashboard-set.ts';

function someone(
  roles: User['roles'],
  granted: Readonly<Record<string, readonly string[]>> = {},
  entityIds: string[] = [],
): User {
  const grants = Object.entries(granted).flatMap(([report, entities]) =>
    entities.map((entityId) => ({ report, entityId })),
  );
  return { roles, grants, entityIds, status: 'active' } as unknown as User;
}

describe('the set of a viewer', () => {
  test('the office sees every part of every business there is or will be', () => {
    expect(dashboardSet(someone(['admin']))).toEqual({
      name: 'all~ceo~cfo~marketing~technical',
      entityIds: 'all',
      parts: ['ceo', 'cfo', 'marketing', 'technical'],
    });
  });

  test('a captain sees the common part of their boats without a grant', () => {
    expect(dashboardSet(someone(['captain'], {}, ['qos', 'jada']))).toEqual({
      name: 'jada+qos',
      entityIds: ['jada', 'qos'],
      parts: [],
    });
  });

  test.each([
    ['ceo', 'jada~ceo~marketing'],
    ['cfo', 'jada~cfo'],
    ['cmo', 'jada~marketing'],
    ['cto', 'jada~technical'],
    ['accounting', 'jada'],
  ])('who holds the dashboard and %s of a business shares %s', (report, name) => {
    expect(dashboardSet(someone(['executive'], { dashboard: ['jada'], [report]: ['jada'] }))?.name).toBe(name);
  });

  test('a part granted for fewer businesses than the sheet has stays closed', () => {
    expect(dashboardSet(someone(['executive'], { dashboard: ['jada', 'qos'], ceo: ['jada'] }))?.name).toBe('jada+qos');
  });

  test('a part granted for more businesses than the sheet has opens', () => {
    expect(dashboardSet(someone(['executive'], { dashboard: ['jada'], cfo: ['jada', 'qos'] }))?.name).toBe('jada~cfo');
  });

  test('the order of grants does not matter', () => {
    const forward = dashboardSet(someone(['executive'], { dashboard: ['jada', 'qos'] }));
    expect(dashboardSet(someone(['executive'], { dashboard: ['qos', 'jada'] }))).toEqual(forward);
  });

  test.each([
    ['a guest', someone(['guest'])],
    ['crew without a grant', someone(['crew'], {}, ['jada'])],
    ['an executive with other reports only', someone(['executive'], { ceo: ['jada'] })],
    ['a disabled admin', { ...someone(['admin']), status: 'disabled' } as User],
  ])('%s has no dashboard', (_, user) => {
    expect(dashboardSet(user)).toBeUndefined();
  });
});
