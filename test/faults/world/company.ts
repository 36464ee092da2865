import { loadedCharterItems } from '../../../lambda/stores/charter-store.ts';
import { SCHEDULE } from '../../../lambda/stores/keys.ts';
import { registerItem } from '../../../lambda/stores/register-store.ts';
import { tableDefinitions } from '../../../lambda/stores/tables.ts';
import type { Instant } from '../../../shared/kernel/calendar.ts';
import { instant, localDate } from '../../../shared/kernel/calendar.ts';
import type { CharterFile } from '../../../shared/records/charter.ts';
import type { Channel } from '../../../shared/records/marketing.ts';
import type { Recipient } from '../../../shared/records/recipient.ts';
import type { User } from '../../../shared/records/user.ts';
import { aCharterFile, aMilestone, aUser, aVessel } from '../../operations/a-charter.ts';
import { anEntity, aPerson } from '../../reports/a-run.ts';
import { MemoryDynamo } from './memory-dynamo.ts';
import { stored } from './stored-item.ts';

/** A small company: one boat, one charter that has just returned, three people who get reports by mail. */

/** 22:45 in San Diego on September 30, 2026: the charter is back, October's reports are not due yet. */
export const RETURNED_AT: Instant = instant('2026-10-01T05:45:00Z');
/** 08:00 in San Diego on Thursday, October 1: the reports of September fall due. */
export const MONTH_DUE_AT: Instant = instant('2026-10-01T15:00:00Z');

export const CHARTER_ID = 'chr_A';
export const OTHER_CHARTER_ID = 'chr_B';

export const CAPTAIN: User = aUser({
  credentials: [{ type: 'captain license', number: '123', expiresOn: localDate('2027-09-30') }],
});
export const ADMIN: User = aUser({
  id: 'usr_olivia',
  email: 'olivia@example.com',
  name: 'Olivia Office',
  roles: ['admin'],
  grants: ['ceo', 'cfo'].map((report) => ({ report, entityId: 'jada' })),
});

/** The captain wants the debrief; two executives want their own report after each charter and every month. */
const RECIPIENTS: readonly Recipient[] = [
  aPerson('captain', ['charter-debrief:jada'], ['charter-debrief:each-charter']),
  aPerson('ceo', ['ceo:jada'], ['ceo:each-charter', 'ceo:monthly']),
  aPerson('cfo', ['cfo:jada'], ['cfo:each-charter', 'cfo:monthly']),
];

/** Addresses and secrets no log line may show. */
export const CANARIES: readonly string[] = [...RECIPIENTS.map(({ email }) => email), CAPTAIN.email, ADMIN.email];

const DIRECT: Channel = {
  id: 'direct',
  name: 'Direct web',
  kind: 'direct_web',
  collects: false,
  revenueModel: 'gross',
  commissionBps: 0 as Channel['commissionBps'],
  feeConfirmed: true,
  payoutLagDays: 0,
  createdAt: RETURNED_AT,
  createdBy: 'tests',
  updatedAt: RETURNED_AT,
  version: 1,
  source: 'manual',
  schemaVersion: 1,
} as Channel;

/** Everything is in order, and when all were ashore is on record: it may be completed on a later day. */
function returnedCharter(id: string): CharterFile {
  const { charter } = aCharterFile('returned');
  const ashore = aMilestone('all_ashore', instant('2026-10-01T05:40:00Z'));
  const milestones = charter.milestones.map((one) => (one.name === ashore.name ? ashore : one));
  return aCharterFile('returned', { charter: { id, milestones } });
}

/** The tables with the company in them; nobody has counted how often its registers moved, so they are read as they are. */
export function companyTables(): MemoryDynamo {
  const tables = new MemoryDynamo(tableDefinitions('main', 'audit'));
  const items = [
    registerItem('entity', anEntity('jada')),
    registerItem('channel', DIRECT),
    registerItem('vessel', aVessel({ documents: [{ type: 'documentation', expiresOn: localDate('2027-09-30') }] })),
    { ...SCHEDULE, since: instant('2026-09-15T15:00:00Z') },
    ...RECIPIENTS.map((person) => registerItem('recipient', person)),
    ...loadedCharterItems(returnedCharter(CHARTER_ID)),
    ...loadedCharterItems(returnedCharter(OTHER_CHARTER_ID)),
  ];
  for (const item of items) tables.table('main').put(stored(item));
  return tables;
}
