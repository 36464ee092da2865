import { measured } from '../../../kernel/measured.ts';
import type { Account } from '../../../ledger/accounts.ts';
import { ACCOUNTS } from '../../../ledger/accounts.ts';
import type { Entity } from '../../../records/entity.ts';
import { readOff } from '../book-reads.ts';
import type { SubjectFacts } from '../fact.ts';
import { namesOf } from '../naming.ts';
import { booksBasis } from '../readings.ts';
import type { FactView } from '../view.ts';
import { narrowedTo } from '../view.ts';
import { keepers } from './kept-books.ts';
import { yearToDate } from './statement-facts.ts';

const FORMS: Readonly<Record<Entity['taxForm'], string>> = {
  sched_c: 'Schedule C',
  sched_e: 'Schedule E',
  '1120s': 'Form 1120-S',
};

/** Expenses of the year to date under the line of the tax form each business files, in the order of the forms. */
export const TAX_LINE_SUBJECTS: SubjectFacts = {
  kind: 'tax-line',
  meanings: [
    {
      id: 'tax-line-year',
      title: 'Expenses of the tax line, year to date',
      unit: 'cents',
      definition: 'Expenses of the year to date that go on this line of the form.',
      formula: 'sum of the expense accounts mapped to the line',
      source: 'line numbers as printed for tax year 2025 (Schedules C and E) and 2023 (1120-S, 8825)',
      needs: ['balances', 'entity'],
    },
    {
      id: 'tax-line-accounts',
      title: 'Accounts of the tax line',
      unit: 'text',
      definition: 'The accounts whose amounts are added up on the line.',
      formula: 'as recorded',
      source: 'chart of accounts',
      needs: ['balances', 'entity'],
    },
  ],
  list: (all) => {
    const view = narrowedTo(all, keepers(all));
    const months = yearToDate(view.entityIds.length === 0 ? all : view);
    return linesOf(view).map(({ form, line, accounts, entityIds }) => {
      const basis = {
        ...booksBasis(view, months),
        records: `journal entries of ${namesOf(view, entityIds)}, year to date`,
      };
      const total = readOff(view, basis, () =>
        accounts.reduce((sum, { code }) => sum + view.books.account(entityIds, months, code), 0),
      );
      return {
        subject: {
          kind: 'tax-line',
          id: `tax-${form}-${line ?? 'none'}`.replaceAll(/[^a-zA-Z0-9_-]+/g, '-'),
          name: nameOf(form, view.month.slice(0, 4), line),
        },
        figures: {
          'tax-line-year': total,
          'tax-line-accounts': measured(accounts.map(({ name }) => name).join(', '), basis),
        },
      };
    });
  },
};

interface TaxLine {
  readonly form: Entity['taxForm'];
  /** Absent where the form has no line for the account. */
  readonly line: string | undefined;
  readonly accounts: readonly Account[];
  readonly entityIds: readonly string[];
}

/** Accounts with anything in the year, under their form and line; an account of the rental form goes there whoever files. */
function linesOf(view: FactView): readonly TaxLine[] {
  const months = yearToDate(view);
  const found = new Map<
    string,
    { form: Entity['taxForm']; line: string | undefined; accounts: Set<Account>; ids: Set<string> }
  >();
  for (const account of ACCOUNTS.filter(({ type }) => type === 'cogs' || type === 'opex')) {
    for (const id of view.entityIds) {
      if (view.books.account([id], months, account.code) === 0) continue;
      const { form, line } = placeOf(account, view.entityOf(id)?.taxForm ?? 'sched_c');
      const key = `${FORMS[form]} ${line === undefined ? 'z' : `${String(Number.parseInt(line, 10)).padStart(3, '0')}${line}`}`;
      const held = found.get(key) ?? { form, line, accounts: new Set(), ids: new Set() };
      held.accounts.add(account);
      held.ids.add(id);
      found.set(key, held);
    }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { form, line, accounts, ids }]) => ({ form, line, accounts: [...accounts], entityIds: [...ids].sort() }));
}

function placeOf({ taxLines }: Account, filed: Entity['taxForm']): Pick<TaxLine, 'form' | 'line'> {
  if (filed === '1120s') return { form: filed, line: taxLines.f1120s ?? undefined };
  if (taxLines.schE !== null) return { form: 'sched_e', line: taxLines.schE };
  return { form: 'sched_c', line: taxLines.schC ?? undefined };
}

function nameOf(form: Entity['taxForm'], year: string, line: string | undefined): string {
  return line === undefined ? `${FORMS[form]} ${year}, no line` : `${FORMS[form]} ${year}, line ${line}`;
}
