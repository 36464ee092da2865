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
  readonly rule: Rule;
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

type Wanted = Omit<AgendaItem, 'rank' | 'dueOn'> & { readonly dueDays: number };

/**
 * The agenda of the next thirty days: at most twelve actions, what to do first on top, then what to record so that the
 * rest can be judged. Everything is due on a business day and nobody has more than three in a week.
 */
export function agendaOf(
  findings: readonly Finding[],
  today: LocalDate,
  blackoutDays: ReadonlySet<LocalDate> = new Set(),
): readonly AgendaItem[] {
  const wanted = oncePerCause([
    ...ranked(shortfallsIn(findings)).map((finding) => toDo(finding.rule, finding.severity)),
    ...[...unjudgedIn(findings)].sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1)).map(toRecord),
  ]);
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

/** The same root cause asks for one action: the first one stands. */
function oncePerCause(wanted: readonly Wanted[]): readonly Wanted[] {
  const seen = new Set<string>();
  return wanted.filter(({ rule }) => !seen.has(rule.causeKey) && seen.add(rule.causeKey));
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
