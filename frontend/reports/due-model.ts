import type { Instant, Zone } from '../../shared/kernel/calendar.ts';
import { dayIn, daysBetween, isZone, minutesBetween } from '../../shared/kernel/calendar.ts';
import { listed } from '../../shared/kernel/listed.ts';
import type { TableBlock } from '../../shared/reports/render/figures.ts';
import { formatCell, formatCount } from '../../shared/reports/render/format.ts';
import { formatDay } from '../../shared/reports/render/format-days.ts';
import type { DueResponse } from '../../shared/wire/reports.ts';
import { zonedTime } from '../components/clock.ts';
import type { Tone } from './run-model.ts';
import { OCCASION_WORDS } from './run-model.ts';

type Line = DueResponse['lines'][number];
type Missed = DueResponse['missed'][number];

/** The watch looks every quarter of an hour; when it has not for longer than this, nobody is watching. */
const STALE_AFTER_MIN = 60;

const RHYTHM_WORDS: Readonly<Record<Line['cadence'], string>> = {
  'each-charter': 'Each charter',
  daily: 'Every business day',
  weekly: 'Every week',
  monthly: 'Every month',
};

/** What somebody gets at one time: which reports, how often, and when next. */
export interface Next {
  readonly who: string;
  readonly reports: string;
  readonly rhythm: string;
  readonly when: string;
  /** How far off that is; nothing where it follows the next completed charter. */
  readonly away?: string;
}

/** What is due next of some subscriptions: reports one person gets at one time together, the soonest first, charters last. */
export function nextOf(lines: readonly Line[], asOf: string, zone: string): readonly Next[] {
  const together = new Map<string, Line[]>();
  for (const line of lines) {
    const key = [line.at ?? 'after', line.recipientId, line.cadence].join(' ');
    together.set(key, [...(together.get(key) ?? []), line]);
  }
  return [...together.values()]
    .sort(
      ([a], [b]) => compare(a?.at ?? LAST, b?.at ?? LAST) || compare(a?.recipientName ?? '', b?.recipientName ?? ''),
    )
    .flatMap((of) => {
      const [first] = of;
      if (first === undefined) return [];
      const { recipientName: who, cadence, at } = first;
      const about = { who, reports: listed(of.map(({ title }) => title)), rhythm: RHYTHM_WORDS[cadence] };
      return at === undefined
        ? [{ ...about, when: 'After the next completed charter' }]
        : [{ ...about, when: momentWords(at, zone), away: awayWords(at, asOf, zone) }];
    });
}

/** Sorts behind every instant. */
const LAST = '~';

/** Everybody's next reports as a table, person by person. */
export function everybodysTable(lines: readonly Line[], asOf: string, zone: string): TableBlock {
  const text = (value: string) => ({ cell: { kind: 'text' as const, value } });
  const people = [...nextOf(lines, asOf, zone)].sort((a, b) => compare(a.who, b.who));
  return {
    kind: 'table',
    caption: 'Who gets what, and when next',
    columns: ['Recipient', 'Reports', 'How often', 'Next due'].map((heading) => ({ heading, align: 'left' as const })),
    rows: people.map(({ who, reports, rhythm, when, away }) =>
      [who, reports, rhythm, away === undefined ? when : `${when}, ${away}`].map(text),
    ),
  };
}

/** The reports that are made next in any case, day by day, in a sentence each. */
export function madeAnyway(reports: DueResponse['reports'], asOf: string, zone: string): readonly string[] {
  return [...new Set(reports.map(({ at }) => at))].sort().map((at) => {
    const titles = reports.filter((one) => one.at === at).map(({ title }) => title);
    return `Made in any case on ${momentWords(at, zone)}, ${awayWords(at, asOf, zone)}: ${listed(titles)}.`;
  });
}

/** How the watch stands: what it last saw, and whether that is too long ago to rely on. */
export interface WatchWords {
  readonly tone: 'good' | 'warn' | 'bad';
  readonly words: string;
}

/** When the watch last looked and what it saw; loud when something is missing, and when nobody is watching. */
export function watchWords({ watch, asOf }: DueResponse, zone: string): WatchWords {
  if (watch === undefined) {
    return { tone: 'warn', words: `The watch has not looked yet: until it does, ${UNNOTICED}` };
  }
  const { at, expected, missing } = watch;
  const saw =
    expected === 0 ? 'nothing was to be out by then' : `${formatCount(expected)} expected, ${count(missing)} missing`;
  const when = isSameDay(at, asOf, zone) ? zonedTime(at, zone) : momentWords(at, zone);
  const sinceMin = minutesBetween(at as Instant, asOf as Instant);
  if (sinceMin <= STALE_AFTER_MIN) {
    return { tone: missing > 0 ? 'bad' : 'good', words: `The watch last looked at ${when}: ${saw}.` };
  }
  const ago = formatCell({ kind: 'minutes', value: sinceMin });
  return {
    tone: missing > 0 ? 'bad' : 'warn',
    words: `Nobody is watching. The watch last looked ${ago} ago, at ${when}: ${saw}. It is to look every 15 minutes: until it does, ${UNNOTICED}`,
  };
}

const UNNOTICED = 'nobody notices a report that does not go out.';

/** Something that was not out in time, as its line says it. */
export interface MissedWords {
  readonly title: string;
  readonly tone: Tone;
  /** How late it came, or how long it has been missing. */
  readonly delay: string;
  readonly noticed: string;
  readonly times: string;
}

/** What was due, by when it should have been out, what was found then, and how late it came where it did. */
export function missedWords(line: Missed, asOf: string, zone: string): MissedWords {
  const { occasion, dueAt, deadline, because, noticedAt, arrivedAt } = line;
  const by = isSameDay(dueAt, deadline, zone) ? zonedTime(deadline, zone) : momentWords(deadline, zone);
  const out = arrivedAt === undefined ? '' : ` Out on ${momentWords(arrivedAt, zone)}.`;
  const delayMin = Math.max(0, minutesBetween(deadline as Instant, (arrivedAt ?? asOf) as Instant));
  const delay = formatCell({ kind: 'minutes', value: delayMin });
  return {
    title: OCCASION_WORDS[occasion],
    tone: line.state === 'missed' ? 'bad' : 'warn',
    delay: line.state === 'missed' ? `Missing for ${delay}` : `${delay} late`,
    noticed: `Noticed on ${momentWords(noticedAt, zone)}: ${because}.`,
    times: `Due ${momentWords(dueAt, zone)}, to be out by ${by}.${out}`,
  };
}

/** A moment on the clock of the house, with its weekday: Tue, Dec 1, 2026, 8:00 AM PST. */
function momentWords(at: string, zone: string): string {
  return `${formatDay(dayIn(zoneOf(zone), at as Instant))}, ${zonedTime(at, zone)}`;
}

/** How many days off a moment is, counted as a calendar does. */
function awayWords(at: string, asOf: string, zone: string): string {
  const days = daysBetween(dayIn(zoneOf(zone), asOf as Instant), dayIn(zoneOf(zone), at as Instant));
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${formatCount(days)} days`;
}

function isSameDay(one: string, other: string, zone: string): boolean {
  return dayIn(zoneOf(zone), one as Instant) === dayIn(zoneOf(zone), other as Instant);
}

function zoneOf(name: string): Zone {
  return isZone(name) ? name : ('UTC' as Zone);
}

function count(of: number): string {
  return of === 0 ? 'none' : formatCount(of);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
