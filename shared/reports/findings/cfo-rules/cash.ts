import type { Fact } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { notKnown, numberIn, ok, shortfall } from '../judging.ts';
import type { Rule } from '../rule.ts';

/** The figure of all businesses, else that of those whose books are kept. */
function whole(sheet: FactSheet, id: string): Fact {
  const all = sheet.get(id);
  return all.measured.state !== 'unknown' || !sheet.has(`tracked-${id}`) ? all : sheet.get(`tracked-${id}`);
}

const THREE_MONTHS = 30;
const SIX_MONTHS = 60;

/** The money runs out within half a year. */
export const shortRunway: Rule = {
  id: 'short-runway',
  code: 'CFO-01',
  title: 'Cash lasts less than six months',
  category: 'Cash',
  causeKey: 'short-runway',
  needs: ['runway', 'tracked-runway'],
  action: {
    title: 'Cut or put off spending until the cash lasts six months',
    ownerRole: 'CFO',
    dueDays: 7,
    effort: 'M',
  },
  decision: 'Which spending stops first, and whether the owners put money in',
  judge(sheet) {
    const [runway, burn, cash] = ['runway', 'net-burn', 'unrestricted-cash'].map((id) => whole(sheet, id)) as [
      Fact,
      Fact,
      Fact,
    ];
    const tenths = numberIn(runway);
    if (runway.measured.state === 'unknown') return notKnown(runway);
    if (tenths === undefined || tenths >= SIX_MONTHS) return ok(runway, burn);
    return shortfall(tenths < THREE_MONTHS ? 'critical' : 'high', {
      gap: ['At a net burn of ', burn, ' per month, unrestricted cash lasts ', runway, '.'],
      impact: ['Unrestricted cash left: ', cash, '.'],
      impactCents: burn,
    });
  },
};

/** Customers' money has been spent. */
export const customerMoneySpent: Rule = {
  id: 'customer-money-spent',
  code: 'CFO-02',
  title: 'Customer money has been spent',
  category: 'Cash',
  causeKey: 'customer-money-spent',
  needs: ['unrestricted-cash', 'tracked-unrestricted-cash'],
  action: {
    title: 'Stop paying anything but wages, refunds and tips, and bring back what is missing',
    ownerRole: 'CFO',
    dueDays: 1,
    effort: 'M',
  },
  decision: 'Who brings back the money held for others',
  judge(sheet) {
    const cash = whole(sheet, 'unrestricted-cash');
    const held = whole(sheet, 'restricted-cash');
    const free = numberIn(cash);
    if (free === undefined) return notKnown(cash);
    if (free >= 0) return ok(cash, held);
    return shortfall('critical', {
      gap: ['Bank and cash less what is held for others is ', cash, '.'],
      impact: ['As much of the ', held, ' held for others has been spent.'],
      impactCents: cash,
    });
  },
};

const FIFTH_MORE = 120;

/** The business burns a good deal more than a month before. */
export const burnRising: Rule = {
  id: 'burn-rising',
  code: 'CFO-03',
  title: 'Net burn rose by more than a fifth in a month',
  category: 'Cash',
  causeKey: 'burn-rising',
  needs: ['net-burn-last-month', 'net-burn-month-before'],
  action: {
    title: 'Go through the payments of the last full month and say which will come again',
    ownerRole: 'CFO',
    dueDays: 7,
    effort: 'S',
  },
  judge(sheet) {
    const [last, before] = [sheet.get('net-burn-last-month'), sheet.get('net-burn-month-before')];
    const rise = sheet.get('net-burn-rise');
    const [now, then] = [numberIn(last), numberIn(before)];
    if (now === undefined || then === undefined) return notKnown(last, before);
    const isRisen = now > 0 && now * 100 > Math.max(0, then) * FIFTH_MORE;
    if (!isRisen) return ok(last, before);
    return shortfall('medium', {
      gap:
        then > 0
          ? ['Net burn was ', last, ' in the last full month and ', before, ' in the one before.']
          : ['The last full month burned ', last, '; the net burn of the one before was ', before, ': cash came in.'],
      impact: ['Every month like it leaves ', rise, ' less than the month before did.'],
      impactCents: rise,
    });
  },
};

/** Too little is held back. */
export const reserveShort: Rule = {
  id: 'reserve-below-floor',
  code: 'CFO-07',
  title: 'The reserve is below its floor',
  category: 'Capital',
  causeKey: 'reserve-below-floor',
  needs: ['reserve-shortfall'],
  action: {
    title: 'Stop growth spending and move each month’s rise of free cash to the reserve account',
    ownerRole: 'CFO',
    dueDays: 3,
    effort: 'S',
  },
  judge(sheet) {
    const short = sheet.get('reserve-shortfall');
    const [months, floor] = [sheet.get('reserve-months'), sheet.get('reserve-floor')];
    const lacking = numberIn(short);
    if (lacking === undefined) return notKnown(short);
    if (lacking === 0) return ok(short, months);
    return shortfall('high', {
      gap: [
        'At the last month-end the charter businesses lacked ',
        short,
        ' of the ',
        floor,
        ' to hold before growth. Their unrestricted cash covered ',
        months,
        ' of fixed cost.',
      ],
      impact: ['The reserve would not last through a weak season.'],
      impactCents: short,
    });
  },
};
