import { notKnown, numberIn, ok, shortfall } from '../judging.ts';
import type { Rule } from '../rule.ts';
import { amountRule, charterRule, partRule } from './charter-rule.ts';

/** Follow-ups of one charter: each is a rule about its facts. */
export const DEBRIEF_RULES: readonly Rule[] = [
  charterRule('head-count-mismatch', 'DEB-01', 'Head count does not match', 'Safety', ['pax-aboard', 'pax-ashore'], {
    action: { title: 'Find out who is missing from which count, now', ownerRole: 'Captain', dueDays: 1, effort: 'S' },
    judge: (sheet, id) => {
      const [off, on] = [sheet.get('pax-ashore', id), sheet.get('pax-aboard', id)];
      const [ashore, aboard] = [numberIn(off), numberIn(on)];
      if (ashore === undefined || aboard === undefined) return notKnown(off, on);
      if (ashore === aboard) return ok(off, on);
      return shortfall('critical', {
        gap: ['Counted aboard: ', on, '; counted ashore: ', off, '.'],
        impact: ['Nobody may be left aboard or in the water.'],
      });
    },
  }),
  charterRule('incident-aboard', 'DEB-02', 'Incident aboard', 'Safety', ['incident-reported'], {
    action: {
      title:
        'Record the incident and check whether it must be reported (46 CFR 4.05: at once, in writing within five days)',
      ownerRole: 'Captain',
      dueDays: 1,
      effort: 'S',
    },
    judge: (sheet, id) => {
      const incident = sheet.get('incident-reported', id);
      if (incident.measured.state === 'unknown') return notKnown(incident);
      if (incident.measured.value !== 'yes') return ok(incident);
      return shortfall('critical', {
        gap: ['The captain’s report says there was one.'],
        impact: ['Someone may be hurt, and an authority may have to be told.'],
        evidence: [incident],
      });
    },
  }),
  charterRule('damage-aboard', 'DEB-03', 'Damage reported', 'Vessel', ['damage-reported'], {
    action: {
      title: 'Have the damage looked at before the next charter',
      ownerRole: 'Operations',
      dueDays: 1,
      effort: 'M',
    },
    judge: (sheet, id) => {
      const damage = sheet.get('damage-reported', id);
      if (damage.measured.state === 'unknown') return notKnown(damage);
      if (damage.measured.value === 'none') return ok(damage);
      return shortfall('high', {
        gap: ['The captain reports: ', damage, '.'],
        impact: ['The vessel sails again only when it is safe to.'],
      });
    },
  }),
  partRule(
    'unsigned-waivers',
    'DEB-04',
    'Waivers missing',
    'Safety',
    ['waivers-signed', 'waivers-needed'],
    'high',
    'A claim by a guest without one has no release against it.',
    {
      title: 'Get the missing waivers signed and file them',
      ownerRole: 'Captain',
      dueDays: 3,
      effort: 'S',
    },
  ),
  partRule(
    'open-checklist',
    'DEB-05',
    'Checklist not finished',
    'Vessel',
    ['checklist-done', 'checklist-items'],
    'medium',
    'What was not checked is found out under way.',
    {
      title: 'Finish the checklist, or give the reason an item does not apply',
      ownerRole: 'Captain',
      dueDays: 1,
      effort: 'S',
    },
  ),
  partRule(
    'unfilled-crew-role',
    'DEB-06',
    'Sailed short of crew',
    'Crew',
    ['crew-filled', 'crew-roles'],
    'high',
    'The charter sailed without people it was planned to need.',
    {
      title: 'Say who stood in, and fill the role before the next charter',
      ownerRole: 'Operations',
      dueDays: 2,
      effort: 'S',
    },
  ),
  amountRule(
    'balance-due',
    'DEB-07',
    'Guest still owes',
    'Money',
    'charter-balance-due',
    'high',
    'The charter has sailed and is not paid for.',
    {
      title: 'Collect the balance',
      ownerRole: 'Admin',
      dueDays: 2,
      effort: 'S',
    },
  ),
  amountRule(
    'tips-held',
    'DEB-08',
    'Tips not yet paid out',
    'Crew',
    'charter-tips-held',
    'medium',
    'Tips belong to the crew.',
    {
      title: 'Pay the tips to the crew by the next regular payday (California Labor Code § 351)',
      ownerRole: 'Admin',
      dueDays: 7,
      effort: 'S',
    },
  ),
  charterRule('late-departure', 'DEB-09', 'Left late', 'Timing', ['departure-delay'], {
    action: { title: 'Note what held the departure up', ownerRole: 'Captain', dueDays: 2, effort: 'S' },
    judge: (sheet, id) => {
      const delay = sheet.get('departure-delay', id);
      const minutes = numberIn(delay);
      if (minutes === undefined) return notKnown(delay);
      if (minutes <= 10) return ok(delay);
      return shortfall(minutes > 20 ? 'medium' : 'low', {
        gap: ['Cast off ', delay, ' after the plan.'],
        impact: ['Late departures shorten the trip or the turnaround.'],
      });
    },
  }),
  charterRule('charter-at-a-loss', 'DEB-10', 'Charter lost money', 'Money', ['contribution-margin'], {
    action: { title: 'Check price and crew of this kind of charter', ownerRole: 'CFO', dueDays: 5, effort: 'S' },
    judge: (sheet, id) => {
      const margin = sheet.get('contribution-margin', id);
      const left = numberIn(margin);
      if (left === undefined) return notKnown(margin);
      if (left > 0) return ok(margin);
      return shortfall('high', {
        gap: ['Contribution margin: ', margin, '.'],
        impact: ['Every further charter like this one deepens the loss.'],
        impactCents: margin,
      });
    },
  }),
  charterRule(
    'charter-incident-unreported',
    'DEB-11',
    'Incident not reported to the Coast Guard',
    'Safety',
    ['charter-notices-open', 'charter-reports-open'],
    {
      action: {
        title: 'Tell the Coast Guard at once, file form CG-2692, and record both with the incident',
        ownerRole: 'Captain',
        dueDays: 1,
        effort: 'S',
      },
      judge: (sheet, id) => {
        const [notices, reports] = [sheet.get('charter-notices-open', id), sheet.get('charter-reports-open', id)];
        const [untold, unfiled] = [numberIn(notices), numberIn(reports)];
        if (untold === undefined || unfiled === undefined) return notKnown(notices, reports);
        if (untold === 0 && unfiled === 0) return ok(notices, reports);
        return shortfall(untold > 0 ? 'critical' : 'high', {
          gap: [
            ...['No notice on record: ', notices, '; written reports to file: ', reports],
            ...(unfiled > 0 ? [', the first by ', sheet.get('charter-report-due', id)] : []),
            '.',
          ],
          impact: ['Notice is due at once and the report within five days (46 CFR 4.05).'],
        });
      },
    },
  ),
];
