import type { Route } from './routes.ts';

/** The paths of spreadsheets and bank statements: part of the one table of routes. */
export const SHEET_ROUTES = {
  listImports: {
    method: 'GET',
    path: '/api/imports',
    gate: 'import.read',
    about: 'what can be imported, and the imports so far, newest first',
  },
  openImport: {
    method: 'POST',
    path: '/api/imports',
    gate: 'import.run',
    about: 'announce a spreadsheet of up to 10 MB, which is then sent in parts',
  },
  sendImportPart: {
    method: 'PUT',
    path: '/api/imports/:importId/parts/:part',
    gate: 'import.run',
    about: 'one part of a spreadsheet; the same part again replaces it',
  },
  checkImport: {
    method: 'POST',
    path: '/api/imports/:importId/check',
    gate: 'import.run',
    about: 'read a spreadsheet against the books: its columns, open questions and every problem; nothing is stored',
  },
  stepImport: {
    method: 'POST',
    path: '/api/imports/:importId/steps',
    gate: 'import.run',
    about: 'store the next stretch of a checked spreadsheet, until it says done',
  },
  readBankMatches: {
    method: 'GET',
    path: '/api/bank/:entityId',
    gate: 'money.read',
    about: 'bank lines nothing explains yet, each with the movements in the books it may be',
  },
  matchBankLine: {
    method: 'POST',
    path: '/api/bank/:entityId/:lineId/match',
    gate: 'money.record',
    about: 'say which movement in the books a bank line is',
  },
  unmatchBankLine: {
    method: 'DELETE',
    path: '/api/bank/:entityId/:lineId/match',
    gate: 'money.record',
    about: 'take a match back: the bank line is unexplained again',
  },
} as const satisfies Record<string, Route>;
