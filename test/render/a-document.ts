import type { Instant, LocalDate } from '../../shared/kernel/calendar.ts';
import type { Certainty } from '../../shared/kernel/measured.ts';
import type {
  ActionLine,
  Cell,
  Figure,
  FindingLine,
  ReportDocument,
  Section,
} from '../../shared/reports/document/report-document.ts';
import type { Letterhead } from '../../shared/reports/render/letterhead.ts';
import { definitions } from './a-definition.ts';

/** Figures as a test writes them. */
export const cents = (value: number, fact = 'recognised-revenue@group', certainty: Certainty = 'measured'): Figure => ({
  cell: { kind: 'cents', value },
  fact,
  certainty,
});
export const count = (value: number, fact = 'charters-performed@group'): Figure => ({
  cell: { kind: 'count', value },
  fact,
  certainty: 'measured',
});
export const cellFigure = (cell: Cell, fact?: string, certainty?: Certainty): Figure => ({
  cell,
  ...(fact === undefined ? {} : { fact }),
  ...(certainty === undefined ? {} : { certainty }),
});
export const words = (value: string): Figure => ({ cell: { kind: 'text', value } });
export const day = (value: string): Figure => ({ cell: { kind: 'day', value: value as LocalDate } });
export const unknown = (...missing: string[]): Figure => ({ cell: { kind: 'unknown', missing } });

/** A small document: one section, one paragraph, unless the test says otherwise. */
export function aDocument(changes: Partial<ReportDocument> = {}): ReportDocument {
  return {
    schema: 1,
    report: 'ceo',
    slug: 'ceo-report',
    title: 'CEO report',
    scope: { name: 'group', title: 'All companies', entityIds: ['dc', 'jada', 'qdn', 'qos'] },
    period: { from: '2026-11-01' as LocalDate, until: '2026-11-22' as LocalDate },
    asOf: '2026-11-21T20:00:00.000Z' as Instant,
    zone: 'America/Los_Angeles',
    headline: ['Revenue is ', cents(2_160_000), ' below plan.'],
    sections: [aSection()],
    ...changes,
  };
}

export function aSection(changes: Partial<Section> = {}): Section {
  return { id: 'summary', heading: 'Summary', blocks: [{ kind: 'paragraph', spans: ['All is well.'] }], ...changes };
}

/** The paper the samples are written on. */
export const letterhead: Letterhead = {
  companyName: 'Ship Captain Crew',
  footer:
    'You receive this because you subscribe to the CEO report. Change what you get, or ask about a figure, on the reports tab.',
  link: {
    label: 'Open this report in Ship Captain Crew',
    url: 'https://app.example.com/reports/ceo-report?run=r1&v=2',
  },
};

/** A report as rich as the CEO's: every kind of block and cell, unknowns, long names and a few hostile ones. */
export function aRichDocument(): ReportDocument {
  return aDocument({
    nextDue: '2026-12-01',
    headline: [
      'November is ',
      cents(2_160_000, 'revenue-gap@group'),
      ' short of plan and nothing is booked after the holidays.',
    ],
    sections: [
      summary(),
      revenue(),
      assets(),
      pipeline(),
      {
        id: 'shortfalls',
        heading: 'Critical shortfalls',
        count: findings().length,
        blocks: [{ kind: 'findings', findings: findings() }],
      },
      missingKpis(),
      {
        id: 'agenda',
        heading: '30-day agenda',
        count: agenda().length,
        blocks: [{ kind: 'actions', actions: agenda() }],
      },
      {
        id: 'definitions',
        heading: 'Definitions and sources',
        blocks: [{ kind: 'definitions', definitions: definitions() }],
      },
    ],
  });
}

function summary(): Section {
  return {
    id: 'summary',
    heading: 'Executive summary',
    blocks: [
      {
        kind: 'key-figures',
        figures: [
          {
            label: 'Recognised revenue',
            figure: cents(1_840_000),
            against: { label: 'Plan', figure: cents(4_000_000, 'revenue-target@group', 'target') },
            state: 'bad',
          },
          {
            label: 'Charters performed',
            figure: count(17),
            against: {
              label: 'Break-even',
              figure: cellFigure({ kind: 'count', value: 12 }, 'break-even@group', 'estimated'),
            },
            state: 'good',
          },
          {
            label: 'Unrestricted cash',
            figure: cents(-123_456, 'unrestricted-cash@group'),
            state: 'bad',
          },
          {
            label: 'Runway',
            figure: cellFigure({ kind: 'months', value: 34 }, 'runway@group', 'estimated'),
            against: {
              label: 'Last issue',
              figure: cellFigure({ kind: 'months', value: 41 }, 'runway@group', 'estimated'),
            },
            state: 'neutral',
          },
          { label: 'Equity documented', figure: unknown('equity holding', 'agreement on file'), state: 'unknown' },
          {
            label: 'Median response to an inquiry',
            figure: cellFigure({ kind: 'minutes', value: 80 }, 'response-time@group', 'measured'),
            state: 'neutral',
          },
        ],
      },
      {
        kind: 'paragraph',
        spans: [
          'Revenue of ',
          cents(1_840_000),
          ' is ',
          cellFigure({ kind: 'share', value: 4600 }, 'target-attainment@group', 'measured'),
          ' of plan. Getmyboat brought ',
          cellFigure({ kind: 'share', value: 6148 }, 'channel-concentration@group', 'measured'),
          ' of it, and the cap table is ',
          unknown('equity holding'),
          '.',
        ],
      },
      {
        kind: 'list',
        items: [
          ['Fixed costs are entered by hand: ', cents(800_000, 'fixed-costs@group', 'entered'), ' a month.'],
          ['The owner believes in a break-even of 6 charters; the records give ', count(12, 'break-even@group'), '.'],
        ],
      },
    ],
  };
}

