import { named, notJudged, notKnown, notKnownOf, numberIn, ok, shortfall, standings } from '../judging.ts';
import type { Rule } from '../rule.ts';

/** A business runs and nobody writes it down. */
export const noRevenueTracking: Rule = {
  id: 'no-revenue-tracking',
  code: 'CEO-03',
  title: 'A business kept no books last month',
  category: 'Money',
  causeKey: 'books-not-kept',
  needs: ['untracked-entities'],
  action: {
    title: 'Enter last month’s money in the books, and name who keeps them',
    ownerRole: 'Accounting',
    dueDays: 3,
    effort: 'M',
  },
  decision: 'Who keeps the books of the businesses that have none',
  judge(sheet) {
    const total = sheet.get('untracked-entities');
    const found = standings(sheet, this.needs, ([silent]) => (silent === 1 ? 'critical' : undefined));
    if (found.worst) {
      return shortfall(found.worst, {
        gap: [
          `${named(found.short)} wrote nothing into the books in the last full month.`,
          ...notJudged(found.unknown),
        ],
        impact: ['What was earned and spent then is not known, nor is any total it belongs to.'],
        evidence: [total, ...found.facts],
      });
    }
    return found.unknown.length > 0 ? notKnownOf(found, sheet, this.needs) : ok(total);
  },
};

/** Month after month the boats sail too little to pay for themselves. */
export const belowBreakEven: Rule = {
  id: 'below-break-even',
  code: 'CEO-08',
  title: 'Below break-even',
  category: 'Money',
  causeKey: 'below-break-even',
  needs: ['months-below-break-even'],
  action: { title: 'Bring a plan for price, cost and volume', ownerRole: 'CFO', dueDays: 14, effort: 'L' },
  decision: 'Raise prices, cut fixed cost, or sell more charters: which comes first',
  judge(sheet) {
    const months = sheet.get('months-below-break-even');
    const [needed, left] = [sheet.get('break-even-charters'), sheet.get('contribution-less-fixed-cost')];
    const count = numberIn(months);
    if (count === undefined) return notKnown(months);
    if (count < 2) return ok(months);
    return shortfall(count >= 3 ? 'critical' : 'high', {
      gap:
        numberIn(needed) === undefined
          ? ['For ', months, ' full months in a row the charters did not pay for the fixed cost.']
          : ['For ', months, ' full months in a row fewer charters sailed than the ', needed, ' a month needs now.'],
      impact: ['After its fixed cost, the last full month left ', left, '.'],
      impactCents: left,
      evidence: [months, needed],
    });
  },
};

const FIFTH = 2_000;

/** Subscribers are not being charged. */
export const brokenSubscriptions: Rule = {
  id: 'broken-subscriptions',
  code: 'CEO-10',
  title: 'Subscription billing is broken',
  category: 'Money',
  causeKey: 'subscription-billing',
  needs: ['active-subscriptions', 'recently-charged-subscriptions', 'past-due-share'],
  action: { title: 'Fix the billing and charge what is due', ownerRole: 'CTO', dueDays: 2, effort: 'M' },
  judge(sheet) {
    const facts = this.needs.map((id) => sheet.get(id));
    const [active, charged, pastDue] = facts.map(numberIn);
    if (active === undefined || charged === undefined || pastDue === undefined) return notKnown(...facts);
    const isSilent = active > 0 && charged === 0;
    if (!isSilent && pastDue <= FIFTH) return ok(...facts);
    const recurring = sheet.get('monthly-recurring-revenue');
    return shortfall('critical', {
      gap: [
        'Running subscriptions: ',
        sheet.get('active-subscriptions'),
        '; charged in the last 35 days: ',
        sheet.get('recently-charged-subscriptions'),
        '; past due: ',
        sheet.get('past-due-share'),
        '.',
      ],
      impact: ['Recurring revenue at stake each month: ', recurring, '.'],
      impactCents: recurring,
      evidence: facts,
    });
  },
};
