import { missingIn, notKnown, numberIn, ok, shortfall } from '../judging.ts';
import type { Rule } from '../rule.ts';
import { amountOf, subjectStandings, verdictOver } from './over-subjects.ts';

const ANSWER_MINUTES = 60;

/** Guests of a marketplace ask several boats and take who answers first. */
export const slowMarketplaces: Rule = {
  id: 'slow-marketplaces',
  code: 'CMO-04',
  title: 'A marketplace is answered too slowly',
  category: 'Response',
  causeKey: 'slow-response',
  needs: ['response-median-minutes'],
  action: {
    title: 'Answer the waiting inquiries today and name who answers within the hour',
    ownerRole: 'CMO',
    dueDays: 1,
    effort: 'S',
  },
  judge(sheet) {
    const found = subjectStandings(
      sheet,
      'marketing-channel',
      ['marketplace-response-minutes', 'channel-unanswered'],
      (minutes) => (amountOf(minutes) > ANSWER_MINUTES ? 'high' : undefined),
    );
    // where nobody asked and nobody booked there is no time to judge; where somebody booked, somebody had asked
    const asked = {
      ...found,
      unknown: found.unknown.filter(({ id }) => amountOf(sheet.get('channel-booked', id)) > 0),
    };
    return verdictOver(
      asked,
      sheet.get('response-median-minutes'),
      ([minutes, waiting]) => [minutes!, ' to the first answer, half take longer; without any answer: ', waiting!], // two facts asked for
      ['An answer within the hour is what wins an inquiry there.'],
    );
  },
};

/** A new customer costs more than the charter leaves. */
export const losingChannels: Rule = {
  id: 'losing-channels',
  code: 'CMO-05',
  title: 'A channel loses money on every new customer',
  category: 'Return',
  causeKey: 'channel-below-cost',
  needs: ['blended-cac-loaded'],
  action: {
    title: 'Stop the ads of the losing channel and move the money to the one that pays',
    ownerRole: 'CMO',
    dueDays: 3,
    effort: 'S',
  },
  decision: 'Whether the losing channel is repriced, given one more month, or closed',
  judge(sheet) {
    const found = subjectStandings(
      sheet,
      'marketing-channel',
      ['channel-cac-loaded', 'channel-contribution-each', 'channel-new-customers'],
      (cost, left) => (amountOf(cost) > amountOf(left) ? 'critical' : undefined),
    );
    // a channel without a new customer or a charter sailed has no cost per customer to hold against anything
    const counts = (id: string) => ['channel-new-customers', 'channel-sailed'].map((fact) => sheet.get(fact, id));
    const active = { ...found, unknown: found.unknown.filter(({ id }) => counts(id).every((of) => amountOf(of) > 0)) };
    return verdictOver(
      active,
      sheet.get('blended-cac-loaded'),
      ([cost, left, customers]) => [
        'a new customer cost ',
        cost!,
        ', a charter left ',
        left!,
        ' (new customers: ',
        customers!,
        ')',
      ], // three facts asked for
      ['Each new customer there costs more than the charter brings.'],
    );
  },
};

const FAIR = 45;
const GOOD = 40;

/** Stars below what guests filter by. */
export const lowRating: Rule = {
  id: 'low-rating',
  code: 'CMO-08',
  title: 'A rating is below 4.5',
  category: 'Reviews',
  causeKey: 'low-rating',
  needs: ['review-rating'],
  action: {
    title: 'Read the low reviews with the crew, answer each in public, mend the cause',
    ownerRole: 'CMO',
    dueDays: 10,
    effort: 'M',
  },
  judge(sheet) {
    const found = subjectStandings(sheet, 'marketing-channel', ['channel-rating'], (stars) =>
      amountOf(stars) < GOOD ? 'high' : amountOf(stars) < FAIR ? 'medium' : undefined,
    );
    // a channel nobody reviewed has no rating to judge
    const rated = { ...found, unknown: [] };
    return verdictOver(rated, sheet.get('review-rating'), ([stars]) => [stars!], [
      // one fact asked for
      'Guests sort by stars, and platforms show better rated boats first.',
    ]);
  },
};

const WARN = 1_000;
const LIMIT = 1_500;

/** Platforms of tours drop operators who cancel. */
export const operatorCancellations: Rule = {
  id: 'operator-cancellations',
  code: 'CMO-09',
  title: 'We cancel too many charters ourselves',
  category: 'Reliability',
  causeKey: 'operator-cancellations',
  needs: ['operator-cancellation-recent'],
  action: {
    title: 'Go through every charter we cancelled and agree what must not happen again',
    ownerRole: 'Operations',
    dueDays: 10,
    effort: 'M',
  },
  judge(sheet) {
    const rate = sheet.get('operator-cancellation-recent');
    const bps = numberIn(rate);
    if (bps === undefined) return notKnown(rate);
    if (bps < WARN) return ok(rate);
    return shortfall(bps >= LIMIT ? 'critical' : 'medium', {
      gap: ['Of the charters due in the last three full months we cancelled ', rate, ' ourselves.'],
      impact: ['Viator takes no operator who cancels 15 % or more.'],
      evidence: [rate],
    });
  },
};

const SIXTY = 6_000;

/** Most people who ask come one way. */
export const leadConcentration: Rule = {
  id: 'lead-concentration',
  code: 'CMO-13',
  title: 'Most leads come through one channel',
  category: 'Demand',
  causeKey: 'channel-concentration',
  needs: ['lead-concentration'],
  action: {
    title: 'Take the first inquiry through another channel, in the order of opening',
    ownerRole: 'CMO',
    dueDays: 30,
    effort: 'M',
  },
  judge(sheet) {
    const [share, name] = [sheet.get('lead-concentration'), sheet.get('top-lead-channel')];
    const bps = numberIn(share);
    if (bps === undefined) return notKnown(share);
    if (bps <= SIXTY) return ok(share, name);
    const of = missingIn([name]).length === 0 ? [name, ' brought '] : ['One channel brought '];
    return shortfall('medium', {
      gap: [...of, share, ' of all leads in the last three full months.'],
      impact: ['If it fails, most inquiries stop.'],
      evidence: [share, name],
    });
  },
};
