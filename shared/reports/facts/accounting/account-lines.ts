import { mapped } from '../../../kernel/measured.ts';
import type { Account } from '../../../ledger/accounts.ts';
import { ACCOUNTS } from '../../../ledger/accounts.ts';
import { readOff } from '../book-reads.ts';
import type { FactMeaning, SubjectFacts } from '../fact.ts';
import { namesOf } from '../naming.ts';
import { booksBasis } from '../readings.ts';
import type { FactView } from '../view.ts';
import { narrowedTo } from '../view.ts';
import { keepers } from './kept-books.ts';
import { yearToDate } from './statement-facts.ts';

const SOURCE = 'double-entry bookkeeping';

/** The part of a subject's id that says it is an account. */
const ID = 'account-';

/** Every account that was ever touched: what it stands at, and what it moved by. */
export const ACCOUNT_SUBJECTS: SubjectFacts = {
  kind: 'account',
  meanings: [
    meaning('account-balance', 'Account balance', 'What the account stands at when the period ends, debit positive.'),
    meaning('account-amount', 'Account balance, usual side', 'The same, positive on the side usual for the account.'),
    meaning('account-period', 'Account in the period', 'What the account moved by, positive on its usual side.'),
    meaning('account-year', 'Account in the year to date', 'The same since the first month of the year.'),
  ],
  list: (all) => {
    const view = narrowedTo(all, keepers(all));
    if (view.entityIds.length === 0) return [];
    const codes = new Set(view.books.codesThrough(view.entityIds, view.month));
    return ACCOUNTS.filter(({ code }) => codes.has(code)).map((account) => ({
      subject: { kind: 'account', id: `${ID}${account.code}`, name: `${account.code} ${account.name}` },
      figures: figuresOf(view, account),
    }));
  },
};

/** The first digit of the code, which says what an account is, read off its subject's id. */
export function accountClass(subjectId: string): string {
  return subjectId.charAt(ID.length);
}

function figuresOf(view: FactView, { code, type }: Account) {
  const side = type === 'asset' || type === 'cogs' || type === 'opex' ? 1 : -1;
  const moved = (months: readonly (typeof view.month)[]) =>
    readOff(view, booksBasis(view, months), () => view.books.account(view.entityIds, months, code) * side || 0);
  const basis = { records: `journal entries of ${namesOf(view)} up to ${view.month}`, asOf: view.asOn };
  const standing = readOff(view, basis, () => view.books.accountThrough(view.entityIds, view.month, [code]));
  return {
    'account-balance': standing,
    'account-amount': mapped(standing, (cents) => cents * side || 0),
    'account-period': moved(view.months),
    'account-year': moved(yearToDate(view)),
  };
}

function meaning(id: string, title: string, definition: string): FactMeaning {
  return { id, title, unit: 'cents', definition, formula: 'sum of journal lines', source: SOURCE, needs: ['balances'] };
}
