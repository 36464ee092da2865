import { monthOf } from '../../../kernel/calendar.ts';
import type { Basis, Measured } from '../../../kernel/measured.ts';
import { combined, estimated, measured, unknown } from '../../../kernel/measured.ts';
import { ratio } from '../../../kernel/money.ts';
import type { CharterFile } from '../../../records/charter.ts';
import { priceTotals } from '../../../records/pricing.ts';
import type { FactValue } from '../fact.ts';
import { contributionMargin } from '../formulas.ts';
import { against, orMissing } from '../known-when.ts';
import { averageContributionAt, breakEvenAt, chartersToGo } from '../margin.ts';
import { countIn } from '../trips.ts';
import type { FactView } from '../view.ts';

const EARNED = ['4010', '4020', '4030', '4190'];
const CREW = ['5010', '5015'];
const TRIP = ['5020', '5025', '5050'];

/** What the charter brought and cost, off its own ledger accounts and price lines. */
export function charterMoney(file: CharterFile, view: FactView): Readonly<Record<string, Measured<FactValue>>> {
  const { charter, balances } = file;
  const totals = priceTotals(charter.priceLines);
  const ledger: Basis = { records: `journal entries of charter ${charter.title}`, asOf: view.today };
  const price: Basis = { records: `price lines of charter ${charter.title}`, asOf: view.today };
  const isPosted = [...EARNED, '2200'].some((code) => balances[code] !== undefined);
  const posted = <T>(value: T): Measured<T> =>
    isPosted ? measured(value, ledger) : unknown('the ledger entry of this charter’s completion');
  const sum = (codes: readonly string[]) => codes.reduce((total, code) => total + (balances[code] ?? 0), 0);
  const crew = crewCost(file, sum(CREW), ledger);
  const trip = tripCost(file, sum(TRIP), ledger);
  const variable = combined(crew, trip, (a, b) => a + b);
  const earned = posted(-sum(EARNED) || 0);
  const contribution = combined(earned, variable, (revenue, variableCents) =>
    contributionMargin({
      charterCents: revenue,
      addonCents: 0,
      discountCents: 0, // already off the revenue accounts
      commissionCents: sum(['5030', '5035']),
      merchantFeeCents: sum(['5040']),
      variableCents,
    }),
  );
  const month = monthOf(charter.performedOn ?? charter.sailsOn);
  return {
    'charter-price': measured(totals.totalCents, price),
    'charter-gross': measured(totals.netCents - totals.discountCents, price),
    'charter-discount': measured(totals.discountCents, price),
    'charter-tax': measured(totals.taxCents, price),
    'charter-revenue': earned,
    'charter-commission': posted(sum(['5030', '5035'])),
    'charter-merchant-fee': posted(sum(['5040'])),
    'charter-crew-cost': crew,
    'charter-trip-cost': trip,
    'contribution-margin': contribution,
    'contribution-margin-share': combined(contribution, earned, (left, revenue) =>
      orMissing(ratio(left, revenue), 'a price above zero'),
    ),
    'margin-against-average': against(contribution, averageContributionAt(view, month), (a, b) => a - b),
    'charter-tips-held': posted(Math.max(0, -sum(['2300']))),
    'charter-balance-due': posted(Math.max(0, sum(['1110']))),
    'platform-owes': posted(Math.max(0, sum(['1100']))),
    'month-charters-sailed': countIn(view, [month], 'performed'),
    'month-break-even': breakEvenAt(view, month),
    'month-charters-to-go': chartersToGo(view, month),
    'usual-contribution': averageContributionAt(view, month),
  };
}

/** What was paid to the crew; before it is, what the filled roles are worth; unknown when neither is on record. */
function crewCost(file: CharterFile, paidCents: number, ledger: Basis): Measured<number> {
  if (CREW.some((code) => file.balances[code] !== undefined)) return measured(paidCents, ledger);
  const filled = file.slots.filter((slot) => slot.claim !== undefined && slot.claim.state !== 'no_show');
  if (filled.length === 0) return unknown('crew pay of this charter');
  const agreed = filled.reduce((sum, slot) => sum + slot.payCents, 0);
  const basis = { records: `crew roles of charter ${file.charter.title}`, count: filled.length, asOf: ledger.asOf };
  return estimated(agreed, {
    ...basis,
    assumption: 'The crew is paid what their roles promise; it is not booked yet.',
  });
}

/** Fuel, provisions and trip dockage; nothing is a fact when the captain reported no fuel taken. */
function tripCost(file: CharterFile, bookedCents: number, ledger: Basis): Measured<number> {
  if (TRIP.some((code) => file.balances[code] !== undefined)) return measured(bookedCents, ledger);
  if (file.charter.postCharterReport?.fuelAddedGallons === 0) return measured(0, ledger);
  return unknown('fuel and trip costs of this charter');
}
