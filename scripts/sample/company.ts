import { firstDay, localDate } from '../../shared/kernel/calendar.ts';
import type { Entity } from '../../shared/records/entity.ts';
import { rentalOpening } from './rental-place.ts';
import type { SampleDay } from './sample-day.ts';
import { stampOn } from './sample-day.ts';

/** The two businesses of the sample that sail. */
export const CHARTER_ENTITIES = ['jada', 'qos'] as const;
export type CharterEntity = (typeof CHARTER_ENTITIES)[number];

/** All of them, by id. */
export const ENTITY_IDS = ['dc', 'delivery', 'jada', 'qdn', 'qos', 'rental'] as const;
export type SampleEntity = (typeof ENTITY_IDS)[number];

/**
 * The four businesses, the house and the deliveries. Two sail and keep books, one keeps a few, one began its books this
 * month, so that a report of any month before must say so.
 */
export function sampleEntities(day: SampleDay): Entity[] {
  return [
    entity(day, 'jada', 'JADA charters', 'charter', '2019-03-01'),
    entity(day, 'qos', 'Queen of San Diego', 'charter', '2021-05-01'),
    entity(day, 'qdn', 'QuickDumpNow', 'subscription', '2022-02-01'),
    entity(day, 'dc', 'DangerousCentaur', 'agency', '2023-09-01'),
    { ...entity(day, 'rental', '3028 51st Street', 'rental', firstDay(rentalOpening(day))), taxForm: 'sched_e' },
  ];
}

function entity(day: SampleDay, id: SampleEntity, name: string, kind: Entity['kind'], createdOn: string): Entity {
  return {
    id,
    name,
    kind,
    zone: day.zone,
    currency: 'USD',
    fiscalYearStartMonth: 1,
    taxForm: 'sched_c',
    active: true,
    createdOn: localDate(createdOn),
    ...stampOn(day, localDate(createdOn)),
  };
}