function revenue(): Section {
  const row = (name: string, actual: number | null, plan: number, booked: number, id: string): Figure[] => [
    words(name),
    actual === null ? unknown('a journal entry in November') : cents(actual, `recognised-revenue@${id}`),
    cents(plan, `revenue-target@${id}`, 'target'),
    actual === null ? unknown('a journal entry in November') : cents(actual - plan, `revenue-gap@${id}`),
    count(booked, `charters-performed@${id}`),
    actual === null
      ? unknown('a journal entry in November')
      : cellFigure({ kind: 'share', value: 4600 + booked }, `target-attainment@${id}`, 'measured'),
  ];
  return {
    id: 'revenue',
    heading: 'Revenue against plan',
    blocks: [
      {
        kind: 'table',
        caption: 'Revenue by company, November to date',
        columns: [
          { heading: 'Company', align: 'left' },
          { heading: 'Revenue', align: 'right' },
          { heading: 'Plan', align: 'right' },
          { heading: 'Gap', align: 'right' },
          { heading: 'Charters', align: 'right' },
          { heading: 'Of plan', align: 'right' },
        ],
        rows: [
          row('JADA charters', 1_240_000, 2_500_000, 11, 'jada'),
          row('Queen of San Diego', 450_000, 1_000_000, 6, 'qos'),
          row('QuickDumpNow', 150_000, 500_000, 0, 'qdn'),
          row('DangerousCentaur', null, 0, 0, 'dc'),
        ],
        totals: [
          words('All companies'),
          cents(1_840_000),
          cents(4_000_000, 'revenue-target@group', 'target'),
          cents(-2_160_000, 'revenue-gap@group'),
          count(17),
          cellFigure({ kind: 'share', value: 4600 }, 'target-attainment@group', 'measured'),
        ],
      },
      {
        kind: 'table',
        caption: 'Contribution per charter',
        columns: [
          { heading: 'Channel', align: 'left' },
          { heading: 'Contribution', align: 'right' },
        ],
        rows: [
          [words('Getmyboat'), cents(71_250, 'contribution@getmyboat')],
          [words('Direct'), cents(104_000, 'contribution@direct')],
          [words('Sailo'), unknown('a payout from Sailo')],
        ],
      },
    ],
  };
}

function assets(): Section {
  const row = (name: string, owner: string, value: Figure, expires: Figure): Figure[] => [
    words(name),
    words(owner),
    value,
    expires,
  ];
  return {
    id: 'assets',
    heading: 'Asset inventory',
    count: 6,
    blocks: [
      {
        kind: 'table',
        caption: 'What the companies own or depend on',
        columns: [
          { heading: 'Asset', align: 'left' },
          { heading: 'Owner', align: 'left' },
          { heading: 'Value', align: 'right' },
          { heading: 'Next document expires', align: 'left' },
        ],
        rows: [
          row('JADA, 65 ft schooner', 'Captain', cents(42_500_000, 'asset-value@jada', 'entered'), day('2026-12-15')),
          row('3028 51st St', 'Property', cents(98_000_000, 'asset-value@rental', 'estimated'), day('2027-03-31')),
          row('queenofsandiego.com', 'CTO', unknown('a value for the domain'), day('2026-11-30')),
          row(
            'arn-like-function-name-that-nobody-shortened-because-nobody-reads-it-on-a-phone',
            'CTO and the contractor who wrote it, on alternate weeks',
            unknown('a value for the function'),
            unknown('a runtime end date'),
          ),
          row('"Crew & friends" <list>', "O'Brien", unknown('a value for the list'), unknown('a consent review date')),
          row('=HYPERLINK("http://evil.example","Open")', 'CMO', cents(0, 'asset-value@list'), day('2026-12-01')),
        ],
      },
    ],
  };
}

