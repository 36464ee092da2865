import { plusDays } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import type { DeliveryJob } from '../../shared/records/delivery-job.ts';
import type { SampleDay } from './sample-day.ts';
import { stampOn } from './sample-day.ts';

/** The delivery business of the sample. */
export const DELIVERY = 'delivery';

/** What is the same in every agreement: the house's rates, what the crew is paid, the mark-up. */
const HOUSE = {
  entityId: DELIVERY,
  rateModel: 'day',
  rateCents: {
    captain: cents(55_000),
    mate: cents(40_000),
    deckhand: cents(23_000),
    travel: cents(25_000),
    standby: cents(30_000),
    perDiem: cents(4_500),
    mile: cents(450),
    flat: cents(0),
  },
  payCents: { captain: cents(32_000), mate: cents(22_000), deckhand: cents(14_000) },
  markupBps: 1_000 as DeliveryJob['markupBps'],
  contractOnFile: true,
} as const;

type Own = Partial<DeliveryJob> &
  Pick<DeliveryJob, 'client' | 'vesselDesc' | 'fromPort' | 'toPort' | 'estDays' | 'status'> & {
    readonly agreedDaysAgo: number;
    readonly estExpenses: number;
    readonly deposit: number;
  };

function job(day: SampleDay, id: string, { agreedDaysAgo, estExpenses, deposit, ...own }: Own): DeliveryJob {
  return {
    ...HOUSE,
    id: `job_${id}`,
    estExpensesCents: cents(estExpenses),
    depositCents: cents(deposit),
    ...own,
    ...stampOn(day, plusDays(day.today, -agreedDaysAgo)),
  };
}

/** A job done well from the first call on; its owner paid all but a day’s meals, which were given up. */
export function halcyon(day: SampleDay): DeliveryJob {
  return job(day, 'halcyon', {
    client: 'Marlow Trust',
    vesselDesc: 'Halcyon, 46 ft cutter',
    fromPort: 'San Diego',
    toPort: 'Monterey',
    status: 'deposit_paid',
    estDays: 6,
    agreedDaysAgo: 80,
    estExpenses: 60_000,
    deposit: 400_000,
    insuranceEndorsedOn: plusDays(day.today, -70),
    departedOn: plusDays(day.today, -61),
    arrivedOn: plusDays(day.today, -57),
  });
}

/** By the mile: its invoice forgot a day of waiting, and the owner has paid half. */
export function meridian(day: SampleDay): DeliveryJob {
  return job(day, 'meridian', {
    client: 'Pell Yachting',
    vesselDesc: 'Meridian, 62 ft motor yacht',
    fromPort: 'San Diego',
    toPort: 'San Francisco',
    status: 'deposit_paid',
    rateModel: 'mile',
    estDays: 6,
    agreedDaysAgo: 55,
    estExpenses: 300_000,
    deposit: 350_000,
    insuranceEndorsedOn: plusDays(day.today, -46),
    departedOn: plusDays(day.today, -41),
    arrivedOn: plusDays(day.today, -36),
  });
}

/** Handed over more than two weeks ago; nobody sent the invoice. */
export function seaTern(day: SampleDay): DeliveryJob {
  return job(day, 'sea-tern', {
    client: 'Ines Calloway',
    vesselDesc: 'Sea Tern, 38 ft sloop',
    fromPort: 'Santa Barbara',
    toPort: 'San Diego',
    status: 'deposit_paid',
    estDays: 3,
    agreedDaysAgo: 30,
    estExpenses: 40_000,
    deposit: 180_000,
    insuranceEndorsedOn: plusDays(day.today, -24),
    departedOn: plusDays(day.today, -20),
    arrivedOn: plusDays(day.today, -17),
  });
}

/** At sea on an advance that was too small, with a day nobody wrote down. */
export function odalys(day: SampleDay): DeliveryJob {
  return job(day, 'odalys', {
    client: 'Brightwater Charters',
    vesselDesc: 'Odalys, 54 ft catamaran',
    fromPort: 'La Paz',
    toPort: 'San Diego',
    status: 'underway',
    estDays: 10,
    agreedDaysAgo: 20,
    estExpenses: 250_000,
    deposit: 600_000,
    insuranceEndorsedOn: plusDays(day.today, -12),
    departedOn: plusDays(day.today, -5),
  });
}

/** In preparation on somebody's word: no contract, no endorsement, no advance. */
export function larkspur(day: SampleDay): DeliveryJob {
  return job(day, 'larkspur', {
    client: 'Osric Fenn',
    vesselDesc: 'Larkspur, 50 ft trawler',
    fromPort: 'Ventura',
    toPort: 'San Diego',
    status: 'prep',
    estDays: 4,
    agreedDaysAgo: 6,
    estExpenses: 70_000,
    deposit: 220_000,
    contractOnFile: false,
  });
}

/** Agreed for a flat fee and paid ahead as agreed; it sails next week. */
export function corvid(day: SampleDay): DeliveryJob {
  return job(day, 'corvid', {
    client: 'Halden Family Office',
    vesselDesc: 'Corvid, 41 ft ketch',
    fromPort: 'San Diego',
    toPort: 'Cabo San Lucas',
    status: 'scheduled',
    rateModel: 'flat',
    rateCents: { ...HOUSE.rateCents, flat: cents(980_000) },
    estDays: 8,
    agreedDaysAgo: 18,
    estExpenses: 120_000,
    deposit: 610_000,
    insuranceEndorsedOn: plusDays(day.today, -9),
  });
}

/** A quote nobody has answered yet. */
export function tamarind(day: SampleDay): DeliveryJob {
  return job(day, 'tamarind', {
    client: 'Lucian Ode',
    vesselDesc: 'Tamarind, 45 ft sloop',
    fromPort: 'San Diego',
    toPort: 'Ensenada',
    status: 'quote',
    estDays: 3,
    agreedDaysAgo: 4,
    estExpenses: 30_000,
    deposit: 150_000,
    contractOnFile: false,
  });
}
