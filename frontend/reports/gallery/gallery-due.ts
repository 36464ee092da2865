import type { DueResponse } from '../../../shared/wire/reports.ts';

const AT = '2026-11-21T20:00:00.000Z';
const DECEMBER = '2026-12-01T16:00:00.000Z';
const REPORTS = [
  ['ceo', 'CEO report'],
  ['cfo', 'CFO report'],
  ['delivery-audit', 'Expert Yacht Delivery audit'],
] as const;
const PEOPLE = [
  'Harriet Lindqvist',
  'Ines Abernathy-Castellanos',
  'Jonah Merriweather',
  'Noor Vandermeer',
  'Priya Castellanos',
  'Bartholomew Oyelaran-Vandersteen of Harbor Excursions',
];
const CADENCES = ['each-charter', 'weekly', 'monthly'] as const;

const NOTHING: DueResponse = { asOf: AT, reports: [], lines: [], missed: [] };

const MANY: DueResponse = {
  ...NOTHING,
  reports: REPORTS.map(([report, title]) => ({ report, title, at: DECEMBER })),
  lines: PEOPLE.flatMap((recipientName, person) =>
    REPORTS.map(([report, title], at) => {
      const cadence = CADENCES[(person + at) % CADENCES.length] ?? 'monthly';
      const next = cadence === 'weekly' ? '2026-11-23T16:00:00.000Z' : DECEMBER;
      const due = cadence === 'each-charter' ? {} : { at: next };
      return { recipientId: `rcp_${person}`, recipientName, report, title, cadence, isOwn: person === 0, ...due };
    }),
  ),
  watch: { at: '2026-11-21T19:52:00.000Z', expected: 12, missing: 0 },
};

const ROW = {
  runKey: 'weekly.2026-11-16',
  occasion: 'weekly',
  dueAt: '2026-11-16T16:00:00.000Z',
  deadline: '2026-11-16T20:00:00.000Z',
  because: 'no run was made',
  noticedAt: '2026-11-16T20:00:00.000Z',
} as const;

const MISSED: DueResponse = {
  ...MANY,
  lines: MANY.lines.slice(0, 6),
  watch: { at: '2026-11-21T19:52:00.000Z', expected: 14, missing: 2 },
  missed: [
    { ...ROW, state: 'missed', hasRun: false },
    {
      ...ROW,
      runKey: 'charter.chr_08.1',
      state: 'missed',
      hasRun: true,
      occasion: 'charter',
      because: 'of 6 reports 1 could not be made',
    },
    ...['2026-11-09', '2026-11-02', '2026-10-26', '2026-10-19'].map((monday) => ({
      ...ROW,
      runKey: `weekly.${monday}`,
      state: 'late' as const,
      hasRun: true,
      dueAt: `${monday}T16:00:00.000Z`,
      deadline: `${monday}T20:00:00.000Z`,
      noticedAt: `${monday}T20:00:00.000Z`,
      arrivedAt: `${monday}T23:10:00.000Z`,
    })),
  ],
};

const STALE: DueResponse = { ...MANY, watch: { at: '2026-11-21T14:40:00.000Z', expected: 12, missing: 0 } };

/** What is due, in each state but those in which it is not known. */
export const DUES: Readonly<Record<string, DueResponse>> = {
  'nothing due': NOTHING,
  'many due': MANY,
  'missed and late': MISSED,
  'nobody watching': STALE,
};
