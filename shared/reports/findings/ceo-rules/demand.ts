import type { Fact } from '../../facts/fact.ts';
import { missingIn, named, notJudged, notKnown, notKnownOf, numberIn, ok, shortfall, standings } from '../judging.ts';
import type { Phrase, Rule } from '../rule.ts';

/** Nobody is about to book. */
export const emptyPipeline: Rule = {
  id: 'empty-pipeline',
  code: 'CEO-01',
  title: 'Empty pipeline',
  category: 'Demand',
  causeKey: 'empty-pipeline',
  needs: ['open-qualified-leads', 'open-quotes-and-holds'],
  action: {
    title: 'Write to the mailing lists and put up two new listings',
    ownerRole: 'CMO',
    dueDays: 7,
    effort: 'M',
  },
  judge(sheet) {
    const facts = this.needs.filter((id) => sheet.has(id)).map((id) => sheet.get(id));
    if (facts.some((fact) => (numberIn(fact) ?? 0) > 0)) return ok(...facts);
    if (missingIn(facts).length > 0) return notKnown(...facts);
    const uncovered = sheet.get('unconfirmed-target-30-days');
    const open = numberIn(uncovered);
    return shortfall('critical', {
      gap: [...facts.flatMap((fact, i) => [`${i === 0 ? '' : '. '}${fact.meaning.title}: `, fact]), '.'],
      impact: whatFollows(open, uncovered),
      ...(open !== undefined && open > 0 ? { impactCents: uncovered } : {}),
      evidence: facts,
    });
  },
};

/** What an empty pipeline means: a month not covered, or a covered one with nothing after it. */
function whatFollows(open: number | undefined, uncovered: Fact): Phrase {
  if (open === undefined) return ['After the work already agreed, none is in sight.'];
  if (open === 0) return ['The target of the next 30 days is covered; after what is booked, nothing is in sight.'];
  return ['Of the target of the next 30 days, ', uncovered, ' has no booking behind it, and none is in sight.'];
}

const HALF = 5_000;

/** Too little is booked for the month ahead. */
export const forwardRevenueGap: Rule = {
  id: 'forward-revenue-gap',
  code: 'CEO-02',
  title: 'Too little confirmed for the next 30 days',
  category: 'Demand',
  causeKey: 'forward-revenue-gap',
  needs: ['confirmed-30-days', 'confirmed-share-30-days'],
  action: {
    title: 'Offer discounted weekday slots and ask partners for groups',
    ownerRole: 'CMO',
    dueDays: 5,
    effort: 'S',
  },
  judge(sheet) {
    const [confirmed, share] = [sheet.get('confirmed-30-days'), sheet.get('confirmed-share-30-days')];
    const [aim, uncovered] = [sheet.get('target-next-30-days'), sheet.get('unconfirmed-target-30-days')];
    const isNothing = numberIn(confirmed) === 0;
    const bps = numberIn(share);
    if (bps === undefined && !isNothing) return notKnown(confirmed, share);
    if (bps !== undefined && bps >= HALF && !isNothing) return ok(confirmed, share);
    const priced = bps !== undefined;
    return shortfall(isNothing ? 'critical' : 'high', {
      gap: priced
        ? ['Firm charters of the next 30 days bring ', confirmed, ', which is ', share, ' of the target of ', aim, '.']
        : ['Firm charters of the next 30 days bring ', confirmed, '.'],
      impact: priced ? ['Still to be sold for these 30 days: ', uncovered, '.'] : ['There is no income in sight.'],
      ...(priced ? { impactCents: uncovered } : {}),
      evidence: [confirmed, share],
    });
  },
};

/** Travellers who search a platform do not find us. */
export const zeroOtaPresence: Rule = {
  id: 'zero-platform-presence',
  code: 'CEO-09',
  title: 'A business is on no booking platform',
  category: 'Demand',
  causeKey: 'platform-presence',
  needs: ['live-platform-listings'],
  action: {
    title: 'Start the listing on Sailo, the first platform in the order of opening',
    ownerRole: 'CMO',
    dueDays: 10,
    effort: 'M',
  },
  decision: 'Which platform comes first, and at which price',
  judge(sheet) {
    const found = standings(sheet, this.needs, ([live]) => (live === 0 ? 'high' : undefined));
    if (found.worst) {
      return shortfall(found.worst, {
        gap: [
          `Live listings on booking platforms of ${named(found.short)}: `,
          found.short[0]!.facts[0]!, // short is not empty where worst is known
          '.',
          ...notJudged(found.unknown),
        ],
        impact: ['Guests who search a booking platform find other boats.'],
        evidence: found.facts,
      });
    }
    return found.unknown.length > 0 ? notKnownOf(found, sheet, this.needs) : ok(...found.facts);
  },
};

const SIXTY = 6_000;
const EIGHTY = 8_000;

/** One channel could take most of the business with it. */
export const channelConcentration: Rule = {
  id: 'channel-concentration',
  code: 'CEO-07',
  title: 'Too much through one channel',
  category: 'Demand',
  causeKey: 'channel-concentration',
  needs: ['channel-concentration'],
  action: {
    title: 'Take the first booking through another channel, in the order of opening the CMO report shows',
    ownerRole: 'CMO',
    dueDays: 30,
    effort: 'M',
  },
  decision: 'Which channel to open next, and what it may cost',
  judge(sheet) {
    const share = sheet.get('channel-concentration');
    const [name, revenue] = [sheet.get('top-channel'), sheet.get('top-channel-revenue')];
    const bps = numberIn(share);
    if (bps === undefined) return notKnown(share);
    if (bps <= SIXTY) return ok(share, name);
    return shortfall(bps > EIGHTY ? 'high' : 'medium', {
      gap: [name, ' brought ', share, ' of charter revenue in the last three months.'],
      impact: ['Charter revenue of these months that hangs on it: ', revenue, '.'],
      impactCents: revenue,
      evidence: [share, name],
    });
  },
};
