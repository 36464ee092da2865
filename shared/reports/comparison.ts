import type { Instant } from '../kernel/calendar.ts';
import type { Period } from '../kernel/period.ts';
import type { Cell, Figure, FindingLine, ReportDocument, Severity } from './document/report-document.ts';

/** Two issues of one report, the left one held against the right one. */
export interface Comparison {
  readonly report: string;
  readonly left: ComparedIssue;
  readonly right: ComparedIssue;
  /** Figures both issues show and that differ, in the order of the right one, then those only one of them shows. */
  readonly figures: readonly FigureChange[];
  /** How many figures both show and that are the same. */
  readonly unchanged: number;
  readonly findings: readonly FindingChange[];
}

/** What an issue is, for the head of a comparison. */
export interface ComparedIssue {
  readonly title: string;
  readonly scope: string;
  readonly period: Period;
  readonly asOf: Instant;
  readonly zone: string;
}

/** What became of one figure. `up` and `down` say where the number went, never whether that is good. */
export interface FigureChange {
  /** The fact's key, such as recognised-revenue@jada. */
  readonly fact: string;
  readonly title: string;
  /** Whose figure it is, where it is not everything the issue is about: the name its row bears, else the scope's id. */
  readonly of?: string;
  readonly change: 'up' | 'down' | 'changed' | 'now-known' | 'now-unknown' | 'new' | 'gone';
  readonly before?: Cell;
  readonly after?: Cell;
  /** After less before, where both are numbers of one unit. */
  readonly difference?: Cell;
}

/** What became of one finding. */
export interface FindingChange {
  readonly id: string;
  readonly title: string;
  readonly change: 'new' | 'gone' | 'worse' | 'better';
  readonly before?: Severity;
  readonly after?: Severity;
}

/**
 * What changed from one issue to another: every figure by the fact it shows, every finding by its rule. Two issues that
 * say the same have no changes. @throws RangeError when they are issues of different reports.
 */
export function comparison(left: ReportDocument, right: ReportDocument): Comparison {
  if (left.report !== right.report) throw new RangeError(`${left.report} cannot be held against ${right.report}`);
  const [before, after] = [figuresIn(left), figuresIn(right)];
  const titles = new Map([...titlesIn(left), ...titlesIn(right)]);
  const changes = [...new Set([...after.keys(), ...before.keys()])].map((fact) =>
    figureChange(fact, titles, before.get(fact), after.get(fact)),
  );
  const isPresent = (change: FigureChange | undefined): change is FigureChange => change !== undefined;
  return {
    report: right.report,
    left: headOf(left),
    right: headOf(right),
    figures: changes.filter(isPresent),
    unchanged: changes.filter((change) => change === undefined).length,
    findings: findingChanges(findingsIn(left), findingsIn(right)),
  };
}

function headOf({ title, scope, period, asOf, zone }: ReportDocument): ComparedIssue {
  return { title, scope: scope.title, period, asOf, zone };
}

/** A figure as an issue shows it, and the name of the row it stands in, if it stands in one. */
interface Shown {
  readonly cell: Cell;
  readonly row?: string;
}

/** The first showing of every fact; what an issue quotes from the one before it is not its own figure. */
function figuresIn(document: ReportDocument): Map<string, Shown> {
  const shown = new Map<string, Shown>();
  const keep = ({ fact, cell }: Figure, row: string | undefined) => {
    if (fact === undefined || fact.includes('~')) return;
    const held = shown.get(fact);
    if (held === undefined || (held.row === undefined && row !== undefined))
      shown.set(fact, { cell: held?.cell ?? cell, ...(row === undefined ? {} : { row }) });
  };
  const look = (value: unknown, row?: string): void => {
    if (Array.isArray(value)) {
      const name = rowName(value) ?? row;
      for (const one of value) look(one, name);
    } else if (typeof value === 'object' && value !== null) {
      if ('cell' in value) keep(value as Figure, row);
      else for (const one of Object.values(value)) look(one, row);
    }
  };
  look([document.headline, document.sections.map((section) => section.blocks)]);
  return shown;
}

