import type { Month } from '../../kernel/calendar.ts';
import type { Measured } from '../../kernel/measured.ts';
import { combined } from '../../kernel/measured.ts';
import type { FactDefinition } from './fact.ts';
import { cancellationRate } from './formulas.ts';
import { orMissing } from './known-when.ts';
import { isoMonths } from './naming.ts';
import { countIn } from './trips.ts';
import type { FactView } from './view.ts';

const BY_GUEST = ['cancelled-guest'];
/** The names of cancellations that were ours to avoid. */
export const BY_US = ['cancelled-operator', 'cancelled-vessel', 'cancelled-safety'];
/** The names of those the weather decided, or whoever may close the water. */
export const BY_WEATHER = ['cancelled-weather', 'cancelled-authority'];
const CANCELLED = [...BY_GUEST, ...BY_US, ...BY_WEATHER];

/** Of the charters due to sail in some months that came to an end, the share cancelled. */
export function cancellationRateIn(view: FactView, months: readonly Month[], names = CANCELLED): Measured<number> {
  return combined(
    countIn(view, months, ...names),
    countIn(view, months, ...CANCELLED, 'performed', 'no-show'),
    (cancelled, resolved) =>
      orMissing(cancellationRate(cancelled, resolved), `charters sailed or cancelled in ${isoMonths(months)}`),
  );
}

const cancellation = {
  perEntity: true,
  kinds: ['charter'],
  needs: ['balances'],
  source: 'policy default: counted in the month the charter was to sail; a rebooked charter is not cancelled',
} as const;

export const CANCELLATION_FACTS: readonly FactDefinition[] = [
  {
    ...cancellation,
    id: 'cancelled-charters',
    title: 'Charters cancelled',
    unit: 'count',
    definition: 'Charters that were to sail in the period and were cancelled, by anyone.',
    formula: 'cancellations by guest, by us, by weather or authority',
    compute: (view) => countIn(view, view.months, ...CANCELLED),
  },
  {
    ...cancellation,
    id: 'cancellation-rate',
    title: 'Cancellation rate',
    unit: 'share',
    definition: 'Of the charters due to sail in the period that came to an end, the share that was cancelled.',
    formula: 'cancelled ÷ (cancelled + sailed + no-show)',
    compute: (view) => cancellationRateIn(view, view.months),
  },
  {
    ...cancellation,
    id: 'guest-cancellation-rate',
    title: 'Cancelled by the guest',
    unit: 'share',
    definition: 'The part of the cancellation rate that guests decided.',
    formula: 'cancelled by guest ÷ (cancelled + sailed + no-show)',
    compute: (view) => cancellationRateIn(view, view.months, BY_GUEST),
  },
  {
    ...cancellation,
    id: 'operator-cancellation-rate',
    title: 'Cancelled by us',
    unit: 'share',
    definition: 'The part of the cancellation rate that we decided: by choice, for the vessel or for safety.',
    formula: 'cancelled by operator, for vessel or safety ÷ (cancelled + sailed + no-show)',
    compute: (view) => cancellationRateIn(view, view.months, BY_US),
  },
  {
    ...cancellation,
    id: 'weather-cancellation-rate',
    title: 'Cancelled for weather',
    unit: 'share',
    definition: 'The part of the cancellation rate that nobody here decided: weather or an authority.',
    formula: 'cancelled by weather or authority ÷ (cancelled + sailed + no-show)',
    compute: (view) => cancellationRateIn(view, view.months, BY_WEATHER),
  },
];
