import { notKnown, numberIn, ok, shortfall } from '../judging.ts';
import type { Rule } from '../rule.ts';

const ENOUGH_CHARTERS = 3;

/** A way of selling on which every charter loses money. */
export const losingChannel: Rule = {
  id: 'losing-channel',
  code: 'CFO-04',
  title: 'A channel loses money on every charter',
  category: 'Margin',
  causeKey: 'losing-channel',
  needs: ['top-channel-revenue'],
  action: { title: 'Raise the price on the channel or pause it', ownerRole: 'CMO', dueDays: 7, effort: 'S' },
  decision: 'Whether to raise the price on the channel or to pause it',
  judge(sheet) {
    const channels = sheet.subjects('channel').map(({ id, name }) => ({
      name,
      charters: sheet.get('channel-charters', id),
      average: sheet.get('channel-average-contribution', id),
      contribution: sheet.get('channel-contribution', id),
    }));
    const losing = channels.filter(
      ({ charters, contribution }) =>
        (numberIn(charters) ?? 0) >= ENOUGH_CHARTERS && (numberIn(contribution) ?? 1) <= 0,
    );
    const [worst, ...others] = [...losing].sort(
      (a, b) => (numberIn(a.contribution) ?? 0) - (numberIn(b.contribution) ?? 0) || (a.name < b.name ? -1 : 1),
    );
    const unknown = channels
      .flatMap(({ charters, average }) => [charters, average])
      .filter((fact) => fact.measured.state === 'unknown');
    if (worst === undefined) {
      if (channels.length === 0) return notKnown(sheet.get('top-channel-revenue'));
      return unknown.length > 0 ? notKnown(...unknown) : ok(...channels.map(({ average }) => average));
    }
    const more = others.length === 0 ? '' : ` The same is true of ${others.map(({ name }) => name).join(', ')}.`;
    return shortfall('high', {
      gap: [
        `${worst.name}: the `,
        worst.charters,
        ' charters of the last three months left ',
        worst.average,
        ` each.${more}`,
      ],
      impact: ['What the channel took from the rest in three months: ', worst.contribution, '.'],
      impactCents: worst.contribution,
    });
  },
};

/** The last full month did not pay for itself. */
export const monthBelowBreakEven: Rule = {
  id: 'month-below-break-even',
  code: 'CFO-05',
  title: 'Fewer charters than break-even',
  category: 'Margin',
  causeKey: 'below-break-even',
  needs: ['charters-last-full-month', 'break-even-last-full-month'],
  action: { title: 'Bring a plan for price, cost and volume', ownerRole: 'CFO', dueDays: 14, effort: 'L' },
  decision: 'Raise prices, cut fixed cost, or sell more charters: which comes first',
  judge(sheet) {
    const [sailed, needed] = [sheet.get('charters-last-full-month'), sheet.get('break-even-last-full-month')];
    const left = sheet.get('contribution-less-fixed-cost');
    const [count, even] = [numberIn(sailed), numberIn(needed)];
    if (count === undefined || needed.measured.state === 'unknown') return notKnown(sailed, needed);
    if (even !== undefined && count >= even) return ok(sailed, needed);
    const priced = numberIn(left) !== undefined;
    return shortfall('high', {
      gap:
        even === undefined
          ? [
              'A charter loses money on average, so that no number of them pays for a month; sailed in the last full month: ',
              sailed,
              '.',
            ]
          : ['Charters sailed in the last full month: ', sailed, '; needed to pay for it: ', needed, '.'],
      impact: priced
        ? ['What the charters left, less fixed cost: ', left, ' in that month.']
        : ['The month did not pay for its fixed cost.'],
      ...(priced ? { impactCents: left } : {}),
      evidence: [sailed, needed],
    });
  },
};

/** Fixed cost grew and nobody agreed to it. */
export const unapprovedFixedCost: Rule = {
  id: 'unapproved-fixed-cost',
  code: 'CFO-08',
  title: 'Fixed costs rose without approval',
  category: 'Cost',
  causeKey: 'unapproved-fixed-cost',
  needs: ['unapproved-fixed-cost-rises'],
  action: {
    title: 'Approve the new price or ask for another offer, and write down which',
    ownerRole: 'CFO',
    dueDays: 10,
    effort: 'S',
  },
  judge(sheet) {
    const rises = sheet.get('unapproved-fixed-cost-rises');
    const count = numberIn(rises);
    if (count === undefined) return notKnown(rises);
    if (count === 0) return ok(rises);
    const more = sheet.get('unapproved-fixed-cost-more');
    return shortfall('medium', {
      gap: [
        'Fixed costs raised by more than 15 % in the last twelve months with nobody’s approval on record: ',
        rises,
        ' (',
        sheet.get('unapproved-fixed-cost-names'),
        ').',
      ],
      impact: ['They add ', more, ' to every month.'],
      impactCents: more,
    });
  },
};
