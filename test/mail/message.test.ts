import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { addressIn, type Message, messageBytes } from '../../lambda/mail/message.ts';
import { outboundProblem } from '../../lambda/mail/outbound.ts';
import { aMessage, headersOf } from './a-message.ts';

/** The names every mail of ours has, and no other. */
const NAMES = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
  'x-delivery-id',
  'x-run',
];

const namesOf = (bytes: Uint8Array) => headersOf(bytes).map(([name]) => name.toLowerCase());
const parse = (bytes: Uint8Array) => new PostalMime().parse(bytes);

describe('a mail', () => {
  test('is the same bytes each time it is made', async () => {
    const message = aMessage({ subject: 'Résumé', text: 'é\n'.repeat(500), html: `<p>${'é'.repeat(5_000)}</p>` });
    expect(await messageBytes(message)).toEqual(await messageBytes(structuredClone(message)));
  });

  test('is other bytes when anything in it is', async () => {
    const others: Partial<Message>[] = [
      { id: 'zzzzzzzzzz234567klmn' },
      { subject: 'CEO report, November 2026' },
      { text: 'Revenue: $0.00\n' },
      { html: '<p></p>' },
      { to: { name: 'Ada', address: 'ada@example.com' } },
      { headers: { 'X-Run': 'manual.abd', 'X-Delivery-Id': 'abcdefghij234567klmn' } },
    ];
    const made = await Promise.all([{}, ...others].map((over) => messageBytes(aMessage(over))));
    expect(new Set(made.map((bytes) => Buffer.from(bytes).toString('latin1'))).size).toBe(others.length + 1);
  });

  test('has exactly the headers it is meant to have', async () => {
    const bytes = await messageBytes(aMessage());
    const headers = Object.fromEntries(headersOf(bytes).map(([name, value]) => [name.toLowerCase(), value]));
    expect(namesOf(bytes).sort()).toEqual(NAMES);
    expect(headers).toEqual({
      from: 'Ship Captain Crew <reports@example.com>',
      to: 'Ada Lovelace <ada@example.com>',
      subject: 'CEO report, October 2026',
      date: 'Sat, 21 Nov 2026 20:00:00 +0000',
      'message-id': '<abcdefghij234567klmn@example.com>',
      'auto-submitted': 'auto-generated',
      'mime-version': '1.0',
      'x-run': 'manual.abc',
      'x-delivery-id': 'abcdefghij234567klmn',
      'content-type': expect.stringMatching(/^multipart\/alternative; boundary="[^"]+"$/),
    });
  });

  test('reads the same to another parser: who, whom, when, text first, then HTML', async () => {
    const message = aMessage({ text: 'Zoë sailed.\n\n🚤 twice\n', html: '<p>Zoë sailed.</p>\n<p>🚤 twice</p>' });
    const read = await parse(await messageBytes(message));
    expect(read).toMatchObject({
      from: { name: 'Ship Captain Crew', address: 'reports@example.com' },
      to: [{ name: 'Ada Lovelace', address: 'ada@example.com' }],
      subject: 'CEO report, October 2026',
      date: '2026-11-21T20:00:00.000Z',
      messageId: '<abcdefghij234567klmn@example.com>',
      attachments: [],
    });
    expect([read.cc ?? [], read.bcc ?? [], read.replyTo ?? []]).toEqual([[], [], []]);
    expect(read.text?.replaceAll('\r\n', '\n').trim()).toBe(message.text.trim());
    expect(read.html?.replaceAll('\r\n', '\n').trim()).toBe(message.html);
    const types = Buffer.from(await messageBytes(message))
      .toString('latin1')
      .match(/^Content-Type: text\/\w+/gm);
    expect(types).toEqual(['Content-Type: text/plain', 'Content-Type: text/html']);
  });

  test('is 7-bit lines ended by CRLF, none longer than 998, bodies in base64 of 76 columns', async () => {
    const text = Buffer.from(
      await messageBytes(
        aMessage({
          subject: 'é'.repeat(300),
          to: { name: '🚤'.repeat(120), address: 'ada@example.com' },
          text: `${'a'.repeat(5_000)}\n${'é'.repeat(5_000)}`,
          html: `<p>${'b'.repeat(20_000)}</p>`,
        }),
      ),
    ).toString('latin1');
    expect(text).toMatch(/^[\r\n\x20-\x7e]*$/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = text.split('\r\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78);
    const parts = text.split(/^----_NmP-.*$/m).slice(1, 3);
    expect(parts).toHaveLength(2);
    for (const part of parts) {
      const [head = '', body = ''] = part.split('\r\n\r\n');
      expect(head).toContain('Content-Transfer-Encoding: base64');
      const full = body.trim().split('\r\n');
      expect(full.slice(0, -1).every((line) => line.length === 76)).toBe(true);
      expect(body.trim()).toMatch(/^[A-Za-z0-9+/=\r\n]+$/);
    }
  });

  test.each([
    'Résumé of October — JADA',
    '月次報告',
    '🚤'.repeat(60),
    'é'.repeat(150),
    'a  b: c, "d" <e@example.com>',
    'Bcc: ada@example.com',
    `long ${'word '.repeat(60)}end`,
  ])('brings the subject %j over as it is', async (subject) => {
    expect((await parse(await messageBytes(aMessage({ subject })))).subject).toBe(subject);
  });

  test.each([
    'Zoë O’Neil',
    'Lovelace, Ada',
    '"Ada"',
    'back\\slash',
    'evil@example.org',
    '<evil@example.org>',
    'crew: ada;',
    '(comment)',
    '山田 太郎',
    'é'.repeat(120),
    '',
  ])('brings the name %j over as it is, and is let out to its recipient alone', async (name) => {
    const bytes = await messageBytes(aMessage({ to: { name, address: 'ada@example.com' } }));
    expect((await parse(bytes)).to).toEqual([{ name, address: 'ada@example.com' }]);
    expect(outboundProblem(bytes, 'ada@example.com', ['example.com'])).toBeUndefined();
    expect(outboundProblem(bytes, 'evil@example.com', ['example.com'])).toBe('the mail is addressed to somebody else');
  });

  test('shows text that looks encoded as the text it is', async () => {
    const trick = '=?utf-8?q?Paid_in_full?=';
    const read = await parse(
      await messageBytes(aMessage({ subject: trick, to: { name: trick, address: 'ada@example.com' } })),
    );
    const seen = (text: string | undefined) => text?.replaceAll('\u200b', '');
    expect([read.subject, read.to?.[0]?.name].map(seen)).toEqual([trick, trick]);
  });
});

/** Every place of a message that ends up in a header. */
const PLACES: Readonly<Record<string, (value: string) => Partial<Message>>> = {
  subject: (value) => ({ subject: value }),
  'name of the recipient': (value) => ({ to: { name: value, address: 'ada@example.com' } }),
  'address of the recipient': (value) => ({ to: { name: 'Ada', address: `${value}ada@example.com` } }),
  sender: (value) => ({ from: `${value} <reports@example.com>` }),
  id: (value) => ({ id: value }),
  'header of our own': (value) => ({ headers: { 'X-Run': value } }),
  'name of a header': (value) => ({ headers: { [`X-Run${value}`]: 'manual.abc' } }),
  'subject beside a header called subject': (value) => ({ subject: value, headers: { subject: 'harmless' } }),
};

const CONTROLS = [
  ...Array.from({ length: 32 }, (_, code) => code),
  ...Array.from({ length: 33 }, (_, code) => 0x7f + code),
  0x2028,
  0x2029,
];

describe.each(Object.entries(PLACES))('the %s', (_place, at) => {
  test('takes no control character and no line break of any kind', async () => {
    for (const code of CONTROLS) {
      const value = `a${String.fromCharCode(code)}b`;
      await expect(messageBytes(aMessage(at(value))), `U+${code.toString(16)}`).rejects.toThrow(RangeError);
    }
  });

  test('takes no second header', async () => {
    for (const value of [
      'a\r\nBcc: evil@example.org',
      'a\nBcc: evil@example.org',
      'a\rBcc: evil@example.org',
      'a\r\n\r\nbody',
    ]) {
      await expect(messageBytes(aMessage(at(value)))).rejects.toThrow(RangeError);
    }
  });
});

test.each(['Bcc', 'bcc', 'Cc', 'To', 'From', 'Subject', 'Content-Type', 'Resent-To', 'X', 'X-', 'X-A B', 'X-A:', ''])(
  'a header called %j cannot be added',
  async (name) => {
    await expect(messageBytes(aMessage({ headers: { [name]: 'evil@example.org' } }))).rejects.toThrow(RangeError);
  },
);

test.each([
  'ada',
  '',
  'ada@',
  '@example.com',
  'a@b@example.com',
  'ada@example.com, bo@example.com',
  'Ada <ada@example.com>',
  'ada@example.com>,<bo@example.com',
])('a mail is not made to %j, which is not one mailbox', async (address) => {
  await expect(messageBytes(aMessage({ to: { name: 'Ada', address } }))).rejects.toThrow(RangeError);
});

test('a header that cannot be folded into lines is refused rather than sent too long', async () => {
  await expect(messageBytes(aMessage({ subject: 'x'.repeat(1_500) }))).rejects.toThrow(RangeError);
});

test('whatever subjects and names people think of, no header is ever added and the mail goes to one person', async () => {
  const unit = fc.oneof(
    { weight: 6, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '\0',
        '\u2028',
        '\u0085',
        'Bcc: evil@example.org',
        'To:',
        ',',
        ';',
        ':',
        '<',
        '>',
      ),
    },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '"',
        '\\',
        '(',
        ')',
        '@',
        '=?utf-8?q?',
        '=0D=0A',
        '?=',
        ' ',
        '\t',
        'é',
        '🚤',
        '\ud83d',
        '\u202e',
      ),
    },
  );
  const text = fc.array(unit, { maxLength: 8 }).map((parts) => parts.join(''));
  let made = 0;
  await fc.assert(
    fc.asyncProperty(text, text, async (subject, name) => {
      let bytes: Uint8Array;
      try {
        bytes = await messageBytes(aMessage({ subject, to: { name, address: 'ada@example.com' } }));
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        return;
      }
      made += 1;
      expect(
        namesOf(bytes)
          .filter((header) => header !== 'subject')
          .sort(),
      ).toEqual(NAMES.filter((header) => header !== 'subject'));
      expect(namesOf(bytes).filter((header) => header === 'subject').length).toBeLessThanOrEqual(1);
      const read = await parse(bytes);
      expect(read.to?.map((person) => person.address)).toEqual(['ada@example.com']);
      expect(read.headers.map((header) => header.key).sort()).toEqual(namesOf(bytes).sort());
      expect(read.text).toContain('Revenue');
      expect(outboundProblem(bytes, 'ada@example.com', ['example.com'])).toBeUndefined();
    }),
    { numRuns: 2_000 },
  );
  expect(made).toBeGreaterThan(500);
});

test.each([
  ['Ship Captain Crew <reports@example.com>', 'reports@example.com'],
  ['"Crew, Ship" <reports@example.com> ', 'reports@example.com'],
  ['reports@example.com', 'reports@example.com'],
  ['<reports@example.com>', 'reports@example.com'],
])('the bare address in %j is %s', (from, address) => expect(addressIn(from)).toBe(address));
