import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Problem } from '../../shared/kernel/fault.ts';
import {
  amount,
  count,
  day,
  email,
  flag,
  id,
  instantAt,
  label,
  localTime,
  monthOfYear,
  note,
  oneOf,
  parsed,
  positiveAmount,
  share,
  slug,
  stamp,
  text,
  zone,
} from '../../shared/records/fields.ts';

/** What one field type takes, what it must not take, and how its refusal begins. */
interface Case {
  readonly type: z.ZodMiniType;
  readonly good: readonly unknown[];
  readonly bad: readonly unknown[];
  readonly says: string;
}

const CASES: Readonly<Record<string, Case>> = {
  amount: {
    type: amount,
    good: [0, -120_000, 1e12, -1e12],
    bad: [0.5, '120000', 1e12 + 1, -1e12 - 1, Number.NaN, Number.POSITIVE_INFINITY, null, true, [1], {}],
    says: 'expected whole cents, such as',
  },
  positiveAmount: {
    type: positiveAmount,
    good: [0, 120_000, 1e12],
    bad: [-1, 0.5, '1', 1e12 + 1, Number.NaN, null, false, []],
    says: 'expected whole cents, zero or more',
  },
  share: {
    type: share,
    good: [0, 1_150, 10_000],
    bad: [-1, 10_001, 11.5, '1150', Number.NaN, null, true],
    says: 'expected basis points',
  },
  day: {
    type: day,
    good: ['2026-11-21', '2028-02-29'],
    bad: ['2026-02-29', '2026-11-31', '2026-11-21T00:00:00Z', '11/21/2026', '', 20_261_121, null, new Date(0)],
    says: 'expected a day',
  },
  monthOfYear: {
    type: monthOfYear,
    good: ['2026-11'],
    bad: ['2026-13', '2026-00', '2026-11-21', 'Nov 2026', '', 11, null],
    says: 'expected a month',
  },
  instantAt: {
    type: instantAt,
    good: ['2026-11-21T20:00:00.000Z'],
    bad: [
      '2026-11-21T20:00:00',
      '2026-11-21T12:00:00-08:00',
      '2026-02-30T20:00:00Z',
      '2026-11-21T24:00:00Z',
      '2026-11-21',
      '2026-11-21T20:00:00.000Z ',
      '',
      1_795_291_200_000,
      null,
      new Date(0),
    ],
    says: 'expected a point in time in UTC',
  },
  localTime: {
    type: localTime,
    good: ['00:00', '09:30', '23:59'],
    bad: ['24:00', '9:30', '09:60', '09:30:00', '9am', '', 930, null],
    says: 'expected a time of day',
  },
  zone: {
    type: zone,
    good: ['America/Los_Angeles', 'UTC'],
    bad: ['PST', 'Mars/Olympus', '+08:00', 'America', '', null, 8],
    says: 'expected an IANA time zone',
  },
  id: {
    type: id,
    good: ['chr_01J9ZQ', 'usr_a'],
    bad: ['chr', 'chr_', 'CHR_1', 'chr_a/b', '../chr_1', 'chr_1\n', `chr_${'1'.repeat(81)}`, '', 7, null, {}],
    says: 'expected an id',
  },
  slug: {
    type: slug,
    good: ['jada', 'get-my-boat'],
    bad: ['Jada', '1a', 'a_b', 'a/b', 'a b', 'a\n', 'a'.repeat(41), '', 1, null],
    says: 'expected a short name in lower case',
  },
  email: {
    type: email,
    good: ['captain@example.com', 'o.neil+crew@mail.example.co', `${'a'.repeat(64)}@example.com`],
    bad: [
      'captain',
      '@example.com',
      'captain@',
      'captain@example',
      'captain@@example.com',
      'a@b@example.com',
      'captain@example.com,ada@example.com',
      'captain@example.com\nBcc: ada@example.com',
      'captain@example.com\r\n',
      '"captain"@example.com',
      'Captain <captain@example.com>',
      'captain @example.com',
      ' captain@example.com',
      'captain@exam_ple.com',
      'captain@example..com',
      'captain@-example.com',
      'captain@example-.com',
      '.captain@example.com',
      'captain.@example.com',
      'cap..tain@example.com',
      'captain@example.com.',
      'captain@[127.0.0.1]',
      'cаptain@example.com', // Cyrillic а
      'captain@ｅxample.com',
      `${'a'.repeat(65)}@example.com`,
      `a@${'b'.repeat(64)}.com`,
      `a@${`${'b'.repeat(60)}.`.repeat(5)}com`,
      '',
      null,
      ['captain@example.com'],
    ],
    says: 'expected an e-mail address',
  },
  count: {
    type: count,
    good: [0, 6, 1_000_000],
    bad: [-1, 0.5, 1_000_001, '6', Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, null, true],
    says: 'expected a whole number, zero or more',
  },
  flag: {
    type: flag,
    good: [true, false],
    bad: ['true', 0, 1, null, [], {}],
    says: 'expected true or false',
  },
  label: {
    type: label,
    good: ['JADA', 'Zoë 🚤', 'a'.repeat(120), '🚤'.repeat(120), ' x '],
    bad: [
      '',
      '   ',
      '\u00a0',
      '\u200b\u200d', // nothing to be seen
      'a'.repeat(121),
      'two\nlines',
      'two\r\nlines',
      'two\u2028lines',
      'two\u2029lines',
      'tab\there',
      'nul\0',
      'escape\u001b[31m',
      'next line\u0085',
      'turned \u202e round',
      'isolated \u2066 text',
      'half \ud83d of a boat',
      7,
      null,
      ['JADA'],
    ],
    says: 'expected one line of text of 1 to 120 characters',
  },
  note: {
    type: note,
    good: ['First line.\nSecond line.', 'a'.repeat(2_000)],
    bad: ['', '\n\n', 'a'.repeat(2_001), 'bell\u0007', 'cr\r\n', '\u202emoor', '\udc00', 7, null],
    says: 'expected text of 1 to 2000 characters',
  },
  'text of three': {
    type: text(3),
    good: ['abc', '🚤🚤🚤', '\nx'],
    bad: ['abcd', '🚤🚤🚤🚤', '', ' ', 3],
    says: 'expected text of 1 to 3 characters',
  },
  'one of': {
    type: oneOf(['open', 'closed']),
    good: ['open', 'closed'],
    bad: ['Open', 'open ', '', 'toString', 0, null, ['open']],
    says: 'expected one of open, closed',
  },
};

