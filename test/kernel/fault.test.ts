import { expect, test } from 'vitest';
import { FaultError, fault, ok, orThrow, refused } from '../../shared/kernel/fault.ts';

test('what went well is handed on', () => expect(orThrow(ok(5))).toBe(5));

test('a refusal ends the recipe with every reason and the cause for the log', () => {
  const cause = new Error('the table is away');
  const problems = [
    { field: 'name', message: 'this field is missing' },
    { field: 'email', message: 'this field is missing' },
  ];
  const thrown = (() => {
    try {
      return orThrow(refused('invalid', 'The guest does not fit.', problems, cause));
    } catch (error) {
      return error;
    }
  })();
  expect(thrown).toBeInstanceOf(FaultError);
  expect(thrown).toMatchObject({
    name: 'FaultError',
    message: 'The guest does not fit.',
    cause,
    fault: { code: 'invalid', message: 'The guest does not fit.', problems, cause },
  });
});

test('a fault without a cause has no field for one', () => {
  expect(fault('not-found', 'There is no such charter.')).toEqual({
    code: 'not-found',
    message: 'There is no such charter.',
    problems: [],
  });
  expect('cause' in fault('not-found', 'There is no such charter.')).toBe(false);
});
