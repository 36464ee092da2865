import { describe, expect, it } from 'vitest';
import { ArgumentError } from '../../scripts/report/arguments.ts';
import { tickArguments } from '../../scripts/report/tick-arguments.ts';

describe('the tick command', () => {
  it('ticks now when told nothing', () => expect(tickArguments([])).toEqual({}));

  it.each([
    ['2026-12-01T16:00:00Z', '2026-12-01T16:00:00.000Z'],
    ['2026-12-01T08:00:00-08:00', '2026-12-01T16:00:00.000Z'],
    ['2026-12-01T16:00Z', '2026-12-01T16:00:00.000Z'],
  ])('takes the instant %s', (text, at) => expect(tickArguments(['--at', text])).toEqual({ at }));

  it.each([
    '',
    'tomorrow',
    '2026-12-01',
    '2026-12-01T16:00:00',
    '2026-02-30T16:00:00Z',
    '2126-12-01T16:00:00Z',
    '1767',
  ])('says of --at "%s" what would be right', (text) => {
    expect(() => tickArguments([`--at=${text}`])).toThrow(ArgumentError);
    expect(() => tickArguments([`--at=${text}`])).toThrow('2026-12-01T16:00:00Z');
  });

  it.each([[['2026-12-01T16:00:00Z']], [['--when', 'now']]])('refuses %j', (argv) =>
    expect(() => tickArguments(argv)).toThrow(ArgumentError),
  );

  it('explains itself', () => expect(tickArguments(['-h'])).toEqual({ help: true }));
});
