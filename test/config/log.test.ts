import { describe, expect, test } from 'vitest';
import { lineLog } from '../../lambda/log.ts';

function lines(act: (log: ReturnType<typeof lineLog>) => void): string[] {
  const written: string[] = [];
  act(
    lineLog(
      (line) => written.push(line),
      () => '2026-11-21T20:00:00.000123Z',
    ),
  );
  return written;
}

describe('a log line', () => {
  test('is one step with its time and fields, as JSON', () => {
    expect(lines((log) => log('delivery.accepted', { delivery: 'abc', attempt: 2, resent: false }))).toEqual([
      '{"at":"2026-11-21T20:00:00.000123Z","step":"delivery.accepted","delivery":"abc","attempt":2,"resent":false}',
    ]);
  });

  test('needs no fields, and leaves out those that are undefined', () => {
    expect(lines((log) => log('event.unknown'))).toEqual([
      '{"at":"2026-11-21T20:00:00.000123Z","step":"event.unknown"}',
    ]);
    expect(lines((log) => log('http', { status: 200, route: undefined }))).toEqual([
      '{"at":"2026-11-21T20:00:00.000123Z","step":"http","status":200}',
    ]);
  });

  test.each(['a\nb', 'a\r\n{"step":"forged"}', 'a\0b', 'a\u001b[2Jb', '"},{"step":"forged"}', '\ud83d'])(
    'stays one line, whatever a field holds: %j',
    (value) => {
      const [line = '', ...more] = lines((log) => log('http', { error: value }));
      expect(more).toEqual([]);
      expect([...line].filter((character) => character < ' ')).toEqual([]);
      expect(JSON.parse(line)).toEqual({ at: '2026-11-21T20:00:00.000123Z', step: 'http', error: value });
    },
  );

  test('cuts a long field at 8 kB and keeps the others', () => {
    const [line = ''] = lines((log) => log('http-error', { stack: 'x'.repeat(100_000), status: 500 }));
    expect(JSON.parse(line)).toEqual({
      at: '2026-11-21T20:00:00.000123Z',
      step: 'http-error',
      stack: 'x'.repeat(8_192),
      status: 500,
    });
  });

  test('cannot be given another time or step by its fields', () => {
    const [line = ''] = lines((log) => log('delivery.failed', { step: 'delivery.accepted', at: '1999', attempt: 1 }));
    expect(JSON.parse(line)).toEqual({ at: '2026-11-21T20:00:00.000123Z', step: 'delivery.failed', attempt: 1 });
  });
});
