import { describe, expect, test } from 'vitest';
import { visibleRun } from '../../lambda/reports/visible.ts';
import type { User } from '../../shared/records/user.ts';
import { aCharterRun, aManualRun } from './a-run.ts';

const captain = someone({ roles: ['captain'], entityIds: ['jada'] });
const partner = someone({ roles: ['executive'], grants: [{ report: 'ceo', entityId: 'jada' }] });
const stranger = someone({ roles: ['executive'], grants: [{ report: 'ceo', entityId: 'qos' }] });
const visitor = someone({ roles: ['executive'], grants: [{ report: 'dashboard', entityId: 'jada' }] });
const pending = aCharterRun();

describe('the run of a charter that is not planned yet', () => {
  test('is there for whoever will read about the charter, so that they can watch it begin', () => {
    expect(visibleRun(captain, pending)).toEqual(pending);
    expect(visibleRun(partner, pending)).toEqual(pending);
  });

  test('is not there for those who hold no report of its company, or only ones it never makes', () => {
    expect(visibleRun(stranger, pending)).toBeUndefined();
    expect(visibleRun(visitor, pending)).toBeUndefined();
  });

  test('is not there for somebody disabled', () => {
    expect(visibleRun({ ...captain, status: 'disabled' }, pending)).toBeUndefined();
  });
});

describe('a run without an issue for somebody', () => {
  test('is not there for them once it is planned, nor when somebody else asked for it', () => {
    expect(visibleRun(captain, { ...pending, state: 'complete' })).toBeUndefined();
    expect(visibleRun(captain, aManualRun())).toBeUndefined();
  });
});

function someone(given: Pick<User, 'roles'> & Partial<Pick<User, 'entityIds' | 'grants'>>): User {
  return { entityIds: [], grants: [], credentials: [], status: 'active', ...given } as unknown as User;
}
