import type { Handoff } from '../../shared/handoffs/handoff-document.ts';
import type { HandoffPlan, Held, HeldRecords, PlannedWrite } from '../../shared/handoffs/handoff-plan.ts';
import { handoffPlan } from '../../shared/handoffs/handoff-plan.ts';
import { orThrow } from '../../shared/kernel/fault.ts';
import { parsed } from '../../shared/records/fields.ts';
import { REGISTER } from '../../shared/records/registry.ts';
import type { RegisterRecord } from '../stores/register-store.ts';
import { companyRegisters, entityRegisters, registerRemoval, registerWrite } from '../stores/register-store.ts';
import type { Tables } from '../stores/tables.ts';
import type { Write } from '../stores/transaction.ts';
import { mustCommit } from '../stores/transaction.ts';
import type { Asking, HostDeps } from './deps.ts';
import { historyWrite } from './history.ts';

/** What a transaction can take, less what goes with it. */
const AT_ONCE = 90;

/** What storing a document would do to what is stored now. Writes nothing. */
export async function plannedHandoff(tables: Tables, handoff: Handoff): Promise<HandoffPlan> {
  return handoffPlan(handoff, await heldRecords(tables, handoff.entity.id));
}

/**
 * Stores what a document says: new records, changed ones, and without those whose row is gone. What a person entered is
 * left as it is and named in the plan's conflicts. Reading the same document again finishes what a crash cut short.
 * @throws FaultError `conflict` when somebody changed one of the records in the meantime.
 */
export async function storeHandoff(
  deps: Pick<HostDeps, 'tables' | 'random'>,
  asking: Asking,
  handoff: Handoff,
): Promise<HandoffPlan> {
  const plan = await plannedHandoff(deps.tables, handoff);
  const writes: readonly Write[] = [
    ...plan.writes.map((planned) => registerWrite(deps.tables, planned.kind, stamped(planned, asking, handoff.file))),
    ...plan.withdrawals.map(({ kind, held }) => registerRemoval(deps.tables, kind, held)),
  ];
  for (let from = 0; from < writes.length; from += AT_ONCE) {
    const line = historyWrite(deps, asking, 'handoff.read', handoff.entity.id, {
      file: handoff.file,
      written: plan.writes.length,
      withdrawn: plan.withdrawals.map(({ held }) => held.id).join(' '),
    });
    await mustCommit(
      deps.tables,
      [...writes.slice(from, from + AT_ONCE), line],
      'Somebody changed one of these records in the meantime. Read the document again.',
    );
  }
  return plan;
}

async function heldRecords(tables: Tables, entityId: string): Promise<HeldRecords> {
  const [company, own] = await Promise.all([companyRegisters(tables), entityRegisters(tables, entityId)]);
  return { entities: (company.entity ?? []) as readonly Held[], registers: { ...own, channel: company.channel ?? [] } };
}

/** The record as it is stored, read once more by its schema: what a document says goes through the same door. */
function stamped({ kind, record, over }: PlannedWrite, asking: Asking, file: string): RegisterRecord {
  const stored = {
    ...record,
    createdAt: over?.createdAt ?? asking.now,
    createdBy: over?.createdBy ?? file,
    updatedAt: asking.now,
    version: (over?.version ?? 0) + 1,
    source: 'import',
    schemaVersion: 1,
  };
  return orThrow(parsed<unknown>(REGISTER[kind].schema, stored, `This ${REGISTER[kind].one}`)) as RegisterRecord;
}
