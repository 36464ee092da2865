import { describe, expect, test } from 'vitest';
import type { Month } from '../../shared/kernel/calendar.ts';
import type { Period } from '../../shared/kernel/period.ts';
import { monthPeriod } from '../../shared/kernel/period.ts';
import type { MonthBalances } from '../../shared/records/journal.ts';
import { RECORD_KINDS } from '../../shared/records/registry.ts';
import type { Snapshot } from '../../shared/records/snapshot.ts';
import { compose } from '../../shared/reports/compose.ts';
import { chartTable } from '../../shared/reports/document/chart-table.ts';
import { documentProblems } from '../../shared/reports/document/invariants.ts';
import type { Block, ReportDocument, Section, Span } from '../../shared/reports/document/report-document.ts';
import { factSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { aMonth, anEntity, anUpcomingCharter, aSnapshot, NOVEMBER_TO_DATE, OCTOBER } from '../facts/a-snapshot.ts';
import { aCompany } from './a-company.ts';

const IDS = ['dc', 'jada', 'qdn', 'qos'];
const ceo = (snapshot: Snapshot, ids = IDS, period = NOVEMBER_TO_DATE) =>
  compose('ceo', snapshot, ids, period, 'Harbor Group');

test('has every section, in order, and names its scope', () => {
  const document = ceo(aCompany());
  expect(document.sections.map(({ id }) => id)).toEqual([
    'summary',
    'assets',
    'revenue',
    'pipeline',
    'people',
    'shortfalls',
    'missing',
    'agenda',
    'decisions',
    'definitions',
  ]);
  expect(document).toMatchObject({
    report: 'ceo',
    slug: 'ceo-report',
    scope: { name: 'group', title: 'Harbor Group', entityIds: IDS },
  });
  expect(ceo(aCompany(), ['jada', 'qos']).scope).toMatchObject({
    name: 'jada+qos',
    title: 'JADA Charters, Queen of San Diego',
  });
});

test('what somebody promised is ranked on the agenda, with what it is worth as entered', () => {
  const company = aCompany();
  const promise = {
    id: 'act_lease',
    entityId: 'jada',
    title: 'Renew the slip lease',
    ownerRole: 'CEO',
    severity: 'critical',
    dueOn: '2026-12-01',
    status: 'open',
    effort: 'S',
    impactCents: 9_990_000,
  };
  const action = { state: 'read', records: [promise] } as never;
  const document = ceo({ ...company, registers: { ...company.registers, action } });
  const agenda = document.sections.find(({ id }) => id === 'agenda');
  const [line] = (agenda?.blocks ?? []).flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  // critical 100 × (1 + log10(1 + $99,900 ÷ 100)) ÷ small 1 = 400, more than any finding of this company
  expect(line).toMatchObject({
    rank: 1,
    title: 'JADA Charters: Renew the slip lease',
    dueOn: '2026-12-01',
    effort: 'S',
  });
  const [items] = (agenda?.blocks ?? []).flatMap((block) => (block.kind === 'list' ? [block.items] : []));
  expect(items).toMatchObject([
    [
      'JADA Charters: Renew the slip lease: worth ',
      { cell: { kind: 'cents', value: 9_990_000 }, certainty: 'entered', fact: 'promised-impact@promise-act_lease' },
      '.',
    ],
  ]);
  expect(documentProblems(document)).toEqual([]);
});

test('is fit to issue from a full company, an empty one, and one of which any one source is gone', () => {
  const gone = { state: 'unreadable', because: 'timeout' } as const;
  const company = aCompany();
  const lacking = RECORD_KINDS.map((kind) => ({ ...company, registers: { ...company.registers, [kind]: gone } }));
  for (const snapshot of [
    company,
    aSnapshot(),
    { ...company, balances: gone },
    { ...company, upcoming: gone },
    ...lacking,
  ]) {
    const document = ceo(snapshot);
    expect(documentProblems(document)).toEqual([]);
    expect(JSON.stringify(document).match(/NaN|undefined|Infinity|null/)).toBeNull();
  }
});

test('leads with the worst shortfall', () => {
  expect(text(ceo(aCompany()).headline)).toBe(
    'Below break-even: for {3} full months in a row fewer charters sailed than the {10} a month needs now.',
  );
});

test('shows at most eight shortfalls, worst first, and says how many more there are', () => {
  const shortfalls = section(ceo(aCompany()), 'shortfalls');
  const [findings] = shortfalls.blocks.filter((block) => block.kind === 'findings');
  expect(findings?.findings).toHaveLength(8);
  expect(findings?.findings.map(({ severity }) => severity)).toEqual([
    ...Array(5).fill('critical'),
    ...Array(3).fill('high'),
  ]);
  expect(words(shortfalls)).toContain('Beside these, less urgent: {1} (too many figures are not known).');
  expect(words(shortfalls)).toContain(
    'Checked and not found: empty pipeline; a reportable incident is not reported; charters booked on a vessel out of service.',
  );
});

test('has one agenda line for every shortfall and every rule that could not be judged', () => {
  const actions = section(ceo(aCompany()), 'agenda').blocks.find((block) => block.kind === 'actions');
  const lines = actions?.actions ?? [];
  expect(lines).toHaveLength(11);
  expect(lines.map(({ title }) => title)).toContain('Record channel listings of Queen of San Diego');
});

test('asks for decisions with what is at stake and the day the agenda needs them', () => {
  expect(words(section(ceo(aCompany()), 'decisions'))).toContain(
    'Raise prices, cut fixed cost, or sell more charters: which comes first; at stake: {-230000}; needed by {2026-12-07}.',
  );
});

test('asks first for the decision that is needed first', () => {
  const days = words(section(ceo(aCompany()), 'decisions')).match(/needed by \{[0-9-]+\}/g) ?? [];
  expect(days.length).toBeGreaterThan(1);
  expect(days).toEqual([...days].sort());
});

test('computes what is missing from the registry, what unlocks most first', () => {
  const document = ceo(aCompany());
  const sheet = factSheet(aCompany(), IDS, NOVEMBER_TO_DATE);
  const missing = section(document, 'missing');
  const unknown = sheet.facts.filter((fact) => fact.scope === 'group' && fact.measured.state === 'unknown');
  expect(unknown.filter(({ meaning }) => (meaning.owner ?? 'CEO') === 'CEO')).toHaveLength(19);
  expect(sheet.measuredOf('missing-kpis')).toMatchObject({ value: unknown.length });
  expect(words(missing)).toContain(`Figures of the business that are not known: {${unknown.length}}.`);
  const [table] = missing.blocks.filter((block) => block.kind === 'table');
  const records = table?.rows.map(([record]) => (record?.cell.kind === 'text' ? record.cell.value : ''));
  expect(records?.[0]).toBe('journal entries of DangerousCentaur for Jan 2026 to Nov 2026');
  expect(records).toContain('journal entries of DangerousCentaur for Jan 2026 to Nov 2026');
  expect(missing.count).toBe(records?.length);
});

test('a company with every source gone still gets its report: it says what to record', () => {
  const gone = { state: 'unreadable', because: 'timeout' } as const;
  const registers = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, gone])) as unknown as Snapshot['registers'];
  const document = ceo({ ...aCompany(), registers, balances: gone, upcoming: gone }, ['jada']);
  expect(words(section(document, 'missing'))).toContain('journal entries, which could not be read (timeout)');
  expect(text(document.headline)).toContain('Too many figures are not known');
});

