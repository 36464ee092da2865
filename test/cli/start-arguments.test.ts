import { expect, test } from 'vitest';
import { startArguments } from '../../scripts/dev/arguments.ts';

test('a start is with the sample unless it is said to be empty', () => {
  expect([startArguments([]), startArguments(['--empty'])]).toEqual([{ isEmpty: false }, { isEmpty: true }]);
});

test('a slip of the pen, or asking for help, loads nothing', () => {
  expect(startArguments(['--emtpy'])).toEqual({ problem: '--emtpy: expected --empty, --help or nothing' });
  expect(startArguments(['--empty', 'now'])).toEqual({ problem: 'now: expected --empty, --help or nothing' });
  expect([startArguments(['--help']), startArguments(['--empty', '-h'])]).toEqual([{ page: 'help' }, { page: 'help' }]);
});
