import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { plusDays } from '../../shared/kernel/calendar.ts';
import type { Customer } from '../../shared/records/customer.ts';
import type { SampleDay } from './sample-day.ts';
import { stampOn } from './sample-day.ts';
import type { SeededRandom } from './seeded-random.ts';

// biome-ignore format: a list of names reads better by the line
const GIVEN_NAMES = [
  'Adele', 'Bruno', 'Camille', 'Dario', 'Edith', 'Felix', 'Greta', 'Hugo', 'Imani', 'Joel', 'Keiko', 'Leon', 'Mira',
  'Nolan', 'Odette', 'Pavel', 'Quinn', 'Rosa', 'Silas', 'Thea', 'Umar', 'Vera', 'Wesley', 'Xenia', 'Yusuf', 'Zelda',
] as const;
// biome-ignore format: a list of names reads better by the line
const FAMILY_NAMES = [
  'Abernathy', 'Bellweather', 'Castellane', 'Drummond', 'Eastwick', 'Fairbourne', 'Galloway', 'Hollis', 'Ingersoll',
  'Jessop', 'Kingsolve', 'Larkspur', 'Montclair', 'Northcott', 'Oakhurst', 'Penhallow', 'Quimby', 'Ravenel',
  'Sandoval', 'Thackeray', 'Underhill', 'Vandermeer', 'Whitlock', 'Yarrow',
] as const;

/** A booking's customer, and whether it is their first. */
export interface Booker {
  readonly customer: Customer;
  readonly isNew: boolean;
}

/** An invented person's full name. */
export function personName(random: SeededRandom): string {
  return `${random.pick(GIVEN_NAMES)} ${random.pick(FAMILY_NAMES)}`;
}

/** The family name a party goes by. */
export function familyName(fullName: string): string {
  return fullName.slice(fullName.lastIndexOf(' ') + 1);
}

/** Somebody who asks for a charter and has not booked any. */
export function newCustomer(
  day: SampleDay,
  id: string,
  entityId: string,
  askedOn: LocalDate,
  random: SeededRandom,
): Customer {
  const name = personName(random);
  return {
    id,
    entityId,
    name,
    email: `${name.toLowerCase().replace(' ', '.')}@example.com`,
    phone: `+1 619 555 ${String(random.int(100, 199)).padStart(4, '0')}`,
    ...stampOn(day, askedOn),
  };
}

/** Everyone who has booked so far; one booking in six is by somebody who has sailed with us before. */
export class CustomerRoll {
  readonly #day: SampleDay;
  readonly #sailed: { readonly customer: Customer; readonly on: LocalDate }[] = [];
  readonly #customers = new Map<string, Customer>();

  constructor(day: SampleDay) {
    this.#day = day;
  }

  get customers(): Customer[] {
    return [...this.#customers.values()];
  }

  /** Who books a charter under an id of their own, unless they are known already. */
  booker(
    id: string,
    of: { readonly entityId: string; readonly channelId: string; readonly bookedOn: LocalDate },
    random: SeededRandom,
  ): Booker {
    const known = this.#sailed.filter(
      ({ customer, on }) => customer.entityId === of.entityId && plusDays(on, 5) <= of.bookedOn,
    );
    const again = random.chance(17) ? known[random.int(0, Math.max(0, known.length - 1))] : undefined;
    if (again !== undefined) return { customer: again.customer, isNew: false };
    const first = { firstChannelId: of.channelId, firstBookedOn: of.bookedOn };
    const customer = { ...newCustomer(this.#day, id, of.entityId, of.bookedOn, random), ...first };
    this.#customers.set(customer.id, customer);
    return { customer, isNew: true };
  }

  /** Somebody who asked and has not booked. */
  asker(customer: Customer): void {
    this.#customers.set(customer.id, customer);
  }

  /** Somebody sailed: they may come again. */
  sailed(customer: Customer, on: LocalDate): void {
    this.#sailed.push({ customer, on });
  }
}
