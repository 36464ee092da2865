import type { LocalDate, Month } from '../../shared/kernel/calendar.ts';
import { isCompanyKind, isItemKind } from '../../shared/records/register-kinds.ts';
import type { RecordKind } from '../../shared/records/registry.ts';

/** Every key of both tables is built here and nowhere else. */

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export const charterKey = (charterId: string): Key => ({ pk: `CHARTER#${charterId}`, sk: 'META' });
export const charterPartition = (charterId: string): string => `CHARTER#${charterId}`;
export const checklistKey = (charterId: string, itemId: string): Key => ({
  pk: `CHARTER#${charterId}`,
  sk: `CHECK#${itemId}`,
});
export const slotKey = (charterId: string, slotId: string): Key => ({
  pk: `CHARTER#${charterId}`,
  sk: `ROLE#${slotId}`,
});
export const guestKey = (charterId: string, guestId: string): Key => ({
  pk: `CHARTER#${charterId}`,
  sk: `GUEST#${guestId}`,
});
/** What was planned and recorded of a charter, which most moves leave as it is. */
export const charterPlanKey = (charterId: string): Key => ({ pk: `CHARTER#${charterId}`, sk: 'PLAN' });
/** What a charter's accounts stand at, and how often its checklist, crew and guests have changed. */
export const charterBalanceKey = (charterId: string): Key => ({ pk: `CHARTER#${charterId}`, sk: 'BALANCE' });
export const moneyRecordKey = (charterId: string, recordId: string): Key => ({
  pk: `CHARTER#${charterId}`,
  sk: `MONEY#${recordId}`,
});
/** The charters of an entity whose money is not settled lie together, so that one query reads them all. */
export const openCharterPartition = (entityId: string): string => `OPENCHARTERS#${entityId}`;
export const openCharterKey = (entityId: string, charterId: string): Key => ({
  pk: openCharterPartition(entityId),
  sk: charterId,
});
export const chartersOfMonth = (entityId: string, month: Month): string => `CHARTERS#${entityId}#${month}`;

/** Registers lie together by entity so that one query reads them all; what keeps coming lies apart. */
export function registerKey(kind: RecordKind, entityId: string, recordId: string): Key {
  return { pk: registerPartition(kind, entityId), sk: `${kind}#${recordId}` };
}
export function registerPartition(kind: RecordKind, entityId: string): string {
  if (isCompanyKind(kind)) return COMPANY_REGISTER;
  return isItemKind(kind) ? `ITEMS#${entityId}#${kind}` : entityRegister(entityId);
}
export const COMPANY_REGISTER = 'REGISTER#company';
export const entityRegister = (entityId: string): string => `REGISTER#${entityId}`;
/** The charters somebody holds a role on, by start. */
export const crewedBy = (userId: string): string => `OPEN#crew#${userId}`;
/** What keeps coming and is still open with an entity, of every kind. */
export const openItems = (entityId: string): string => `OPEN#items#${entityId}`;

export const customerKey = (customerId: string): Key => ({ pk: `CUSTOMER#${customerId}`, sk: 'META' });
/** The customers of a business lie together in the index by month, by name. */
export const customersOf = (entityId: string): string => `CUSTOMERS#${entityId}`;
/** What was taken out of a register stays here, under the version it had. */
export const withdrawnKey = (kind: RecordKind, entityId: string, recordId: string, version: number): Key => ({
  pk: `WITHDRAWN#${entityId}`,
  sk: `${kind}#${recordId}#${version}`,
});
export const expenseKey = (entityId: string, on: LocalDate, expenseId: string): Key => ({
  pk: `EXPENSES#${entityId}#${on.slice(0, 7)}`,
  sk: `${on}#${expenseId}`,
});

/** Money that belongs to no charter lies by business and month. */
export const moneyKey = (kind: string, entityId: string, on: string, recordId: string): Key => ({
  pk: `MONEY#${entityId}#${on.slice(0, 7)}`,
  sk: `${kind}#${on}#${recordId}`,
});
/** All money of a business and month, whatever it belongs to. */
export const moneyOfMonth = (entityId: string, month: string): string => `MONEYOF#${entityId}#${month}`;
/** The books of what money is about beside a charter: a gift card, an invoice, a job. */
export const subjectBalanceKey = (subjectId: string): Key => ({ pk: `SUBJECT#${subjectId}`, sk: 'BALANCE' });

export const entryKey = (entityId: string, businessOn: LocalDate, entryId: string): Key => ({
  pk: ledgerPartition(entityId, businessOn.slice(0, 7) as Month),
  sk: `${businessOn}#${entryId}`,
});
export const ledgerPartition = (entityId: string, month: Month): string => `LEDGER#${entityId}#${month}`;
export const balancePartition = (entityId: string): string => `BALANCE#${entityId}`;
/** What a month's balances add up for the business as a whole, or for one thing of it: a channel, a client, another business. */
export const balanceKey = (entityId: string, month: string, thing?: string): Key => ({
  pk: balancePartition(entityId),
  sk: thing === undefined ? month : `${month}#${thing}`,
});
/** How the books and records of each entity stand lies together, so that one query tells of all of them. */
export const BOOKS_PARTITION = 'BOOKS';
export const booksKey = (entityId: string): Key => ({ pk: BOOKS_PARTITION, sk: entityId });
/** A long reading kept whole, beside how the books stood when it was made. */
export const keptReadingKey = (what: string, entityId: string): Key => ({ pk: `KEPT#${entityId}`, sk: what });

