import type { Instant, LocalDate, Month, Zone } from '../../shared/kernel/calendar.ts';
import { instant, localDate } from '../../shared/kernel/calendar.ts';
import type { Period } from '../../shared/kernel/period.ts';
import { monthPeriod, monthToDate } from '../../shared/kernel/period.ts';
import type { Charter, CharterFile } from '../../shared/records/charter.ts';
import type { MonthBalances } from '../../shared/records/journal.ts';
import type { OpenCharter } from '../../shared/records/open-charter.ts';
import { isCompanyKind } from '../../shared/records/register-kinds.ts';
import type { RecordKind, RecordOf } from '../../shared/records/registry.ts';
import { RECORD_KINDS } from '../../shared/records/registry.ts';
import type { RegisterSources, Snapshot, Source } from '../../shared/records/snapshot.ts';
import type { FactSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { factSheet } from '../../shared/reports/facts/fact-sheet.ts';

/** Snapshots for the tests of figures, findings and reports: show what matters, the rest is empty. */

export const TODAY = '2026-11-21' as LocalDate;
export const TAKEN_AT = '2026-11-21T20:00:00.000Z' as Instant;
export const ZONE = 'America/Los_Angeles' as Zone;
export const NOVEMBER_TO_DATE: Period = monthToDate(TODAY);
export const OCTOBER: Period = monthPeriod('2026-10' as Month);

export const STAMP = {
  createdAt: instant('2026-01-01T00:00:00Z'),
  createdBy: 'tests',
  updatedAt: instant('2026-01-01T00:00:00Z'),
  version: 1,
  source: 'manual',
  schemaVersion: 1,
} as const;

type Loose<T> = { readonly [K in keyof T]?: unknown };
type Records = { readonly [K in RecordKind]?: readonly Loose<RecordOf<K>>[] };

interface SnapshotParts {
  readonly records?: Records;
  readonly unreadable?: readonly (RecordKind | 'balances' | 'upcoming' | 'openCharters')[];
  readonly balances?: readonly MonthBalances[];
  readonly upcoming?: readonly Charter[];
  readonly openCharters?: readonly OpenCharter[];
  readonly completed?: CharterFile;
  readonly today?: string;
}

/** A snapshot of Nov 21, 2026 of one charter business, jada, with nothing recorded but what is given. */
export function aSnapshot(parts: SnapshotParts = {}): Snapshot {
  const today = localDate(parts.today ?? TODAY);
  const source = <T>(kind: RecordKind | 'balances' | 'upcoming' | 'openCharters', records: readonly T[]): Source<T> =>
    parts.unreadable?.includes(kind) ? { state: 'unreadable', because: 'timeout' } : { state: 'read', records };
  const held: Records = { entity: [anEntity()], ...parts.records };
  const registers = RECORD_KINDS.map((kind) => [
    kind,
    source(
      kind,
      (held[kind] ?? []).map((record, i) => ({
        ...STAMP,
        ...ownerOf(kind),
        id: `${kind.slice(0, 3)}_${i}`,
        ...record,
      })),
    ),
  ]);
  return {
    takenAt: today === TODAY ? TAKEN_AT : instant(`${today}T20:00:00Z`),
    today,
    zone: ZONE,
    registers: Object.fromEntries(registers) as unknown as RegisterSources,
    balances: source('balances', parts.balances ?? []),
    upcoming: source('upcoming', parts.upcoming ?? []),
    openCharters: source('openCharters', parts.openCharters ?? []),
    ...(parts.completed ? { completed: parts.completed } : {}),
  };
}

function ownerOf(kind: RecordKind): { readonly entityId?: string } {
  return isCompanyKind(kind) ? {} : { entityId: 'jada' };
}

export function anEntity(over: Loose<RecordOf<'entity'>> = {}): Loose<RecordOf<'entity'>> {
  return {
    id: 'jada',
    name: 'JADA Charters',
    kind: 'charter',
    zone: ZONE,
    currency: 'USD',
    fiscalYearStartMonth: 1,
    taxForm: 'sched_c',
    active: true,
    createdOn: '2020-01-01',
    ...over,
  };
}

/** One month of books: accounts by code (debit positive), cash movements, tallies. */
export function aMonth(
  month: string,
  groups: {
    readonly accounts?: Readonly<Record<string, number>>;
    readonly cash?: Readonly<Record<string, number>>;
    readonly operations?: Readonly<Record<string, number>>;
    readonly channels?: Readonly<Record<string, number>>;
    readonly margin?: Readonly<Record<string, number>>;
    readonly between?: Readonly<Record<string, number>>;
    readonly clients?: Readonly<Record<string, number>>;
  } = {},
  entityId = 'jada',
): MonthBalances {
  const accounts = Object.fromEntries(Object.entries(groups.accounts ?? {}).map(([code, by]) => [`a${code}`, by]));
  return {
    entityId,
    month,
    groups: {
      accounts,
      cash: groups.cash ?? {},
      operations: groups.operations ?? {},
      channels: groups.channels ?? {},
      margin: groups.margin ?? {},
      between: groups.between ?? {},
      clients: groups.clients ?? {},
    },
  };
}

/** A month whose only entry is a lead: enough for its books to count as kept. */
export function aKeptMonth(month: string, entityId = 'jada'): MonthBalances {
  return aMonth(month, { operations: { leads: 1 } }, entityId);
}

export function anUpcomingCharter(over: Loose<Charter> = {}, priceCents = 124_000): Charter {
  return {
    id: 'chr_F',
    entityId: 'jada',
    vesselId: 'ves_1',
    customerId: 'cus_1',
    channelId: 'getmyboat',
    title: 'Sunset sail',
    lifecycle: 'confirmed',
    zone: ZONE,
    startAt: '2026-11-28T20:00:00.000Z',
    endAt: '2026-11-28T23:00:00.000Z',
    sailsOn: '2026-11-28',
    paxExpected: 6,
    departurePort: 'San Diego',
    returnPort: 'San Diego',
    priceLines: [{ kind: 'charter', text: 'Charter', qty: 1, unitCents: priceCents, totalCents: priceCents }],
    depositCents: 0,
    cancellationTiers: [],
    overrides: [],
    milestones: [],
    completionSeq: 0,
    ...STAMP,
    ...over,
  } as Charter;
}

export function aSheet(parts: SnapshotParts = {}, period: Period = NOVEMBER_TO_DATE, entityIds = ['jada']): FactSheet {
  return factSheet(aSnapshot(parts), entityIds, period);
}

/** A known figure's value; `unknown` and what is missing otherwise, so that a failing test says why. */
export function valueOn(sheet: FactSheet, id: string, scope?: string): number | string {
  const figure = sheet.measuredOf(id, scope);
  return figure.state === 'unknown' ? `unknown: ${figure.missing.join('; ')}` : figure.value;
}
