import type { FactSheet } from '../../facts/fact-sheet.ts';
import { notKnown, numberIn, ok, shortfall } from '../judging.ts';
import type { Phrase, Rule } from '../rule.ts';

/** Platforms owe money they should have paid. */
export const latePayouts: Rule = {
  id: 'late-payouts',
  code: 'CFO-09',
  title: 'Platform payouts are late',
  category: 'Receivables',
  causeKey: 'late-payouts',
  needs: ['late-payouts'],
  action: { title: 'Ask the platforms for the payouts that are late', ownerRole: 'CFO', dueDays: 3, effort: 'S' },
  judge(sheet) {
    const late = sheet.get('late-payouts');
    const count = numberIn(late);
    if (count === undefined) return notKnown(late);
    if (count === 0) return ok(late);
    const priced = sheet.has('late-payout-cents') ? sheet.get('late-payout-cents') : undefined;
    return shortfall('medium', {
      gap: ['Payouts more than a week beyond their usual days: ', late, '.'],
      impact: priced ? ['Money that should be in the bank: ', priced, '.'] : ['The money should be in the bank.'],
      ...(priced ? { impactCents: priced } : {}),
    });
  },
};

const FIVE_HUNDRED_DOLLARS = 50_000;
const THIRTY_DAYS = 30;

/** The bank says something the books do not. */
export const unmatchedBank: Rule = {
  id: 'unmatched-bank-lines',
  code: 'CFO-10',
  title: 'Bank lines are not reconciled',
  category: 'Books',
  causeKey: 'unmatched-bank-lines',
  needs: ['unmatched-bank-cents', 'oldest-unmatched-bank-days'],
  action: {
    title: 'Match every bank line to an entry, oldest first',
    ownerRole: 'Accounting',
    dueDays: 5,
    effort: 'M',
  },
  judge(sheet) {
    const facts = this.needs.filter((id) => sheet.has(id)).map((id) => sheet.get(id));
    const [cents, days] = this.needs.map((id) => (sheet.has(id) ? numberIn(sheet.get(id)) : undefined));
    const isShort = (cents ?? 0) > FIVE_HUNDRED_DOLLARS || (days ?? 0) > THIRTY_DAYS;
    if (!isShort) return facts.some((fact) => fact.measured.state === 'unknown') ? notKnown(...facts) : ok(...facts);
    return shortfall('high', {
      gap: gapOf(sheet, cents, days),
      impact: ['Until they match, cash in this report may be wrong by as much.'],
      ...(cents === undefined ? {} : { impactCents: sheet.get('unmatched-bank-cents') }),
    });
  },
};

/** What waits and for how long, as far as it is known. */
function gapOf(sheet: FactSheet, cents: number | undefined, days: number | undefined): Phrase {
  const amount: Phrase = ['Bank lines no entry explains come to ', sheet.get('unmatched-bank-cents')];
  const age: Phrase = ['the oldest has waited ', sheet.get('oldest-unmatched-bank-days'), '.'];
  if (cents === undefined) return ['Of the bank lines no entry explains, ', ...age];
  return days === undefined ? [...amount, '.'] : [...amount, '; ', ...age];
}
