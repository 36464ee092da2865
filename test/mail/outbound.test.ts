import { describe, expect, test } from 'vitest';
import { outboundProblem } from '../../lambda/mail/outbound.ts';

const CAPTAIN = 'captain@example.com';
const DOMAINS = ['example.com'];

const bytes = (text: string) => new TextEncoder().encode(text);

/** A mail of a few headers, each ended as the standard wants. */
function mail(headers: readonly string[], body = 'SGVsbG8=\r\n'): Uint8Array {
  return bytes(`${headers.join('\r\n')}\r\n\r\n${body}`);
}

const to = (value: string, ...more: string[]) =>
  mail(['From: Reports <reports@example.com>', `To: ${value}`, ...more, 'Subject: October']);

const STRANGER = 'the mail is addressed to somebody else';
const HIDDEN = 'the mail names its hidden recipients';
const ILL_FORMED = 'the headers of the mail are not well formed';
const NOT_ALLOWED = 'the domain is not on the allow-list';
const NO_MAILBOX = 'the address is not one plain mailbox';

describe('a mail leaves', () => {
  test.each([
    ['with a bare address', 'captain@example.com'],
    ['with an address in brackets', '<captain@example.com>'],
    ['with a name', 'Carl Captain <captain@example.com>'],
    ['with a name in quotes', '"Captain, Carl <3 @sea" <captain@example.com>'],
    ['with a quote and a backslash in the name', '"Carl \\"Salty\\\\\\" Captain" <captain@example.com>'],
    ['with an encoded name', '=?UTF-8?B?Wm/Dqw==?= <captain@example.com>'],
    ['with the name on a line of its own', '=?UTF-8?B?Wm/Dqw==?=\r\n =?UTF-8?B?Wm/Dqw==?=\r\n\t<captain@example.com>'],
    ['with the domain in capitals', 'Carl <captain@EXAMPLE.com>'],
  ])('%s', (_how, header) => expect(outboundProblem(to(header), CAPTAIN, DOMAINS)).toBeUndefined());

  test('whose headers are written in another case', () => {
    expect(outboundProblem(mail(['TO: captain@example.com', 'subject: x']), CAPTAIN, DOMAINS)).toBeUndefined();
  });

  test('whatever its body says', () => {
    const body = 'To: evil@example.org\r\nBcc: evil@example.org\r\n\r\n\nlone line feed\n';
    expect(outboundProblem(mail(['To: captain@example.com'], body), CAPTAIN, DOMAINS)).toBeUndefined();
  });
});

describe('a mail stays when the domain of the address is not on the list', () => {
  test.each([
    'captain@evil-example.com',
    'captain@evilexample.com',
    'captain@example.com.evil.com',
    'captain@example.co',
    'captain@xample.com',
    'captain@com',
    'captain@example.org',
    'captain@.com',
    'captain@example.com.',
    'captain@еxample.com', // Cyrillic е
  ])('as in %s', (address) => expect(outboundProblem(to(address), address, DOMAINS)).toBe(NOT_ALLOWED));

  test.each(['captain@example.com', 'captain@boats.example.com'])('but %s is on it', (address) => {
    expect(outboundProblem(to(address), address, DOMAINS)).toBeUndefined();
  });

  test('nor does an empty entry or an empty list open it', () => {
    expect(outboundProblem(to(CAPTAIN), CAPTAIN, [])).toBe(NOT_ALLOWED);
    expect(outboundProblem(to('captain@evil.com.'), 'captain@evil.com.', ['', 'example.com'])).toBe(NOT_ALLOWED);
  });

  test('the case of the domain does not matter', () => {
    expect(outboundProblem(to('captain@Example.COM'), 'captain@Example.COM', DOMAINS)).toBeUndefined();
  });
});

test.each([
  'captain',
  '',
  '@example.com',
  'captain@',
  'captain@example.com@evil.com',
  'evil@evil.com@example.com',
  'captain@example.com, evil@example.com',
  'captain@example.com evil@evil.com',
  'Captain <captain@example.com>',
  'captain@example.com\r\nBcc: evil@evil.com',
  '"captain"@example.com',
])('a mail stays when %j is not one plain mailbox', (address) => {
  expect(outboundProblem(to(CAPTAIN), address, DOMAINS)).toBe(NO_MAILBOX);
});

