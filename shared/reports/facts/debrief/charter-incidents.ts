import type { Measured } from '../../../kernel/measured.ts';
import { entered, unknown } from '../../../kernel/measured.ts';
import type { CharterFile } from '../../../records/charter.ts';
import { isUnfiled, isUntold, reportDueOn } from '../casualty-reports.ts';
import type { FactMeaning, FactValue } from '../fact.ts';
import { unreadable } from '../readings.ts';
import type { FactView } from '../view.ts';

/** What an authority is still to be told of incidents on this charter, as far as incidents of it are on record. */
export function charterIncidents(
  { charter }: CharterFile,
  view: FactView,
): Readonly<Record<string, Measured<FactValue>>> {
  const source = view.registers.incident;
  if (source.state === 'unreadable') {
    const missing = unreadable('incidents', source.because);
    return { 'charter-notices-open': missing, 'charter-reports-open': missing, 'charter-report-due': missing };
  }
  const own = source.records.filter(({ charterId }) => charterId === charter.id);
  const basis = { records: `incidents of charter ${charter.title}`, count: own.length, asOf: view.today };
  const [due] = own.filter(isUnfiled).map(reportDueOn).sort();
  return {
    'charter-notices-open': entered(own.filter(isUntold).length, basis),
    'charter-reports-open': entered(own.filter(isUnfiled).length, basis),
    'charter-report-due':
      due === undefined ? unknown('a reportable incident of this charter to file') : entered(due, basis),
  };
}

const of = { needs: ['completed', 'incident'] } as const;

export const INCIDENT_MEANINGS: readonly FactMeaning[] = [
  {
    ...of,
    id: 'charter-notices-open',
    title: 'Incidents the Coast Guard was not told of',
    unit: 'count',
    definition: 'Reportable incidents of this charter of which no notice to the Coast Guard is on record.',
    formula: 'number of its reportable incidents without a time of notice',
    source: '46 CFR 4.05-1',
  },
  {
    ...of,
    id: 'charter-reports-open',
    title: 'Incident reports to file',
    unit: 'count',
    definition: 'Reportable incidents of this charter whose written report (form CG-2692) is not on record as filed.',
    formula: 'number of its reportable incidents without a day of filing',
    source: '46 CFR 4.05-10',
  },
  {
    ...of,
    id: 'charter-report-due',
    title: 'Incident report due',
    unit: 'day',
    definition: 'The last day for the first of these reports.',
    formula: 'day of the incident + 5 days',
    source: '46 CFR 4.05-10',
  },
];
