import { describe, expect, test } from 'vitest';
import { userIn } from '../../lambda/stores/stored-user.ts';
import { instant } from '../../shared/kernel/calendar.ts';
import { parsed } from '../../shared/records/fields.ts';
import { userSchema } from '../../shared/records/user.ts';
import { aUser } from '../http/sign-in-world.ts';

const ANN = {
  ...aUser('usr_ann', ['captain'], instant('2026-11-21T20:00:00Z')),
  email: 'ann@example.com',
  grants: [{ report: 'ceo', entityId: 'jada' }],
};
const stored = (change: object) => ({ pk: 'USER#usr_ann', sk: 'META', ...ANN, ...change });

describe('a stored person', () => {
  test('is who their schema says', () => {
    expect(userIn(stored({}))).toEqual(ANN);
    expect(parsed(userSchema, ANN, 'A person')).toMatchObject({ ok: true, value: ANN });
  });

  test('keeps when a licence was issued and who looked at it', () => {
    const licence = { type: 'captain license', number: '1', issuedOn: '2024-09-30', expiresOn: '2029-09-29' };
    const ann = { ...ANN, credentials: [{ ...licence, verifiedBy: 'Olivia Office' }] };
    expect(userIn(stored(ann))).toEqual(ann);
    expect(parsed(userSchema, ann, 'A person').ok).toBe(true);
  });

  test.each([
    ['credentials', [{ type: 'x', number: '1', expiresOn: '2026-09-29', issuedOn: '2026-09-30' }]],
    ['credentials', [{ type: 'x', number: '1', expiresOn: '2026-09-29', issuedOn: 'long ago' }]],
    ['credentials', [{ type: 'x', number: '1', expiresOn: '2026-09-29', verifiedBy: '' }]],
    ['id', undefined],
    ['email', ''],
    ['roles', []],
    ['roles', 'admin'],
    ['roles', [7]],
    ['entityIds', undefined],
    ['entityIds', [null]],
    ['grants', [{ report: 'ceo' }]],
    ['grants', [null]],
    ['credentials', undefined],
    ['status', 'Active'],
    ['status', undefined],
    ['authVersion', '1'],
    ['authVersion', undefined],
    ['version', 0.5],
    ['version', -1],
    ['id', 'Ann'],
    ['email', 'ann'],
    ['name', 'two\nlines'],
    ['roles', ['captain', 'owner']],
    ['roles', ['constructor']],
    ['entityIds', ['JADA']],
    ['grants', [{ report: 'ceo', entityId: 'jada', also: 'this' }]],
    ['credentials', [{ type: 'OUPV', number: '1', expiresOn: '2026-02-30' }]],
    ['updatedAt', 'yesterday'],
    ['createdBy', ''],
    ['source', 'elsewhere'],
    ['schemaVersion', 2],
    ['nickname', 'Annie'],
  ])('half known by %s (%j) is let into nothing, nor would their schema have them', (field, value) => {
    const half = stored({ [field]: value });
    expect(() => userIn(half)).toThrow(
      expect.objectContaining({ fault: expect.objectContaining({ problems: [{ field, message: 'does not fit' }] }) }),
    );
    expect(parsed(userSchema, { ...ANN, [field]: value }, 'A person').ok).toBe(false);
  });
});
