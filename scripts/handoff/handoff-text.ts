import type { HandoffPlan } from '../../shared/handoffs/handoff-plan.ts';
import type { HandoffProblem } from '../../shared/handoffs/handoff-problem.ts';
import type { PassedOver } from '../../shared/handoffs/reading-sections.ts';
import { HANDOFF_KINDS, HEADINGS } from '../../shared/handoffs/section-kinds.ts';
import { REGISTER } from '../../shared/records/registry.ts';
import type { NamedReading } from './on-disk.ts';

/** What was read of a document: its problems by file and line, then a count of what it says. */
export function readText({ path, handoff, problems, passedOver = [] }: NamedReading): string {
  const notes = passedOver.map((one) => passedOverText(path, one)).join('');
  if (handoff === undefined) return `${problemText(path, problems)}${notes}${path}: nothing was taken from it.\n`;
  const counts = HANDOFF_KINDS.map((kind) => ({ kind, count: handoff.rows.filter((row) => row.kind === kind).length }));
  const told = counts
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${count === 1 ? REGISTER[kind].one : REGISTER[kind].many}`);
  const said = told.length === 0 ? 'no rows' : told.join(', ');
  const bad = problems.length === 0 ? '' : `; ${counted(problems.length, 'problem')}`;
  return `${problemText(path, problems)}${notes}${path}: ${handoff.entity.id}: ${said}${bad}.\n`;
}

/** A table nobody reads is said to be one: a fleet under Boats would be missed much later. */
function passedOverText(path: string, { line, heading }: PassedOver): string {
  return `${path}:${line}: ${heading}: the table here is for people and was passed over; read are ${HEADINGS.join(', ')}.\n`;
}

/** Problems as editors understand them: file:line: what was expected. */
export function problemText(path: string, problems: readonly HandoffProblem[]): string {
  return problems
    .map(({ line, section, message }) => `${path}:${line}: ${section === undefined ? '' : `${section}: `}${message}\n`)
    .join('');
}

/** What storing a document did. */
export function planText(path: string, { writes, withdrawals, unchanged, conflicts }: HandoffPlan): string {
  const created = writes.filter(({ over }) => over === undefined).length;
  const kept = conflicts.length === 0 ? '' : `, ${conflicts.length} left out as said above`;
  const gone = withdrawals.map(({ held }) => held.id).join(', ');
  const withdrawn = gone === '' ? '0 withdrawn' : `${withdrawals.length} withdrawn (${gone})`;
  return `${path}: stored: ${created} new, ${writes.length - created} changed, ${unchanged} unchanged, ${withdrawn}${kept}.\n`;
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