describe('what changed', () => {
  const before = factSheet(aCompany(), IDS, NOVEMBER_TO_DATE);

  test('cannot be told in the first issue, nor in a preview, and says so', () => {
    expect(words(section(ceo(aCompany()), 'summary'))).toContain('There is no earlier issue to show changes against.');
  });

  test('follows the sign of each figure', () => {
    const later = { ...aCompany(), upcoming: { state: 'read' as const, records: [anUpcomingCharter({}, 100_000)] } };
    const document = compose('ceo', later, IDS, NOVEMBER_TO_DATE, 'Harbor Group', { previous: before });
    expect(words(section(document, 'summary'))).toContain(
      'Since the last issue, {2026-11-21}: Confirmed for the next 30 days down from {424000} to {100000}.',
    );
  });

  test('does not compare the revenue of one month with that of another', () => {
    const october = compose('ceo', aCompany(), ['jada'], OCTOBER, 'Harbor Group', {
      previous: factSheet(aCompany(), ['jada'], NOVEMBER_TO_DATE),
    });
    expect(words(section(october, 'summary'))).not.toMatch(/revenue (up|down)/i);
  });
});

describe('the key figure of charters', () => {
  const sailed = (month: string, performed: number) =>
    aMonth(month, { operations: { performed }, margin: { performed, contribution: performed * 100_000 } });
  const records = { entity: [anEntity()], 'fixed-cost': [{ name: 'Slip', centsPerMonth: 400_000, from: '2026-01' }] };
  const state = (balances: readonly MonthBalances[], period: Period) => {
    const [block] = section(ceo(aSnapshot({ balances, records }), ['jada'], period), 'summary').blocks;
    const figures = block?.kind === 'key-figures' ? block.figures : [];
    return figures.find(({ label }) => label === 'Charters sailed')?.state;
  };
  const before = ['2026-08', '2026-09'].map((month) => sailed(month, 4));

  test('judges a month that is over', () => {
    expect(state([...before, sailed('2026-10', 3)], OCTOBER)).toBe('bad');
    expect(state([...before, sailed('2026-10', 4)], OCTOBER)).toBe('good');
  });

  test('does not call a running month short for not being over', () => {
    const upToOctober = [...before, sailed('2026-10', 4)];
    expect(state([...upToOctober, sailed('2026-11', 3)], NOVEMBER_TO_DATE)).toBe('neutral');
    expect(state([...upToOctober, sailed('2026-11', 4)], NOVEMBER_TO_DATE)).toBe('good');
  });
});

