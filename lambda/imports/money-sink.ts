import { FaultError, orThrow } from '../../shared/kernel/fault.ts';
import { closedMonthProblems } from '../../shared/ledger/closing.ts';
import { balancesAfter } from '../../shared/ledger/open-charter.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import { parsed } from '../../shared/records/fields.ts';
import type { MoneyNames, MoneyOf } from '../../shared/records/money-registry.ts';
import { MONEY } from '../../shared/records/money-registry.ts';
import { postMoney } from '../host/money-service.ts';
import { entriesOf } from '../host/money-writes.ts';
import { moneyPlace, readMoney } from '../stores/money-store.ts';
import type { ImportSink, ReadyRow } from './import-sink.ts';
import { compared, importedRecord } from './import-sink.ts';
import type { ImportWorld } from './import-world.ts';

/** Kinds of money that stand in spreadsheets: what they are about is a charter, or the house. */
type ImportedMoney = 'expense' | 'payout';

/** Rows become money, posted by the same rules as what a person records. */
export function moneySink(kind: ImportedMoney): ImportSink {
  const recordOf = ({ asking }: ImportWorld, row: ReadyRow): MoneyOf<ImportedMoney> => {
    const { schema, prefix, one } = MONEY[kind];
    return orThrow(
      parsed<unknown>(schema, importedRecord(asking, prefix, row), `This ${one}`),
    ) as MoneyOf<ImportedMoney>;
  };
  const isThere = async ({ deps }: ImportWorld, record: MoneyOf<ImportedMoney>) =>
    (await readMoney(deps.tables, moneyPlace(kind, record))) !== undefined;
  return {
    problems: async (world, row) => {
      const { asking, entityId } = world;
      const record = recordOf(world, row);
      const { charterId } = record as MoneyNames;
      if (charterId !== undefined && (await isThere(world, record))) return [];
      const file = charterId === undefined ? undefined : await world.charter(charterId);
      if (charterId !== undefined && file?.charter.entityId !== entityId) {
        return [{ field: 'charterId', message: `there is no such charter of ${entityId}` }];
      }
      const books = { ...(file ? { charter: file } : {}), subject: {}, terms: undefined };
      const entries = entriesOf(kind, record, books, asking);
      const problems = entries.ok
        ? closedMonthProblems(entries.value, world.closed, MONEY[kind].day)
        : entries.fault.problems;
      if (problems.length > 0) return (await isThere(world, record)) ? [] : problems;
      if (file && entries.ok) {
        world.noteCharter({ ...file, balances: balancesAfter(file.balances, entries.value.map(postingOf)) });
      }
      return [];
    },
    store: async (world, row) => {
      const record = recordOf(world, row);
      for (let attempt = 1; ; attempt += 1) {
        try {
          const { money, isNew } = await postMoney(world.deps, world.asking, kind, record);
          return isNew ? 'new' : compared(money.record, row);
        } catch (error) {
          // Somebody else's money about the same charter came in between: the row is decided anew on what stands now.
          if (!(error instanceof FaultError) || error.fault.code !== 'conflict' || attempt === 3) throw error;
        }
      }
    },
  };
}
