import { describe, expect, it } from 'vitest';
import { ArgumentError } from '../../scripts/report/arguments.ts';
import { compareArguments } from '../../scripts/report/compare-arguments.ts';

describe('the compare command', () => {
  it('takes two issues by name or file, the earlier one first', () => {
    expect(compareArguments(['monthly.2026-10/group/ceo-report', 'now.json'])).toEqual({
      left: { name: 'monthly.2026-10/group/ceo-report' },
      right: { file: 'now.json' },
      format: 'text',
    });
    expect(compareArguments(['a/b/c', 'd/e/f', '--format', 'json'])).toMatchObject({ format: 'json' });
  });

  it.each([
    [[], 'expected two issues, got 0'],
    [['a/b/c'], 'expected two issues, got 1'],
    [['a/b/c', 'd/e/f', 'g/h/i'], 'expected two issues, got 3'],
    [['a/b/c', 'ceo'], 'ceo: expected RUN/SCOPE/SLUG or a file that ends in .json'],
    [['a/b/c', 'd/e/f', '--format', 'pdf'], '--format pdf: expected text or json'],
    [['a/b/c', 'd/e/f', '--since', 'May'], '--since'],
  ])('refuses %j and says what would be right', (argv, message) => {
    expect(() => compareArguments(argv)).toThrow(ArgumentError);
    expect(() => compareArguments(argv)).toThrow(message);
  });

  it('explains itself', () => expect(compareArguments(['-h'])).toEqual({ help: true }));
});
