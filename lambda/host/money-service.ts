import { can } from '../../shared/access/permissions.ts';
import { canonicalJson, shortDigest } from '../../shared/kernel/digest.ts';
import type { Result } from '../../shared/kernel/fault.ts';
import { FaultError, fault, orThrow } from '../../shared/kernel/fault.ts';
import { expensePaid } from '../../shared/ledger/costs.ts';
import { questionsOf } from '../../shared/ledger/expense-questions.ts';
import { balancesAfter } from '../../shared/ledger/open-charter.ts';
import { otaPayout } from '../../shared/ledger/ota.ts';
import type { Posting } from '../../shared/ledger/posting.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import { balanceReceived, depositReceived } from '../../shared/ledger/receipts.ts';
import { refundAfterPerformance, refundPaid } from '../../shared/ledger/refunds.ts';
import { tipsPaidOut } from '../../shared/ledger/tips.ts';
import type { CharterFile } from '../../shared/records/charter.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type { Expense, Payment, Payout, TipPayout } from '../../shared/records/money.ts';
import type { ExpenseBody, PaymentBody, PayoutBody, PostedResponse, TipPayoutBody } from '../../shared/wire/money.ts';
import { charterWrite } from '../stores/charter-store.ts';
import { expenseKey, moneyRecordKey } from '../stores/keys.ts';
import { postingWrites } from '../stores/ledger-store.ts';
import { moneyRecordWrite, readMoneyRecord } from '../stores/money-store.ts';
import { openCharterWrite } from '../stores/open-charter-store.ts';
import { companyRegisters, registerWrite } from '../stores/register-store.ts';
import type { Write } from '../stores/transaction.ts';
import { committed } from '../stores/transaction.ts';
import { charterFor } from './charter-access.ts';
import type { Asking, HostDeps } from './deps.ts';
import { historyWrite } from './history.ts';

/** A deposit, balance or refund of a charter, in the books with its record. */
export async function recordPayment(
  deps: HostDeps,
  asking: Asking,
  charterId: string,
  body: PaymentBody,
): Promise<PostedResponse> {
  const file = await charterFor(deps, asking, 'money.record', charterId);
  const record: Payment = {
    ...stamped(asking, 'pay', charterId, body),
    ...facts(body),
    entityId: file.charter.entityId,
    charterId,
  };
  return posted(deps, asking, record, file, (context) => paymentEntry(record, file, context));
}

/** What a booking platform paid out for a charter. */
export async function recordPayout(
  deps: HostDeps,
  asking: Asking,
  charterId: string,
  body: PayoutBody,
): Promise<PostedResponse> {
  const file = await charterFor(deps, asking, 'money.record', charterId);
  const { entityId, channelId } = file.charter;
  const record: Payout = { ...stamped(asking, 'pto', charterId, body), ...facts(body), entityId, channelId, charterId };
  return posted(deps, asking, record, file, (context) => otaPayout(record, file, context));
}

/** Tips of a charter handed to its crew. */
export async function recordTipPayout(
  deps: HostDeps,
  asking: Asking,
  charterId: string,
  body: TipPayoutBody,
): Promise<PostedResponse> {
  const file = await charterFor(deps, asking, 'money.record', charterId);
  const record: TipPayout = {
    ...stamped(asking, 'tip', charterId, body),
    ...facts(body),
    entityId: file.charter.entityId,
    charterId,
  };
  return posted(deps, asking, record, file, (context) => tipsPaidOut(record, file, context));
}

/** A cost, of one charter or of the house, with what is still to be asked about it. */
export async function recordExpense(deps: HostDeps, asking: Asking, body: ExpenseBody): Promise<PostedResponse> {
  const { charterId, entityId } = body;
  const file = charterId === undefined ? undefined : await charterFor(deps, asking, 'money.record', charterId);
  await requireEntity(deps, asking, entityId);
  if (file && file.charter.entityId !== entityId) {
    throw new FaultError(
      fault('invalid', 'This cannot be posted.', [
        { field: 'entityId', message: 'the charter belongs to another entity' },
      ]),
    );
  }
  const record: Expense = { ...stamped(asking, 'exp', charterId ?? entityId, body), ...facts(body) };
  const questions = questionsOf(record).map((question) => registerWrite(deps.tables, 'expense-question', question));
  return posted(deps, asking, record, file, (context) => expensePaid(record, file, context), questions);
}

