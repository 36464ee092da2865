import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Month } from '../../../shared/kernel/calendar.ts';
import { plusMonths } from '../../../shared/kernel/calendar.ts';
import type { FormField } from '../../../shared/records/form.ts';
import type { CatalogResponse } from '../../../shared/wire/reports.ts';
import { listCharters } from '../../api/charters.ts';
import { call } from '../../api/client.ts';
import { listRecords } from '../../api/records.ts';
import { recordTitle } from './record-words.ts';

/** A record one can choose: its id, what it is called, and the business it belongs to. */
export interface Choice {
  readonly id: string;
  readonly text: string;
  readonly entityId?: string;
  /** The businesses a report can be about. */
  readonly entityIds?: readonly string[];
  /** Of a report: whether it is made at charters alone. */
  readonly isPerCharter?: boolean;
}

/** What records of other kinds can be chosen; each kind is asked for once, when a form or a list first needs it. */
export class Choices implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #held = new Map<string, readonly Choice[] | 'coming' | 'failed'>();
  #leaving = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#leaving = new AbortController();
  }

  hostDisconnected(): void {
    this.#leaving.abort();
  }

  /** The records of a kind; nothing while they are on their way. */
  of(kind: string): readonly Choice[] | undefined {
    const held = this.#held.get(kind);
    return typeof held === 'object' ? held : undefined;
  }

  /** Whether the records of a kind could not be had. */
  failed(kind: string): boolean {
    return this.#held.get(kind) === 'failed';
  }

  /** What a record is called; its id until that is known. */
  readonly name = (kind: string, id: string): string => this.of(kind)?.find((one) => one.id === id)?.text ?? id;

  /** Asks for every kind some fields refer to that has not been asked for. */
  wantFor(fields: readonly FormField[], today: string): void {
    for (const kind of referredTo(fields)) this.want(kind, today);
  }

  /** Asks for the records of a kind, unless that was done. */
  want(kind: string, today: string): void {
    const held = this.#held.get(kind);
    if (held !== undefined && held !== 'failed') return;
    this.#held.set(kind, 'coming');
    const settle = (found: readonly Choice[] | 'failed') => {
      this.#held.set(kind, found);
      this.#host.requestUpdate();
    };
    choicesOf(kind, today, this.#leaving.signal).then(settle, () => settle('failed'));
  }

  /** Forgets what was held of a kind; for when one was added. */
  forget(kind: string): void {
    this.#held.delete(kind);
  }
}

function referredTo(fields: readonly FormField[]): readonly string[] {
  return fields.flatMap((field) => {
    if (field.type === 'reference' || field.type === 'references') return [field.to];
    return field.type === 'rows' || field.type === 'group' ? referredTo(field.fields) : [];
  });
}

async function choicesOf(kind: string, today: string, signal: AbortSignal): Promise<readonly Choice[]> {
  if (kind === 'charter') return charterChoices(today, signal);
  if (kind === 'report') {
    const { reports } = await call<CatalogResponse>('reportCatalog', { signal });
    return reports.map(({ report, title, entityIds, perCharter }) => ({
      id: report,
      text: title,
      entityIds,
      isPerCharter: perCharter,
    }));
  }
  const records = await listRecords(kind, signal);
  return records
    .map((record) => ({
      id: record.id,
      text: recordTitle(record),
      ...(record.entityId === undefined ? {} : { entityId: record.entityId }),
    }))
    .sort((a, b) => (a.text < b.text ? -1 : 1));
}

/** The charters somebody records something about: of the two months before this one, this one and the next. */
async function charterChoices(today: string, signal: AbortSignal): Promise<readonly Choice[]> {
  const now = today.slice(0, 7) as Month;
  const lists = await Promise.all([-2, -1, 0, 1].map((months) => listCharters(plusMonths(now, months), signal)));
  return lists
    .flatMap(({ charters }) => charters)
    .sort((a, b) => (a.startAt < b.startAt ? 1 : -1))
    .map(({ id, title, sailsOn, entityId }) => ({ id, entityId, text: `${sailsOn}, ${title}` }));
}
