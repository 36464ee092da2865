import type { Role, User } from '../records/user.ts';

/** Everything the app lets anyone do. A route names one; a route without one does not exist. */
export const ACTIONS = [
  'session.read',
  'session.end',
  'charter.list',
  'charter.read',
  'charter.create',
  'charter.move',
  'charter.milestone',
  'charter.checklist',
  'charter.crew',
  'charter.roles',
  'charter.guest',
  'charter.override',
  'charter.post-report',
  'money.read',
  'money.record',
  'period.move',
  'register.read',
  'register.write',
  'journal.export',
  'report.dashboard',
  'report.read',
  'run.list',
  'run.read',
  'run.start',
  'delivery.decide',
  'import.read',
  'import.run',
] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * How far a role's permission reaches: everywhere, the entities the person works on, the reports and entities they hold
 * a grant for, themselves, or nowhere.
 */
export type Reach = 'all' | 'entities' | 'grants' | 'self' | 'none';

type Row = Readonly<Record<Role, Reach>>;

const everyone: Row = { admin: 'self', captain: 'self', crew: 'self', executive: 'self', guest: 'self' };
const onBoard: Row = { admin: 'all', captain: 'entities', crew: 'entities', executive: 'none', guest: 'none' };
const inCommand: Row = { admin: 'all', captain: 'entities', crew: 'none', executive: 'none', guest: 'none' };
const office: Row = { admin: 'all', captain: 'none', crew: 'none', executive: 'none', guest: 'none' };
const readers: Row = { admin: 'all', captain: 'grants', crew: 'grants', executive: 'grants', guest: 'none' };

/** Who may do what. This table is the rule, the documentation and the test. */
export const PERMISSIONS: Readonly<Record<Action, Row>> = {
  'session.read': everyone,
  'session.end': everyone,
  'charter.list': onBoard,
  'charter.read': onBoard,
  'charter.create': office,
  'charter.move': inCommand,
  'charter.milestone': inCommand,
  'charter.checklist': onBoard,
  'charter.crew': onBoard,
  'charter.roles': inCommand,
  'charter.guest': inCommand,
  'charter.override': inCommand,
  'charter.post-report': inCommand,
  'money.read': office,
  'money.record': office,
  'period.move': office,
  'register.read': office,
  'register.write': office,
  'journal.export': office,
  'report.dashboard': readers,
  'report.read': readers,
  'run.list': readers,
  'run.read': readers,
  'run.start': office,
  'delivery.decide': office,
  'import.read': office,
  'import.run': office,
};

/** What an action is about. Absent parts are not restricted by the target: a list is filtered afterwards. */
export interface Target {
  readonly entityIds?: readonly string[];
  readonly report?: string;
}

/** Whether this is a role at all: one every row of the table decides about. */
export function isRole(text: string): text is Role {
  return Object.hasOwn(PERMISSIONS['import.read'], text);
}

/** Whether someone may do something to something. Disabled people may do nothing; what is not granted is denied. */
export function can(user: User, action: Action, target: Target = {}): boolean {
  if (user.status !== 'active') return false;
  return user.roles.some((role) => reaches(user, PERMISSIONS[action][role], target));
}

/** Everything someone may do somewhere; a screen shows what is in here. */
export function allowedActions(user: User): Action[] {
  return ACTIONS.filter((action) => can(user, action));
}

/** The entities whose figures someone may see in one report, out of those given; order kept. */
export function grantedEntities(user: User, report: string, entityIds: readonly string[]): string[] {
  const action: Action = report === 'dashboard' ? 'report.dashboard' : 'report.read';
  return entityIds.filter((entityId) => can(user, action, { report, entityIds: [entityId] }));
}

function reaches(user: User, reach: Reach, target: Target): boolean {
  switch (reach) {
    case 'all':
    case 'self':
      return true;
    case 'none':
      return false;
    case 'entities':
      return (target.entityIds ?? []).every((entityId) => user.entityIds.includes(entityId));
    case 'grants':
      return (target.entityIds ?? []).every((entityId) => holdsGrant(user, target.report, entityId));
  }
}

/** Captains hold the debrief and the dashboard of their own entities without being granted them. */
function holdsGrant(user: User, report: string | undefined, entityId: string): boolean {
  if (report === undefined) return user.grants.some((grant) => grant.entityId === entityId);
  const byRole = user.roles.includes('captain') && user.entityIds.includes(entityId);
  return (
    (byRole && (report === 'charter-debrief' || report === 'dashboard')) ||
    user.grants.some((grant) => grant.report === report && grant.entityId === entityId)
  );
}
