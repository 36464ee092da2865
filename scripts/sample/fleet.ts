import { plusDays } from '../../shared/kernel/calendar.ts';
import type { Cents } from '../../shared/kernel/money.ts';
import { cents } from '../../shared/kernel/money.ts';
import type { RoleSlot } from '../../shared/records/charter.ts';
import type { Vessel } from '../../shared/records/vessel.ts';
import type { CharterEntity } from './company.ts';
import type { SamplePeople } from './people.ts';
import type { SampleDay } from './sample-day.ts';
import { openingDay, stampOn } from './sample-day.ts';

/** Where both boats sail from and come back to. */
export const HOME_PORT = 'San Diego';

/** The id of a business's one boat. */
export const VESSEL_OF = { jada: 'ves_jada', qos: 'ves_queen' } as const satisfies Record<CharterEntity, string>;

/** The two boats: one of six passengers, one with a certificate of inspection that soon runs out. */
export function sampleVessels(day: SampleDay): Vessel[] {
  const expires = (type: string, days: number) => ({ type, expiresOn: plusDays(day.today, days) });
  const shared = { homePort: HOME_PORT, turnaroundMin: 60, ownerRole: 'Operations', ...stampOn(day, openingDay(day)) };
  return [
    {
      id: VESSEL_OF.jada,
      entityId: 'jada',
      name: 'JADA',
      type: 'sloop',
      lengthFt: 50,
      maxPax: 6,
      slotsPerDay: 2,
      outOfService: [
        { from: plusDays(day.today, -16), through: plusDays(day.today, -13), reason: 'Haul-out and bottom paint' },
      ],
      inspected: false,
      valueCents: cents(14_500_000),
      documents: [
        expires('USCG documentation', 210),
        expires('Hull and liability insurance', 160),
        expires('Drug testing consortium enrollment', 22),
      ],
      ...shared,
    },
    {
      id: VESSEL_OF.qos,
      entityId: 'qos',
      name: 'Queen of San Diego',
      type: 'motor yacht',
      lengthFt: 62,
      maxPax: 24,
      slotsPerDay: 2,
      inspected: true,
      valueCents: cents(31_000_000),
      documents: [
        expires('Certificate of inspection', 40),
        expires('Hull and liability insurance', 190),
        expires('USCG documentation', 320),
      ],
      ...shared,
    },
  ];
}

/** A place in a boat's crew: what it pays per charter, its share of the tips, and who of the sample fills it. */
export interface CrewPlace {
  readonly role: RoleSlot['role'];
  readonly payCents: Cents;
  readonly tipShareWeight: number;
  readonly filledBy: keyof SamplePeople;
}

/** The crew each boat needs. */
export const CREW_OF: Readonly<Record<CharterEntity, readonly CrewPlace[]>> = {
  jada: [
    { role: 'captain', payCents: cents(25_000), tipShareWeight: 2, filledBy: 'captain' },
    { role: 'first_mate', payCents: cents(15_000), tipShareWeight: 1, filledBy: 'mate' },
  ],
  qos: [
    { role: 'captain', payCents: cents(35_000), tipShareWeight: 2, filledBy: 'captain' },
    { role: 'first_mate', payCents: cents(22_000), tipShareWeight: 1, filledBy: 'mate' },
    { role: 'deckhand', payCents: cents(17_500), tipShareWeight: 1, filledBy: 'deckhand' },
  ],
};
