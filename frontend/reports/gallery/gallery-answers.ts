import type { Instant, LocalDate } from '../../../shared/kernel/calendar.ts';
import type {
  CatalogResponse,
  CompareResponse,
  ListIssuesResponse,
  ListRunsResponse,
  RunResponse,
} from '../../../shared/wire/reports.ts';
import type { GalleryAnswer } from '../../components/gallery-server.ts';
import { DOCUMENT } from './gallery-samples.ts';

type Run = RunResponse['run'];
type Issue = Run['issues'][number];
type Delivery = RunResponse['deliveries'][number];

const AT = '2026-11-21T20:00:00.000Z' as Instant;
const OCTOBER = { from: '2026-10-01' as LocalDate, until: '2026-11-01' as LocalDate };

/** What one may ask for in the gallery. */
export const CATALOG: CatalogResponse = {
  reports: [
    {
      report: 'ceo',
      slug: 'ceo-report',
      title: 'CEO report',
      audience: 'CEO',
      perCharter: false,
      entityIds: ['jada', 'qos'],
    },
    {
      report: 'cfo',
      slug: 'cfo-report',
      title: 'CFO report',
      audience: 'CFO',
      perCharter: false,
      entityIds: ['jada', 'qos'],
    },
  ],
  entities: [
    { id: 'jada', name: 'JADA Charters' },
    { id: 'qos', name: 'Queen of San Diego Harbor Excursions and Events' },
  ],
  mayRun: true,
  lastMonth: '2026-10',
};

const issue = (title: string, state: Issue['state'], failure?: string): Issue => ({
  report: title.toLowerCase().replaceAll(' ', '-'),
  slug: title.toLowerCase().replaceAll(' ', '-'),
  title,
  scopeName: 'group',
  entityIds: ['jada', 'qos'],
  period: OCTOBER,
  recipientIds: [],
  state,
  ...(failure === undefined ? {} : { failure }),
});

const aRun = (key: string, state: Run['state'], issues: readonly Issue[]): Run => ({
  key,
  trigger: { kind: 'schedule', rhythm: 'monthly', dueOn: '2026-11-02' as LocalDate, dueAt: AT },
  state,
  createdAt: AT,
  createdBy: 'system',
  archivedOn: '2026-11-21' as LocalDate,
  issues,
  requested: ['ceo'],
  version: 1,
});

const delivery = (
  recipientName: string,
  state: Delivery['state'],
  parties: Delivery['parties'],
  more: Partial<Delivery> = {},
): Delivery => ({
  id: recipientName,
  runKey: 'troubled',
  report: 'ceo-report',
  scopeName: 'group',
  recipientId: recipientName,
  recipientName,
  addressMark: '',
  state,
  messageKey: '',
  messageDigest: '',
  revision: 1,
  readyAt: AT,
  attempt: 1,
  doubts: 0,
  parties,
  version: 1,
  ...more,
});

const BOUNCE = 'General: smtp; 550 5.1.1 the address does not exist here, and nobody of that name ever worked aboard';

const step = (action: string, object: string, data: RunResponse['steps'][number]['data'] = {}, actor = 'scc') => ({
  at: AT,
  actor,
  action,
  object,
  data: { report: 'ceo-report', ...data },
});

const TROUBLED: RunResponse = {
  run: {
    ...aRun('troubled', 'snapshotted', [
      issue('CEO report', 'archived'),
      issue('CFO report', 'failed', 'RangeError'),
      issue('CMO report', 'planned'),
    ]),
    waiting: { because: 'the mail account may reach 3 more recipients today; 8 are needed', since: AT },
  },
  deliveries: [
    delivery('Harriet Lindqvist', 'delivered', {
      to: { state: 'delivered', at: AT },
      bcc: { state: 'bounced', at: AT, detail: 'MailboxFull', isPassing: true },
    }),
    delivery(
      'Walter Okafor',
      'bounced',
      { to: { state: 'bounced', at: AT, detail: BOUNCE }, bcc: { state: 'delivered', at: AT } },
      { problem: BOUNCE },
    ),
    delivery(
      'Walter Okafor',
      'failed',
      { to: { state: 'failed', at: AT }, bcc: { state: 'failed', at: AT } },
      {
        id: 'Walter Okafor, again',
        revision: 2,
        refusedBySes: true,
        problem: 'Email address is not verified.',
      },
    ),
    delivery(
      'Noor Vandermeer',
      'unknown',
      { to: { state: 'unknown', at: AT }, bcc: { state: 'unknown', at: AT } },
      { problem: 'The connection broke while sending.' },
    ),
    delivery(
      'Ines Abernathy-Castellanos',
      'held',
      { to: { state: 'unknown', at: AT }, bcc: { state: 'unknown', at: AT } },
      { problem: 'no answer was recorded' },
    ),
    delivery(
      'Jonah Merriweather',
      'ready',
      { to: { state: 'waiting' }, bcc: { state: 'waiting' } },
      { nextAt: AT, problem: 'Throttling' },
    ),
    delivery('Priya Castellanos', 'sending', { to: { state: 'waiting' }, bcc: { state: 'waiting' } }),
  ],
  steps: [
    step('run.created', 'troubled', { report: 'ceo-report' }),
    step('issue.archived', 'troubled'),
    step('issue.failed', 'troubled', { report: 'cfo-report' }),
    step('delivery.bounced', 'Walter Okafor', { to: 'bounced', bcc: 'accepted', because: BOUNCE }, 'ses'),
    step(
      'delivery.sent-again',
      'Walter Okafor',
      { revision: 2, reason: 'The mailbox was moved; he asked for it by phone.' },
      'usr_gallery',
    ),
    step('delivery.unknown', 'Noor Vandermeer'),
    step('delivery.held', 'Ines Abernathy-Castellanos'),
  ],
};

