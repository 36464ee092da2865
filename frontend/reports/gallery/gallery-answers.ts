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
  problem?: string,
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
  ...(problem === undefined ? {} : { problem }),
});

const TROUBLED: RunResponse = {
  run: aRun('troubled', 'complete-with-problems', [
    issue('CEO report', 'archived'),
    issue('CFO report', 'failed', 'The books of October could not be read.'),
    issue('CMO report', 'planned'),
  ]),
  deliveries: [
    delivery('Harriet Lindqvist', 'accepted', { to: { state: 'accepted' }, bcc: { state: 'accepted' } }),
    delivery(
      'Walter Okafor',
      'failed',
      { to: { state: 'failed' }, bcc: { state: 'accepted' } },
      'The address does not exist.',
    ),
    delivery(
      'Noor Vandermeer',
      'unknown',
      { to: { state: 'unknown' }, bcc: { state: 'unknown' } },
      'The connection broke while sending.',
    ),
    delivery('Jonah Merriweather', 'ready', { to: { state: 'waiting' }, bcc: { state: 'waiting' } }),
    delivery('Priya Castellanos', 'sending', { to: { state: 'waiting' }, bcc: { state: 'waiting' } }),
  ],
  steps: [
    { at: AT, action: 'run.created', object: 'troubled', data: {} },
    { at: AT, action: 'issue.archived', object: 'troubled', data: { report: 'ceo-report' } },
    { at: AT, action: 'issue.failed', object: 'troubled', data: { report: 'cfo-report' } },
    { at: AT, action: 'delivery.failed', object: 'Walter Okafor', data: { report: 'ceo-report' } },
    { at: AT, action: 'delivery.unknown', object: 'Noor Vandermeer', data: { report: 'ceo-report' } },
    { at: AT, action: 'run.completed', object: 'troubled', data: { issues: 3 } },
  ],
};

/** The runs of a month in each state. */
export const RUNS: ListRunsResponse = {
  month: '2026-11',
  runs: [
    aRun('pending', 'pending', []),
    aRun('running', 'snapshotted', [issue('CEO report', 'planned'), issue('CFO report', 'archived')]),
    aRun('complete', 'complete', [issue('CEO report', 'archived')]),
    TROUBLED.run,
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
  if (pathname === '/api/reports/issues') return isEmpty ? { issues: [] } : ISSUES;
  if (pathname === '/api/reports/compare') return isEmpty ? { ...COMPARED, figures: [], findings: [] } : COMPARED;
  if (pathname.endsWith('/json')) {
    return href.includes(PLACES.old) ? { ...DOCUMENT, sections: DOCUMENT.sections.slice(0, 1) } : DOCUMENT;
  }
  if (!pathname.startsWith('/api/reports/runs/')) return undefined;
  return isEmpty ? { run: RUNS.runs[0], deliveries: [], steps: [] } : TROUBLED;
}