describe('revenue in words', () => {
  const company = (revenue: number) =>
    aSnapshot({
      balances: [aMonth('2026-11', { accounts: { '4010': -revenue } })],
      records: { entity: [anEntity()], target: [{ month: '2026-11', metric: 'revenue', value: 900_000 }] },
    });

  test.each([
    [629_999, 'below target'],
    [630_000, 'at target'],
    [630_001, 'above target'],
  ])('%i of the 630,000 cents due by then is %s', (revenue, side) => {
    expect(words(section(ceo(company(revenue), ['jada']), 'summary'))).toContain(
      `Revenue is {${revenue}}, ${side} to date`,
    );
  });
});

describe('what reads wrong when not everything is recorded', () => {
  const gone = { state: 'read' as const, records: [] };
  const without = (...kinds: readonly ('equity-holding' | 'key-person' | 'subscription')[]) => {
    const company = aCompany();
    return {
      ...company,
      registers: { ...company.registers, ...Object.fromEntries(kinds.map((kind) => [kind, gone])) },
    };
  };

  test('key people nobody recorded are asked for once, not twice in one line', () => {
    const people = words(section(ceo(without('key-person')), 'people'));
    expect(people).toContain('Key people without a transition day or handoff: {unknown}.');
    expect(people).not.toContain('{unknown} of {unknown}');
  });

  test('figures of which none is known are one sentence, not a table of the word unknown', () => {
    const pipeline = section(ceo(without('subscription')), 'pipeline');
    expect(words(pipeline)).toContain(
      'Running subscriptions; Monthly recurring revenue; Subscriptions past due: {unknown}.',
    );
    expect(JSON.stringify(pipeline)).not.toContain('Subscriptions, as of now');
  });

  test('a business of which nothing is known stands below the table, and the totals are those whose books are kept', () => {
    const revenue = section(ceo(aCompany()), 'revenue');
    expect(words(revenue)).toContain('DangerousCentaur: {unknown}.');
    const [table] = revenue.blocks.filter((block) => block.kind === 'table');
    expect(table?.rows.map(([name]) => name?.cell)).not.toContainEqual({ kind: 'text', value: 'DangerousCentaur' });
    expect(table?.totals?.slice(0, 2)).toMatchObject([
      { cell: { value: 'Where books are kept' } },
      { fact: 'tracked-revenue@group' },
    ]);
  });

  test('an action that asks for records does not claim the shortfall it would judge', () => {
    const block = section(ceo(without('key-person')), 'agenda').blocks.find(({ kind }) => kind === 'actions');
    const lines = block?.kind === 'actions' ? block.actions : [];
    const because = lines.find(({ title }) => title.startsWith('Record key people of'))?.because;
    expect(because).toBe('Not judged yet: key people without a handoff');
  });
});

test('where not all is known, the summary tells each business against its own target, and of whom that is not known', () => {
  // October: jada earned $3,700 of $9,000, qos $5,000 of $9,000; the agency has no target and qdn no entry.
  expect(words(section(ceo(aCompany(), IDS, OCTOBER), 'summary'))).toContain(
    'JADA Charters is below target (gap {-530000}); Queen of San Diego is below target (gap {-400000}). Not known against target: DangerousCentaur, QuickDumpNow.',
  );
  expect(words(section(ceo(aCompany(), IDS, OCTOBER), 'revenue'))).toContain(
    'No journal entry in the last full month: DangerousCentaur, QuickDumpNow.',
  );
});

