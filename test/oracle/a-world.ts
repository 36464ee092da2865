import { randomFor } from '../../scripts/sample/seeded-random.ts';
import type { Month } from '../../shared/kernel/calendar.ts';
import { monthsThrough, plusDays } from '../../shared/kernel/calendar.ts';
import { rebuiltBalances } from '../../shared/ledger/balances.ts';
import { openCharterOf } from '../../shared/ledger/open-charter.ts';
import type { Charter } from '../../shared/records/charter.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type { RecordKind, RecordOf } from '../../shared/records/registry.ts';
import type { Snapshot } from '../../shared/records/snapshot.ts';
import { anEntity, aSnapshot, STAMP } from '../facts/a-snapshot.ts';
import { aHistory } from '../ledger/a-history.ts';
import { HISTORY_TODAY } from '../ledger/history-dice.ts';
import { HISTORY_CHANNELS } from '../ledger/history-of-charters.ts';
import { PORTFOLIO } from '../sample/a-sample.ts';

type Records = { readonly [K in RecordKind]?: readonly RecordOf<K>[] };

/** A company twice: as a report's snapshot, and as the plain entries and records a second program computes from. */
export interface World {
  readonly name: string;
  readonly today: string;
  readonly entries: readonly JournalEntry[];
  readonly charters: readonly Charter[];
  readonly records: Records;
  readonly snapshot: Snapshot;
}

/** The sample company. */
export function sampleWorld(): World {
  const records: Record<string, object[]> = {};
  for (const { kind, record } of PORTFOLIO.registers) records[kind] = [...(records[kind] ?? []), record];
  const charters = PORTFOLIO.files.map(({ charter, balances }) => ({ charter, balances }));
  return worldOf('the sample', PORTFOLIO.day.today, PORTFOLIO.entries, charters, records as Records);
}

/** A random history, with what an office keeps beside the books: targets, fixed costs, invoices, leads. */
export function historyWorld(seed: number): World {
  const { held, entries, charters, registers } = aHistory(seed);
  const files = charters.map((id) => held.file(id));
  const entity = ['jada', 'qos'].map((id) => anEntity({ id, name: id }));
  const records = { ...registers, ...officeRecords(seed), entity, channel: HISTORY_CHANNELS };
  return worldOf(`the history of seed ${seed}`, HISTORY_TODAY, entries, files, records as unknown as Records);
}

function worldOf(
  name: string,
  today: string,
  entries: readonly JournalEntry[],
  files: readonly { readonly charter: Charter; readonly balances: Readonly<Record<string, number>> }[],
  records: Records,
): World {
  const openCharters = files.flatMap(({ charter, balances }) => openCharterOf(charter, balances) ?? []);
  const invoice = (records.invoice ?? []).filter(({ status }) => status === 'open'); // reports read those alone
  const snapshot = aSnapshot({
    today,
    balances: rebuiltBalances(entries),
    openCharters,
    records: { ...records, invoice },
  });
  return { name, today, entries, charters: files.map(({ charter }) => charter), records, snapshot };
}

/** Days before today on which invoices were due: on both sides of every border of an aging report. */
const DUE_DAYS_AGO = [-20, 0, 1, 30, 31, 60, 61, 90, 91, 200];

function officeRecords(seed: number) {
  const random = randomFor(`office ${seed}`);
  const months = monthsThrough('2026-01' as Month, '2026-12' as Month);
  const each = <T>(of: (entityId: string) => readonly T[]) => ['jada', 'qos'].flatMap(of);
  return {
    target: each((entityId) =>
      months.map((month) => ({
        ...STAMP,
        id: `tgt_${entityId}-${month}`,
        entityId,
        month,
        metric: 'revenue',
        value: random.int(0, 900_000),
      })),
    ),
    'fixed-cost': each((entityId) => [
      {
        ...STAMP,
        id: `fix_${entityId}-1`,
        entityId,
        name: 'Slip',
        centsPerMonth: random.int(1, 200_000),
        from: '2026-01',
      },
      {
        ...STAMP,
        id: `fix_${entityId}-2`,
        entityId,
        name: 'Storage',
        centsPerMonth: random.int(1, 50_000),
        from: '2026-02',
        until: '2026-10',
      },
    ]),
    invoice: each((entityId) =>
      DUE_DAYS_AGO.map((ago, at) => {
        const cents = at === 4 ? -random.int(1, 9_000) : random.int(1, 90_000);
        const dueOn = plusDays(HISTORY_TODAY, -ago);
        return {
          ...STAMP,
          id: `inv_${entityId}-${at}`,
          entityId,
          number: `${at}`,
          customer: 'A guest',
          issuedOn: plusDays(dueOn, -30),
          dueOn,
          cents,
          paidCents: cents > 0 && random.chance(30) ? random.int(0, cents) : 0,
          status: random.chance(80) ? 'open' : random.pick(['paid', 'void']),
        };
      }),
    ),
  };
}