/** The words at the head of a table's row; nothing for any other list. */
function rowName(list: readonly unknown[]): string | undefined {
  const isRow = list.length > 1 && list.every((one) => typeof one === 'object' && one !== null && 'cell' in one);
  const head = isRow ? (list[0] as Figure) : undefined;
  return head?.cell.kind === 'text' || head?.cell.kind === 'month' ? head.cell.value : undefined;
}

/** Nothing when the figure is the same in both. */
function figureChange(
  fact: string,
  titles: ReadonlyMap<string, string>,
  was: Shown | undefined,
  is: Shown | undefined,
): FigureChange | undefined {
  const [id = fact, scope = ''] = fact.split('@', 2);
  const [before, after] = [was?.cell, is?.cell];
  const about = {
    fact,
    title: titles.get(id) ?? spelled(id),
    ...(scope === '' || scope === 'group' ? {} : { of: is?.row ?? was?.row ?? scope }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
  if (before === undefined) return { ...about, change: 'new' };
  if (after === undefined) return { ...about, change: 'gone' };
  if (before.kind === 'unknown' || after.kind === 'unknown') {
    if (before.kind === after.kind) return undefined;
    return { ...about, change: before.kind === 'unknown' ? 'now-known' : 'now-unknown' };
  }
  if (before.kind === after.kind && before.value === after.value) return undefined;
  return { ...about, ...moved(before, after) };
}

type KnownCell = Exclude<Cell, { kind: 'unknown' }>;

function moved(before: KnownCell, after: KnownCell): Pick<FigureChange, 'change' | 'difference'> {
  if (before.kind !== after.kind || typeof before.value !== 'number' || typeof after.value !== 'number') {
    return { change: 'changed' };
  }
  const value = after.value - before.value;
  return { change: value > 0 ? 'up' : 'down', difference: { kind: after.kind, value } as Cell }; // the kind of a number
}

/** A figure that is read as recorded has no definition in its issue; its id is words enough. */
function spelled(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function titlesIn(document: ReportDocument): [string, string][] {
  return blocksIn(document).flatMap((block) =>
    block.kind === 'definitions' ? block.definitions.map(({ fact, title }): [string, string] => [fact, title]) : [],
  );
}

function findingsIn(document: ReportDocument): ReadonlyMap<string, FindingLine> {
  const lines = blocksIn(document).flatMap((block) => (block.kind === 'findings' ? block.findings : []));
  return new Map([...lines].reverse().map((line) => [line.id, line]));
}

function blocksIn(document: ReportDocument) {
  return document.sections.flatMap((section) => section.blocks);
}

const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/** New ones first, then worse, better and gone; within each the most severe first. */
function findingChanges(
  before: ReadonlyMap<string, FindingLine>,
  after: ReadonlyMap<string, FindingLine>,
): FindingChange[] {
  const changes = [...new Set([...after.keys(), ...before.keys()])].flatMap((id): FindingChange[] => {
    const [was, is] = [before.get(id), after.get(id)];
    const line = is ?? was;
    if (line === undefined || was?.severity === is?.severity) return [];
    const about = { id, title: line.title };
    if (was === undefined) return [{ ...about, change: 'new', after: line.severity }];
    if (is === undefined) return [{ ...about, change: 'gone', before: line.severity }];
    const isWorse = SEVERITIES.indexOf(is.severity) < SEVERITIES.indexOf(was.severity);
    return [{ ...about, change: isWorse ? 'worse' : 'better', before: was.severity, after: is.severity }];
  });
  const order = (change: FindingChange) =>
    ['new', 'worse', 'better', 'gone'].indexOf(change.change) * 4 +
    SEVERITIES.indexOf(change.after ?? change.before ?? 'low');
  return changes.sort((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1));
}
