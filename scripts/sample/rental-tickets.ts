import { plusDays } from '../../shared/kernel/calendar.ts';
import type { MaintenanceTicket } from '../../shared/records/rental.ts';
import type { RentalLedger } from './rental-ledger.ts';
import type { Tell } from './rental-place.ts';
import { HOUSE, RENTAL, STUDIO } from './rental-place.ts';
import type { SampleDay } from './sample-day.ts';
import { stampOn } from './sample-day.ts';

interface Story {
  readonly key: string;
  readonly where: string;
  readonly what: string;
  readonly category: MaintenanceTicket['category'];
  readonly openedAgo: number;
  readonly closedAgo?: number;
  readonly cents?: number;
  readonly isUnfit?: true;
  readonly isImprovement?: true;
  readonly bookedTo?: '6350' | '1600';
}

/** Two are open too long, one of them makes the house unfit to live in; one improvement was booked as a repair. */
const STORIES: readonly Story[] = [
  {
    key: 'heater',
    where: HOUSE,
    what: 'Water heater gives no hot water',
    category: 'plumbing',
    openedAgo: 6,
    isUnfit: true,
  },
  { key: 'gate', where: HOUSE, what: 'Garden gate does not close', category: 'grounds', openedAgo: 31, cents: 24_000 },
  { key: 'lamp', where: STUDIO, what: 'Path lamp is dark', category: 'electrical', openedAgo: 3 },
  {
    key: 'dishwasher',
    where: HOUSE,
    what: 'Dishwasher built in',
    category: 'improvement',
    openedAgo: 96,
    closedAgo: 82,
    cents: 128_000,
    isImprovement: true,
    bookedTo: '6350',
  },
  {
    key: 'roof',
    where: HOUSE,
    what: 'New roof over the porch',
    category: 'improvement',
    openedAgo: 230,
    closedAgo: 204,
    cents: 840_000,
    isImprovement: true,
    bookedTo: '1600',
  },
  {
    key: 'drain',
    where: HOUSE,
    what: 'Kitchen drain blocked',
    category: 'plumbing',
    openedAgo: 141,
    closedAgo: 139,
    cents: 31_500,
    bookedTo: '6350',
  },
  {
    key: 'lock',
    where: STUDIO,
    what: 'Door lock replaced',
    category: 'safety',
    openedAgo: 188,
    closedAgo: 187,
    cents: 22_900,
    bookedTo: '6350',
  },
  {
    key: 'fridge',
    where: STUDIO,
    what: 'Refrigerator thermostat',
    category: 'appliance',
    openedAgo: 260,
    closedAgo: 255,
    cents: 41_200,
    bookedTo: '6350',
  },
  {
    key: 'paint',
    where: HOUSE,
    what: 'Painted between tenants',
    category: 'other',
    openedAgo: 325,
    closedAgo: 312,
    cents: 186_000,
    bookedTo: '6350',
  },
];

/** What broke or was improved within a year, with what it cost in the books. */
export function sampleTickets(day: SampleDay, ledger: RentalLedger, tell: Tell): void {
  for (const of of STORIES) {
    const openedOn = plusDays(day.today, -of.openedAgo);
    const closedOn = of.closedAgo === undefined ? undefined : plusDays(day.today, -of.closedAgo);
    const record = {
      id: `tkt_${of.key}`,
      entityId: RENTAL,
      propertyId: of.where,
      what: of.what,
      category: of.category,
      habitability: of.isUnfit ?? false,
      capex: of.isImprovement ?? false,
      openedOn,
      ...(closedOn === undefined ? {} : { closedOn }),
      ...(of.cents === undefined ? {} : { cents: of.cents }),
      ...(of.bookedTo === undefined ? {} : { bookedTo: of.bookedTo }),
      ...stampOn(day, openedOn),
    };
    ledger.keep({ kind: 'maintenance-ticket', record: record as unknown as MaintenanceTicket }); // amounts are whole numbers
    if (closedOn === undefined || of.cents === undefined) continue;
    if (of.bookedTo === '1600') {
      const bought = { assetId: 'ast_51st', account: '1600', what: of.what, paidFrom: '1010' };
      tell('asset-purchase', { id: `apr_${of.key}`, on: closedOn, cents: of.cents, ...bought });
    } else {
      const repaired = { vendor: 'Canyon Handyman', account: '6350', paidFrom: '1010', receiptOnFile: true };
      tell('expense', { id: `exp_fix-${of.key}`, on: closedOn, cents: of.cents, ...repaired } as never); // optional fields left out
    }
  }
}