describe('a month that still runs', () => {
  test('is not told how far it is from the target of the whole month', () => {
    expect(JSON.stringify(section(ceo(aCompany()), 'revenue'))).not.toContain('"revenue-gap@');
  });

  test('is said to be short of its break-even only once it is over', () => {
    expect(words(section(ceo(aCompany()), 'summary'))).toMatch(/still to sail to break even: /);
    expect(words(section(ceo(aCompany(), IDS, OCTOBER), 'summary'))).toMatch(/; short of break-even by /);
  });

  test('says that the target beside its revenue is that of the whole period', () => {
    const running = section(ceo(aCompany()), 'revenue');
    const over = section(ceo(aCompany(), IDS, OCTOBER), 'revenue');
    const headings = ({ blocks }: Section) =>
      blocks.flatMap((block) => (block.kind === 'table' ? block.columns.map(({ heading }) => heading) : []));
    expect(headings(running)).toContain('Target, whole period');
    expect(headings(over)).toContain('Target');
  });
});

test('assets are counted before they are named, one vessel, two vessels', () => {
  expect(words(section(ceo(aCompany()), 'assets'))).toMatch(/\{1\} vessel\b/);
  expect(words(section(ceo(aCompany()), 'assets'))).not.toMatch(/vessel \{1\}/);
});

test('a business with nothing to value has a dash, not a value of zero', () => {
  const [table] = section(ceo(aCompany()), 'assets').blocks.filter((block) => block.kind === 'table');
  const values = table?.rows.map((row) => row[2]?.cell);
  expect(values).toContainEqual({ kind: 'text', value: '–' });
  expect(values).not.toContainEqual({ kind: 'cents', value: 0 });
});

test('every number that names a fact is that fact, to the cent', () => {
  const sheet = factSheet(aCompany(), IDS, NOVEMBER_TO_DATE);
  const values = new Map(
    sheet.facts.map(({ key, measured }) => [key, measured.state === 'unknown' ? undefined : measured.value]),
  );
  let checked = 0;
  JSON.stringify(ceo(aCompany()), (_, value: unknown) => {
    const { fact, cell } = (value ?? {}) as { fact?: string; cell?: { kind: string; value?: unknown } };
    if (fact !== undefined && cell !== undefined) {
      expect(values.has(fact), fact).toBe(true);
      expect(cell.value, fact).toBe(values.get(fact));
      checked += 1;
    }
    return value;
  });
  expect(checked).toBeGreaterThan(100);
});

test('every computed figure has a definition in the appendix', () => {
  const document = ceo(aCompany());
  const [block] = section(document, 'definitions').blocks;
  const defined = new Set(block?.kind === 'definitions' ? block.definitions.map(({ fact }) => fact) : []);
  const recorded = new Set(
    factSheet(aCompany(), IDS, NOVEMBER_TO_DATE)
      .definitions.filter((of) => of.formula === 'as recorded')
      .map(({ id }) => id),
  );
  const used = [...JSON.stringify(document.sections).matchAll(/"fact":"([a-z0-9-]+)@/g)].map((match) => match[1] ?? '');
  expect(used.filter((id) => !defined.has(id) && !recorded.has(id))).toEqual([]);
});

test('sentences hold no number of their own but the spans they speak of', () => {
  const document = ceo(aCompany());
  const spans = document.sections
    .filter(({ id }) => id !== 'missing')
    .flatMap((of) => of.blocks.flatMap(sentences))
    .flat();
  const typed = spans.filter((span) => typeof span === 'string').join(' ');
  expect(typed.replace(/\b(30|60|35|14) days\b/g, '')).not.toMatch(/\d/);
});

test('a past month is reported whole', () => {
  const document = compose('ceo', aCompany(), ['jada'], monthPeriod('2026-10' as Month), 'Harbor Group', {
    nextDue: '2026-12-01',
  });
  expect(document).toMatchObject({ period: OCTOBER, nextDue: '2026-12-01' });
});

test('there is no report by another name', () => {
  expect(() => compose('cfo-of-another-company', aCompany(), ['jada'], OCTOBER, 'Harbor Group')).toThrow(RangeError);
});

function section(document: ReportDocument, id: string): Section {
  const found = document.sections.find((held) => held.id === id);
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
}

function words(of: Section): string {
  return of.blocks.flatMap(sentences).map(text).join('\n');
}

function sentences(block: Block): readonly (readonly Span[])[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.spans];
    case 'list':
      return block.items;
    case 'findings':
      return block.findings.flatMap(({ gap, impact }) => [gap, impact]);
    case 'table':
      return block.rows;
    case 'chart':
      return [block.summary, ...chartTable(block).rows];
    case 'key-figures':
    case 'actions':
    case 'definitions':
      return [];
  }
}

function text(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      if (typeof span === 'string') return span;
      return span.cell.kind === 'unknown'
        ? '{unknown}'
        : span.cell.kind === 'text'
          ? span.cell.value
          : `{${span.cell.value}}`;
    })
    .join('');
}
