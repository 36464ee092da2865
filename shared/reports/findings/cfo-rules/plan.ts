import type { Fact } from '../../facts/fact.ts';
import { notKnown, numberIn, ok, shortfall } from '../judging.ts';
import type { Rule } from '../rule.ts';

const FIFTH = 2_000;
const TWO_FIFTHS = 4_000;

/** Revenue is well behind its target. */
export const behindTarget: Rule = {
  id: 'behind-target',
  code: 'CFO-06',
  title: 'Revenue is well behind target',
  category: 'Revenue',
  causeKey: 'forward-revenue-gap',
  needs: ['charter-gap-to-date'],
  action: {
    title: 'Agree with sales which weeks to fill, and what a filled day may cost',
    ownerRole: 'CFO',
    dueDays: 5,
    effort: 'S',
  },
  judge(sheet) {
    const [gap, share] = [sheet.get('charter-gap-to-date'), sheet.get('charter-gap-share')];
    const bps = numberIn(share);
    if (bps === undefined) return notKnown(gap, share);
    if (-bps <= FIFTH) return ok(gap, share);
    return shortfall(-bps > TWO_FIFTHS ? 'high' : 'medium', {
      gap: ['Charter revenue is ', sheet.get('charter-business-revenue'), ', ', share, ' against the target to date.'],
      impact: ['Gap to date: ', gap, '.'],
      impactCents: gap,
    });
  },
};

const QUARTER = 2_500;

/** Forecasts that are far off help nobody plan. */
export const forecastOff: Rule = {
  id: 'forecast-off',
  code: 'CFO-11',
  title: 'Last month’s forecast was far off',
  category: 'Planning',
  causeKey: 'forecast-off',
  needs: ['forecast-error'],
  action: {
    title: 'Make next month’s forecast from what is booked, and record it before the month begins',
    ownerRole: 'CFO',
    dueDays: 9,
    effort: 'S',
  },
  judge(sheet) {
    const [error, said] = [sheet.get('forecast-error'), sheet.get('forecast-last-month')];
    const bps = numberIn(error);
    if (bps === undefined) return notKnown(error);
    if (bps <= QUARTER) return ok(error, said);
    return shortfall('low', {
      gap: ['The forecast for the last full month was ', said, '; it missed what came by ', error, '.'],
      impact: ['Cash and crew were planned on a number that did not come.'],
      evidence: [error],
    });
  },
};

/** What is believed, by the id of its two ends, and the figures that measure it, first known first. */
export const MEASURED_BELIEFS: readonly { readonly metric: string; readonly measuredBy: readonly string[] }[] = [
  { metric: 'net-burn', measuredBy: ['net-burn', 'tracked-net-burn'] },
  { metric: 'gross-burn', measuredBy: ['gross-burn', 'tracked-gross-burn'] },
  { metric: 'break-even', measuredBy: ['break-even-charters'] },
  { metric: 'missing-kpis', measuredBy: ['missing-kpis'] },
  { metric: 'implied-contribution', measuredBy: ['average-contribution'] },
];

/** What is believed of money, which is the CFO’s to set right; how many figures are missing is not. */
export const MONEY_BELIEFS: readonly string[] = [
  'net-burn',
  'gross-burn',
  'break-even',
  'implied-contribution',
  'missed-ota-revenue',
];

const OF_MONEY = MEASURED_BELIEFS.filter(({ metric }) => MONEY_BELIEFS.includes(metric));

/** Where a measured figure lies against what is believed of it. */
export function sideOfBelief(low: number, high: number, measured: number): 'below' | 'within' | 'above' {
  return measured < low ? 'below' : measured > high ? 'above' : 'within';
}

/** People steer by numbers the records do not bear out. */
export const beliefsApart: Rule = {
  id: 'beliefs-apart-from-records',
  code: 'CFO-12',
  title: 'What people believe is not what the records say',
  category: 'Planning',
  causeKey: 'beliefs-apart-from-records',
  needs: OF_MONEY.map(({ metric }) => endsOf(metric)[0]),
  action: {
    title: 'Tell everybody who plans with these numbers what the records say',
    ownerRole: 'CFO',
    dueDays: 12,
    effort: 'S',
  },
  judge(sheet) {
    const held = OF_MONEY.filter(({ metric }) => sheet.has(endsOf(metric)[0])).map(({ metric, measuredBy }) => {
      const [low, high] = endsOf(metric).map((id) => sheet.get(id));
      const known = measuredBy.filter((id) => sheet.has(id)).map((id) => sheet.get(id));
      const fact = known.find((one) => one.measured.state !== 'unknown') ?? known[0];
      return { low: low!, high: high!, fact: fact ?? sheet.get(measuredBy[0]!) }; // two ends, and at least one measure each
    });
    const judged = held.map((one) => ({ ...one, side: sideIn(one.low, one.high, one.fact) }));
    const apart = judged.filter(({ side }) => side === 'below' || side === 'above');
    const open = judged.filter(({ side }) => side === undefined).flatMap(({ low, high, fact }) => [low, high, fact]);
    const evidence = held.flatMap(({ low, high, fact }) => [low, high, fact]);
    if (apart.length === 0) return open.length > 0 ? notKnown(...open) : ok(...evidence);
    return shortfall('low', {
      gap: apart.flatMap(({ low, high, fact }, i) => [
        `${i === 0 ? '' : ' '}${fact.meaning.title}: believed `,
        ...(numberIn(low) === numberIn(high) ? [low] : [low, ' to ', high]),
        ', measured ',
        fact,
        '.',
      ]),
      impact: ['Prices, targets and spending are planned with numbers the records do not bear out.'],
      evidence,
    });
  },
};

/** The ids of the two ends of a belief. */
export function endsOf(metric: string): readonly [low: string, high: string] {
  return metric.startsWith('implied-')
    ? [`${metric}-low`, `${metric}-high`]
    : [`${metric}-believed-low`, `${metric}-believed-high`];
}

/** Nothing where one of the three is not known; a break-even that no number of charters reaches is above any belief. */
function sideIn(low: Fact, high: Fact, fact: Fact): ReturnType<typeof sideOfBelief> | undefined {
  const [from, to, measured] = [low, high, fact].map(numberIn);
  if (from === undefined || to === undefined || fact.measured.state === 'unknown') return undefined;
  return measured === undefined ? 'above' : sideOfBelief(from, to, measured);
}
