import { expect, test } from 'vitest';
import { rebuiltBalances } from '../../shared/ledger/balances.ts';
import { leadChanged, leadReceived, leadWithdrawn } from '../../shared/ledger/leads.ts';
import { reversal } from '../../shared/ledger/reversal.ts';
import type { Lead } from '../../shared/records/marketing.ts';
import { aLead, byName, CONTEXT, on, posted } from './a-record.ts';

const ASKED = { id: 'lead_1', askedOn: on('2026-09-15') };
const changed = (before: Partial<Lead>, after: Partial<Lead>, day = '2026-11-02') =>
  leadChanged(aLead({ ...ASKED, ...before }), aLead({ ...ASKED, version: 2, ...after }), on(day), CONTEXT);

test('a lead counts in the month of the day somebody asked', () => {
  const entry = posted(leadReceived(aLead({ askedOn: on('2026-09-30') }), CONTEXT));
  expect(entry).toMatchObject({ id: 'je_1.lead', lines: [] });
  expect(byName(entry)).toEqual({ '2026-09 operations leads': 1, '2026-09 channels direct.leads': 1 });
});

test('a lead written down when it was already won counts as quoted and won at once', () => {
  const lead = aLead({ ...ASKED, stage: 'won', quotedOn: on('2026-09-16'), wonOn: on('2026-09-20') });
  expect(byName(posted(leadReceived(lead, CONTEXT)))).toEqual({
    '2026-09 operations leads': 1,
    '2026-09 operations quoted': 1,
    '2026-09 operations won': 1,
    '2026-09 channels direct.leads': 1,
    '2026-09 channels direct.quoted': 1,
    '2026-09 channels direct.won': 1,
  });
});

test('a quote and a win count in the month it was asked, on the day they happened', () => {
  const entry = changed({}, { stage: 'quoted', quotedOn: on('2026-10-02') }, '2026-10-02');
  expect(entry).toMatchObject({ id: 'je_1.changed.2', template: 'lead_changed', businessOn: '2026-10-02', lines: [] });
  expect(byName(entry!)).toEqual({ '2026-09 operations quoted': 1, '2026-09 channels direct.quoted': 1 }); // checked above
});

test.each([
  ['2026-10-15', 1],
  ['2026-10-16', undefined],
])('a lead of September 15 won on %s counts %s for its month', (wonOn, counts) => {
  const entry = changed({ quotedOn: on('2026-09-20') }, { quotedOn: on('2026-09-20'), wonOn: on(wonOn) });
  expect(entry && byName(entry)['2026-09 operations won']).toBe(counts);
});

test('a win taken back is taken back from the month it was counted in', () => {
  const won = { quotedOn: on('2026-09-20'), wonOn: on('2026-09-25') };
  const entry = changed(won, { quotedOn: won.quotedOn });
  expect(byName(entry!)).toEqual({ '2026-09 operations won': -1, '2026-09 channels direct.won': -1 }); // it moves a count
});

test('a lead withdrawn takes back all it counted for, from the month it was asked', () => {
  const lead = aLead({ ...ASKED, stage: 'quoted', quotedOn: on('2026-09-20'), version: 2 });
  const entry = leadWithdrawn(lead, on('2026-11-02'), CONTEXT);
  expect(entry).toMatchObject({ id: 'je_1.withdrawn.2', businessOn: '2026-11-02', lines: [] });
  expect(byName(entry)).toEqual({
    '2026-09 operations leads': -1,
    '2026-09 operations quoted': -1,
    '2026-09 channels direct.leads': -1,
    '2026-09 channels direct.quoted': -1,
  });
});

test('a lead moved to another channel moves with all it counts for, and the whole stays the same', () => {
  const entry = changed({ quotedOn: on('2026-09-20') }, { quotedOn: on('2026-09-20'), channelId: 'referral' });
  expect(byName(entry!)).toEqual({
    // it moves counts
    '2026-09 channels direct.leads': -1,
    '2026-09 channels direct.quoted': -1,
    '2026-09 channels referral.leads': 1,
    '2026-09 channels referral.quoted': 1,
  });
});

test('a change that moves no count makes no entry', () => {
  expect(changed({}, { name: 'Another name', stage: 'contacted' })).toBeUndefined();
});

test('the counts after any changes are those of the lead as it stands', () => {
  const first = aLead(ASKED);
  const quoted = aLead({ ...ASKED, version: 2, quotedOn: on('2026-09-16') });
  const won = aLead({
    ...ASKED,
    version: 3,
    channelId: 'referral',
    quotedOn: on('2026-09-16'),
    wonOn: on('2026-09-30'),
  });
  const entries = [
    posted(leadReceived(first, CONTEXT)),
    leadChanged(first, quoted, on('2026-09-16'), CONTEXT)!, // each moves a count
    leadChanged(quoted, won, on('2026-09-30'), CONTEXT)!,
  ];
  const [month] = rebuiltBalances(entries);
  expect(month?.groups.operations).toEqual({ leads: 1, quoted: 1, won: 1 });
  expect(month?.groups.channels).toEqual({
    'direct.leads': 0,
    'direct.quoted': 0,
    'referral.leads': 1,
    'referral.quoted': 1,
    'referral.won': 1,
  });
});

test('taking a change back takes its counts back', () => {
  const entry = changed({}, { stage: 'won', quotedOn: on('2026-09-16'), wonOn: on('2026-09-30') });
  const back = posted(reversal(entry!, undefined, CONTEXT)); // it moves counts
  const [month] = rebuiltBalances([entry!, back]);
  expect(Object.values(month?.groups.channels ?? {})).toEqual([0, 0]);
});
