import { isBusinessDay } from '../../kernel/business-days.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import { daysBetween, plusDays, weekday } from '../../kernel/calendar.ts';
import type { Finding, Shortfall } from './finding.ts';
import { shortfallsIn, unjudgedIn } from './finding.ts';
import type { Gap, ToRecord } from './gaps.ts';
import { gapsIn, notAskedFor } from './gaps.ts';
import type { Promised } from './promised.ts';
import { byWeight, ranked, scoreOf } from './ranking.ts';
import type { Effort, Rule, Severity } from './rule.ts';

/** One thing to do, by one person, by one day. */
export interface AgendaItem {
  readonly rank: number;
  /** The rule that asks for it; none where only a figure is missing. */
  readonly rule?: Rule;
  /** The promise on record it is, where somebody already said they would. */
  readonly promise?: Promised;
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

/** What may fill an agenda that has little else on it, and who answers for it. */
export interface Filling {
  readonly toRecord: readonly ToRecord[];
  readonly ownerRole: string;
}

/** Up to so many actions an agenda is filled with things to record; it is never made longer by them. */
const FILLED_TO = 8;

type Wanted = Omit<AgendaItem, 'rank' | 'dueOn'> & { readonly dueDays: number };
type Weighed = Wanted & { readonly id: string; readonly score: number };

/**
 * The agenda of the next thirty days: at most twelve actions, what to do first on top, then what to record so that the
 * rest can be judged; where that is little, what to record so that more is known. Everything asked is due on a business day
 * and nobody has more than three in a week; what somebody promised is ranked among the rest and keeps its day.
 */
export function agendaOf(
  findings: readonly Finding[],
  today: LocalDate,
  blackoutDays: ReadonlySet<LocalDate> = new Set(),
  filling?: Filling,
  promised: readonly Promised[] = [],
): readonly AgendaItem[] {
  const acts = oncePerCause(ranked(shortfallsIn(findings)));
  const open = oncePerCause([...acts, ...unjudgedIn(findings)]).filter((finding) => finding.state === 'unknown');
  const kept = promised.filter((one) => isNews(one, acts) && daysBetween(today, one.dueOn) <= HORIZON_DAYS);
  const toAct = byWeight([...acts.map(toDo), ...kept.map((one) => toKeep(one, today))]);
  const asked: readonly Wanted[] = [...toAct, ...gapsIn(open).map(toJudge)];
  const more = notAskedFor(filling?.toRecord ?? [], open).map((one) => toKnow(one, filling?.ownerRole ?? ''));
  const wanted = [...asked, ...more.slice(0, Math.max(0, FILLED_TO - asked.length))];
  const taken: AgendaItem[] = [];
  for (const { rule, promise, title, because, ownerRole, effort, severity, dueDays } of wanted) {
    if (taken.length === MOST) break;
    const dueOn = promise?.dueOn ?? freeDay(taken, ownerRole, today, dueDays, blackoutDays);
    const of = { ...(rule === undefined ? {} : { rule }), ...(promise === undefined ? {} : { promise }) };
    const item = { ...of, title, because, ownerRole, effort, severity };
    if (dueOn !== undefined) taken.push({ ...item, rank: taken.length + 1, dueOn });
  }
  return taken;
}

/**
 * The same actions in the order of their days, numbered anew; on the same day what matters more stays before.
 */
export function byDay(agenda: readonly AgendaItem[]): readonly AgendaItem[] {
  return [...agenda]
    .sort((a, b) => (a.dueOn === b.dueOn ? a.rank - b.rank : a.dueOn < b.dueOn ? -1 : 1))
    .map((item, i) => ({ ...item, rank: i + 1 }));
}

function toDo(finding: Shortfall): Weighed {
  const { rule, severity } = finding;
  const { title, ownerRole, dueDays, effort } = rule.action;
  const asked = { rule, title, because: rule.title, ownerRole, dueDays, effort, severity };
  return { ...asked, id: rule.id, score: scoreOf(finding) };
}

function toKeep(promise: Promised, today: LocalDate): Weighed {
  const { id, title, ownerRole, dueOn, effort, severity, score } = promise;
  const because = dueOn < today ? 'Promised, and its day has passed' : 'Promised, and not done yet';
  return { promise, title, because, ownerRole, dueDays: daysBetween(today, dueOn), effort, severity, id, score };
}

/** Whether a promise says something the agenda does not ask for already. */
function isNews({ findingId }: Promised, acts: readonly Shortfall[]): boolean {
  return !acts.some(({ rule }) => rule.id === findingId);
}

function toJudge({ rule, title, because }: Gap): Wanted {
  return { rule, title, because, ownerRole: rule.action.ownerRole, dueDays: RECORD_DAYS, effort: 'S', severity: 'low' };
}

function toKnow({ record, because }: ToRecord, ownerRole: string): Wanted {
  return { title: `Record ${record}`, because, ownerRole, dueDays: RECORD_DAYS, effort: 'S', severity: 'low' };
}

/** The same root cause asks for one action: the first one stands. */
function oncePerCause<T extends Finding>(findings: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return findings.filter(({ rule }) => !seen.has(rule.causeKey) && seen.add(rule.causeKey));
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
  for (const days of [...later, ...earlier]) {
    const day = plusDays(today, days);
    if (isBusinessDay(day, blackoutDays) && inWeek(taken, ownerRole, day) < PER_OWNER_AND_WEEK) return day;
  }
  return undefined;
}

function inWeek(taken: readonly AgendaItem[], ownerRole: string, day: LocalDate): number {
  const week = mondayOf(day);
  return taken.filter((item) => item.ownerRole === ownerRole && mondayOf(item.dueOn) === week).length;
}

function mondayOf(day: LocalDate): LocalDate {
  return plusDays(day, 1 - weekday(day));
}
