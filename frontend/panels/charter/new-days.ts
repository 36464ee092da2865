import type { Month } from '../../../shared/kernel/calendar.ts';
import { plusMonths } from '../../../shared/kernel/calendar.ts';
import type { Charter } from '../../../shared/records/charter.ts';
import { listCharters, readCharter } from '../../api/charters.ts';

/** A charter a booking can move to, by the day it sails and its title. */
export interface NewDay {
  readonly id: string;
  readonly text: string;
}

const ARRANGED = ['inquiry', 'quoted', 'held'];
/** A booking seldom moves further than half a year; the one that is meant is there whenever it sails. */
const MONTHS_AHEAD = 6;

/** The charters of the same business that are being arranged from today on, and the one that is meant, by day. */
export async function newDays(of: Charter, today: string, meant: string | undefined): Promise<readonly NewDay[]> {
  const { signal } = new AbortController();
  const now = today.slice(0, 7) as Month;
  const months = Array.from({ length: MONTHS_AHEAD }, (_, ahead) => plusMonths(now, ahead));
  const lists = await Promise.all(months.map((month) => listCharters(month, signal).catch(() => ({ charters: [] }))));
  const found = lists
    .flatMap(({ charters }) => charters)
    .filter((one) => one.entityId === of.entityId && one.id !== of.id && ARRANGED.includes(one.lifecycle));
  const isThere = meant === undefined || found.some(({ id }) => id === meant);
  const named = isThere
    ? []
    : await readCharter(meant, signal).then(
        ({ file }) => [file.charter],
        () => [],
      );
  return [...named, ...found]
    .sort((a, b) => (a.startAt < b.startAt ? -1 : 1))
    .map(({ id, sailsOn, title }) => ({ id, text: `${sailsOn}, ${title}` }));
}