interface PostingContext {
  readonly postedAt: Asking['now'];
  readonly postedBy: string;
}
type MoneyRecord = Payment | Payout | TipPayout | Expense;

/**
 * The record, its entry with every balance, the charter's new version, what goes beside it and the audit line, in one
 * transaction. The same
 * request key again answers what it became; with another content it is refused.
 */
async function posted(
  deps: HostDeps,
  asking: Asking,
  record: MoneyRecord,
  file: CharterFile | undefined,
  entryOf: (context: PostingContext) => Result<JournalEntry>,
  beside: readonly Write[] = [],
): Promise<PostedResponse> {
  const key =
    file === undefined
      ? expenseKey(record.entityId, (record as Expense).on, record.id)
      : moneyRecordKey(file.charter.id, record.id);
  const earlier = await readMoneyRecord<MoneyRecord>(deps.tables, key);
  if (earlier) return repeated(earlier, record);
  const entry = orThrow(entryOf({ postedAt: asking.now, postedBy: asking.user.id }));
  const posting = postingOf(entry);
  const result = await committed(deps.tables, [
    moneyRecordWrite(deps.tables, key, record, entry.id),
    ...postingWrites(deps.tables, posting),
    ...(file ? charterWrites(deps, asking, file, posting) : []),
    ...beside,
    historyWrite(deps, asking, 'money.record', record.id, { entry: entry.id }),
  ]);
  if (result.stored) return { entryId: entry.id, repeated: false };
  const raced = await readMoneyRecord<MoneyRecord>(deps.tables, key);
  if (raced) return repeated(raced, record);
  throw new FaultError(fault('conflict', 'Somebody changed this charter in the meantime. Try again.'));
}

/** The charter at its next version, and its place on the list of those not settled. */
function charterWrites(deps: HostDeps, asking: Asking, { charter, balances }: CharterFile, posting: Posting): Write[] {
  const changed = { ...charter, updatedAt: asking.now };
  return [
    charterWrite(deps.tables, changed),
    openCharterWrite(deps.tables, changed, balancesAfter(balances, [posting])),
  ];
}

function paymentEntry(payment: Payment, file: CharterFile, context: PostingContext): Result<JournalEntry> {
  switch (payment.kind) {
    case 'deposit':
      return depositReceived(payment, file, context);
    case 'balance':
      return balanceReceived(payment, file, context);
    case 'refund': {
      const due = refundPaid(payment, file, context);
      return due.ok || file.charter.performedOn === undefined ? due : refundAfterPerformance(payment, file, context);
    }
  }
}

function repeated(earlier: MoneyRecord & { readonly entry: string }, now: MoneyRecord): PostedResponse {
  if (contentOf(earlier) === contentOf(now)) return { entryId: earlier.entry, repeated: true };
  throw new FaultError(
    fault('refused', 'This request key was used for something else.', [
      { field: 'requestKey', message: 'take a new one for a new posting' },
    ]),
  );
}

/** What a record says, without when and by whom it was written. */
function contentOf(record: object): string {
  const { createdAt: _a, createdBy: _b, updatedAt: _c, entry: _d, ...content } = record as Record<string, unknown>;
  return canonicalJson(content);
}

/** Everything the person entered but the key of the request. */
function facts<Body extends { readonly requestKey: string }>(body: Body): Omit<Body, 'requestKey'> {
  const { requestKey: _, ...rest } = body;
  return rest;
}

function stamped(asking: Asking, prefix: string, subject: string, body: { readonly requestKey: string }) {
  return {
    id: `${prefix}_${shortDigest(`${subject}|${body.requestKey}`)}`,
    createdAt: asking.now,
    createdBy: asking.user.id,
    updatedAt: asking.now,
    version: 1,
    source: 'manual',
    schemaVersion: 1,
  } as const;
}

async function requireEntity(deps: HostDeps, asking: Asking, entityId: string): Promise<void> {
  const { entity = [] } = await companyRegisters(deps.tables);
  if (entity.some((one) => one.id === entityId) && can(asking.user, 'money.record', { entityIds: [entityId] })) return;
  throw new FaultError(
    fault('invalid', 'This cannot be posted.', [{ field: 'entityId', message: `there is no entity ${entityId}` }]),
  );
}
