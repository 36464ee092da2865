import type { LocalDate } from '../../kernel/calendar.ts';
import { plusDays } from '../../kernel/calendar.ts';
import { mapped } from '../../kernel/measured.ts';
import type { Incident } from '../../records/organisation.ts';
import type { FactDefinition } from './fact.ts';
import { incidents } from './safety.ts';
import type { FactView } from './view.ts';

/** Days from a marine casualty to its written report, form CG-2692. 46 CFR 4.05-10. */
const REPORT_WITHIN_DAYS = 5;

/** Whether the Coast Guard has to be told of an incident, and is not known to have been. */
export function isUntold({ reportable, noticeAt }: Incident): boolean {
  return reportable && noticeAt === undefined;
}

/** Whether an incident needs a written report that is not on record as filed. */
export function isUnfiled({ reportable, filedOn }: Incident): boolean {
  return reportable && filedOn === undefined;
}

/** The last day for the written report of an incident. */
export function reportDueOn({ occurredOn }: Pick<Incident, 'occurredOn'>): LocalDate {
  return plusDays(occurredOn, REPORT_WITHIN_DAYS);
}

function counted(isWanted: (of: Incident, today: LocalDate) => boolean) {
  return (view: FactView) =>
    mapped(incidents(view), (all) => all.filter((incident) => isWanted(incident, view.today)).length);
}

const casualty = { perEntity: true, kinds: ['charter'], unit: 'count', needs: ['incident', 'balances'] } as const;

/** What an authority has not been told yet, open or closed, as of now. */
export const CASUALTY_FACTS: readonly FactDefinition[] = [
  {
    ...casualty,
    id: 'incident-notices-open',
    title: 'Incidents the Coast Guard was not told of',
    definition: 'Reportable incidents of which no notice to the Coast Guard is on record; it is due at once.',
    formula: 'number of reportable incidents without a time of notice',
    source: '46 CFR 4.05-1',
    compute: counted(isUntold),
  },
  {
    ...casualty,
    id: 'incident-reports-open',
    title: 'Incident reports to file',
    definition: 'Reportable incidents whose written report (form CG-2692) is not on record as filed.',
    formula: 'number of reportable incidents without a day of filing',
    source: '46 CFR 4.05-10',
    compute: counted(isUnfiled),
  },
  {
    ...casualty,
    id: 'incident-reports-overdue',
    title: 'Incident reports overdue',
    definition: 'Of the incident reports to file, those of incidents more than five days ago.',
    formula: 'number of reportable incidents without a day of filing, five days after they happened before today',
    source: '46 CFR 4.05-10',
    compute: counted((incident, today) => isUnfiled(incident) && reportDueOn(incident) < today),
  },
];
