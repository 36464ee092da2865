import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { firstDay, lastDay, monthOf, monthsThrough, plusDays, plusMonths } from '../../shared/kernel/calendar.ts';
import { dividedRounded } from '../../shared/kernel/money.ts';
import type { MoneyOf } from '../../shared/records/money-registry.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import type { Lease, Property } from '../../shared/records/rental.ts';
import { RentalLedger } from './rental-ledger.ts';
import type { Tell } from './rental-place.ts';
import { HOUSE, RENTAL, rentalOpening, STUDIO } from './rental-place.ts';
import { sampleStays } from './rental-stays.ts';
import { sampleTickets } from './rental-tickets.ts';
import type { SampleDay } from './sample-day.ts';
import { stampOn } from './sample-day.ts';

const ADDRESS = '3028 51st Street, San Diego';

/**
 * Two years of 3028 51st Street: bought with a loan, the house let by lease, the studio by the night. A tenant left and
 * lost part of the deposit; the next is behind with last month's rent and gave more deposit than the law allows; the
 * studio sells too few nights of late.
 */
export function rentalStory(day: SampleDay): RentalLedger {
  const ledger = new RentalLedger(day);
  const tell: Tell = (kind, body) => {
    const on = (body as unknown as { readonly on: LocalDate }).on;
    const record = { ...body, entityId: RENTAL, ...stampOn(day, on) };
    ledger.post(kind, record as unknown as MoneyOf<typeof kind>);
  };
  for (const record of properties(day)) ledger.keep({ kind: 'property', record });
  for (const record of leases(day)) ledger.keep({ kind: 'lease', record });
  purchase(day, tell);
  deposits(day, tell);
  rents(day, tell);
  sampleStays(day, ledger, tell);
  sampleTickets(day, ledger, tell);
  everyMonth(day, tell);
  return ledger;
}

function properties(day: SampleDay): RecordOf<'property'>[] {
  const bought = firstDay(rentalOpening(day));
  const expires = (kind: Property['dates'][number]['kind'], what: string, days: number) => ({
    kind,
    what,
    expiresOn: plusDays(day.today, days),
  });
  const shared = {
    entityId: RENTAL,
    purchasedOn: bought,
    valuedOn: plusDays(day.today, -120),
    yieldHurdle: 550,
    depositCapMonths: 1,
    ...stampOn(day, bought),
  };
  const both = [
    {
      ...shared,
      id: HOUSE,
      name: 'Main house',
      address: ADDRESS,
      use: 'lease',
      bedrooms: 3,
      purchaseCents: 62_000_000,
      acquisitionCents: 1_000_000,
      cashInvestedCents: 21_000_000,
      valueCents: 67_000_000,
      potentialMonthCents: 345_000,
      dates: [
        expires('insurance', 'Landlord policy, house', 24),
        expires('property-tax', 'Property tax instalment', 70),
      ],
    },
    {
      ...shared,
      id: STUDIO,
      name: 'Garden studio',
      address: `${ADDRESS}, rear`,
      use: 'stays',
      bedrooms: 1,
      purchaseCents: 20_000_000,
      acquisitionCents: 300_000,
      cashInvestedCents: 7_300_000,
      valueCents: 22_000_000,
      potentialMonthCents: 420_000,
      occupancyTarget: 6_500,
      dates: [
        expires('insurance', 'Landlord policy, studio', 190),
        expires('stay-licence', 'Short-stay licence', 140),
        expires('occupancy-tax-account', 'Occupancy tax account', 300),
      ],
    },
  ];
  return both as unknown as RecordOf<'property'>[]; // amounts and shares are whole numbers
}

const FIRST_RENT = 310_000;
const RENT = 345_000;
/** Full months ago the first tenant's last month ended; the house stood empty for one. */
const LEFT_MONTHS_AGO = 11;

function leases(day: SampleDay): Lease[] {
  const now = monthOf(day.today);
  const opening = firstDay(rentalOpening(day));
  const left = firstDay(plusMonths(now, -LEFT_MONTHS_AGO));
  const begun = firstDay(plusMonths(now, 1 - LEFT_MONTHS_AGO));
  const lease = (
    id: string,
    tenant: string,
    rentCents: number,
    from: LocalDate,
    to: LocalDate,
    depositCents: number,
  ) => ({
    id,
    entityId: RENTAL,
    propertyId: HOUSE,
    tenant,
    rentCents,
    from,
    to,
    depositCents,
    ...stampOn(day, from),
  });
  return [
    {
      ...lease('lse_house-1', 'First sample tenant', FIRST_RENT, opening, plusDays(left, -1), FIRST_RENT),
      movedOutOn: left,
    },
    lease('lse_house-2', 'Second sample tenant', RENT, begun, plusDays(day.today, 45), 420_000),
  ] as unknown as Lease[]; // amounts are whole numbers
}

