import { describe, expect, test } from 'vitest';
import type { CharterFile } from '../../shared/records/charter.ts';
import { compose } from '../../shared/reports/compose.ts';
import { factSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { textReport } from '../../shared/reports/render/text.ts';
import { NOVEMBER_TO_DATE, valueOn } from '../facts/a-snapshot.ts';
import golden from '../golden/kpi.json' with { type: 'json' };
import { aCompany, aCompletedCharter } from './a-company.ts';

const sheetOf = (file: CharterFile) => factSheet(aCompany(file), ['jada'], NOVEMBER_TO_DATE);
const on = (file: CharterFile, id: string) => valueOn(sheetOf(file), id, 'chr_A');

describe('the money of a charter', () => {
  test('comes out at the worked margin', () => {
    expect(on(aCompletedCharter(), 'contribution-margin')).toBe(golden.expected.contributionMarginCents.evt_A);
    expect(on(aCompletedCharter(), 'contribution-margin-share')).toBe(7_077);
    expect(on(aCompletedCharter(), 'margin-against-average')).toBe(120_314 - 90_000);
  });

  test('waits for the ledger: a price is known, revenue and margin are not', () => {
    const file = aCompletedCharter({ balances: {} });
    expect(on(file, 'charter-price')).toBe(174_000);
    expect(on(file, 'charter-revenue')).toBe('unknown: the ledger entry of this charter’s completion');
    expect(on(file, 'contribution-margin')).toContain('unknown');
  });

  test('takes what the roles promise while the crew is not paid, and says it is an estimate', () => {
    const { '5010': _, ...balances } = aCompletedCharter().balances;
    const slot = (state: string, payCents: number, i: number) => ({
      id: `slt_${i}`,
      charterId: 'chr_A',
      role: 'deckhand',
      required: true,
      payCents,
      tipShareWeight: 1,
      version: 1,
      claim: { userId: 'usr_1', name: 'Crew', state, at: '2026-11-01T00:00:00.000Z' },
    });
    const slots = [
      slot('confirmed', 20_000, 1),
      slot('worked', 15_000, 2),
      slot('no_show', 99_999, 3),
    ] as unknown as CharterFile['slots'];
    const figure = sheetOf(aCompletedCharter({ balances, slots })).measuredOf('charter-crew-cost', 'chr_A');
    expect(figure).toMatchObject({ state: 'estimated', value: 35_000 });
    expect(on(aCompletedCharter({ balances }), 'charter-crew-cost')).toBe('unknown: crew pay of this charter');
  });

  test('does not take unbooked fuel for free', () => {
    const { '5020': _, ...balances } = aCompletedCharter().balances;
    expect(on(aCompletedCharter({ balances }), 'charter-trip-cost')).toBe(
      'unknown: fuel and trip costs of this charter',
    );
  });

  test('shows what the guest and the platform still owe, and what the crew is owed', () => {
    const file = aCompletedCharter({ balances: { ...aCompletedCharter().balances, '1110': 30_000, '1100': 88_499 } });
    expect(['charter-balance-due', 'platform-owes', 'charter-tips-held'].map((id) => on(file, id))).toEqual([
      30_000, 88_499, 20_000,
    ]);
  });

  test('counts towards the month the charter sailed in', () => {
    const { charter, ...rest } = aCompletedCharter();
    const october = { ...rest, charter: { ...charter, performedOn: '2026-10-31' as typeof charter.sailsOn } };
    const sheet = factSheet(aCompany(october), ['jada'], NOVEMBER_TO_DATE);
    expect(sheet.get('month-charters-sailed', 'chr_A').measured).toMatchObject({
      basis: { records: 'journal entries of JADA Charters, 2026-10' },
    });
  });
});

test('leads with what the charter left, unless something grave happened', () => {
  const headline = (file: CharterFile) =>
    compose('charter-debrief', aCompany(file), ['jada'], NOVEMBER_TO_DATE, 'Harbor').headline;
  expect(headline(aCompletedCharter())).toMatchObject([
    'Contribution margin ',
    { cell: { value: 120_314 } },
    ', above the average of ',
    { cell: { value: 90_000 } },
    '.',
  ]);
  const { charter, ...rest } = aCompletedCharter();
  expect(headline({ ...rest, charter: { ...charter, paxAshore: 4 } })[0]).toBe('Head count does not match: ');
});

test('fits on one screen with its sections and names no guest', () => {
  const document = compose('charter-debrief', aCompany(aCompletedCharter()), ['jada'], NOVEMBER_TO_DATE, 'Harbor');
  expect(document.title).toBe('Charter debrief: Sunset sail');
  expect(document.sections.map(({ id }) => id)).toEqual([
    'in-short',
    'what-happened',
    'timing',
    'money',
    'exceptions',
    'follow-ups',
    'definitions',
  ]);
  const text = textReport(document, { companyName: 'Harbor' });
  expect(text).not.toContain('GUESTNAME');
  expect(text).toMatch(/Cast off\s[\s\S]*14 min/);
});

describe('the trip', () => {
  const happened = (file: CharterFile) => {
    const document = compose('charter-debrief', aCompany(file), ['jada'], NOVEMBER_TO_DATE, 'Harbor');
    const text = textReport(document, { companyName: 'Harbor' });
    return text
      .slice(text.indexOf('What happened'), text.indexOf('Timing'))
      .replace(/ \[\d+\]/g, '')
      .replace(/\s+/g, ' ');
  };
  const { charter, ...rest } = aCompletedCharter();

  test('names boat, ports and channel', () => {
    expect(happened(aCompletedCharter())).toContain('Sailed Fri, Nov 20, 2026 on Jada: ');
    expect(happened({ ...rest, charter: { ...charter, departurePort: 'San Diego', returnPort: 'Avalon' } })).toContain(
      ': San Diego to Avalon; booked through Direct web.',
    );
    expect(
      happened({ ...rest, charter: { ...charter, departurePort: 'San Diego', returnPort: 'San Diego' } }),
    ).toContain(': San Diego and back; booked through Direct web.');
  });

  test('tells how long the crew was on duty once call and release are timed, and not before', () => {
    const claim = { userId: 'usr_1', name: 'Crew', state: 'checked_in', at: '2026-11-20T00:00:00.000Z' };
    const slot = { charterId: 'chr_A', role: 'deckhand', required: true, payCents: 1, tipShareWeight: 1, version: 1 };
    const slots = [
      { ...slot, id: 'slt_1', claim },
      { ...slot, id: 'slt_2', claim: { ...claim, state: 'worked' } },
      { ...slot, id: 'slt_3', claim: { ...claim, state: 'no_show' } },
    ] as unknown as CharterFile['slots'];
    expect(happened({ ...rest, charter, slots })).not.toContain('on duty');
    // Called at 00:28, released at 06:03: five hours and thirty-five minutes.
    const released = {
      name: 'crew_released',
      plannedAt: '2026-11-21T06:00:00.000Z',
      actualAt: '2026-11-21T06:03:00.000Z',
    } as (typeof charter.milestones)[number];
    const timed = { ...charter, milestones: [...charter.milestones, released] };
    expect(happened({ ...rest, charter: timed, slots })).toContain('; on duty: 2, for 5 h 35 min each.');
  });
});

describe('the main part fits a screen', () => {
  const textOf = (file: CharterFile) => {
    const document = compose('charter-debrief', aCompany(file), ['jada'], NOVEMBER_TO_DATE, 'Harbor');
    return textReport(document, { companyName: 'Harbor' }).split('Definitions and sources')[0] ?? '';
  };

  test('in at most sixty lines before what went wrong', () => {
    const [calm = ''] = textOf(aCompletedCharter()).split('\nExceptions');
    expect(calm.split('\n').length).toBeLessThanOrEqual(60);
  });

  test('with times of day, not a date in every cell', () => {
    expect(textOf(aCompletedCharter())).toMatch(/Cast off +\d+:\d\d [AP]M +\d+:\d\d [AP]M +14 min/);
  });

  test('with stations nobody timed in one line instead of rows of unknown', () => {
    const { charter, ...rest } = aCompletedCharter();
    const milestones = charter.milestones.map(({ actualAt, ...of }) =>
      of.name === 'cast_off' && actualAt !== undefined ? { ...of, actualAt } : of,
    );
    const lines = textOf({ ...rest, charter: { ...charter, milestones } });
    const timing = lines.slice(lines.indexOf('Timing'), lines.indexOf('Money'));
    expect(timing).not.toContain('unknown');
    if (milestones.length > 1) expect(timing).toContain('Not timed: ');
  });

  test('without the same unknown in two cards when the margin waits for a cost', () => {
    const { '5020': _, ...balances } = aCompletedCharter().balances;
    const text = textOf(aCompletedCharter({ balances }));
    expect(text.match(/unknown — record fuel and trip costs/g)).toHaveLength(1);
    expect(text).not.toContain('Margin against the average');
  });
});

test('a charter that cannot be judged is not said to have lost money', () => {
  const { '5020': _, ...balances } = aCompletedCharter().balances;
  const document = compose(
    'charter-debrief',
    aCompany(aCompletedCharter({ balances })),
    ['jada'],
    NOVEMBER_TO_DATE,
    'H',
  );
  const text = textReport(document, { companyName: 'H' }).replace(/\s+/g, ' ');
  expect(text).toContain('Not judged, for lack of records: sailed short of crew; charter lost money.');
  expect(text).toContain('Not judged yet: charter lost money');
});

test('a run that is not about a charter says so', () => {
  const document = compose('charter-debrief', aCompany(), ['jada'], NOVEMBER_TO_DATE, 'Harbor');
  expect(document.headline).toEqual(['No charter was completed.']);
});

test('a charter of another business is not there', () => {
  const document = compose('charter-debrief', aCompany(aCompletedCharter()), ['qos'], NOVEMBER_TO_DATE, 'Harbor');
  expect(JSON.stringify(document)).not.toContain('Sunset sail');
});

test('is about the day of the charter, not the month, and says on the first screen how it went', () => {
  const document = compose('charter-debrief', aCompany(aCompletedCharter()), ['jada'], NOVEMBER_TO_DATE, 'Harbor');
  expect(document.period).toEqual({ from: '2026-11-20', until: '2026-11-21' });
  const lines = textReport(document, { companyName: 'Harbor' }).split('\n');
  const first = lines.slice(0, lines.indexOf('What happened')).join('\n');
  expect(first.split('\n').length).toBeLessThan(30);
  expect(first).toContain('November 20, 2026');
  expect(first).toMatch(/Guests aboard +5/);
  expect(first).toMatch(/Departed on time +no/);
  expect(first).toMatch(/Revenue.* \$1,700\.00/);
  expect(first).toMatch(/above the average\s+\$1,203\.14/);
  expect(first).toMatch(/Exceptions +\d/);
  expect(document.sections.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'key-figures'))).toHaveLength(1);
});