describe('a mail stays when it is addressed to somebody else', () => {
  test.each([
    ['another person', 'ada@example.com'],
    ['a longer name', 'xcaptain@example.com'],
    ['a longer name in brackets', '<xcaptain@example.com>'],
    ['a longer domain', 'captain@example.community'],
    ['a domain behind it', 'captain@example.com.evil.com'],
    ['a subdomain', 'captain@boats.example.com'],
    ['the name in capitals', 'CAPTAIN@example.com'],
    ['the address as a name', '"captain@example.com" <evil@example.com>'],
    ['the address as an unquoted name', 'captain@example.com <evil@example.com>'],
    ['the address in brackets within quotes', '"<captain@example.com>" <evil@example.com>'],
    ['the address in a comment', 'evil@example.com (captain@example.com)'],
    ['two people', 'captain@example.com, evil@example.com'],
    ['two people, the other one first', 'evil@example.com, captain@example.com'],
    ['two people in brackets', '<evil@example.com> <captain@example.com>'],
    ['a group', 'crew: captain@example.com;'],
    ['a route', '<@evil.com:captain@example.com>'],
    ['nobody', ''],
  ])('%s', (_who, header) => expect(outboundProblem(to(header), CAPTAIN, DOMAINS)).toBe(STRANGER));

  test.each([
    ['has no To', ['From: captain@example.com', 'Reply-To: captain@example.com', 'X-To: captain@example.com']],
    ['has a second To', ['To: captain@example.com', 'To: evil@example.com']],
    ['has a second To spelled apart', ['To: captain@example.com', 'tO : evil@example.com']],
    ['has the same To twice', ['To: captain@example.com', 'To: captain@example.com']],
    ['is copied to others', ['To: captain@example.com', 'Cc: evil@example.com']],
    ['was resent to others', ['To: captain@example.com', 'Resent-To: evil@example.com']],
    ['hides its To in a folded header', ['Subject: x', ' To: captain@example.com', 'To: evil@example.com']],
    ['has its To only in a folded header', ['Subject: x', '\tTo: captain@example.com']],
    ['folds a second person in', ['To: captain@example.com,', ' evil@example.com']],
  ])('as one that %s', (_what, headers) => expect(outboundProblem(mail(headers), CAPTAIN, DOMAINS)).toBe(STRANGER));
});

test.each([
  ['Bcc: audit@example.com'],
  ['bcc: audit@example.com'],
  ['BCC:audit@example.com'],
  ['Bcc : audit@example.com'],
  ['Bcc:'],
  ['Bcc:\r\n audit@example.com'],
  ['Resent-Bcc: audit@example.com'],
])('a mail stays with the header %j', (header) => {
  expect(outboundProblem(to(CAPTAIN, header), CAPTAIN, DOMAINS)).toBe(HIDDEN);
});

test('text that only looks like a hidden recipient does not hold a mail back', () => {
  expect(
    outboundProblem(to(CAPTAIN, 'X-Note: about', '\tbcc: and so on', 'X-Bcc: none'), CAPTAIN, DOMAINS),
  ).toBeUndefined();
});

test.each([
  ['a bare line feed', 'To: captain@example.com\r\nSubject: a\nBcc: evil@evil.com\r\n\r\n'],
  ['a bare carriage return', 'To: captain@example.com\r\nSubject: a\rBcc: evil@evil.com\r\n\r\n'],
  ['line feeds alone', 'To: captain@example.com\nSubject: a\n\nHello\n'],
  ['no end', 'To: captain@example.com\r\nSubject: a\r\n'],
  ['nothing at all', ''],
])('a mail stays when its headers have %s', (_what, text) => {
  expect(outboundProblem(bytes(text), CAPTAIN, DOMAINS)).toBe(ILL_FORMED);
});
