import type * as z from 'zod/mini';
import type { Problem } from '../../../shared/kernel/fault.ts';
import type { Charter, PostCharterReport } from '../../../shared/records/charter.ts';
import { formatCell } from '../../../shared/reports/render/format.ts';
import type { postCharterBody } from '../../../shared/wire/charters.ts';
import type { Typed } from './move-model.ts';
import { countTyped } from './typed-model.ts';

/** The report a filled-in form makes, or everything that is wrong with it at once. */
export function postCharterBodyOf(
  charter: Charter,
  typed: Readonly<Record<string, string>>,
): Typed<z.infer<typeof postCharterBody>> {
  const start = countTyped(typed['engineHoursStart'] ?? '');
  const end = countTyped(typed['engineHoursEnd'] ?? '');
  const fuel = countTyped(typed['fuelAddedGallons'] ?? '');
  const seaState = typed['seaState'] ?? '';
  const problems: Problem[] = [];
  if (start === undefined) problems.push({ field: 'engineHoursStart', message: WHOLE_HOURS });
  if (end === undefined) problems.push({ field: 'engineHoursEnd', message: WHOLE_HOURS });
  if (fuel === undefined) problems.push({ field: 'fuelAddedGallons', message: `${WHOLE} Nothing added is 0.` });
  if (seaState === '') problems.push({ field: 'seaState', message: 'Describe the sea in a few words.' });
  if (start !== undefined && end !== undefined && end < start) {
    problems.push({ field: 'engineHoursEnd', message: 'The engine cannot have run backwards: check both readings.' });
  }
  if (start === undefined || end === undefined || fuel === undefined || problems.length > 0)
    return { ok: false, problems };
  return {
    ok: true,
    body: {
      version: charter.version,
      engineHoursStart: start,
      engineHoursEnd: end,
      fuelAddedGallons: fuel,
      seaState,
      incident: typed['incident'] === 'yes',
      ...given('damage', typed),
      ...given('guestFeedback', typed),
      ...given('lessons', typed),
    },
  };
}

const WHOLE = 'Enter a whole number.';
const WHOLE_HOURS = 'Enter whole hours, without the tenths of the meter.';

/** The fields the form shows problems beside. */
export const POST_CHARTER_FIELDS = [
  'engineHoursStart',
  'engineHoursEnd',
  'fuelAddedGallons',
  'seaState',
  'incident',
  'damage',
  'guestFeedback',
  'lessons',
] as const;

/** A submitted report as lines of label and value. */
export function reportLines(report: PostCharterReport): readonly (readonly [label: string, value: string])[] {
  const count = (value: number) => formatCell({ kind: 'count', value });
  const notes = [
    ['Damage', report.damage],
    ['Guests said', report.guestFeedback],
    ['Lessons', report.lessons],
  ] as const;
  return [
    ['Engine hours', `${count(report.engineHoursStart)} to ${count(report.engineHoursEnd)}`],
    ['Fuel added', `${count(report.fuelAddedGallons)} gal`],
    ['Sea', report.seaState],
    ['Incident', report.incident ? 'Yes' : 'None'],
    ...notes.flatMap(([label, text]) => (text === undefined ? [] : [[label, text] as const])),
  ];
}

/** Whether it is time for the captain's report: the boat is back and the charter not over. */
export function isReportTime(charter: Charter): boolean {
  return charter.lifecycle === 'returned';
}

function given<K extends string>(key: K, typed: Readonly<Record<string, string>>): { [P in K]?: string } {
  const text = typed[key];
  return text === undefined || text === '' ? {} : ({ [key]: text } as { [P in K]?: string });
}