export const runKey = (key: string): Key => ({ pk: `RUN#${key}`, sk: 'META' });
export const deliveryKey = (key: string, deliveryId: string): Key => ({ pk: `RUN#${key}`, sk: `DLV#${deliveryId}` });
export const runsOfMonth = (month: Month): string => `RUNS#${month}`;
/** What a mail's feedback made of the recipient it went to, once and never again. */
export const suspensionKey = (recipientId: string, messageId: string, cause: string): Key => ({
  pk: `SUSPENSION#${recipientId}`,
  sk: `${messageId}#${cause}`,
});
export const DUE_PARTITION = 'DUE';
/** From when scheduled runs are owed. */
export const SCHEDULE: Key = { pk: 'SCHEDULE', sk: 'KEPT' };
/** The day on which what time alone brings was last posted. */
export const DAILY_POSTINGS: Key = { pk: 'SCHEDULE', sk: 'DAILY' };
/** Archived issues lie together by day, and once more by report. */
export const ISSUES = 'ISSUES';
export const issueEntryKey = (place: string): Key => ({ pk: ISSUES, sk: place });
export const issuesOfReport = (report: string): string => `ISSUES#${report}`;
/** The issues of one report, made for one occasion and the same entities: each follows the one before. */
export const issuesInLine = (report: string, occasion: string, entityIds: readonly string[]): string =>
  `OPEN#issues#${report}#${occasion}#${entityIds.join('+')}`;

/** The dashboard as it was prepared for a set of viewers, and what its figures mean, which is read apart. */
export const dashboardKey = (set: string): Key => ({ pk: `DASHBOARD#${set}`, sk: 'CURRENT' });
export const dashboardReceiptsKey = (set: string): Key => ({ pk: `DASHBOARD#${set}`, sk: 'RECEIPTS' });
/** The sets somebody has looked at, together, and the count of all preparations. */
export const DASHBOARD_SETS = 'DASHBOARDS';
export const dashboardSetKey = (set: string): Key => ({ pk: DASHBOARD_SETS, sk: set });
export const DASHBOARD_TICKETS: Key = { pk: 'DASHBOARDTICKETS', sk: 'LAST' };
/** Partitions of records a report reads; the entity, or `company`, is what follows. */
const READ_BY_REPORTS = ['LEDGER', 'REGISTER', 'ITEMS', 'OPENCHARTERS'];

/** The entity whose figures a write to this item may move; nothing where no report reads the item. */
export function entityMovedBy(item: Readonly<Record<string, unknown>>): string | undefined {
  const { pk, sk, entityId } = item;
  const [kind = '', owner] = String(pk).split('#');
  if (READ_BY_REPORTS.includes(kind)) return owner;
  return kind === 'CHARTER' && sk === 'META' && typeof entityId === 'string' ? entityId : undefined;
}

/** Whether an item belongs to what an entity, or the company, keeps as registers. */
export function isOfRegisters({ pk }: Readonly<Record<string, unknown>>): boolean {
  return String(pk).startsWith('REGISTER#');
}

export const userKey = (userId: string): Key => ({ pk: `USER#${userId}`, sk: 'META' });
export const userEmailKey = (email: string): Key => ({ pk: `EMAIL#${email}`, sk: 'USER' });
export const USERS = 'USERS';
export const signInLinkKey = (tokenDigest: string): Key => ({ pk: `ML#${tokenDigest}`, sk: 'T' });
export const sessionKey = (sid: string): Key => ({ pk: `SID#${sid}`, sk: 'T' });
export const rateKey = (scope: string, subject: string, window: string): Key => ({
  pk: `RL#${scope}#${subject}`,
  sk: window,
});
export const requestKey = (userId: string, key: string): Key => ({ pk: `IDEM#${userId}`, sk: key });

/** A file somebody imports, with the parts it was sent in. */
export const importKey = (importId: string): Key => ({ pk: `IMPORT#${importId}`, sk: 'META' });
export const importPartKey = (importId: string, part: number): Key => ({
  pk: `IMPORT#${importId}`,
  sk: `PART#${String(part).padStart(4, '0')}`,
});
/** All imports, in the index by month, by when they began. */
export const IMPORTS = 'IMPORTS';
/** What a movement on a bank account is matched with: one line of a statement, and no other. */
export const bankMatchKey = (entryId: string, account: string): Key => ({ pk: `BANKMATCH#${entryId}`, sk: account });

/** Lines of history lie by stream, in the order of their numbers; twelve digits do for a line a second over 30,000 years. */
export const CHAINED_LINES = 'L#';
export const auditLineKey = (stream: string, seq: number): Key => ({
  pk: stream,
  sk: `${CHAINED_LINES}${String(seq).padStart(12, '0')}`,
});

/** Mails whose events were handled, by when SES took them. */
export const FEEDBACK = 'FEEDBACK';
export const feedbackKey = (sentAt: string, messageId: string): Key => ({ pk: FEEDBACK, sk: `${sentAt}~${messageId}` });
/** When a mail was last sent for nothing but its events. */
export const FEEDBACK_PROBE: Key = { pk: 'FEEDBACKPROBE', sk: 'LAST' };
/** Whether, and until when, no mail is sent at all. */
export const MAIL_CIRCUIT: Key = { pk: 'CIRCUIT', sk: 'MAIL' };

/** When the watch last looked and what it saw, and everything it ever missed, by run. */
export const WATCH = 'WATCH';
export const WATCH_BEAT: Key = { pk: WATCH, sk: 'BEAT' };
export const MISSED = 'MISSED#';
export const missedKey = (runKey: string): Key => ({ pk: WATCH, sk: `${MISSED}${runKey}` });
