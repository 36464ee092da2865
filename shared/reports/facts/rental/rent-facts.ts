import type { LocalDate } from '../../../kernel/calendar.ts';
import { daysBetween, plusDays } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, mapped, measured, unknown } from '../../../kernel/measured.ts';
import { ratio } from '../../../kernel/money.ts';
import type { Lease, RentCharge } from '../../../records/rental.ts';
import type { FactDefinition } from '../fact.ts';
import { orMissing } from '../known-when.ts';
import { namesOf } from '../naming.ts';
import { recordsOf, unreadable, windowOf } from '../readings.ts';
import type { FactView } from '../view.ts';
import type { RentalReading } from './rental-books.ts';
import { difference, income, readOverYear } from './rental-books.ts';
import { enteredSum, leaseFact, propertiesOf, rentalFact } from './rental-fact.ts';

const LEASES = 'leases and the rent asked for under them';
const DEPOSIT_LAW = 'California Civil Code 1950.5';
const RENEW_DAYS = 60;
const RETURN_DAYS = 21;

/** Whether the rent comes, whether leases go on, and whether tenants’ deposits are whole. */
export const RENT_FACTS: readonly FactDefinition[] = [
  leaseFact({
    id: 'rental-rent-charged-year',
    title: 'Rent asked for, last twelve full months',
    unit: 'cents',
    definition: 'Rent that fell due under leases in the last twelve full months.',
    formula: 'sum of rents fallen due',
    source: LEASES,
    needs: ['balances'],
    owner: 'Accounting',
    compute: (view) => readOverYear(view, tally('rent-charged')),
  }),
  leaseFact({
    id: 'rental-rent-collected-year',
    title: 'Rent collected, last twelve full months',
    unit: 'cents',
    definition: 'Rent tenants paid in the last twelve full months, whenever it fell due.',
    formula: 'sum of rents received',
    source: LEASES,
    needs: ['balances'],
    owner: 'Accounting',
    compute: (view) => readOverYear(view, tally('rent-collected')),
  }),
  leaseFact({
    id: 'rental-collection-rate',
    title: 'Collection rate, last twelve full months',
    unit: 'share',
    definition: 'Rent collected of the rent asked for in the last twelve full months.',
    formula: 'rent collected ÷ rent asked for',
    source: LEASES,
    needs: ['balances'],
    owner: 'Accounting',
    compute: (view) =>
      combined(readOverYear(view, tally('rent-collected')), readOverYear(view, tally('rent-charged')), (came, due) =>
        orMissing(ratio(came, due), 'rent asked for in the last twelve full months'),
      ),
  }),
  rentalFact({
    id: 'rental-economic-occupancy',
    title: 'Economic occupancy, last twelve full months',
    unit: 'share',
    definition: 'Rental income of what the properties would bring with every night let and paid.',
    formula: 'rental income ÷ (full month × months in the books)',
    source: 'full months the owner entered for each property',
    needs: ['balances', 'property'],
    compute: (view) => {
      const window = windowOf(view, view.lastFullMonth, 12);
      const months = mapped(window, (of) => of.length);
      const full = combined(
        enteredSum(view, ['potentialMonthCents'], 'what a full month would bring'),
        months,
        (a, b) => a * b,
      );
      return combined(readOverYear(view, income), full, (came, could) =>
        orMissing(ratio(came, could), 'a full month above zero'),
      );
    },
  }),
  leaseFact({
    id: 'rental-rent-overdue',
    title: 'Rent overdue',
    unit: 'cents',
    definition: 'Rent that fell due before today and has not come.',
    formula: 'sum of what is left of rents fallen due',
    source: LEASES,
    needs: ['rent-charge'],
    owner: 'Accounting',
    compute: (view) =>
      mapped(overdue(view), (held) => held.reduce((sum, { cents, paidCents }) => sum + cents - paidCents, 0)),
  }),
  leaseFact({
    id: 'rental-days-late',
    title: 'Days the oldest rent is late',
    unit: 'days',
    definition: 'Days since the oldest rent that has not come in full fell due; zero when none is late.',
    formula: 'today − due day of the oldest open rent',
    source: LEASES,
    needs: ['rent-charge'],
    owner: 'Accounting',
    compute: (view) =>
      mapped(overdue(view), (held) => Math.max(0, ...held.map(({ dueOn }) => daysBetween(dueOn, view.today)))),
  }),
  leaseFact({
    id: 'rental-leases-ending',
    title: 'Leases ending without renewal',
    unit: 'count',
    definition:
      'Leases in force that end within sixty days, or ended with the tenant still there, and no renewal agreed.',
    formula: 'count of leases ending by today + 60 days',
    source: LEASES,
    needs: ['lease'],
    compute: (view) =>
      mapped(
        inForce(view),
        (held) => held.filter((lease) => lastDayOf(lease) <= plusDays(view.today, RENEW_DAYS)).length,
      ),
  }),
  leaseFact({
    id: 'rental-deposits-held',
    title: 'Tenant deposits held',
    unit: 'cents',
    definition: 'What the books hold for tenants on the account of tenant deposits.',
    formula: 'balance of account 2500',
    source: DEPOSIT_LAW,
    needs: ['balances'],
    owner: 'Accounting',
    compute: depositsHeld,
  }),
  leaseFact({
    id: 'rental-deposits-agreed',
    title: 'Tenant deposits the leases call for',
    unit: 'cents',
    definition: 'Deposits of the leases that have begun, and what is still held for tenants who moved out.',
    formula: 'sum of deposits agreed, and of those held after moving out',
    source: DEPOSIT_LAW,
    needs: ['lease'],
    owner: 'Accounting',
    compute: depositsAgreed,
  }),
  leaseFact({
    id: 'rental-deposit-difference',
    title: 'Deposits held less deposits called for',
    unit: 'cents',
    definition: 'What the books hold for tenants less what the leases call for; anything but zero is a mistake.',
    formula: 'tenant deposits held − tenant deposits the leases call for',
    source: DEPOSIT_LAW,
    needs: ['balances', 'lease'],
    owner: 'Accounting',
    compute: (view) => difference(depositsHeld(view), depositsAgreed(view)),
  }),
  leaseFact({
    id: 'rental-deposit-over-cap',
    title: 'Deposits above the legal cap',
    unit: 'cents',
    definition:
      'What deposits of leases begun since July 2024 come to beyond one month’s rent, or two for a small landlord.',
    formula: 'sum of deposit − rent × months allowed, where above zero',
    source: 'California Civil Code 1950.5 as changed by AB 12, from 2024-07-01',
    needs: ['lease', 'property'],
    compute: overCap,
  }),
  leaseFact({
    id: 'rental-deposits-late',
    title: 'Deposits not returned in time',
    unit: 'count',
    definition: 'Tenants who moved out more than 21 days ago and whose deposit is still held.',
    formula: 'count of such leases',
    source: `${DEPOSIT_LAW}: returned with an account of what is kept within 21 days`,
    needs: ['lease'],
    compute: (view) =>
      mapped(
        recordsOf(view, 'lease'),
        (held) =>
          held.filter(
            ({ movedOutOn, depositHeldCents }) =>
              movedOutOn !== undefined &&
              daysBetween(movedOutOn, view.today) > RETURN_DAYS &&
              (depositHeldCents ?? 0) > 0,
          ).length,
      ),
  }),
];

