import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHandoff } from '../../shared/handoffs/handoff-document.ts';
import { keyOf } from '../../shared/handoffs/handoff-row.ts';
import { aDocument, namesIn, problemsOf, reading } from './a-document.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readHandoff(path, readFileSync(join(ROOT, path), 'utf8'));

it('a table under a heading nothing is read under is named, and is no problem', () => {
  const { problems, passedOver, handoff } = reading('## Boats', '', '| Boat |', '| --- |', '| Heron |');
  expect([problems, handoff?.rows]).toEqual([[], []]);
  expect(passedOver).toEqual([{ line: 4, heading: 'Boats' }]);
});

describe('the documents of the sample', () => {
  it.each(['jada', 'qos', 'qdn', 'dc'])('%s.md reads without a problem, for its own entity', (id) => {
    const { handoff, problems } = read(`scripts/sample/handoffs/${id}.md`);
    expect(problems).toEqual([]);
    expect(handoff?.entity.id).toBe(id);
  });

  it('and the one to begin with has every table with every column, and says every word a column takes', () => {
    const { handoff, problems } = read('scripts/handoff/template.md');
    const text = readFileSync(join(ROOT, 'scripts/handoff/template.md'), 'utf8');
    expect([problems, handoff?.entity.body?.kind, handoff?.rows.length]).toEqual([[], 'charter', 9]);
    const words =
      'Vessels Channels Assets Equity people Services Risks Promises Turnaround Passengers Inspected Commission Confirmed ' +
      'Vesting Successor Transition direct phone referral repeat boat tour seo social email partner gross net property ' +
      'domain account brand list function bucket table distribution critical high medium low subscription agency rental ' +
      'delivery holding 1120s sched_e';
    expect(words.split(' ').filter((word) => !text.includes(word))).toEqual([]);
  });

  it('yield the entity, money in cents, shares in basis points, and days', () => {
    const { handoff } = read('scripts/sample/handoffs/jada.md');
    expect(handoff?.entity.body).toEqual({
      name: 'JADA charters',
      kind: 'charter',
      zone: 'America/Los_Angeles',
      currency: 'USD',
      fiscalYearStartMonth: 1,
      taxForm: 'sched_c',
      active: true,
      createdOn: '2019-03-01',
    });
    const rowAt = (id: string) => handoff?.rows.find((row) => row.id === id);
    expect(rowAt('ves_jada.jada')?.body).toMatchObject({
      lengthFt: 50,
      maxPax: 6,
      inspected: false,
      valueCents: 14_500_000,
      documents: [
        { type: 'USCG documentation', expiresOn: '2027-06-19' },
        { type: 'Hull and liability insurance', expiresOn: '2027-04-30' },
        { type: 'Drug testing consortium enrollment', expiresOn: '2026-12-13' },
      ],
    });
    expect(rowAt('eqh_jada.family-of-the-founder')).toMatchObject({
      line: 36,
      body: { shareBps: 3_000, agreementOnFile: true, note: 'Silent; may ask for repayment from 2028 on' },
    });
    expect(rowAt('key_jada.rigger-on-call')?.body).toEqual({ role: 'Rigger on call', handoffOnFile: false });
    expect(rowAt('act_jada.renew-the-slip-lease')?.body).toEqual({
      title: 'Renew the slip lease',
      ownerRole: 'CEO',
      severity: 'high',
      dueOn: '2026-12-01',
      status: 'open',
    });
    expect(rowAt('act_jada.order-new-life-vests-for-children')?.body).toMatchObject({
      status: 'done',
      severity: 'medium',
    });
  });
});

describe('a document with mistakes', () => {
  const result = read('test/fixtures/handoffs/with-mistakes.md');

  it('has each named by its line', () => {
    expect(result.problems.map(({ line }) => line)).toEqual([
      5, 7, 8, 16, 17, 19, 20, 22, 31, 35, 45, 46, 47, 51, 52, 53, 54,
    ]);
    expect(problemsOf(result)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^7: in-business-since: expected a day that exists/),
        '19: expected "mailing list" once; it stands in line 18 too',
        '22: expected shares that add up to 100 %; these add up to 95 %',
        '31: expected the column Handoff on file in this table',
        '35: expected the heading Services, not "Servces"',
        '47: expected 4 cells, as in the header; 5 stand here',
        expect.stringMatching(/^51: due: expected a day that exists/),
      ]),
    );
  });

  it('is read where it has none', () => {
    expect(namesIn(result)).toEqual(['Mailing list', 'Founder', 'Family of the founder', 'Call the insurer']);
    expect(result.handoff?.entity.body).toBeUndefined();
  });

  it('says of which kinds rows are missing, so that nothing of them is withdrawn', () => {
    expect([...(result.handoff?.incomplete ?? [])].sort()).toEqual([
      'action',
      'asset',
      'key-person',
      'risk',
      'service',
    ]);
  });
});

describe('what is read', () => {
  it('is the same with Windows line ends and a byte order mark', () => {
    const text = aDocument('## Services', '', '| Service | Where |', '| --- | --- |', '| Phone | Dock |');
    const windows = readHandoff('jada.md', `\ufeff${text.replaceAll('\n', '\r\n')}`);
    expect(windows).toEqual(readHandoff('jada.md', text));
    expect(windows.handoff?.rows[0]).toMatchObject({ id: 'srv_jada.phone', line: 8 });
  });

  it('leaves prose, code blocks, comments and other headings alone', () => {
    const result = reading(
      '# JADA',
      '<!-- for the office -->',
      '## History',
      '| a | b |',
      '| - | - |',
      '| 1 | 2 |',
      '',
      '## Services',
      '```',
      '| Service | Where |',
      '| --- | --- |',
      '| In code | none |',
      '```',
      '| Where | Service |',
      '| --- | --- |',
      '| **Dock** office | Phone \\| fax |',
    );
    expect(result.problems).toEqual([]);
    expect(result.handoff?.rows.map(({ body }) => body)).toEqual([{ name: 'Phone | fax', place: 'Dock office' }]);
  });

  it('is nothing without an entity', () => {
    expect(readHandoff('x.md', '# Notes\n').handoff).toBeUndefined();
    expect(problemsOf(readHandoff('x.md', '---\nentity: JADA Charters\n---\n'))).toEqual([
      '2: entity: expected a short name in lower case, not "JADA Charters"',
    ]);
    expect(problemsOf(readHandoff('x.md', '---\nentity: jada\nname: JADA\n---\n'))).toContain(
      '2: expected zone: too, to describe the entity: an IANA time zone, such as America/Los_Angeles',
    );
  });
});

describe('the key of a row', () => {
  it('is its name as ids are spelled', () => {
    expect(keyOf('  Slip B-14, Harbor Island ')).toBe('slip-b-14-harbor-island');
    expect(keyOf('Café')).toBe('cafe');
  });

  it('tells apart long names and names without a letter of ours', () => {
    const long = 'A promise that is so long that no id could hold it to its end';
    expect(keyOf(`${long}, one`)).not.toBe(keyOf(`${long}, two`));
    expect(keyOf('港')).not.toBe(keyOf('船'));
    for (const name of [`${long}, one`, '港']) expect(keyOf(name)).toMatch(/^[a-z0-9-]{1,36}$/);
  });
});
