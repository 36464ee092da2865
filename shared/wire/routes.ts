import type { Action } from '../access/permissions.ts';
import { SHEET_ROUTES } from './sheet-routes.ts';

/** Who a route lets in: anyone, or someone signed in who may do the named thing. */
export type Gate = 'public' | Action;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly gate: Gate;
  /** What it does, for the handbook. */
  readonly about: string;
}

/** Every path of the API, once. The server mounts these, the browser calls these, the handbook lists these. */
export const ROUTES = {
  health: {
    method: 'GET',
    path: '/api/health',
    gate: 'public',
    about: 'whether the function answers, and its version',
  },
  requestLink: {
    method: 'POST',
    path: '/api/sign-in/link',
    gate: 'public',
    about: 'mail a sign-in link, if the address is known',
  },
  openSession: {
    method: 'POST',
    path: '/api/sign-in/session',
    gate: 'public',
    about: 'trade a sign-in link for a session, once',
  },
  me: { method: 'GET', path: '/api/me', gate: 'session.read', about: 'who is signed in and what they may do' },
  endSession: {
    method: 'DELETE',
    path: '/api/session',
    gate: 'session.end',
    about: 'sign out, at once and everywhere it was used',
  },
  listCharters: {
    method: 'GET',
    path: '/api/charters',
    gate: 'charter.list',
    about: 'charters of one month, with their state',
  },
  createCharter: { method: 'POST', path: '/api/charters', gate: 'charter.create', about: 'a new inquiry' },
  readCharter: {
    method: 'GET',
    path: '/api/charters/:charterId',
    gate: 'charter.read',
    about: 'one charter, whole, with what may happen next',
  },
  moveCharter: {
    method: 'POST',
    path: '/api/charters/:charterId/moves',
    gate: 'charter.move',
    about: 'take a charter to its next state, or be told every reason why not',
  },
  recordMilestone: {
    method: 'POST',
    path: '/api/charters/:charterId/milestones',
    gate: 'charter.milestone',
    about: 'record when something happened',
  },
  completeItem: {
    method: 'POST',
    path: '/api/charters/:charterId/checklist/:itemId',
    gate: 'charter.checklist',
    about: 'tick, or untick, a checklist item',
  },
  changeSlot: {
    method: 'POST',
    path: '/api/charters/:charterId/crew/:slotId',
    gate: 'charter.crew',
    about: 'claim, release, confirm or check in to a role',
  },
  changeGuest: {
    method: 'POST',
    path: '/api/charters/:charterId/guests/:guestId',
    gate: 'charter.guest',
    about: 'check a guest in, or file a paper waiver',
  },
  recordOverride: {
    method: 'POST',
    path: '/api/charters/:charterId/overrides',
    gate: 'charter.override',
    about: 'sail against a guard, on record and with a reason',
  },
  recordWeather: {
    method: 'POST',
    path: '/api/charters/:charterId/weather',
    gate: 'charter.milestone',
    about: 'record the weather decision',
  },
  submitPostCharter: {
    method: 'POST',
    path: '/api/charters/:charterId/post-charter-report',
    gate: 'charter.post-report',
    about: "the captain's report after the trip",
  },
  recordPayment: {
    method: 'POST',
    path: '/api/charters/:charterId/payments',
    gate: 'money.record',
    about: 'a deposit, balance or refund of a charter',
  },
  recordExpense: {
    method: 'POST',
    path: '/api/expenses',
    gate: 'money.record',
    about: 'a cost of one charter or of the house',
  },
  recordPayout: {
    method: 'POST',
    path: '/api/charters/:charterId/payouts',
    gate: 'money.record',
    about: 'money a booking platform paid out',
  },
  recordTipPayout: {
    method: 'POST',
    path: '/api/charters/:charterId/tip-payouts',
    gate: 'money.record',
    about: 'tips handed to the crew',
  },
  listMoney: {
    method: 'GET',
    path: '/api/money',
    gate: 'money.read',
    about: 'all money of a business and month, with what became of each record',
  },
  recordMoney: {
    method: 'POST',
    path: '/api/money/:kind',
    gate: 'money.record',
    about: 'money of any kind: a transfer, a bill, an instalment, a pay run and all others',
  },
  correctMoney: {
    method: 'POST',
    path: '/api/money/:kind/corrections',
    gate: 'money.record',
    about: 'take a record of money back, and record what was meant instead',
  },
  movePeriod: {
    method: 'POST',
    path: '/api/periods/:entityId/:month/moves',
    gate: 'period.move',
    about: "close a month of a business's books, or open the last one again",
  },
  listRegister: { method: 'GET', path: '/api/register/:kind', gate: 'register.read', about: 'all records of one kind' },
  writeRegister: {
    method: 'PUT',
    path: '/api/register/:kind/:recordId',
    gate: 'register.write',
    about: 'create or change one record',
  },
  exportJournal: {
    method: 'GET',
    path: '/api/journal',
    gate: 'journal.export',
    about: 'the books as a plain-text journal',
  },
  dashboard: {
    method: 'GET',
    path: '/api/reports/dashboard',
    gate: 'report.dashboard',
    about: "this month's figures as they were last prepared; 304 while they are what the asker has",
  },
  dashboardReceipts: {
    method: 'GET',
    path: '/api/reports/dashboard/receipts',
    gate: 'report.dashboard',
    about: 'what the figures of the dashboard mean',
  },
  reportCatalog: {
    method: 'GET',
    path: '/api/reports/catalog',
    gate: 'run.list',
    about: 'the reports there are and who may read which',
  },
  previewReport: {
    method: 'POST',
    path: '/api/reports/preview',
    gate: 'report.read',
    about: 'a report as it would be now; nothing is kept or sent',
  },
  listRuns: {
    method: 'GET',
    path: '/api/reports/runs',
    gate: 'run.list',
    about: 'report runs of one month, newest first',
  },
  startRun: {
    method: 'POST',
    path: '/api/reports/runs',
    gate: 'run.start',
    about: 'run reports now; the same request key never runs twice',
  },
  readRun: {
    method: 'GET',
    path: '/api/reports/runs/:runKey',
    gate: 'run.read',
    about: 'one run with its steps, issues and deliveries',
  },
  listIssues: {
    method: 'GET',
    path: '/api/reports/issues',
    gate: 'run.list',
    about: 'the library of archived reports, newest first',
  },
  compareIssues: {
    method: 'GET',
    path: '/api/reports/compare',
    gate: 'report.read',
    about: 'what changed from one archived report to another of its kind',
  },
  readIssue: {
    method: 'GET',
    path: '/api/reports/runs/:runKey/:scope/:slug/:format',
    gate: 'report.read',
    about: 'an archived report, byte for byte',
  },
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