/** Leases that have begun and whose tenant has not moved out. */
export function inForce(view: FactView): Measured<readonly Lease[]> {
  return mapped(recordsOf(view, 'lease'), (held) =>
    held.filter(({ from, movedOutOn }) => from <= view.today && (movedOutOn === undefined || movedOutOn > view.today)),
  );
}

/** The last day of a lease, as a renewal agreed since has it. */
export function lastDayOf({ to, renewedTo }: Lease): LocalDate {
  return renewedTo === undefined || renewedTo < to ? to : renewedTo;
}

/** Open rents that fell due before today. None is an answer only where rent was ever asked for. */
export function overdue(view: FactView): Measured<readonly RentCharge[]> {
  const held = view.registers['rent-charge'];
  if (held.state === 'unreadable') return unreadable('rent charges', held.because);
  const asked = view.books.names(view.entityIds, view.books.months(view.entityIds), 'operations');
  if (held.records.length === 0 && !asked.includes('rent-charged')) return unknown(`rent charges of ${namesOf(view)}`);
  const late = held.records.filter(
    ({ status, dueOn, cents, paidCents }) => status === 'open' && dueOn < view.today && paidCents < cents,
  );
  return measured(late, { records: `rent charges of ${namesOf(view)}`, count: held.records.length, asOf: view.today });
}

function depositsHeld(view: FactView): Measured<number> {
  const window = windowOf(view, view.month, 1);
  if (window.state === 'unknown') return window;
  return mapped(window, () => -view.books.accountThrough(view.entityIds, view.month, ['2500']));
}

function depositsAgreed(view: FactView): Measured<number> {
  return mapped(recordsOf(view, 'lease'), (held) =>
    held
      .filter(({ from }) => from <= view.asOn)
      .reduce(
        (sum, lease) => sum + (lease.movedOutOn === undefined ? lease.depositCents : (lease.depositHeldCents ?? 0)),
        0,
      ),
  );
}

/** AB 12 binds deposits of tenancies that begin on or after this day. */
const CAPPED_FROM = '2024-07-01';

function overCap(view: FactView): Measured<number> {
  return combined(inForce(view), propertiesOf(view), (leases, properties) => {
    const over = leases
      .filter(({ from }) => from >= CAPPED_FROM)
      .map(({ propertyId, rentCents, depositCents }) => {
        const months = properties.find(({ id }) => id === propertyId)?.depositCapMonths;
        return months === undefined ? undefined : Math.max(0, depositCents - rentCents * months);
      });
    if (over.some((of) => of === undefined)) return unknown('the property of each lease');
    return over.reduce<number>((sum, of) => sum + (of ?? 0), 0);
  });
}

function tally(name: string): RentalReading {
  return (books, ids, months) => books.tally(ids, months, 'operations', name);
}
