import { orThrow } from '../../shared/kernel/fault.ts';
import { closedMonthProblems } from '../../shared/ledger/closing.ts';
import { problemIf } from '../../shared/ledger/entry.ts';
import { balancesAfter } from '../../shared/ledger/open-charter.ts';
import type { Posting } from '../../shared/ledger/posting.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import { parsed } from '../../shared/records/fields.ts';
import type { MoneyNames, MoneyOf } from '../../shared/records/money-registry.ts';
import { MONEY } from '../../shared/records/money-registry.ts';
import { historyWrite } from '../host/history.ts';
import { charterMoneyWrites, entriesOf, postedNotes, stepTaken } from '../host/money-writes.ts';
import { moneyPlace, moneyWrite, readMoneyAt } from '../stores/money-store.ts';
import { registerWrite } from '../stores/register-store.ts';
import type { ChartersAtHand } from './charters-at-hand.ts';
import { chartersAtHand } from './charters-at-hand.ts';
import type { ImportSink, ReadyRow, RowPart } from './import-sink.ts';
import { byRow, importedRecord, requireNone } from './import-sink.ts';
import type { ImportWorld } from './import-world.ts';

/** Kinds of money that stand in spreadsheets: what they are about is a charter, or the house. */
type ImportedMoney = 'expense' | 'payout';

/** Rows become money, posted by the same rules as what a person records. */
export function moneySink(kind: ImportedMoney): ImportSink {
  const { prefix } = MONEY[kind];
  return {
    onRecord: async ({ asking, deps }, rows) => {
      const places = rows.map((row) => moneyPlace(kind, importedRecord(asking, prefix, row) as MoneyOf<ImportedMoney>));
      const held = await readMoneyAt(deps.tables, places);
      return byRow(
        prefix,
        held.map(({ record }) => record as MoneyNames),
      );
    },
    desk: (world) => {
      const { deps, asking } = world;
      const charters = chartersAtHand(deps.tables);
      return {
        take: async (row) => {
          const record = recordOf(kind, world, row);
          return partOf(kind, world, record, await postingsOf(kind, world, charters, record));
        },
        inCommon: () => charters.moved().flatMap((file) => charterMoneyWrites(deps, asking, file)),
      };
    },
  };
}

function recordOf(kind: ImportedMoney, { asking }: ImportWorld, row: ReadyRow): MoneyOf<ImportedMoney> {
  const { schema, prefix, one } = MONEY[kind];
  return orThrow(parsed<unknown>(schema, importedRecord(asking, prefix, row), `This ${one}`)) as MoneyOf<ImportedMoney>;
}

/** What a record posts on top of those before it. @throws FaultError naming why it cannot be posted. */
async function postingsOf(
  kind: ImportedMoney,
  { asking, entityId, closed }: ImportWorld,
  charters: ChartersAtHand,
  record: MoneyOf<ImportedMoney>,
): Promise<readonly Posting[]> {
  const { charterId } = record as MoneyNames;
  const file = charterId === undefined ? undefined : await charters.of(charterId);
  const isOurs = charterId === undefined || file?.charter.entityId === entityId;
  requireNone(problemIf(!isOurs, 'charterId', `there is no such charter of ${entityId}`));
  const books = { ...(file ? { charter: file } : {}), subject: {}, terms: undefined };
  const entries = orThrow(entriesOf(kind, record, books, asking));
  requireNone(closedMonthProblems(entries, closed, MONEY[kind].day));
  const postings = entries.map(postingOf);
  if (file) charters.move({ ...file, balances: balancesAfter(file.balances, postings) });
  return postings;
}

/** What a record of money writes: itself, what is kept beside it, the audit line; and what it posts. */
function partOf(
  kind: ImportedMoney,
  { deps, asking }: ImportWorld,
  record: MoneyOf<ImportedMoney>,
  postings: readonly Posting[],
): RowPart {
  const notes = postedNotes(postings.map(({ entry }) => entry));
  const { changes } = stepTaken({ kind, record, isWithdrawn: false }, { subject: {}, terms: undefined }, asking);
  const { id } = record as MoneyNames;
  return {
    own: [
      moneyWrite(deps.tables, { kind, record, notes }),
      ...changes.map((change) => registerWrite(deps.tables, change.kind, { ...change.record, version: 1 })),
      historyWrite(deps, asking, 'money.record', id, { kind, entry: notes.entry }),
    ],
    postings,
  };
}
