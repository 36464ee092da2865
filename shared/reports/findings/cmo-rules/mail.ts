import { notKnown, numberIn, ok, shortfall } from '../judging.ts';
import type { Rule } from '../rule.ts';
import { amountOf, subjectStandings, verdictOver, wordOf } from './over-subjects.ts';

/** A campaign that has had its time and did not earn its cost. */
export const losingCampaigns: Rule = {
  id: 'losing-campaigns',
  code: 'CMO-06',
  title: 'A mail campaign did not earn its cost',
  category: 'Return',
  causeKey: 'losing-campaigns',
  needs: ['campaigns-sent'],
  action: {
    title: 'Drop the kind of mail that lost money; repeat the one that earned',
    ownerRole: 'CMO',
    dueDays: 14,
    effort: 'S',
  },
  judge(sheet) {
    const found = subjectStandings(
      sheet,
      'campaign',
      ['campaign-settled-roi', 'campaign-cost', 'campaign-contribution'],
      (roi) => (amountOf(roi) < 0 ? 'medium' : undefined),
    );
    return verdictOver(
      found,
      sheet.get('campaigns-sent'),
      ([, cost, left]) => ['cost ', cost!, ', brought ', left!], // three facts asked for
      ['Each such mail costs money and tires the list.'],
    );
  },
};

const BOUNCES = 500;
const COMPLAINTS = 10;

/** Mailboxes begin to refuse a sender like this. */
export const harmfulCampaigns: Rule = {
  id: 'harmful-campaigns',
  code: 'CMO-07',
  title: 'A campaign bounced or was called spam too often',
  category: 'Mail',
  causeKey: 'mail-reputation',
  needs: ['campaigns-sent'],
  action: {
    title: 'Stop all blasts and take bounced and complaining addresses off the lists',
    ownerRole: 'CMO',
    dueDays: 1,
    effort: 'S',
  },
  judge(sheet) {
    const found = subjectStandings(
      sheet,
      'campaign',
      ['campaign-bounce-rate', 'campaign-complaint-rate'],
      (bounces, complaints) =>
        amountOf(bounces) >= BOUNCES || amountOf(complaints) >= COMPLAINTS ? 'critical' : undefined,
    );
    return verdictOver(
      found,
      sheet.get('campaigns-sent'),
      ([bounces, complaints]) => ['bounced ', bounces!, ', complaints ', complaints!], // two facts asked for
      ['The mail service may stop all our mail, booking confirmations and reports included.'],
    );
  },
};

/** A blast without the header mailboxes make their unsubscribe button from. */
export const missingUnsubscribe: Rule = {
  id: 'missing-unsubscribe',
  code: 'CMO-14',
  title: 'A blast went out without an unsubscribe header',
  category: 'Mail',
  causeKey: 'missing-unsubscribe',
  needs: ['campaigns-sent'],
  action: {
    title: 'Put the unsubscribe headers into every blast before the next one is sent',
    ownerRole: 'CTO',
    dueDays: 3,
    effort: 'S',
  },
  judge(sheet) {
    const found = subjectStandings(sheet, 'campaign', ['campaign-unsubscribe-header', 'campaign-sent'], (header) =>
      wordOf(header) === 'missing' ? 'critical' : undefined,
    );
    return verdictOver(
      found,
      sheet.get('campaigns-sent'),
      ([, sent]) => ['sent to ', sent!], // two facts asked for
      ['Who cannot leave with one tap calls it spam, and large mailboxes refuse the sender.'],
    );
  },
};

/** A site whose visits nobody counts cannot be improved. */
export const unmeasuredWebsites: Rule = {
  id: 'unmeasured-websites',
  code: 'CMO-11',
  title: 'A website does not count its visits',
  category: 'Measurement',
  causeKey: 'unmeasured-websites',
  needs: ['websites-unmeasured'],
  action: {
    title: 'Put visit counting on the site and tag its booking links',
    ownerRole: 'CMO',
    dueDays: 7,
    effort: 'S',
  },
  judge(sheet) {
    const count = sheet.get('websites-unmeasured');
    const sites = numberIn(count);
    if (sites === undefined) return notKnown(count);
    if (sites === 0) return ok(count);
    const blind = sheet.subjects('website').filter(({ id }) => wordOf(sheet.get('website-measured', id)) === 'no');
    return shortfall('high', {
      gap: [
        'Websites without visit counts: ',
        count,
        blind.length === 0 ? '.' : ` (${blind.map(({ name }) => name).join(', ')}).`,
      ],
      impact: ['What an ad or a listing sends there cannot be told from what comes by itself.'],
      evidence: [count],
    });
  },
};