/** The problems of a record with one field two levels down. */
function problemsWith(type: z.ZodMiniType, value: unknown): readonly Problem[] {
  const record = z.strictObject({ crew: z.array(z.strictObject({ held: type })) });
  const result = parsed(record, { crew: [{ held: value }] }, 'The record');
  return result.ok ? [] : result.fault.problems;
}

describe.each(Object.entries(CASES))('a field of type %s', (_name, { type, good, bad, says }) => {
  test.each(good.map((value) => [value]))('takes %j', (value) => {
    expect(parsed(type, value, 'It')).toEqual({ ok: true, value });
  });

  test.each(bad.map((value) => [value]))('refuses %j at its path, saying what was expected', (value) => {
    expect(problemsWith(type, value)).toEqual([{ field: 'crew[0].held', message: expect.stringMatching(`^${says}`) }]);
  });
});

test('a point in time is read into its one spelling, so that instants compare as text', () => {
  expect(parsed(instantAt, '2026-11-21T20:00Z', 'It')).toEqual({ ok: true, value: '2026-11-21T20:00:00.000Z' });
  expect(parsed(instantAt, '2026-11-21T20:00:00.5Z', 'It')).toEqual({ ok: true, value: '2026-11-21T20:00:00.500Z' });
});

describe('a record that does not fit', () => {
  const boat = z.strictObject({
    name: label,
    maxPax: count,
    home: z.exactOptional(label),
    month: z.int().check(z.gte(1), z.lte(12)),
    papers: z.array(z.strictObject({ type: label, expiresOn: day })),
  });
  const good = { name: 'JADA', maxPax: 6, month: 1, papers: [{ type: 'COI', expiresOn: '2027-01-01' }] };
  const problemsOf = (value: unknown) => {
    const result = parsed(boat, value, 'The vessel');
    return result.ok ? [] : result.fault.problems;
  };

  test('is refused as invalid, named for people', () => {
    expect(parsed(boat, {}, 'The vessel')).toMatchObject({
      ok: false,
      fault: { code: 'invalid', message: 'The vessel does not fit.' },
    });
  });

  test('hears every problem at once, each at its path', () => {
    const value = {
      name: '',
      maxPax: 6.5,
      month: 13,
      papers: [{ type: 'COI', expiresOn: '2027-01-01' }, { type: 7, expiresOn: '2026-02-30', scan: 'x' }, null],
      colour: 'red',
    };
    expect(problemsOf(value)).toHaveLength(8);
    expect(problemsOf(value)).toEqual(
      expect.arrayContaining([
        { field: 'name', message: 'expected one line of text of 1 to 120 characters' },
        { field: 'maxPax', message: 'expected a whole number, zero or more' },
        { field: 'month', message: 'expected 12 or less' },
        { field: 'papers[1].type', message: 'expected one line of text of 1 to 120 characters' },
        { field: 'papers[1].expiresOn', message: 'expected a day, such as 2026-11-21' },
        { field: 'papers[1].scan', message: 'this field is not known here' },
        { field: 'papers[2]', message: 'expected an object with fields' },
        { field: 'colour', message: 'this field is not known here' },
      ]),
    );
  });

  test('hears that missing fields are missing, at any depth, and nothing of optional ones', () => {
    expect(problemsOf({ papers: [{}] })).toEqual([
      { field: 'name', message: 'this field is missing' },
      { field: 'maxPax', message: 'this field is missing' },
      { field: 'month', message: 'this field is missing' },
      { field: 'papers[0].type', message: 'this field is missing' },
      { field: 'papers[0].expiresOn', message: 'this field is missing' },
    ]);
  });

  test('a field that is null is not missing: it does not fit', () => {
    expect(problemsOf({ ...good, name: null })).toEqual([
      { field: 'name', message: 'expected one line of text of 1 to 120 characters' },
    ]);
  });

  test.each([
    ['a list where a value is expected', { ...good, month: [1] }, 'month', 'expected a number'],
    ['a number too small', { ...good, month: 0 }, 'month', 'expected 1 or more'],
    ['a fraction', { ...good, month: 1.5 }, 'month', 'expected a whole number'],
    ['text where a list is expected', { ...good, papers: 'COI' }, 'papers', 'expected a list'],
    ['text where an object is expected', { ...good, papers: ['COI'] }, 'papers[0]', 'expected an object with fields'],
  ])('hears in words about %s', (_what, value, field, message) =>
    expect(problemsOf(value)).toEqual([{ field, message }]),
  );

  test.each(['role', '__proto__', 'constructor', 'toString', 'Name', 'name '])(
    'an unknown field %j is refused by name',
    (key) => {
      const value: unknown = JSON.parse(JSON.stringify(good).replace('{', `{${JSON.stringify(key)}:"admin",`));
      expect(problemsOf(value)).toEqual([{ field: key, message: 'this field is not known here' }]);
    },
  );

  test.each([[null], [undefined], [[]], ['JADA'], [7], [true]])('%j is no record at all', (value) => {
    expect(problemsOf(value)).toEqual([{ field: '(all)', message: 'expected an object with fields' }]);
  });
});

describe('the stamp every stored record carries', () => {
  const schema = z.strictObject(stamp);
  const good = {
    createdAt: '2026-11-21T20:00:00.000Z',
    createdBy: 'usr_ada',
    updatedAt: '2026-11-21T20:00:00.000Z',
    version: 1,
    source: 'manual',
    schemaVersion: 1,
  };

  test('is read as it is', () => expect(parsed(schema, good, 'It')).toEqual({ ok: true, value: good }));

  test.each([
    ['createdAt', 'yesterday', 'expected a point in time in UTC'],
    ['version', -1, 'expected a whole number'],
    ['source', 'guess', 'expected one of manual, import, ota, system, sample'],
    ['schemaVersion', 2, 'expected schema version 1'],
    ['schemaVersion', '1', 'expected schema version 1'],
  ])('refuses %s %j', (field, value, says) => {
    const result = parsed(schema, { ...good, [field]: value }, 'It');
    expect(result.ok ? [] : result.fault.problems).toEqual([{ field, message: expect.stringMatching(`^${says}`) }]);
  });
});
