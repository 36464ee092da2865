import { describe, expect, test } from 'vitest';
import type { Period } from '../../shared/kernel/period.ts';
import { compose } from '../../shared/reports/compose.ts';
import { decodedDocument } from '../../shared/reports/document/decoder.ts';
import { documentProblems } from '../../shared/reports/document/invariants.ts';
import type { KeyFigure, ReportDocument } from '../../shared/reports/document/report-document.ts';
import { factSheet } from '../../shared/reports/facts/fact-sheet.ts';
import type { DashboardPart } from '../../shared/reports/personas/dashboard/parts.ts';
import { DASHBOARD_PARTS, figuresOfPart, sheetOfParts } from '../../shared/reports/personas/dashboard/parts.ts';
import { aMonth, aSnapshot, NOVEMBER_TO_DATE, OCTOBER } from '../facts/a-snapshot.ts';
import { aCompany } from './a-company.ts';

const GROUP = ['dc', 'jada', 'qdn', 'qos'];

function composed(
  parts: readonly DashboardPart[] = DASHBOARD_PARTS,
  snapshot = aCompany(),
  ids = GROUP,
  period: Period = NOVEMBER_TO_DATE,
): ReportDocument {
  const document = compose('dashboard', snapshot, ids, period, 'Harbor Group', { parts });
  expect(documentProblems(document)).toEqual([]);
  return document;
}

function cards(document: ReportDocument, section = 'figures'): readonly KeyFigure[] {
  const blocks = document.sections.find(({ id }) => id === section)?.blocks ?? [];
  return blocks.flatMap((block) => (block.kind === 'key-figures' ? block.figures : []));
}

function card(document: ReportDocument, label: string): KeyFigure | undefined {
  return document.sections.flatMap(({ id }) => cards(document, id)).find((one) => one.label === label);
}

const ids = (figures: readonly KeyFigure[]) => figures.map(({ figure }) => figure.fact?.split('@')[0]);
const JADA = ['jada'];
const BOOKS_OF_TWO = ['jada', 'qos'].map((id) => aMonth('2026-11', { accounts: { '1010': 1, '4010': -100_000 } }, id));

