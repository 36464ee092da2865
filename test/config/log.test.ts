import { describe, expect, test } from 'vitest';
import { lineLog } from '../../lambda/log.ts';
import { leaksIn } from '../support/leaks.ts';

function lines(act: (log: ReturnType<typeof lineLog>) => void, functionName?: string): string[] {
  const written: string[] = [];
  act(
    lineLog(
      (line) => written.push(line),
      () => '2026-11-21T20:00:00.000123Z',
      functionName,
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

/** As the specification of the embedded metric format has it: what CloudWatch counts, out of the line itself. */
describe('a line that counts something, in the cloud', () => {
  const counted = (step: string, fields: Readonly<Record<string, string | number>> = {}) =>
    JSON.parse(lines((log) => log(step, fields), 'scc-reports')[0] ?? '') as Record<string, unknown>;

  test('carries the count, by function', () => {
    expect(counted('delivery.bounced', { run: 'monthly.2026-12' })).toEqual({
      at: '2026-11-21T20:00:00.000123Z',
      step: 'delivery.bounced',
      run: 'monthly.2026-12',
      _aws: {
        Timestamp: 1_795_291_200_000,
        CloudWatchMetrics: [
          {
            Namespace: 'ShipCaptainCrew',
            Dimensions: [['FunctionName']],
            Metrics: [{ Name: 'MailsBounced', Unit: 'Count' }],
          },
        ],
      },
      FunctionName: 'scc-reports',
      MailsBounced: 1,
    });
  });

  test.each([
    ['delivery.accepted', {}, { MailsAccepted: 1 }],
    ['delivery.unknown', {}, { MailsUnknown: 1 }],
    ['delivery.held', {}, { MailsHeld: 1 }],
    ['delivery.failed', {}, { MailsFailed: 1 }],
    ['delivery.complained', {}, { MailsComplained: 1 }],
    ['run.completed', { state: 'complete' }, { RunsCompleted: 1 }],
    ['run.completed', { state: 'complete-with-problems' }, { RunsCompleted: 1, RunsWithProblems: 1 }],
    ['report.missed', {}, { ReportsMissed: 1 }],
    ['watch.looked', { doubtMin: 75 }, { WatchLooks: 1, LongestDoubtMinutes: 75 }],
  ])('%s with %j counts %j', (step, fields, counts) => {
    const line = counted(step, fields);
    expect(line).toMatchObject(counts);
    const [metrics] = (line['_aws'] as { CloudWatchMetrics: { Metrics: { Name: string }[] }[] }).CloudWatchMetrics;
    expect(metrics?.Metrics.map(({ Name }) => Name)).toEqual(Object.keys(counts));
  });

  test('is the only kind that carries one, and none is forged by a field', () => {
    expect(counted('http', { status: 200, _aws: 'forged', FunctionName: 'other' })).toEqual({
      at: '2026-11-21T20:00:00.000123Z',
      step: 'http',
      status: 200,
    });
    expect(lines((log) => log('delivery.bounced'))[0]).not.toContain('_aws');
  });
});

describe('the search that every stack of the tests ends with', () => {
  test.each([
    ['a mail address', 'to captain.o-neil@mail.example.com'],
    ['a session token', `eyJhbGciOiJIUzI1NiJ9.${'a'.repeat(20)}.${'b'.repeat(43)}`],
    ['a token of a sign-in link', `https://app.example.com/#/auth?t=${'x'.repeat(43)}`],
    ['a session cookie', '__Host-s=abc'],
    ['a bearer token', `Bearer ${'x'.repeat(20)}`],
    ['a key of AWS', `AKIA${'Q'.repeat(16)}`],
    ['a private key', '-----BEGIN EC PRIVATE KEY-----'],
    ['a secret', 'pepper is 4nJq8'],
  ])('finds %s and does not repeat it', (what, text) => {
    const found = leaksIn([JSON.stringify({ step: 'http-error', error: text })], ['4nJq8', '']);
    expect(found).toEqual([`${what} in http-error`]);
  });

  test('finds nothing in what the log may say', () => {
    const line = { at: '2026-11-21T20:00:00.000123Z', step: 'delivery.accepted', recipient: 'h1:9mX', attempt: 1 };
    expect(leaksIn([JSON.stringify(line)], ['4nJq8'])).toEqual([]);
  });
});
