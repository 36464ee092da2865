import { FaultError, fault, orThrow } from '../../shared/kernel/fault.ts';
import { closedStatementProblems } from '../../shared/ledger/closing.ts';
import { withStageDays } from '../../shared/operations/lead-stages.ts';
import type { BankLine } from '../../shared/records/bank-line.ts';
import { parsed } from '../../shared/records/fields.ts';
import type { Lead } from '../../shared/records/marketing.ts';
import { REGISTER } from '../../shared/records/registry.ts';
import { recordWrites } from '../host/register-service.ts';
import type { RegisterRecord } from '../stores/register-store.ts';
import { listRegister, readRegister } from '../stores/register-store.ts';
import { committed } from '../stores/transaction.ts';
import type { ImportSink, ReadyRow } from './import-sink.ts';
import { compared, importedRecord } from './import-sink.ts';
import type { ImportWorld } from './import-world.ts';

/** Registers rows are imported to. */
type ImportedRegister = 'bank-line' | 'lead' | 'target' | 'listing' | 'campaign';

/** Rows become records of a register, with what is counted because of them. */
export function registerSink(kind: ImportedRegister, prefix: string): ImportSink {
  const recordOf = ({ asking }: ImportWorld, row: ReadyRow): RegisterRecord => {
    const { schema, one } = REGISTER[kind];
    const record = orThrow(
      parsed<unknown>(schema, importedRecord(asking, prefix, row), `This ${one}`),
    ) as RegisterRecord;
    return kind === 'lead' ? asItStood(record) : record;
  };
  const onRecord = async (world: ImportWorld, row: ReadyRow): Promise<object | undefined> =>
    (await readRegister(world.deps.tables, kind, world.entityId, `${prefix}_${row.rowId}`)) ??
    (world.kind.equalRows === 'same' ? sameThing(await known(world, kind), world, row) : undefined);
  return {
    problems: async (world, row) => {
      const record = recordOf(world, row);
      const problems = kind === 'bank-line' ? closedStatementProblems(asBankLine(record), world.closed, 'on') : [];
      return problems.length > 0 && (await onRecord(world, row)) ? [] : problems;
    },
    store: async (world, row) => {
      const before = await onRecord(world, row);
      if (before) return compared(before, row);
      const { deps, asking } = world;
      const record = recordOf(world, row);
      const { stored } = await committed(deps.tables, recordWrites(deps, asking, kind, record, undefined));
      if (stored) return 'new';
      const raced = await onRecord(world, row);
      if (raced) return compared(raced, row);
      throw new FaultError(fault('refused', 'That month was closed while the file was imported.'));
    },
  };
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

function sameThing(records: ReadonlyMap<string, object>, world: ImportWorld, { body }: ReadyRow): object | undefined {
  return records.get(identityOf(world, body));
}

function identityOf({ kind }: ImportWorld, body: object): string {
  return JSON.stringify(kind.identity(body).map((part) => String(part).toLowerCase()));
}