describe('what the dashboard says', () => {
  test('the chief executive sees what the month brought, what is coming and what there is to spend', () => {
    expect(ids(cards(composed(['ceo'], aCompany(), JADA)))).toEqual([
      'recognised-revenue',
      'performed-charters',
      'booked-charters',
      'confirmed-30-days',
      'weighted-pipeline',
      'unrestricted-cash',
    ]);
  });

  test('where one business keeps no books, runway and burn are those of the others, and say so', () => {
    const labels = cards(composed(['cfo']), 'finance').map(({ label }) => label);
    expect(labels).toEqual(
      expect.arrayContaining(['Runway where books are kept', 'Net burn per month where books are kept']),
    );
    expect(labels).not.toContain('Runway');
  });

  test('revenue where books are kept stands beside the target of those businesses, by name', () => {
    const company = aCompany();
    const kept = { ...company, balances: aSnapshot({ balances: BOOKS_OF_TWO }).balances };
    // Each of the two is meant to bring $9,000 in November.
    expect(card(composed(['ceo'], kept, ['dc', 'jada', 'qos']), 'Revenue where books are kept')?.against).toMatchObject(
      {
        label: 'target of JADA Charters and Queen of San Diego',
        figure: { cell: { kind: 'cents', value: 1_800_000 } },
      },
    );
  });

  test('security and technical debt are told apart, each by severity', () => {
    const blocks = composed(['technical']).sections.find(({ id }) => id === 'technical')?.blocks ?? [];
    const charts = blocks.flatMap((block) => (block.kind === 'chart' ? [block] : []));
    expect(charts.map(({ title }) => title)).toEqual([
      'Open security items by severity',
      'Open technical debt by severity',
    ]);
    expect(charts.map(({ points }) => points.map(({ values }) => values[0]?.fact?.split('@')[0]))).toEqual(
      ['open-items', 'debt-items'].map((kind) =>
        ['critical', 'high', 'medium', 'low'].map((severity) => `${kind}-${severity}`),
      ),
    );
  });

  test('the finance chief sees runway, burn, cash, break-even and contribution', () => {
    expect(ids(cards(composed(['cfo'], aCompany(), JADA), 'finance'))).toEqual(
      expect.arrayContaining([
        'runway',
        'net-burn',
        'unrestricted-cash',
        'break-even-charters',
        'average-contribution',
      ]),
    );
  });

  test('cash stands on the page once, whoever sees both parts', () => {
    const document = composed(['ceo', 'cfo'], aCompany(), JADA);
    const shown = [...cards(document), ...cards(document, 'finance')];
    expect(ids(shown).filter((id) => id === 'unrestricted-cash')).toHaveLength(1);
  });

  test('twelve months of revenue against target are drawn, and the charters of each stand beside them', () => {
    const months = composed([]).sections.find(({ id }) => id === 'months')?.blocks ?? [];
    const [chart, table] = months;
    expect(chart?.kind === 'chart' && [chart.chart, chart.series, chart.points.length]).toEqual([
      'revenue-against-target',
      ['Revenue', 'Target'],
      12,
    ]);
    // August: three charters of jada and four of qos
    const august =
      table?.kind === 'table'
        ? table.rows.find(([month]) => month?.cell.kind === 'month' && month.cell.value === '2026-08')
        : undefined;
    expect(august?.slice(1).map(({ cell }) => cell)).toEqual([
      { kind: 'count', value: 7 },
      { kind: 'count', value: 6 },
    ]);
  });

  test('every charter business stands on every booking platform, in words; what is not recorded is unknown', () => {
    const table = composed(['marketing']).sections.find(({ id }) => id === 'listings')?.blocks[0];
    const rows = table?.kind === 'table' ? table.rows : [];
    expect(rows.map(([business, getmyboat]) => [business?.cell, getmyboat?.cell])).toEqual([
      [
        { kind: 'text', value: 'JADA Charters' },
        { kind: 'text', value: 'Live' },
      ],
      [
        { kind: 'text', value: 'Queen of San Diego' },
        { kind: 'unknown', missing: ['channel listing of Queen of San Diego on GetMyBoat'] },
      ],
    ]);
  });

  test('a running month is not called short of a goal it still has days for', () => {
    expect(card(composed([], aCompany(), JADA), 'Charters sailed')?.state).not.toBe('bad');
  });

  test('a running month is up on the one before once it is above it, and until then says nothing of up or down', () => {
    const charters = (document: ReportDocument) => card(document, 'Charters booked')?.trend;
    // November has four bookings of jada by the 21st, October had four
    expect(charters(composed([], aCompany(), JADA))).toEqual({
      direction: 'open',
      spans: [
        { cell: { kind: 'count', value: 4 }, certainty: 'measured', fact: 'month-booked@2026-10' },
        ' in the month before',
      ],
    });
    expect(charters(composed([], aCompany(), JADA, OCTOBER))?.direction).toBe('level');
  });

  test('cash says which way it went since the end of the month before', () => {
    // 350,000 a month for four months, less deposits of 120,000 in November: 1,280,000 after 1,050,000
    const trend = card(composed(['cfo'], aCompany(), JADA), 'Unrestricted cash')?.trend;
    expect(trend?.direction).toBe('up');
    expect(JSON.stringify(trend?.spans)).toContain('1050000');
  });

  test('prints unknown, never zero, where nothing is recorded', () => {
    const shown = cards(composed(['ceo'], aSnapshot(), JADA));
    expect(shown.length).toBeGreaterThan(3);
    expect(shown.filter(({ figure, state }) => figure.cell.kind !== 'unknown' || state !== 'unknown')).toEqual([]);
  });

  test('what it says is what the CEO report of the same snapshot says', () => {
    const ceo = JSON.stringify(compose('ceo', aCompany(), JADA, NOVEMBER_TO_DATE, 'Harbor Group'));
    for (const { figure } of cards(composed(['ceo'], aCompany(), JADA)).filter(({ label }) =>
      /Revenue|sailed|cash/.test(label),
    ))
      expect(ceo).toContain(JSON.stringify(figure.cell));
  });

  test('is read back as it was written', () => {
    const document = composed();
    expect(decodedDocument(JSON.parse(JSON.stringify(document)))).toEqual({ ok: true, value: document });
  });
});

describe('who sees what', () => {
  test.each(DASHBOARD_PARTS)('without the part %s no byte names or holds a figure of it', (part) => {
    const others = DASHBOARD_PARTS.filter((one) => one !== part);
    const open = new Set([...others.flatMap(figuresOfPart)]);
    // the chief executive's findings rest on figures of other parts, which that report's readers hold anyway
    for (const parts of [[], ...(part === 'ceo' ? [others] : [others.filter((one) => one !== 'ceo')])]) {
      const text = JSON.stringify(composed(parts));
      const own = figuresOfPart(part).filter((id) => !(parts.length > 0 && open.has(id)));
      for (const id of own) {
        expect(text).not.toContain(`"${id}@`);
        expect(text).not.toContain(`"fact":"${id}"`);
      }
    }
  });

  test('amounts only the finance chief holds are in no byte of a captain’s dashboard', () => {
    const canary = aCompany();
    const full = composed(['cfo'], canary, JADA);
    const amounts = cards(full, 'finance').flatMap(({ figure }) =>
      figure.cell.kind === 'cents' ? [String(figure.cell.value)] : [],
    );
    expect(amounts.length).toBeGreaterThan(2);
    const bare = JSON.stringify(composed([], canary, JADA));
    expect(amounts.filter((amount) => bare.includes(`:${amount}}`) || bare.includes(`:${amount},`))).toEqual([]);
  });

  test('a section cannot ask for a figure its reader was not granted', () => {
    const open = sheetOfParts(factSheet(aCompany(), GROUP, NOVEMBER_TO_DATE), ['marketing']);
    expect(open.has('runway')).toBe(false);
    expect(() => open.get('runway')).toThrow(RangeError);
    expect(open.facts.some(({ meaning }) => meaning.id === 'runway')).toBe(false);
  });

  test('where nothing is said of parts, as in a mail, there is only the common one', () => {
    const said = compose('dashboard', aCompany(), GROUP, NOVEMBER_TO_DATE, 'Harbor Group');
    expect(said).toEqual(composed([]));
  });
});
