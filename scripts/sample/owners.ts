import { plusDays } from '../../shared/kernel/calendar.ts';
import { basisPoints } from '../../shared/kernel/money.ts';
import type { EquityHolding, KeyPerson } from '../../shared/records/organisation.ts';
import type { CharterEntity } from './company.ts';
import type { SampleDay } from './sample-day.ts';
import { openingDay, stampOn } from './sample-day.ts';

type Holding = readonly [entityId: CharterEntity, holder: string, shareBps: number, agreementOnFile: boolean];

/** The second boat was bought with a partner whose share was promised and never signed. */
const HOLDINGS: readonly Holding[] = [
  ['jada', 'Founder', 7_000, true],
  ['jada', 'Family of the founder', 3_000, true],
  ['qos', 'Founder', 5_500, true],
  ['qos', 'First investor', 3_000, true],
  ['qos', 'Former captain', 1_500, false],
];

/** Who owns the two boats; of the other businesses nobody has written it down. */
export function sampleHoldings(day: SampleDay): EquityHolding[] {
  return HOLDINGS.map(([entityId, holder, shareBps, agreementOnFile], i) => ({
    id: `eqh_${entityId}-${i + 1}`,
    entityId,
    holder,
    shareBps: basisPoints(shareBps),
    agreementOnFile,
    ...stampOn(day, openingDay(day)),
  }));
}

/** Whom the boats would miss: one handed over on paper, one with a day and no paper, one with neither. */
export function sampleKeyPeople(day: SampleDay): KeyPerson[] {
  const person = (id: string, entityId: CharterEntity, role: string, prepared: Partial<KeyPerson>): KeyPerson => ({
    id: `key_${entityId}-${id}`,
    entityId,
    role,
    handoffOnFile: false,
    ...prepared,
    ...stampOn(day, openingDay(day)),
  });
  const inDays = (days: number) => plusDays(day.today, days);
  return [
    person('captain', 'jada', 'Captain', { transitionOn: inDays(160), handoffOnFile: true, successor: 'First mate' }),
    person('bookings', 'jada', 'Bookings and guests', { transitionOn: inDays(70), successor: 'Office' }),
    person('engineer', 'qos', 'Engineer', {}),
  ];
}
