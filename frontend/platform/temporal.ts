/**
 * The part of Temporal that the calendar asks for, answered by Intl: the wall clock of a zone at an instant, and the
 * instant of a wall clock. A test holds it equal to the full implementation across years of clock changes.
 */
export const Temporal = {
  Instant: {
    fromEpochMilliseconds: (epochMilliseconds: number) => ({
      toZonedDateTimeISO: (zone: string) => zonedDateTime(zone, epochMilliseconds),
    }),
  },
  PlainDateTime: {
    from: (text: string) => ({
      toZonedDateTime: (zone: string, _options: { disambiguation: 'compatible' }) => ({
        epochMilliseconds: instantOf(zone, Date.parse(`${text}Z`)),
      }),
    }),
  },
};

interface ZonedDateTime {
  toPlainDate(): { toString(): string };
  toPlainTime(): { toString(options: { smallestUnit: 'minute' }): string };
}

function zonedDateTime(zone: string, epochMilliseconds: number): ZonedDateTime {
  const wall = new Date(epochMilliseconds + offsetMs(zone, epochMilliseconds)).toISOString();
  return {
    toPlainDate: () => ({ toString: () => wall.slice(0, 10) }),
    toPlainTime: () => ({ toString: () => wall.slice(11, 16) }),
  };
}

const DAY_MS = 86_400_000;

/** A wall clock that happens twice means the first time; one that is skipped moves forward by what was skipped. */
function instantOf(zone: string, wallMs: number): number {
  const before = offsetMs(zone, wallMs - DAY_MS);
  const after = offsetMs(zone, wallMs + DAY_MS);
  const earliest = [before, after]
    .map((offset) => wallMs - offset)
    .filter((at) => at + offsetMs(zone, at) === wallMs)
    .sort((a, b) => a - b)[0];
  return earliest ?? wallMs - before;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Clocks have been changed on whole quarters of an hour for longer than there are records. */
const QUARTER_MS = 900_000;
/** Enough for every quarter a report asks for; more than that and the memory is emptied. */
const MOST_REMEMBERED = 4_096;
const remembered = new Map<string, number>();

/** How far the zone's wall clock is ahead of UTC at an instant, in milliseconds. */
function offsetMs(zone: string, epochMilliseconds: number): number {
  const quarter = Math.floor(epochMilliseconds / QUARTER_MS);
  const key = `${zone} ${quarter}`;
  const held = remembered.get(key);
  if (held !== undefined) return held;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const offset = lookedUpOffsetMs(zone, quarter * QUARTER_MS);
  remembered.set(key, offset);
  return offset;
}

function lookedUpOffsetMs(zone: string, epochMilliseconds: number): number {
  const part = Object.fromEntries(
    clockOf(zone)
      .formatToParts(epochMilliseconds)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const wall = Date.UTC(
    part['year'] ?? 0,
    (part['month'] ?? 1) - 1,
    part['day'] ?? 1,
    part['hour'] ?? 0,
    part['minute'] ?? 0,
    part['second'] ?? 0,
  );
  return wall - Math.floor(epochMilliseconds / 1000) * 1000;
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const held = clocks.get(zone);
  if (held !== undefined) return held;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(zone, clock);
  return clock;
}