const LOAN = 55_000_000;
const INSTALMENT = 320_965;
const YEARLY_RATE = 575;

/** The house was bought with a loan and the owner's own cash; some of it stayed in the bank. */
function purchase(day: SampleDay, tell: Tell): void {
  const on = firstDay(rentalOpening(day));
  tell('owner-money', {
    id: 'own_rental-opening',
    on,
    cents: 31_300_000,
    direction: 'in',
    owner: 'Owner of the house',
  });
  tell('loan-receipt', { id: 'lrc_rental', on, cents: LOAN, loanId: 'loan_51st', lender: 'Harbor Mutual' });
  tell('asset-purchase', {
    id: 'apr_51st',
    on,
    cents: 83_300_000,
    assetId: 'ast_51st',
    account: '1600',
    what: 'House and studio',
    paidFrom: '1010',
  });
}

function deposits(day: SampleDay, tell: Tell): void {
  const now = monthOf(day.today);
  tell('tenant-deposit', {
    id: 'tdp_house-1',
    on: firstDay(rentalOpening(day)),
    cents: FIRST_RENT,
    leaseId: 'lse_house-1',
  });
  tell('tenant-deposit', {
    id: 'tdp_house-2',
    on: firstDay(plusMonths(now, 1 - LEFT_MONTHS_AGO)),
    cents: 420_000,
    leaseId: 'lse_house-2',
  });
  tell('deposit-return', {
    id: 'tdr_house-1',
    on: plusDays(firstDay(plusMonths(now, -LEFT_MONTHS_AGO)), 14),
    cents: 265_000,
    deductions: [
      { what: 'Burned carpet replaced', cents: 38_000 },
      { what: 'Oven cleaned', cents: 7_000 },
    ],
    leaseId: 'lse_house-1',
  });
}

/** Rent falls due on the first and comes on the third; of last month's only a part came. */
function rents(day: SampleDay, tell: Tell): void {
  const now = monthOf(day.today);
  for (const month of monthsThrough(rentalOpening(day), now)) {
    if (month === plusMonths(now, -LEFT_MONTHS_AGO)) continue;
    const isFirst = month < plusMonths(now, -LEFT_MONTHS_AGO);
    const asked = isFirst ? FIRST_RENT : RENT;
    const chargeId = `rch_${month}`;
    const leaseId = isFirst ? 'lse_house-1' : 'lse_house-2';
    tell('rent-due', {
      id: `rdu_${month}`,
      on: firstDay(month),
      cents: asked,
      chargeId,
      leaseId,
      propertyId: HOUSE,
      month,
    });
    const came = month === plusMonths(now, -1) ? 195_000 : asked;
    tell('rent-receipt', { id: `rrc_${month}`, on: plusDays(firstDay(month), 2), cents: came, chargeId });
  }
}

type Cost = readonly [
  key: string,
  vendor: string,
  account: string,
  cents: number,
  on: number,
  months?: readonly string[],
];

const COSTS: readonly Cost[] = [
  ['insurance', 'Harbor Mutual', '6320', 18_500, 4],
  ['utilities', 'City utilities', '6375', 21_000, 9],
  ['supplies', 'Linen and supply', '6360', 4_500, 12],
  ['advertising', 'Listing photos and ads', '6300', 3_000, 15],
  ['tax', 'County tax collector', '6370', 490_000, 10, ['04', '12']],
  ['bookkeeping', 'Halloran Bookkeeping', '6330', 45_000, 20, ['03']],
];

/** What comes every month: costs, the loan, depreciation. */
function everyMonth(day: SampleDay, tell: Tell): void {
  let owed = LOAN;
  for (const month of monthsThrough(rentalOpening(day), monthOf(day.today))) {
    for (const [key, vendor, account, amount, dayOfMonth, only] of COSTS) {
      if (only !== undefined && !only.includes(month.slice(5))) continue;
      const on = plusDays(firstDay(month), dayOfMonth - 1);
      const id = `exp_rental-${month}.${key}`;
      tell('expense', { id, on, vendor, cents: amount, account, paidFrom: '1010', receiptOnFile: true } as never); // optional fields left out
    }
    const interestCents = dividedRounded(owed * YEARLY_RATE, 120_000);
    tell('loan-payment', {
      id: `lpy_rental-${month}`,
      on: plusDays(firstDay(month), 4),
      cents: INSTALMENT,
      loanId: 'loan_51st',
      interestCents,
      interestAccount: '6340',
    });
    owed -= INSTALMENT - interestCents;
    tell('depreciation', {
      id: `dpr_rental-${month}`,
      on: lastDay(month),
      cents: 180_000,
      assetId: 'ast_51st',
      of: 'building',
    });
  }
}
