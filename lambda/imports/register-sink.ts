import type { Problem } from '../../shared/kernel/fault.ts';
import { orThrow } from '../../shared/kernel/fault.ts';
import type { ClosedThrough } from '../../shared/ledger/closing.ts';
import { closedStatementProblems } from '../../shared/ledger/closing.ts';
import { problemIf } from '../../shared/ledger/entry.ts';
import { withStageDays } from '../../shared/operations/lead-stages.ts';
import type { BankLine } from '../../shared/records/bank-line.ts';
import { parsed } from '../../shared/records/fields.ts';
import type { Lead } from '../../shared/records/marketing.ts';
import { REGISTER } from '../../shared/records/registry.ts';
import { recordPart } from '../host/register-service.ts';
import type { RegisterRecord } from '../stores/register-store.ts';
import { listRegister, readRegisters } from '../stores/register-store.ts';
import type { ImportSink, ReadyRow } from './import-sink.ts';
import { byRow, importedRecord, nothingInCommon, requireNone } from './import-sink.ts';
import type { ImportWorld } from './import-world.ts';

/** Registers rows are imported to. */
type ImportedRegister = 'bank-line' | 'lead' | 'target' | 'listing' | 'campaign';

/** Rows become records of a register, with what is counted because of them. What a record keeps may be less than a row. */
export function registerSink(kind: ImportedRegister, prefix: string, said?: (row: ReadyRow) => object): ImportSink {
  const recordOf = ({ asking }: ImportWorld, row: ReadyRow): RegisterRecord => {
    const { schema, one } = REGISTER[kind];
    const kept = importedRecord(asking, prefix, { ...row, body: said?.(row) ?? row.body });
    const record = orThrow(parsed<unknown>(schema, kept, `This ${one}`)) as RegisterRecord;
    return kind === 'lead' ? asItStood(record) : record;
  };
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
        const { deps, asking, closed } = world;
        const record = recordOf(world, row);
        if (kind === 'bank-line') requireNone(statementProblems(asBankLine(record), closed));
        return recordPart(deps, asking, kind, record, undefined);
      },
      inCommon: nothingInCommon,
    }),
  };
}

/** A line of a statement says that money moved, in a month whose statements are still being explained. */
function statementProblems(line: BankLine, closed: ClosedThrough): readonly Problem[] {
  const nothing = 'no money moved here, and nothing can explain it; leave the row out';
  return [...closedStatementProblems(line, closed, 'on'), ...problemIf(line.cents === 0, 'cents', nothing)];
}

/** A lead keeps the days the file gives: when it was quoted or won is not known otherwise, and surely not today. */
function asItStood(record: RegisterRecord): RegisterRecord {
  const lead = record as unknown as Lead;
  return withStageDays(lead, lead, lead.askedOn) as unknown as RegisterRecord;
}

/** A record of the register of bank lines, which the schema has read as one. */
function asBankLine(record: RegisterRecord): BankLine {
  return record as unknown as BankLine;
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
