import type { Instant, LocalDate, Month } from '../../shared/kernel/calendar.ts';
import { plusMs } from '../../shared/kernel/calendar.ts';
import { monthPeriod } from '../../shared/kernel/period.ts';
import type { CatalogLine, CatalogResponse, RunResponse, StartRunResponse } from '../../shared/wire/reports.ts';

/** Runs that proceed with the clock: a second per step, until everything is archived and sent. */

export const CATALOG: CatalogResponse = {
  reports: [
    line('ceo', 'ceo-report', 'CEO report', 'CEO'),
    line('cfo', 'cfo-report', 'CFO report', 'CFO'),
    line('cmo', 'cmo-report', 'CMO report', 'CMO'),
    line('charter-debrief', 'charter-debrief', 'Charter debrief', 'captain, admin'),
  ],
  entities: [
    { id: 'jada', name: 'JADA Charters' },
    { id: 'qos', name: 'Queen of San Diego' },
  ],
  mayRun: true,
  lastMonth: '2026-10',
};

function line(report: string, slug: string, title: string, audience: string): CatalogLine {
  return { report, slug, title, audience, entityIds: ['jada', 'qos'], perCharter: report === 'charter-debrief' };
}

interface Started {
  readonly key: string;
  readonly at: Instant;
  readonly reports: readonly string[];
  readonly trigger: RunResponse['run']['trigger'];
  readonly mailed: boolean;
}

export class MockRuns {
  readonly #started: Started[];

  constructor(now: Instant) {
    const trigger = { kind: 'charter', charterId: 'chr_08', completionSeq: 1, entityId: 'jada' } as const;
    this.#started = [
      {
        key: 'charter.chr_08.1',
        at: plusMs(now, -3_600_000),
        reports: ['charter-debrief', 'ceo', 'cfo'],
        trigger,
        mailed: true,
      },
      {
        key: 'manual.4f1c',
        at: plusMs(now, -90_000_000),
        reports: ['ceo'],
        trigger: { kind: 'manual', requestKey: 'abcdefgh', requestedBy: 'usr_dana' },
        mailed: false,
      },
    ];
  }

  start(
    key: string,
    reports: readonly string[],
    trigger: Started['trigger'],
    now: Instant,
    mailed: boolean,
  ): StartRunResponse {
    const repeated = this.#started.some((run) => run.key === key);
    if (!repeated) this.#started.unshift({ key, at: now, reports, trigger, mailed });
    return { runKey: key, repeated };
  }

  list(now: Instant): RunResponse['run'][] {
    return this.#started.map((run) => responseOf(run, now).run);
  }

  read(key: string, now: Instant): RunResponse | undefined {
    const run = this.#started.find((held) => held.key === key);
    return run === undefined ? undefined : responseOf(run, now);
  }
}

function responseOf(started: Started, now: Instant): RunResponse {
  const seconds = Math.floor((Date.parse(now) - Date.parse(started.at)) / 1000);
  const written = Math.max(0, Math.min(started.reports.length, seconds - 1));
  const complete = seconds > started.reports.length + 2;
  const step = (after: number, action: string, object: string, data = {}) => ({
    at: plusMs(started.at, after * 1000),
    actor: 'scc',
    action,
    object,
    data,
  });
  const named = (report: string) => CATALOG.reports.find((each) => each.report === report);
  return {
    run: {
      key: started.key,
      trigger: started.trigger,
      state: complete ? 'complete' : seconds > 0 ? 'snapshotted' : 'pending',
      createdAt: started.at,
      createdBy: 'Dana Whitlock',
      archivedOn: started.at.slice(0, 10) as LocalDate,
      issues: started.reports.map((report, index) => ({
        report,
        scopeName: 'jada',
        entityIds: ['jada'],
        period: monthPeriod('2026-11' as Month),
        recipientIds: [],
        slug: named(report)?.slug ?? report,
        title: named(report)?.title ?? report,
        state: index < written ? 'archived' : 'planned',
      })),
      requested: started.reports,
      version: 1,
    },
    deliveries:
      started.mailed && written > 0
        ? [
            delivery(started.key, 'Morgan Reyes', complete ? 'accepted' : 'sending'),
            delivery(started.key, 'Accounts office', complete ? 'unknown' : 'ready'),
          ]
        : [],
    steps: [
      step(0, 'run.created', started.key),
      ...(seconds > 0 ? [step(1, 'run.snapshot-taken', started.key, { issues: started.reports.length })] : []),
      ...started.reports
        .slice(0, written)
        .map((report, index) => step(index + 2, 'issue.archived', `${report}@jada`, { report, scope: 'jada' })),
      ...(complete ? [step(started.reports.length + 3, 'run.completed', started.key)] : []),
    ],
  };
}

function delivery(
  runKey: string,
  name: string,
  state: 'ready' | 'sending' | 'accepted' | 'unknown',
): RunResponse['deliveries'][number] {
  const party = state === 'accepted' ? 'accepted' : state === 'unknown' ? 'unknown' : 'waiting';
  return {
    id: `dlv_${name.length}`,
    runKey,
    report: 'ceo',
    scopeName: 'jada',
    recipientId: 'rcp_1',
    recipientName: name,
    addressMark: 'h1:mark',
    state,
    messageKey: 'm',
    messageDigest: 'd',
    revision: 1,
    readyAt: '2026-11-21T20:00:00.000Z' as RunResponse['deliveries'][number]['readyAt'],
    attempt: 0,
    doubts: 0,
    version: 1,
    ...(state === 'unknown' ? { problem: 'The connection broke after the mail had been handed over.' } : {}),
    parties: { to: { state: party }, bcc: { state: party } },
  };
}
