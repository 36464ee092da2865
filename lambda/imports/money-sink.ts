import { problemIf } from '../../shared/ledger/entry.ts';
import { balancesAfter } from '../../shared/ledger/open-charter.ts';
import type { Posting } from '../../shared/ledger/posting.ts';
import type { MoneyNames, MoneyOf } from '../../shared/records/money-registry.ts';
import { charterMoneyWrites, stepTaken } from '../host/money-writes.ts';
import { registerWrite } from '../stores/register-store.ts';
import type { ChartersAtHand } from './charters-at-hand.ts';
import { chartersAtHand } from './charters-at-hand.ts';
import type { ImportSink, RowPart } from './import-sink.ts';
import { requireNone } from './import-sink.ts';
import type { ImportWorld } from './import-world.ts';
import { importedMoney, importedPostings, moneyOnRecord, moneyWrites } from './imported-money.ts';

/** Kinds of money that stand in spreadsheets: what they are about is a charter, or the house. */
type ImportedMoney = 'expense' | 'payout';

/** Rows become money, posted by the same rules as what a person records. */
export function moneySink(kind: ImportedMoney): ImportSink {
  return {
    onRecord: (world, rows) => moneyOnRecord(kind, world, rows),
    desk: (world) => {
      const { deps, asking } = world;
      const charters = chartersAtHand(deps.tables);
      return {
        take: async (row) => {
          const record = importedMoney(kind, asking, row);
          return partOf(kind, world, record, await postingsOf(kind, world, charters, record));
        },
        inCommon: () => charters.moved().flatMap((file) => charterMoneyWrites(deps, asking, file)),
      };
    },
  };
}

/** What a record posts on top of those before it. @throws FaultError naming why it cannot be posted. */
async function postingsOf(
  kind: ImportedMoney,
  world: ImportWorld,
  charters: ChartersAtHand,
  record: MoneyOf<ImportedMoney>,
): Promise<readonly Posting[]> {
  const { entityId } = world;
  const { charterId } = record as MoneyNames;
  const file = charterId === undefined ? undefined : await charters.of(charterId);
  const isOurs = charterId === undefined || file?.charter.entityId === entityId;
  requireNone(problemIf(!isOurs, 'charterId', `there is no such charter of ${entityId}`));
  const books = { ...(file ? { charter: file } : {}), subject: {}, terms: undefined };
  const postings = importedPostings(kind, world, record, books);
  if (file) charters.move({ ...file, balances: balancesAfter(file.balances, postings) });
  return postings;
}

/** What a record of money writes: itself, the audit line, what is kept beside it; and what it posts. */
function partOf(
  kind: ImportedMoney,
  world: ImportWorld,
  record: MoneyOf<ImportedMoney>,
  postings: readonly Posting[],
): RowPart {
  const { deps, asking } = world;
  const { changes } = stepTaken({ kind, record, isWithdrawn: false }, { subject: {}, terms: undefined }, asking);
  return {
    own: [
      ...moneyWrites(kind, world, record, postings),
      ...changes.map((change) => registerWrite(deps.tables, change.kind, { ...change.record, version: 1 })),
    ],
    postings,
  };
}
