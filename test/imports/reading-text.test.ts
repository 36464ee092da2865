import { describe, expect, it, test } from 'vitest';
import {
  choice,
  choices,
  dollarsOnly,
  email,
  flag,
  label,
  longLabel,
  nameOf,
  note,
  reference,
} from '../../shared/imports/reading-text.ts';
import type { Cell } from '../../shared/imports/sheet-row.ts';
import { aStyle, outcome } from './a-style.ts';

describe('text', () => {
  test.each<[Cell, unknown]>([
    ['  Harbor\n Fuel\u00a0Dock ', 'Harbor Fuel Dock'],
    ['=HYPERLINK("x")', '=HYPERLINK("x")'],
    [10023, '10023'],
    [true, 'TRUE'],
    [{ at: '2026-11-12T00:00:00' }, '2026-11-12'],
    ['\ufeffName', 'Name'],
    ['a\u0000b', 'refused: control-characters'],
    ['a\u001b[31mb', 'refused: control-characters'],
    ['a\u202eb', 'refused: control-characters'],
    ['a\u0085b', 'refused: control-characters'],
    ['\ud800', 'refused: control-characters'],
    ['x'.repeat(121), 'refused: not-allowed'],
    ['é'.repeat(120), 'é'.repeat(120)],
    [{ error: '#N/A' }, 'refused: error-cell'],
  ])('%j on one line is %j', (cell, expected) => {
    expect(outcome(label.read(cell, aStyle()))).toBe(expected);
  });

  it('that a machine wrote at length is cut, and says so', () => {
    const read = longLabel.read('x'.repeat(130), aStyle());
    expect(read).toEqual({ ok: true, value: `${'x'.repeat(119)}…`, shortened: true });
  });

  it('of several lines keeps them', () => {
    expect(outcome(note.read('two\r\nlines', aStyle()))).toBe('two\nlines');
    expect(outcome(note.read('x'.repeat(2_001), aStyle()))).toBe('refused: not-allowed');
  });

  test.each<[Cell, unknown]>([
    ['Yes', true],
    ['x', true],
    [true, true],
    [1, true],
    ['no', false],
    [false, false],
    ['maybe', 'refused: not-understood'],
    [2, 'refused: not-understood'],
  ])('%j is yes or no: %j', (cell, expected) => {
    expect(outcome(flag.read(cell, aStyle()))).toBe(expected);
  });

  it('that is an address is one mailbox', () => {
    expect(outcome(email.read(' Guest@Example.COM ', aStyle()))).toBe('Guest@example.com');
    for (const wrong of ['guest', 'a@example.com, b@example.com', 'a@b@example.com', 'a b@example.com']) {
      expect(outcome(email.read(wrong, aStyle()))).toBe('refused: not-understood');
    }
  });

  it('that names a currency other than dollars is refused by its name', () => {
    expect(outcome(dollarsOnly.read('usd', aStyle()))).toBe('USD');
    const euro = dollarsOnly.read('eur', aStyle());
    expect(euro.ok ? '' : `${euro.code}: ${euro.expected}`).toMatch(/^other-currency: .*EUR/);
    expect(outcome(dollarsOnly.read('bananas', aStyle()))).toBe('refused: not-understood');
  });

  it('that is a reference has no spaces', () => {
    expect(outcome(reference.read('txn_1Abc', aStyle()))).toBe('txn_1Abc');
    expect(outcome(reference.read('txn 1', aStyle()))).toBe('refused: not-understood');
  });
});

describe('words', () => {
  const stage = choice({ won: ['booked', 'closed won'], in_review: ['review'] });

  test.each<[Cell, unknown]>([
    ['Won', 'won'],
    ['Closed - Won', 'won'],
    ['IN REVIEW', 'in_review'],
    ['in_review', 'in_review'],
    ['lost', 'refused: not-understood'],
  ])('%j is %j', (cell, expected) => {
    expect(outcome(stage.read(cell, aStyle()))).toBe(expected);
  });

  it('in one cell are read one by one', () => {
    const crew = choices({ captain: ['skipper'], mate: [] });
    expect(outcome(crew.read('Skipper, mate and mate', aStyle()))).toEqual(['captain', 'mate', 'mate']);
    expect(outcome(crew.read('captain; cook', aStyle()))).toBe('refused: not-understood');
  });
});

describe('a code', () => {
  it('that is not understood is answered with what the codes are called', () => {
    const read = choice({ '1010': ['bank', 'ach'], '1030': ['cash'] }).read('auto-pay', aStyle());
    expect(read.ok ? '' : read.expected).toBe('expected one of bank (1010), cash (1030)');
  });
});

describe('a name of something we know', () => {
  const names = {
    channel: [
      { id: 'getmyboat', names: ['GetMyBoat'] },
      { id: 'phone', names: ['Phone', 'Telephone'] },
    ],
  };

  it('is found by name or id, whatever its case', () => {
    const read = (text: string) => outcome(nameOf('channel').read(text, aStyle({ names })));
    expect([read('GETMYBOAT'), read('Get my boat'), read('telephone'), read('phone')]).toEqual([
      'getmyboat',
      'refused: unknown-name',
      'phone',
      'phone',
    ]);
  });

  it('that is not known is answered with those that are', () => {
    const read = nameOf('channel').read('Carrier pigeon', aStyle({ names }));
    expect(read.ok ? '' : read.expected).toContain('GetMyBoat; Phone');
  });

  it('that is not known is answered with those that share a word with it, where some do', () => {
    const channel = [...names.channel, { id: 'radio', names: ['Harbor radio'] }];
    const read = nameOf('channel').read('Old harbor stand', aStyle({ names: { channel } }));
    expect(read.ok ? '' : read.expected).toBe('expected a channel by name: such as Harbor radio');
  });

  it('that fits two things is asked about', () => {
    const twice = { channel: [...names.channel, { id: 'phone-2', names: ['Phone'] }] };
    expect(outcome(nameOf('channel').read('Telephone', aStyle({ names: twice })))).toBe('phone');
    expect(outcome(nameOf('channel').read('Phone', aStyle({ names: twice })))).toBe('refused: ambiguous');
  });

  it('must be an id where no list is at hand', () => {
    expect(outcome(nameOf('channel').read('getmyboat', aStyle()))).toBe('getmyboat');
    expect(outcome(nameOf('channel').read('GetMyBoat', aStyle()))).toBe('refused: unknown-name');
  });
});
