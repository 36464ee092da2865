import type { ImportKind } from '../import-kind.ts';
import { plainWords } from '../plain-words.ts';
import { bankLines } from './bank-lines.ts';
import { campaigns } from './campaigns.ts';
import { cardBalance } from './card-balance.ts';
import { customers } from './customers.ts';
import { dayLogs } from './day-logs.ts';
import { expenses } from './expenses.ts';
import { leads } from './leads.ts';
import { listings } from './listings.ts';
import { payouts } from './payouts.ts';
import { stays } from './stays.ts';
import { targets } from './targets.ts';
import { workEntries } from './work-entries.ts';

/** Every kind of spreadsheet that can be imported. */
export const IMPORT_KINDS: readonly ImportKind[] = [
  expenses,
  bankLines,
  payouts,
  cardBalance,
  leads,
  targets,
  stays,
  workEntries,
  dayLogs,
  listings,
  campaigns,
  customers,
];

/** The kind of this id, or nothing. */
export function importKindOf(id: string): ImportKind | undefined {
  const wanted = plainWords(id);
  return IMPORT_KINDS.find((kind) => plainWords(kind.id) === wanted);
}
