import { monthsThrough, plusMonths } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, entered, mapped, measured, unknown } from '../../../kernel/measured.ts';
import type { FactValue, SubjectFacts } from '../fact.ts';
import { orMissing } from '../known-when.ts';
import { namesOf } from '../naming.ts';
import { nightsIn, nightsOver } from './nights.ts';
import { inForce, lastDayOf, overdue } from './rent-facts.ts';
import { income, noi, operatingCost, readIn } from './rental-books.ts';
import { propertiesOf, rentalView } from './rental-fact.ts';
import { occupancy } from './rental-formulas.ts';
import { counted, recorded, valueOr } from './subject-meanings.ts';

/** Each rented property: what it is, how it is let, how full it was. */
export const PROPERTY_SUBJECTS: SubjectFacts = {
  kind: 'rental-property',
  meanings: [
    recorded('property-address', 'Address', 'text', 'Where the property is.', 'property'),
    recorded('property-use', 'Let', 'text', 'Whether the property is let by lease or by the night.', 'property'),
    recorded('property-value', 'Value', 'cents', 'What the property is worth, as the owner entered it.', 'property'),
    recorded('property-valued-on', 'Valued on', 'day', 'The day of the valuation.', 'property'),
    {
      ...recorded('property-cost', 'Cost', 'cents', 'The price of the property and what buying it cost.', 'property'),
      formula: 'purchase + cost of buying',
    },
    {
      ...recorded(
        'property-occupancy',
        'Occupancy',
        'share',
        'Nights slept of all nights of the last full month.',
        'balances',
      ),
      formula: 'nights slept ÷ nights of the month',
    },
    {
      ...recorded(
        'property-occupancy-year',
        'Occupancy, twelve months',
        'share',
        'Nights slept of all nights of the last twelve full months.',
        'balances',
      ),
      formula: 'nights slept ÷ nights of the months',
    },
  ],
  list: (all) => {
    const view = rentalView(all);
    return valueOr(propertiesOf(view)).map((property) => {
      const basis = { records: `properties of ${namesOf(view)}`, asOf: view.today };
      const typed = <T>(value: T | undefined, what: string): Measured<T> =>
        value === undefined ? unknown(`${what} of ${property.name}`) : entered(value, basis);
      const cost =
        property.purchaseCents === undefined || property.acquisitionCents === undefined
          ? undefined
          : property.purchaseCents + property.acquisitionCents;
      const isThis = ({ id }: { readonly id: string }) => id === property.id;
      return {
        subject: { kind: 'rental-property', id: property.id, name: property.name, entityId: property.entityId },
        figures: {
          'property-address': typed(property.address, 'address'),
          'property-use': typed(property.use === 'lease' ? 'by lease' : 'by the night', 'use'),
          'property-value': typed(property.valueCents, 'value'),
          'property-valued-on': typed(property.valuedOn, 'day of valuation'),
          'property-cost': typed(cost, 'purchase price and cost of buying'),
          'property-occupancy': full(nightsIn(view, [view.lastFullMonth], isThis)),
          'property-occupancy-year': full(nightsOver(view, 12, isThis)),
        },
      };
    });
  },
};

