import type { Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn } from '../figures.ts';
import { listedSection, nothingKnown, subjectTable } from './subject-table.ts';

/** What each mail to a whole list did and earned. */
export function campaignSection(sheet: FactSheet): Section {
  const campaigns = sheet.subjects('campaign');
  const reach = subjectTable(sheet, 'How they were received', 'Campaign', campaigns, [
    { fact: 'campaign-sent-on', heading: 'Sent on', words: true },
    { fact: 'campaign-sent', heading: 'Sent' },
    { fact: 'campaign-bounce-rate', heading: 'Bounced' },
    { fact: 'campaign-complaint-rate', heading: 'Complaints' },
    { fact: 'campaign-unsubscribe-header', heading: 'Unsubscribe', words: true },
  ]);
  return listedSection(
    { id: 'campaigns', heading: 'Mail campaigns of the last 180 days' },
    campaigns.length,
    reach,
    nothingKnown(sheet, 'campaigns-sent', 'No mail to a list was sent.'),
  );
}

/** What each of them earned for what it cost. */
export function campaignReturnSection(sheet: FactSheet): Section {
  const campaigns = sheet.subjects('campaign');
  const earned = subjectTable(sheet, 'What they earned', 'Campaign', campaigns, [
    { fact: 'campaign-click-rate', heading: 'Clicked' },
    { fact: 'campaign-bookings', heading: 'Bookings' },
    { fact: 'campaign-cost', heading: 'Cost' },
    { fact: 'campaign-revenue', heading: 'Revenue' },
    { fact: 'campaign-contribution', heading: 'Contribution' },
    { fact: 'campaign-roi', heading: 'Return' },
  ]);
  const together = {
    kind: 'paragraph' as const,
    spans: ['All together, return on their cost: ', figuresOn(sheet)('campaign-return'), '.'],
  };
  return listedSection(
    { id: 'campaign-return', heading: 'Return on mail campaigns' },
    campaigns.length,
    earned.length === 0 ? [] : [...earned, together],
    nothingKnown(sheet, 'campaigns-sent', 'No mail to a list was sent.'),
  );
}

/** How many people can be written to, and whether they become more. */
export function listSection(sheet: FactSheet): Section {
  const lists = sheet.subjects('mailing-list');
  const table = subjectTable(sheet, 'At the end of the last month counted', 'List', lists, [
    { fact: 'mailing-list-size', heading: 'People' },
    { fact: 'mailing-list-growth', heading: 'Growth in a month' },
    { fact: 'mailing-list-growth-rate', heading: 'Growth, share' },
  ]);
  return listedSection(
    { id: 'lists', heading: 'Mailing lists' },
    lists.length,
    table,
    nothingKnown(sheet, 'list-size', 'No mailing list is recorded.'),
  );
}
