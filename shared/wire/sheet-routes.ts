import type { Route } from './routes.ts';

/** The paths of spreadsheets and bank statements: part of the one table of routes. */
export const SHEET_ROUTES = {
  listImports: {
    method: 'GET',
    path: '/api/imports',
    gate: 'import.read',
  },
  openImport: {
    method: 'POST',
    path: '/api/imports',
    gate: 'import.run',
  },
  sendImportPart: {
    method: 'PUT',
    path: '/api/imports/:importId/parts/:part',
    gate: 'import.run',
  },
  checkImport: {
    method: 'POST',
    path: '/api/imports/:importId/check',
    gate: 'import.run',
  },
  stepImport: {
    method: 'POST',
    path: '/api/imports/:importId/steps',
    gate: 'import.run',
  },
  readBankMatches: {
    method: 'GET',
    path: '/api/bank/:entityId',
    gate: 'money.read',
  },
  matchBankLine: {
    method: 'POST',
    path: '/api/bank/:entityId/:lineId/match',
    gate: 'money.record',
  },
  matchBankLines: {
    method: 'POST',
    path: '/api/bank/:entityId/matches',
    gate: 'money.record',
  },
  unmatchBankLine: {
    method: 'POST',
    path: '/api/bank/:entityId/:lineId/unmatch',
    gate: 'money.record',
  },
} as const satisfies Record<string, Route>;
