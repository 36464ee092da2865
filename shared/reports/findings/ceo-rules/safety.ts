import { named, notJudged, notKnownOf, ok, shortfall, standings } from '../judging.ts';
import type { Rule } from '../rule.ts';

/** An incident the law wants reported, and nobody did, or not yet in writing. 46 CFR 4.05. */
export const unreportedIncident: Rule = {
  id: 'unreported-incident',
  code: 'CEO-13',
  title: 'A reportable incident is not reported',
  category: 'Safety',
  causeKey: 'unreported-incident',
  needs: ['incident-notices-open', 'incident-reports-open', 'incident-reports-overdue'],
  action: {
    title: 'Tell the Coast Guard at once, file form CG-2692, and record both with the incident',
    ownerRole: 'Operations',
    dueDays: 1,
    effort: 'S',
  },
  judge(sheet) {
    const found = standings(sheet, this.needs, ([untold = 0, unfiled = 0, late = 0]) =>
      untold > 0 || late > 0 ? 'critical' : unfiled > 0 ? 'high' : undefined,
    );
    if (found.worst) {
      return shortfall(found.worst, {
        gap: [
          `${named(found.short)}: incidents the Coast Guard was not told of: `,
          sheet.get('incident-notices-open'),
          '; written reports to file: ',
          sheet.get('incident-reports-open'),
          ', of which overdue: ',
          sheet.get('incident-reports-overdue'),
          '.',
          ...notJudged(found.unknown),
        ],
        impact: ['Notice is due at once and the report within five days; the penalty falls on owner and master.'],
        evidence: found.facts,
      });
    }
    return found.unknown.length > 0 ? notKnownOf(found, sheet, this.needs) : ok(...found.facts);
  },
};

/** Guests rely on a day on which the boat cannot sail. */
export const groundedBookings: Rule = {
  id: 'grounded-bookings',
  code: 'CEO-14',
  title: 'Charters booked on a vessel out of service',
  category: 'Fleet',
  causeKey: 'grounded-bookings',
  needs: ['grounded-bookings'],
  action: {
    title: 'Move these bookings to another vessel or day, or call them off and pay back',
    ownerRole: 'Operations',
    dueDays: 2,
    effort: 'M',
  },
  judge(sheet) {
    const found = standings(sheet, this.needs, ([count = 0]) => (count > 0 ? 'high' : undefined));
    if (found.worst) {
      return shortfall(found.worst, {
        gap: [
          `${named(found.short)}: charters booked on days without their vessel: `,
          sheet.get('grounded-bookings'),
          '.',
          ...notJudged(found.unknown),
        ],
        impact: ['These guests have paid for a trip that will not sail as booked.'],
        evidence: found.facts,
      });
    }
    return found.unknown.length > 0 ? notKnownOf(found, sheet, this.needs) : ok(...found.facts);
  },
};
