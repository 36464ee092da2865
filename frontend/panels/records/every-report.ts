import type { FormField } from '../../../shared/records/form.ts';
import type { Choice } from './choices.ts';
import type { Typed } from './form-model.ts';
import { ROWS } from './form-model.ts';

type Rows = FormField & { readonly type: 'rows' };

/** One step that fills a list of reports: what its button says, and the reports it adds lines for. */
export interface EveryReport {
  readonly label: string;
  readonly reports: readonly string[];
}

/**
 * What one step can add to a list whose lines name a report: where they name a business, too, every report of the
 * business of the last line; else every report named elsewhere in the form, which are those somebody may see, if it
 * is ever mailed that often. Nothing where there is no last line to go on from, or nothing is left to add.
 */
export function everyReport(
  field: Rows,
  typed: Typed,
  path: string,
  choices: readonly Choice[],
): EveryReport | undefined {
  const report = field.fields.find((one) => one.type === 'reference' && one.to === 'report');
  const last = Number(typed[path + ROWS] ?? 0) - 1;
  if (report === undefined || last < 0) return undefined;
  const isOfBusiness = field.fields.some(({ name }) => name === 'entityId');
  const entityId = typed[`${path}[${last}].entityId`] ?? '';
  if (isOfBusiness && entityId === '') return undefined;
  const wanted = isOfBusiness
    ? choices.filter(({ entityIds = [] }) => entityIds.includes(entityId)).map(({ id }) => id)
    : namedElsewhere(typed, path, report.name).filter((id) => comes(id, typed[`${path}[${last}].cadence`], choices));
  const reports = wanted.filter((id) => !namedAlready(field, typed, path, report.name).includes(id));
  const label = isOfBusiness ? 'Add every report of this business' : 'Add every report that comes this often';
  return reports.length === 0 ? undefined : { label, reports };
}

/** The same form with a line for each of some reports, all else as in the last line; a last line without one takes the first. */
export function withEvery(field: Rows, typed: Typed, path: string, reports: readonly string[]): Typed {
  const count = Number(typed[path + ROWS] ?? 0);
  const last = `${path}[${count - 1}].`;
  const name = field.fields.find((one) => one.type === 'reference' && one.to === 'report')?.name ?? 'report';
  const start = (typed[last + name] ?? '') === '' ? count - 1 : count;
  const lines = reports.flatMap((report, index) =>
    field.fields.map((one) => [
      `${path}[${start + index}].${one.name}`,
      one.name === name ? report : (typed[last + one.name] ?? ''),
    ]),
  );
  return { ...typed, ...Object.fromEntries(lines), [path + ROWS]: String(Math.max(count, start + reports.length)) };
}

/** The reports the list names already: of the business of its last line, where its lines name one. */
function namedAlready(field: Rows, typed: Typed, path: string, name: string): readonly string[] {
  const count = Number(typed[path + ROWS] ?? 0);
  const businessOf = (index: number) => typed[`${path}[${index}].entityId`];
  const isOfBusiness = field.fields.some((one) => one.name === 'entityId');
  return Array.from({ length: count }, (_, index) => index)
    .filter((index) => !isOfBusiness || businessOf(index) === businessOf(count - 1))
    .map((index) => typed[`${path}[${index}].${name}`] ?? '');
}

/** Whether a report is ever mailed so often: the dashboard never is, and a debrief follows its charter. */
function comes(id: string, cadence: string | undefined, choices: readonly Choice[]): boolean {
  if (id === 'dashboard') return false;
  return cadence === 'each-charter' || choices.find((one) => one.id === id)?.isPerCharter !== true;
}

function namedElsewhere(typed: Typed, path: string, name: string): readonly string[] {
  const named = Object.entries(typed).flatMap(([at, text]) =>
    at.endsWith(`].${name}`) && !at.startsWith(`${path}[`) && text !== '' ? [text] : [],
  );
  return [...new Set(named)];
}