const RECIPIENTS = [
  {
    id: 'Walter Okafor',
    name: 'Walter Okafor',
    status: 'suspended',
    suspendedBecause: 'Mail to this address bounced for good on 2026-11-21.',
  },
];

/** The runs of a month in each state. */
export const RUNS: ListRunsResponse = {
  month: '2026-11',
  runs: [
    aRun('pending', 'pending', []),
    aRun('running', 'snapshotted', [issue('CEO report', 'planned'), issue('CFO report', 'archived')]),
    aRun('complete', 'complete', [issue('CEO report', 'archived')]),
    aRun('troubled', 'complete-with-problems', TROUBLED.run.issues),
  ],
};

const ISSUES: ListIssuesResponse = {
  issues: ['monthly.2026-11', 'monthly.2026-10'].map((runKey) => ({
    report: 'ceo',
    slug: 'ceo-report',
    title: 'CEO report',
    scopeName: 'group',
    entityIds: ['jada', 'qos'],
    period: OCTOBER,
    occasion: 'monthly' as const,
    runKey,
    archivedOn: '2026-11-21' as LocalDate,
    madeAt: AT,
  })),
  next: 'older',
};

const side = { title: 'CEO report', scope: 'Harbor Group', period: OCTOBER, asOf: AT, zone: 'America/Los_Angeles' };
const COMPARED: CompareResponse = {
  report: 'ceo',
  left: side,
  right: { ...side, scope: 'JADA Charters' },
  figures: [
    {
      fact: 'unrestricted-cash@group',
      title: 'Unrestricted cash',
      change: 'down',
      before: { kind: 'cents', value: 4_485_986 },
      after: { kind: 'cents', value: 4_362_586 },
      difference: { kind: 'cents', value: -123_400 },
    },
    {
      fact: 'runway@jada',
      title: 'Runway',
      of: 'JADA Charters',
      change: 'now-unknown',
      before: { kind: 'months', value: 56 },
      after: { kind: 'unknown', missing: ['journal entries of JADA Charters for 2026-10'] },
    },
  ],
  unchanged: 148,
  findings: [
    { id: 'a', title: 'The reserve is below its floor', change: 'new', after: 'high' },
    { id: 'b', title: 'Too much through one channel', change: 'better', before: 'high', after: 'low' },
    { id: 'c', title: 'Late payouts', change: 'gone', before: 'medium' },
  ],
};

/** Stand in the address of what the gallery shows still loading, failed, old or empty. */
export const PLACES = {
  loading: 'gallery-loading',
  failed: 'gallery-failed',
  old: 'gallery-old',
  empty: 'gallery-empty',
};

/** What the server would say; the gallery has none. */
export function answerTo(url: URL): GalleryAnswer | undefined {
  if (url.href.includes(PLACES.loading)) return { comes: 'never' };
  if (url.href.includes(PLACES.failed)) return { comes: 'failed' };
  const body = bodyOf(url);
  if (body === undefined) return undefined;
  return { comes: url.href.includes(PLACES.old) ? 'at first' : 'now', body };
}

function bodyOf({ pathname, href }: URL): unknown {
  const isEmpty = href.includes(PLACES.empty);
  if (pathname === '/api/reports/catalog') return CATALOG;
  if (pathname === '/api/register/recipient') return { records: RECIPIENTS };
  if (pathname === '/api/reports/issues') return isEmpty ? { issues: [] } : ISSUES;
  if (pathname === '/api/reports/compare') return isEmpty ? { ...COMPARED, figures: [], findings: [] } : COMPARED;
  if (pathname.endsWith('/json')) {
    return href.includes(PLACES.old) ? { ...DOCUMENT, sections: DOCUMENT.sections.slice(0, 1) } : DOCUMENT;
  }
  if (!pathname.startsWith('/api/reports/runs/')) return undefined;
  return isEmpty ? { run: RUNS.runs[0], deliveries: [], steps: [] } : TROUBLED;
}
