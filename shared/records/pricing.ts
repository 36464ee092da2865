import type { Cents } from '../kernel/money.ts';
import { cents, sumCents } from '../kernel/money.ts';
import type { PriceLine } from './charter.ts';

/** What a charter costs its guest, by what each part means to the books. Discounts are already off the charter. */
export interface PriceTotals {
  /** The trip itself, less discounts. */
  readonly charterCents: Cents;
  readonly addonCents: Cents;
  readonly serviceChargeCents: Cents;
  readonly taxCents: Cents;
  /** Everything but tax: what becomes revenue. */
  readonly netCents: Cents;
  /** What the guest owes in all. */
  readonly totalCents: Cents;
  readonly discountCents: Cents;
}

/** The price lines added up by kind. Fees count as add-ons, tips are not priced. */
export function priceTotals(lines: readonly PriceLine[]): PriceTotals {
  const of = (...kinds: PriceLine['kind'][]) =>
    sumCents(lines.filter((l) => kinds.includes(l.kind)).map((l) => l.totalCents));
  const discountCents = of('discount');
  const charterCents = cents(of('charter') + discountCents);
  const addonCents = of('addon_taxable', 'addon_nontaxable', 'fee');
  const serviceChargeCents = of('service_charge');
  const taxCents = of('tax');
  const netCents = sumCents([charterCents, addonCents, serviceChargeCents]);
  return {
    charterCents,
    addonCents,
    serviceChargeCents,
    taxCents,
    netCents,
    totalCents: cents(netCents + taxCents),
    discountCents,
  };
}