function pipeline(): Section {
  return {
    id: 'pipeline',
    heading: 'Pipeline and forward bookings',
    blocks: [
      {
        kind: 'paragraph',
        spans: [
          'The next charter sails on ',
          day('2026-11-28'),
          ', and its deposit arrived ',
          cellFigure({ kind: 'instant', value: '2026-11-20T01:05:00.000Z' as Instant, zone: 'America/Los_Angeles' }),
          '.',
        ],
      },
      {
        kind: 'table',
        caption: 'Held dates',
        columns: [
          { heading: 'Guest', align: 'left' },
          { heading: 'Value', align: 'right' },
        ],
        rows: [],
      },
    ],
  };
}

function findings(): readonly FindingLine[] {
  const finding = (
    id: string,
    severity: FindingLine['severity'],
    title: string,
    rest: Partial<FindingLine> = {},
  ): FindingLine => ({
    id,
    severity,
    title,
    category: 'Sales',
    gap: ['Confirmed revenue for the next 30 days is ', cents(310_000, 'forward-revenue@group'), '.'],
    impact: [
      'At the current burn of ',
      cents(790_000, 'net-burn@group'),
      ' a month, runway falls below the reserve floor.',
    ],
    fix: 'Offer weekday slots to past guests and send the list a December offer.',
    owner: 'CMO',
    ...rest,
  });
  return [
    finding('empty-pipeline', 'critical', 'Nothing is in the pipeline after December', {
      gap: ['There are ', count(0, 'open-leads@group'), ' qualified leads, quotes or holds.'],
    }),
    finding('customer-money-spent', 'critical', 'Money that belongs to guests has been spent', {
      category: 'Cash',
      owner: 'CFO',
      gap: ['Unrestricted cash is ', cents(-123_456, 'unrestricted-cash@group'), '.'],
    }),
    finding('equity-undocumented', 'critical', 'Nobody can say who owns Queen of San Diego', {
      category: 'Equity',
      owner: 'CEO',
      gap: ['The cap table is ', unknown('equity holding'), '.'],
      impact: [],
    }),
    finding('forward-revenue', 'high', 'Forward revenue is under half of plan'),
    finding('transition-undefined', 'high', 'The captain has no successor on file', {
      category: 'People',
      owner: 'CEO',
    }),
    finding('zero-ota-presence', 'high', 'No boat is listed on a marketplace', { category: 'Channels' }),
    finding('document-expiry', 'medium', 'The schooner’s inspection expires within 30 days', {
      category: 'Compliance',
    }),
    finding('concentration', 'medium', 'One channel brings most of the revenue'),
    finding('kpi-blindness', 'medium', 'Nine figures cannot be computed', { category: 'Data', owner: 'Accounting' }),
    finding('overdue-actions', 'medium', 'A quarter of all actions is overdue'),
    finding('hostile-title', 'low', '<script>alert(1)</script> & a title‮gnp.exe', {
      owner: '"><img src=x onerror=alert(1)>',
    }),
    finding('stale-copy', 'low', 'The list has not been written to for 180 days'),
  ];
}

function missingKpis(): Section {
  return {
    id: 'missing-kpis',
    heading: 'Missing KPIs',
    count: 3,
    blocks: [
      { kind: 'paragraph', spans: ['These figures cannot be computed until somebody records what they need.'] },
      {
        kind: 'list',
        items: [
          ['Customer acquisition cost: ', unknown('ad spend by channel')],
          ['Net promoter score: ', unknown('a guest survey', 'a reply', 'the charter it is about')],
          ['Equity documented: ', unknown('equity holding')],
        ],
      },
    ],
  };
}

function agenda(): readonly ActionLine[] {
  const action = (
    title: string,
    owner: string,
    dueOn: string,
    severity: ActionLine['severity'],
    effort: ActionLine['effort'],
  ) => ({
    title,
    owner,
    dueOn: dueOn as LocalDate,
    effort,
    severity,
    because: 'Nothing is booked after the holidays.',
  });
  return [
    action('Put the guests’ deposits back into the restricted account', 'CFO', '2026-11-23', 'critical', 'S'),
    action('Write to everyone who sailed this summer', 'CMO', '2026-11-24', 'critical', 'S'),
    action('Sign the cap table of Queen of San Diego', 'CEO', '2026-11-30', 'critical', 'M'),
    action('List JADA on Sailo with a bookable December', 'CMO', '2026-12-04', 'high', 'M'),
    action(
      'Write the captain’s handoff document and name who takes the helm while the captain is ashore',
      'CEO',
      '2026-12-11',
      'high',
      'L',
    ),
    action('Book the haul-out before the inspection expires', 'Ops', '2026-12-14', 'medium', 'S'),
  ].map((line, at) => ({ rank: at + 1, ...line }));
}
