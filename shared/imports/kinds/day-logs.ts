import type { LocalDate } from '../../kernel/calendar.ts';
import type { DayKind, DeliveryRole } from '../../records/delivery-job.ts';
import { DELIVERY_ROLES } from '../../records/delivery-job.ts';
import { body, doesNotFit, importKind, required } from '../import-kind.ts';
import { day } from '../reading-days.ts';
import { nauticalMiles } from '../reading-numbers.ts';
import { choice, choices, nameOf } from '../reading-text.ts';

const KIND = choice({
  travel: ['travelling', 'traveling', 'crew travel'],
  prep: ['preparation', 'preparing', 'provisioning'],
  underway: ['under way', 'sailing', 'passage', 'at sea'],
  standby_weather: ['weather', 'weather standby', 'standby weather', 'waiting for weather', 'weather hold'],
  standby_mechanical: ['mechanical', 'mechanical standby', 'standby mechanical', 'repair', 'breakdown'],
  handover: ['hand over', 'delivery', 'delivered'],
});

const CREW = choices({
  captain: ['skipper', 'capt'],
  mate: ['first mate'],
  deckhand: ['deck hand', 'crew'],
});

/** One day of a yacht delivery. */
export interface DayLogBody {
  readonly entityId: string;
  readonly jobId: string;
  readonly on: LocalDate;
  readonly kind: DayKind;
  /** A role once for each person who had it, in the order of roles. */
  readonly crew: readonly DeliveryRole[];
  readonly nm: number;
}

/** Day logs of yacht deliveries. */
export const dayLogs = importKind({
  id: 'day-logs',
  title: 'Delivery day logs',
  one: 'day log',
  many: 'day logs',
  business: 'delivery',
  columns: {
    jobId: required('Job', nameOf('job'), 'Sample sloop', ['Delivery', 'Delivery job', 'Job id', 'Vessel']),
    on: required('Date', day, '2026-11-12', ['Day', 'Log date']),
    kind: required('Kind', KIND, 'underway', ['Kind of day', 'Type', 'Day type', 'Status', 'Activity']),
    crew: required('Crew', CREW, 'captain, mate', ['Crew aboard', 'Roles', 'Crew roles']),
    nm: required('Miles', nauticalMiles, '124', ['nm', 'Nautical miles', 'Distance', 'Miles run', 'Distance nm']),
  },
  assemble: ({ jobId, on, kind, crew, nm }, entityId) => {
    if (nm > 0 && kind !== 'underway')
      return doesNotFit('nm', `expected 0: miles are run underway, not on a day of ${kind}`);
    return body<DayLogBody>({ entityId, jobId, on, kind, crew: inOrder(crew), nm });
  },
  identity: ({ jobId, on, kind }) => [jobId, on, kind],
  equalRows: 'same',
});

/** A crew in the order of roles: who is named first says nothing. */
export function inOrder(crew: readonly DeliveryRole[]): readonly DeliveryRole[] {
  return DELIVERY_ROLES.flatMap((role) => crew.filter((one) => one === role));
}
