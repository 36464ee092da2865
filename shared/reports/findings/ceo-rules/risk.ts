import type { FactSheet } from '../../facts/fact-sheet.ts';
import { named, notJudged, notKnown, notKnownOf, numberIn, ok, shortfall, standings } from '../judging.ts';
import type { Phrase, Rule } from '../rule.ts';

const WHOLE = 10_000;

/** Who owns the company is not on paper. */
export const equityUndocumented: Rule = {
  id: 'undocumented-equity',
  code: 'CEO-04',
  title: 'Ownership is not fully documented',
  category: 'Equity',
  causeKey: 'undocumented-equity',
  needs: ['holdings-without-agreement', 'equity-holdings-sum'],
  action: { title: 'Confirm the cap table and sign what is missing', ownerRole: 'CEO', dueDays: 14, effort: 'M' },
  decision: 'Who holds what, to be confirmed in writing',
  judge(sheet) {
    const isShort = ([unsigned, sum]: readonly number[]) => (unsigned !== 0 || sum !== WHOLE ? 'critical' : undefined);
    const found = standings(sheet, this.needs, isShort);
    if (found.worst) {
      return shortfall(found.worst, {
        gap: [
          `${named(found.short)}: holdings without an agreement: `,
          sheet.get('holdings-without-agreement'),
          '; cap tables that do not add up: ',
          sheet.get('cap-tables-not-whole'),
          '.',
          ...notJudged(found.unknown),
        ],
        impact: ['A sale, a loan or a dispute would stop at the question who owns what.'],
        evidence: found.facts,
      });
    }
    return found.unknown.length > 0 ? notKnownOf(found, sheet, this.needs) : ok(...found.facts);
  },
};

/** Someone will leave and what they know leaves with them. */
export const unpreparedTransition: Rule = {
  id: 'unprepared-transition',
  code: 'CEO-05',
  title: 'Key people without a handoff',
  category: 'People',
  causeKey: 'unprepared-transition',
  needs: ['key-people-unprepared'],
  action: { title: 'Set the dates and write the handoffs', ownerRole: 'CEO', dueDays: 21, effort: 'M' },
  judge(sheet) {
    const found = standings(sheet, this.needs, ([count]) => ((count ?? 0) > 0 ? 'high' : undefined));
    if (found.worst) {
      return shortfall(found.worst, {
        gap: [
          `${named(found.short)}: key people without a transition day or a handoff document: `,
          sheet.get('key-people-unprepared'),
          '.',
          ...notJudged(found.unknown),
        ],
        impact: ['If one of them is away, nobody else knows the work.'],
        evidence: found.facts,
      });
    }
    return found.unknown.length > 0 ? notKnownOf(found, sheet, this.needs) : ok(...found.facts);
  },
};

/** A boat or a business whose papers have run out, or are about to. */
export const documentExpiry: Rule = {
  id: 'expiring-documents',
  code: 'CEO-06',
  title: 'Documents expired or about to expire',
  category: 'Compliance',
  causeKey: 'expiring-documents',
  needs: ['documents-expired', 'documents-expiring-30-days', 'documents-expiring-60-days'],
  action: {
    title: 'Renew the documents; keep a vessel without valid papers at the dock',
    ownerRole: 'Operations',
    dueDays: 5,
    effort: 'S',
  },
  judge(sheet) {
    const found = standings(sheet, this.needs, ([expired = 0, soon = 0, later = 0]) =>
      expired > 0 ? 'critical' : soon > 0 ? 'high' : later > 0 ? 'medium' : undefined,
    );
    if (found.worst) {
      return shortfall(found.worst, {
        gap: [
          'Expired: ',
          sheet.get('documents-expired'),
          '; within 60 days: ',
          sheet.get('documents-expiring-60-days'),
          ', of which within 30 days: ',
          sheet.get('documents-expiring-30-days'),
          '.',
          ...firstToEnd(sheet),
          ...notJudged(found.unknown),
        ],
        impact: ['Without valid papers a vessel may not carry guests and its insurer may not pay.'],
        evidence: found.facts,
      });
    }
    return found.unknown.length > 0 ? notKnownOf(found, sheet, this.needs) : ok(...found.facts);
  },
};

function firstToEnd(sheet: FactSheet): Phrase {
  const [first] = sheet.subjects('document');
  return first === undefined ? [] : [` First to end: ${first.name}, `, sheet.get('document-expiry', first.id), '.'];
}

const KPIS_TOLERATED = 3;

/** Too much of this report is blank. */
export const kpiBlindness: Rule = {
  id: 'missing-figures',
  code: 'CEO-11',
  title: 'Too many figures are not known',
  category: 'Records',
  causeKey: 'missing-figures',
  needs: ['missing-kpis'],
  action: {
    title: 'Go through the missing figures from the top, and agree who records what by when',
    ownerRole: 'CEO',
    dueDays: 14,
    effort: 'S',
  },
  judge(sheet) {
    const missing = sheet.get('missing-kpis');
    const count = numberIn(missing);
    if (count === undefined) return notKnown(missing);
    if (count <= KPIS_TOLERATED) return ok(missing);
    return shortfall('medium', {
      gap: ['Figures of this report that cannot be computed: ', missing, '.'],
      impact: ['Decisions on them rest on belief.'],
    });
  },
};

const QUARTER = 2_500;

/** What was promised is not being done. */
export const overdueActions: Rule = {
  id: 'overdue-actions',
  code: 'CEO-12',
  title: 'Actions are overdue',
  category: 'Follow-through',
  causeKey: 'overdue-actions',
  needs: ['overdue-actions-share', 'critical-actions-long-overdue'],
  action: {
    title: 'Re-plan the overdue actions: new day, new owner, or dropped',
    ownerRole: 'CEO',
    dueDays: 5,
    effort: 'S',
  },
  decision: 'Which overdue actions still matter',
  judge(sheet) {
    const [share, late] = [sheet.get('overdue-actions-share'), sheet.get('critical-actions-long-overdue')];
    const [bps, count] = [numberIn(share), numberIn(late)];
    if (bps === undefined || count === undefined) return notKnown(share, late);
    if (bps <= QUARTER && count === 0) return ok(share, late);
    return shortfall('high', {
      gap: ['Open actions past their day: ', share, '; critical ones more than 14 days late: ', late, '.'],
      impact: ['What earlier reports asked for has not happened.'],
    });
  },
};
