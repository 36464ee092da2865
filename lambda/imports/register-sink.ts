import type { Problem } from '../../shared/kernel/fault.ts';
import { orThrow } from '../../shared/kernel/fault.ts';
import { problemIf } from '../../shared/ledger/entry.ts';
import { withStageDays } from '../../shared/operations/lead-stages.ts';
import { parsed } from '../../shared/records/fields.ts';
import type { Lead } from '../../shared/records/marketing.ts';
import { REGISTER } from '../../shared/records/registry.ts';
import type { Asking } from '../host/deps.ts';
import { recordProblems } from '../host/register-guards.ts';
import { recordPart } from '../host/register-service.ts';
import type { RegisterRecord } from '../stores/register-store.ts';
import { listRegister, readRegisters } from '../stores/register-store.ts';
import type { ImportSink, ReadyRow } from './import-sink.ts';
import { byRow, importedRecord, nothingInCommon, requireNone } from './import-sink.ts';
import type { ImportWorld } from './import-world.ts';

/** Registers rows are imported to. */
type ImportedRegister = 'bank-line' | 'lead' | 'target' | 'listing' | 'campaign' | 'stay' | 'work-entry';

/** Rows become records of a register, with what is counted because of them. What a record keeps may be less than a row. */
export function registerSink(kind: ImportedRegister, prefix: string, said?: (row: ReadyRow) => object): ImportSink {
  return {
    ...(said === undefined ? {} : { said }),
    onRecord: async (world, rows) => {
      const ids = rows.map(({ rowId }) => `${prefix}_${rowId}`);
      const held = byRow(prefix, await readRegisters(world.deps.tables, kind, world.entityId, ids));
      return said === undefined && world.kind.equalRows === 'same'
        ? new Map([...(await alike(world, kind, rows)), ...held])
        : held;
    },
    desk: (world) => ({
      take: async (row) => {
        const { deps, asking } = world;
        const record = rowRecord(kind, prefix, asking, { ...row, body: said?.(row) ?? row.body });
        requireNone(await problemsOf(world, kind, record));
        return recordPart(deps, asking, kind, record, undefined);
      },
      inCommon: nothingInCommon,
    }),
  };
}

/** The record a row becomes, before anything is counted or posted about it. @throws FaultError naming what does not fit. */
export function rowRecord(kind: ImportedRegister, prefix: string, asking: Asking, row: ReadyRow): RegisterRecord {
  const { schema, one } = REGISTER[kind];
  const kept = importedRecord(asking, prefix, row);
  const record = orThrow(parsed<unknown>(schema, kept, `This ${one}`)) as RegisterRecord;
  return kind === 'lead' ? asItStood(record) : record;
}

/** What is wrong with writing the record, as for one a person writes; and a line of a statement says that money moved. */
async function problemsOf(
  { closed }: ImportWorld,
  kind: ImportedRegister,
  record: RegisterRecord,
): Promise<readonly Problem[]> {
  const isNothing = kind === 'bank-line' && 'cents' in record && record.cents === 0;
  const found = await recordProblems(kind, record, undefined, async () => closed);
  return [
    ...found.map(({ field, message }) => ({ field: field.replace(/^record\./, ''), message })),
    ...problemIf(isNothing, 'cents', 'no money moved here, and nothing can explain it; leave the row out'),
  ];
}

/** A lead keeps the days the file gives: when it was quoted or won is not known otherwise, and surely not today. */
function asItStood(record: RegisterRecord): RegisterRecord {
  const lead = record as unknown as Lead;
  return withStageDays(lead, lead, lead.askedOn) as unknown as RegisterRecord;
}

/** What people entered under other ids and says the same thing as a row, by the id of the row. */
async function alike(
  world: ImportWorld,
  kind: ImportedRegister,
  rows: readonly ReadyRow[],
): Promise<readonly (readonly [string, object])[]> {
  const records = await known(world, kind);
  return rows.flatMap(({ rowId, body }) => {
    const record = records.get(identityOf(world, body));
    return record === undefined ? [] : [[rowId, record] as const];
  });
}

/** Records of the register by what tells one from another. Kept for the length of one import: such registers are small. */
const atHand = new WeakMap<ImportWorld, Promise<ReadonlyMap<string, object>>>();

function known(world: ImportWorld, kind: ImportedRegister): Promise<ReadonlyMap<string, object>> {
  const held = atHand.get(world) ?? read(world, kind);
  atHand.set(world, held);
  return held;
}

async function read(world: ImportWorld, kind: ImportedRegister): Promise<ReadonlyMap<string, object>> {
  const records = await listRegister(world.deps.tables, kind, world.entityId);
  return new Map(records.map((record) => [identityOf(world, record), record]));
}

function identityOf({ kind }: ImportWorld, body: object): string {
  return JSON.stringify(kind.identity(body).map((part) => String(part).toLowerCase()));
}
