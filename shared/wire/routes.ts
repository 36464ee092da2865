import type { Action } from '../access/permissions.ts';
import { RECORD_ROUTES } from './record-routes.ts';
import { SHEET_ROUTES } from './sheet-routes.ts';

/** Who a route lets in: anyone, or someone signed in who may do the named thing. */
export type Gate = 'public' | Action;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly gate: Gate;
}

/** Every path of the API, once. The server mounts these, the browser calls these, the handbook lists these. */
export const ROUTES = {
  health: {
    method: 'GET',
    path: '/api/health',
    gate: 'public',
  },
  requestLink: {
    method: 'POST',
    path: '/api/sign-in/link',
    gate: 'public',
  },
  openSession: {
    method: 'POST',
    path: '/api/sign-in/session',
    gate: 'public',
  },
  me: { method: 'GET', path: '/api/me', gate: 'session.read' },
  endSession: {
    method: 'DELETE',
    path: '/api/session',
    gate: 'session.end',
  },
  listCharters: {
    method: 'GET',
    path: '/api/charters',
    gate: 'charter.list',
  },
  createCharter: { method: 'POST', path: '/api/charters', gate: 'charter.create' },
  readCharter: {
    method: 'GET',
    path: '/api/charters/:charterId',
    gate: 'charter.read',
  },
  moveCharter: {
    method: 'POST',
    path: '/api/charters/:charterId/moves',
    gate: 'charter.move',
  },
  recordMilestone: {
    method: 'POST',
    path: '/api/charters/:charterId/milestones',
    gate: 'charter.milestone',
  },
  completeItem: {
    method: 'POST',
    path: '/api/charters/:charterId/checklist/:itemId',
    gate: 'charter.checklist',
  },
  changeSlot: {
    method: 'POST',
    path: '/api/charters/:charterId/crew/:slotId',
    gate: 'charter.crew',
  },
  changeGuest: {
    method: 'POST',
    path: '/api/charters/:charterId/guests/:guestId',
    gate: 'charter.guest',
  },
  recordOverride: {
    method: 'POST',
    path: '/api/charters/:charterId/overrides',
    gate: 'charter.override',
  },
  recordWeather: {
    method: 'POST',
    path: '/api/charters/:charterId/weather',
    gate: 'charter.milestone',
  },
  submitPostCharter: {
    method: 'POST',
    path: '/api/charters/:charterId/post-charter-report',
    gate: 'charter.post-report',
  },
  recordPayment: {
    method: 'POST',
    path: '/api/charters/:charterId/payments',
    gate: 'money.record',
  },
  recordExpense: {
    method: 'POST',
    path: '/api/expenses',
    gate: 'money.record',
  },
  recordPayout: {
    method: 'POST',
    path: '/api/charters/:charterId/payouts',
    gate: 'money.record',
  },
  recordTipPayout: {
    method: 'POST',
    path: '/api/charters/:charterId/tip-payouts',
    gate: 'money.record',
  },
  listMoney: {
    method: 'GET',
    path: '/api/money',
    gate: 'money.read',
  },
  recordMoney: {
    method: 'POST',
    path: '/api/money/:kind',
    gate: 'money.record',
  },
  correctMoney: {
    method: 'POST',
    path: '/api/money/:kind/corrections',
    gate: 'money.record',
  },
  movePeriod: {
    method: 'POST',
    path: '/api/periods/:entityId/:month/moves',
    gate: 'period.move',
  },
  listRegister: { method: 'GET', path: '/api/register/:kind', gate: 'register.read' },
  writeRegister: {
    method: 'PUT',
    path: '/api/register/:kind/:recordId',
    gate: 'register.write',
  },
  exportJournal: {
    method: 'GET',
    path: '/api/journal',
    gate: 'journal.export',
  },
  dashboard: {
    method: 'GET',
    path: '/api/reports/dashboard',
    gate: 'report.dashboard',
  },
  dashboardReceipts: {
    method: 'GET',
    path: '/api/reports/dashboard/receipts',
    gate: 'report.dashboard',
  },
  reportCatalog: {
    method: 'GET',
    path: '/api/reports/catalog',
    gate: 'run.list',
  },
  previewReport: {
    method: 'POST',
    path: '/api/reports/preview',
    gate: 'report.read',
  },
  listRuns: {
    method: 'GET',
    path: '/api/reports/runs',
    gate: 'run.list',
  },
  startRun: {
    method: 'POST',
    path: '/api/reports/runs',
    gate: 'run.start',
  },
  readRun: {
    method: 'GET',
    path: '/api/reports/runs/:runKey',
    gate: 'run.read',
  },
  reportsDue: {
    method: 'GET',
    path: '/api/reports/due',
    gate: 'run.list',
  },
  decideDelivery: {
    method: 'POST',
    path: '/api/reports/runs/:runKey/deliveries/:deliveryId',
    gate: 'delivery.decide',
  },
  listIssues: {
    method: 'GET',
    path: '/api/reports/issues',
    gate: 'run.list',
  },
  compareIssues: {
    method: 'GET',
    path: '/api/reports/compare',
    gate: 'report.read',
  },
  readIssue: {
    method: 'GET',
    path: '/api/reports/runs/:runKey/:scope/:slug/:format',
    gate: 'report.read',
  },
  ...RECORD_ROUTES,
  ...SHEET_ROUTES,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;

/** The path with its parameters filled in, each one encoded. @throws RangeError when a parameter is missing. */
export function pathTo(name: RouteName, params: Readonly<Record<string, string>> = {}): string {
  return ROUTES[name].path.replace(/:([a-zA-Z]+)/g, (_all, key: string) => {
    const value = params[key];
    if (value === undefined) throw new RangeError(`path of ${name} needs ${key}`);
    return encodeURIComponent(value);
  });
}
