import type { Cents } from '../../shared/kernel/money.ts';
import { basisPoints, cents, shareOf, sumCents } from '../../shared/kernel/money.ts';
import type { PriceLine } from '../../shared/records/charter.ts';
import type { CharterEntity } from './company.ts';
import type { SeededRandom } from './seeded-random.ts';

/** A trip as it is sold: what, when, how long, how many, for what price. */
export interface Trip {
  readonly name: string;
  readonly time: string;
  readonly durationMin: number;
  readonly pax: number;
  readonly priceLines: readonly PriceLine[];
}

type Row = readonly [name: string, times: readonly [string, ...string[]], hours: number, from: number, to: number];

/** Prices in dollars, from and to. */
const TRIPS: Readonly<Record<CharterEntity, readonly [Row, ...Row[]]>> = {
  jada: [
    ['Bay sail', ['10:00', '13:00'], 3, 1_640, 1_820],
    ['Sunset sail', ['16:00', '16:30'], 3, 1_720, 1_980],
    ['Whale watch', ['09:00', '10:00'], 4, 1_820, 2_150],
    ['Birthday sail', ['12:00', '14:00'], 3, 1_680, 1_900],
    ['Scattering of ashes', ['09:30', '11:00'], 2, 1_480, 1_620],
  ],
  qos: [
    ['Wedding party cruise', ['14:00', '15:00'], 4, 2_650, 2_900],
    ['Company outing', ['11:00', '13:30'], 4, 2_450, 2_800],
    ['Harbor dinner cruise', ['17:00', '17:30'], 3, 2_300, 2_650],
    ['Sunset cruise', ['16:00', '16:30'], 3, 2_250, 2_550],
  ],
};

/** Food and drink are taxed, the charter itself is not (CDTFA annotation 550.0828). */
const ADDONS: Readonly<Record<CharterEntity, readonly [readonly [string, number], ...(readonly [string, number])[]]>> =
  {
    jada: [
      ['Cheese and fruit board', 9_500],
      ['Picnic lunch for the party', 16_500],
      ['Sparkling wine', 12_000],
    ],
    qos: [
      ['Buffet, cold', 28_500],
      ['Bar package', 34_000],
      ['Dessert table', 18_500],
    ],
  };

const SALES_TAX_BPS = basisPoints(775);

/** One trip of a business, drawn from what it usually sells. */
export function tripOf(entityId: CharterEntity, random: SeededRandom): Trip {
  const [name, times, hours, from, to] = random.pick(TRIPS[entityId]);
  const price = cents(random.int(from / 10, to / 10) * 1_000);
  return {
    name,
    time: random.pick(times),
    durationMin: hours * 60,
    pax: entityId === 'jada' ? random.int(2, 6) : random.int(9, 22),
    priceLines: [
      line('charter', `${name}, ${hours} hours`, price),
      ...(random.chance(45) ? taxedAddon(entityId, random) : []),
      ...(random.chance(18)
        ? [line('discount', 'Weekday discount', cents(-shareOf(price, basisPoints(random.int(3, 8) * 100))))]
        : []),
    ],
  };
}

/** A price line of one piece. */
export function line(kind: PriceLine['kind'], text: string, totalCents: Cents): PriceLine {
  return { kind, text, qty: 1, unitCents: totalCents, totalCents };
}

/** The sales tax on the taxable lines. */
export function taxOn(lines: readonly PriceLine[]): PriceLine {
  const taxable = sumCents(lines.filter((each) => each.kind === 'addon_taxable').map((each) => each.totalCents));
  return line('tax', 'Sales tax 7.75 %', shareOf(taxable, SALES_TAX_BPS));
}

function taxedAddon(entityId: CharterEntity, random: SeededRandom): PriceLine[] {
  const [text, price] = random.pick(ADDONS[entityId]);
  const addon = line('addon_taxable', text, cents(price));
  return [addon, taxOn([addon])];
}
