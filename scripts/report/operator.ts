import type { Instant } from '../../shared/kernel/calendar.ts';
import { instant } from '../../shared/kernel/calendar.ts';
import type { User } from '../../shared/records/user.ts';

const EPOCH: Instant = instant('2026-01-01T00:00:00.000Z');

/** Whoever sits at the machine's own command line: may see and run everything, and signs in nowhere. */
export const OPERATOR: User = {
  id: 'usr_operator',
  email: 'operator@example.com',
  name: 'Operator at the command line',
  roles: ['admin'],
  entityIds: [],
  grants: [],
  credentials: [],
  status: 'active',
  authVersion: 0,
  createdAt: EPOCH,
  createdBy: 'command line',
  updatedAt: EPOCH,
  version: 1,
  source: 'system',
  schemaVersion: 1,
};
