import type { RouteName } from '../../shared/wire/routes.ts';

/** The routes of each subject of the host, by name, so that they stand before their code is loaded. */

export const SIGN_IN_ROUTES: readonly RouteName[] = ['requestLink', 'openSession', 'me', 'endSession'];

export const CHARTER_ROUTES: readonly RouteName[] = [
  'listCharters',
  'createCharter',
  'readCharter',
  'moveCharter',
  'recordMilestone',
  'recordWeather',
  'recordOverride',
  'submitPostCharter',
  'completeItem',
  'changeSlot',
  'changeCharter',
  'addGuest',
  'addRole',
  'changeRole',
  'removeRole',
  'changeGuest',
];

export const OFFICE_ROUTES: readonly RouteName[] = [
  'recordPayment',
  'recordPayout',
  'recordTipPayout',
  'recordExpense',
  'listMoney',
  'recordMoney',
  'correctMoney',
  'movePeriod',
  'listRegister',
  'writeRegister',
  'withdrawRecord',
  'listForms',
  'readForm',
  'exportJournal',
  'health',
];

export const IMPORT_ROUTES: readonly RouteName[] = [
  'listImports',
  'openImport',
  'sendImportPart',
  'checkImport',
  'stepImport',
];

export const BANK_ROUTES: readonly RouteName[] = [
  'readBankMatches',
  'matchBankLine',
  'matchBankLines',
  'unmatchBankLine',
];
