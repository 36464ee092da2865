import { isBusinessDay } from '../../kernel/business-days.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import { plusDays, weekday } from '../../kernel/calendar.ts';
import type { Finding, UnknownFinding } from './finding.ts';
import { shortfallsIn, unjudgedIn } from './finding.ts';
import { ranked } from './ranking.ts';
import type { Effort, Rule, Severity } from './rule.ts';

/** One thing to do, by one person, by one day. */
export interface AgendaItem {
  readonly rank: number;
  /** The rule that asks for it; none where only a figure is missing. */
  readonly rule?: Rule;
  readonly title: string;
  /** What is wrong, or what cannot be told until this is recorded. */
  readonly because: string;
  readonly ownerRole: string;
  readonly dueOn: LocalDate;
  readonly effort: Effort;
  readonly severity: Severity;
}

const HORIZON_DAYS = 30;
const MOST = 12;
const PER_OWNER_AND_WEEK = 3;
/** Writing something down is small work and must not wait behind the month. */
const RECORD_DAYS = 14;

/** Something to record that no rule asks for, and which figures wait for it. */
export interface ToRecord {
  readonly record: string;
  readonly because: string;
}

/** What may fill an agenda that has little else on it, and who answers for it. */
export interface Filling {
  readonly toRecord: readonly ToRecord[];
  readonly ownerRole: string;
}

/** Up to so many actions an agenda is filled with things to record; it is never made longer by them. */
const FILLED_TO = 8;

type Wanted = Omit<AgendaItem, 'rank' | 'dueOn'> & { readonly dueDays: number };

/**
 * The agenda of the next thirty days: at most twelve actions, what to do first on top, then what to record so that the
 * rest can be judged; where that is little, what to record so that more is known. Everything is due on a business day and nobody has more than three in a week.
 */
export function agendaOf(
  findings: readonly Finding[],
  today: LocalDate,
  blackoutDays: ReadonlySet<LocalDate> = new Set(),
  filling?: Filling,
): readonly AgendaItem[] {
  const asked = oncePerCause([
    ...ranked(shortfallsIn(findings)).map((finding) => toDo(finding.rule, finding.severity)),
    ...[...unjudgedIn(findings)].sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1)).map(toRecord),
  ]);
  const titles = new Set(asked.map(({ title }) => title));
  const more = (filling?.toRecord ?? [])
    .map((one) => recorded(one, filling?.ownerRole ?? ''))
    .filter(({ title }) => !titles.has(title));
  const wanted = [...asked, ...more.slice(0, Math.max(0, FILLED_TO - asked.length))];
  const taken: AgendaItem[] = [];
  for (const { dueDays, ...item } of wanted) {
    if (taken.length === MOST) break;
    const dueOn = freeDay(taken, item.ownerRole, today, dueDays, blackoutDays);
    if (dueOn !== undefined) taken.push({ ...item, rank: taken.length + 1, dueOn });
  }
  return taken;
}

function toDo(rule: Rule, severity: Severity): Wanted {
  const { title, ownerRole, dueDays, effort } = rule.action;
  return { rule, title, because: rule.title, ownerRole, dueDays, effort, severity };
}

function toRecord({ rule, missing }: UnknownFinding): Wanted {
  const [first, second, ...others] = missing;
  const what = [first, second].filter((text) => text !== undefined).join(' and ');
  const title = `Record ${what}${others.length > 0 ? ' and the rest listed under missing figures' : ''}`;
  const because = `Not judged yet: ${rule.title.charAt(0).toLowerCase()}${rule.title.slice(1)}`;
  return { rule, title, because, ownerRole: rule.action.ownerRole, dueDays: RECORD_DAYS, effort: 'S', severity: 'low' };
}

function recorded({ record, because }: ToRecord, ownerRole: string): Wanted {
  return { title: `Record ${record}`, because, ownerRole, dueDays: RECORD_DAYS, effort: 'S', severity: 'low' };
}

/** The same root cause asks for one action: the first one stands. */
function oncePerCause(wanted: readonly Wanted[]): readonly Wanted[] {
  const seen = new Set<string>();
  return wanted.filter(({ rule }) => rule === undefined || (!seen.has(rule.causeKey) && seen.add(rule.causeKey)));
}

/** The first business day on or after the wanted one with room in its week, else the last one before; none beyond. */
function freeDay(
  taken: readonly AgendaItem[],
  ownerRole: string,
  today: LocalDate,
  dueDays: number,
  blackoutDays: ReadonlySet<LocalDate>,
): LocalDate | undefined {
  const days = Array.from({ length: HORIZON_DAYS }, (_, i) => i + 1);
  const later = days.filter((day) => day >= dueDays);
  const earlier = days.filter((day) => day < dueDays).reverse();
  return [...later, ...earlier]
    .map((day) => plusDays(today, day))
    .find((day) => isBusinessDay(day, blackoutDays) && inWeek(taken, ownerRole, day) < PER_OWNER_AND_WEEK);
}

function inWeek(taken: readonly AgendaItem[], ownerRole: string, day: LocalDate): number {
  const week = mondayOf(day);
  return taken.filter((item) => item.ownerRole === ownerRole && mondayOf(item.dueOn) === week).length;
}

function mondayOf(day: LocalDate): LocalDate {
  return plusDays(day, 1 - weekday(day));
}