/** Each lease in force: rent, term, deposit. Tenants are not named. */
export const LEASE_SUBJECTS: SubjectFacts = {
  kind: 'lease',
  meanings: [
    recorded('lease-rent', 'Rent a month', 'cents', 'Rent of a month under the lease.', 'lease'),
    recorded('lease-from', 'Begun', 'day', 'The first day of the lease.', 'lease'),
    recorded('lease-to', 'Ends', 'day', 'The last day of the lease, with its renewal.', 'lease'),
    recorded('lease-deposit', 'Deposit agreed', 'cents', 'Security deposit the lease calls for.', 'lease'),
    {
      ...recorded('lease-deposit-held', 'Deposit held', 'cents', 'What the books hold for this tenant.', 'lease'),
      formula: 'balance of account 2500 for the lease',
    },
    {
      ...recorded(
        'lease-overdue',
        'Rent overdue',
        'cents',
        'Rent of this lease that fell due and has not come.',
        'rent-charge',
      ),
      formula: 'sum of what is left of rents fallen due',
    },
  ],
  list: (all) => {
    const view = rentalView(all);
    const properties = valueOr(propertiesOf(view));
    const late = overdue(view);
    return valueOr(inForce(view)).map((lease) => {
      const basis = { records: `leases of ${namesOf(view)}`, asOf: view.today };
      const name = properties.find(({ id }) => id === lease.propertyId)?.name ?? lease.propertyId;
      return {
        subject: { kind: 'lease', id: lease.id, name, entityId: lease.entityId },
        figures: {
          'lease-rent': entered(lease.rentCents, basis),
          'lease-from': entered(lease.from, basis),
          'lease-to': entered(lastDayOf(lease), basis),
          'lease-deposit': entered(lease.depositCents, basis),
          'lease-deposit-held':
            lease.depositHeldCents === undefined
              ? unknown(`deposit received for ${name}`)
              : measured(lease.depositHeldCents, basis),
          'lease-overdue': mapped(late, (held) =>
            held
              .filter(({ leaseId }) => leaseId === lease.id)
              .reduce((sum, { cents, paidCents }) => sum + cents - paidCents, 0),
          ),
        },
      };
    });
  },
};

const MONTHS_SHOWN = 12;

/** The last twelve full months: nights and money. */
export const RENTAL_MONTH_SUBJECTS: SubjectFacts = {
  kind: 'rental-month',
  meanings: [
    counted(
      'rental-month-nights',
      'Nights slept',
      'count',
      'Nights tenants and guests slept in the month.',
      'nights slept',
    ),
    counted(
      'rental-month-blocked',
      'Owner nights',
      'count',
      'Nights of the month the owner kept.',
      'nights of owner blocks',
    ),
    counted(
      'rental-month-calendar',
      'Nights',
      'count',
      'All nights of the month in all properties.',
      'days of the month × properties',
    ),
    counted(
      'rental-month-occupancy',
      'Occupancy',
      'share',
      'Nights slept of all nights of the month.',
      'nights slept ÷ nights',
    ),
    counted(
      'rental-month-income',
      'Rental income',
      'cents',
      'What the properties brought in the month.',
      'revenue accounts',
    ),
    counted(
      'rental-month-cost',
      'Operating cost',
      'cents',
      'What operating them cost in the month.',
      'expense accounts but interest and depreciation',
    ),
    counted(
      'rental-month-noi',
      'Net operating income',
      'cents',
      'Income of the month less operating cost.',
      'rental income − operating cost',
    ),
  ],
  list: (all) => {
    const view = rentalView(all);
    if (valueOr(propertiesOf(view)).length === 0) return [];
    const last = view.lastFullMonth;
    return monthsThrough(plusMonths(last, 1 - MONTHS_SHOWN), last).map((month) => {
      const nights = nightsIn(view, [month]);
      return {
        subject: { kind: 'rental-month', id: `rental-${month}`, name: month },
        figures: {
          'rental-month-nights': mapped(nights, ({ slept }) => slept),
          'rental-month-blocked': mapped(nights, ({ blocked }) => blocked),
          'rental-month-calendar': mapped(nights, ({ calendar }) => calendar),
          'rental-month-occupancy': full(nights),
          'rental-month-income': readIn(view, [month], income),
          'rental-month-cost': readIn(view, [month], operatingCost),
          'rental-month-noi': readIn(view, [month], noi),
        },
      };
    });
  },
};

function full(nights: ReturnType<typeof nightsIn>): Measured<FactValue> {
  return combined(nights, nights, ({ slept, calendar }) =>
    orMissing(occupancy(slept, calendar), 'nights of the month'),
  );
}
