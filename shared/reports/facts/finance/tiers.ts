/** How freely money may be spent: 0 protects what is there, 1 builds the reserve, 2 reaches break-even, 3 grows. */
export type Tier = 0 | 1 | 2 | 3;

/** A tier's name for people. */
export const TIER_NAMES: Readonly<Record<Tier, string>> = {
  0: 'T0 Protect',
  1: 'T1 Reserve',
  2: 'T2 Break-even',
  3: 'T3 Growth',
};

const HEALTHY_MONTHS = 3;
const SEASONAL_MONTHS = 6;
/** Months of fixed cost a full reserve holds. */
export const FULL_RESERVE_MONTHS = 6;

/** Months of fixed cost to hold before growth: six where the business earns in a season. */
export function floorMonths(isSeasonal: boolean): number {
  return isSeasonal ? SEASONAL_MONTHS : HEALTHY_MONTHS;
}

/** The tier the figures of one month-end reach by themselves. */
export function tierReached(at: {
  readonly unrestrictedCents: number;
  readonly fixedCents: number;
  readonly isSeasonal: boolean;
  /** Whether this month and the one before it both sailed as many charters as they needed. */
  readonly paysForItself: boolean;
}): Tier {
  const { unrestrictedCents: cash, fixedCents: fixed } = at;
  if (cash < 0 || cash < fixed) return 0;
  if (cash < HEALTHY_MONTHS * fixed) return 1;
  return cash >= floorMonths(at.isSeasonal) * fixed && at.paysForItself ? 3 : 2;
}

/**
 * The tier that holds after a row of month-ends, earliest first: it falls at once, and rises only to what two month-ends
 * in a row have reached. The first month-end is taken as it is.
 * @throws RangeError without a month-end.
 */
export function tierHeld(reached: readonly Tier[]): Tier {
  const [first, ...later] = reached;
  if (first === undefined) throw new RangeError('a tier needs at least one month-end');
  let held = first;
  let before = first;
  for (const now of later) {
    if (now < held) held = now;
    else if (now > held && before > held) held = now < before ? now : before;
    before = now;
  }
  return held;
}

/** A part of what is left over, why it goes there, and what would change that. */
export interface AllocationLine {
  readonly id: string;
  readonly bucket: string;
  /** Basis points of what is left over; the lines of a plan add up to 10,000. */
  readonly shareBps: number;
  readonly rationale: string;
  /** The figure that lets this line be spent. */
  readonly gate: string;
  /** What ends it. */
  readonly stopRule: string;
}

const line = (
  id: string,
  bucket: string,
  shareBps: number,
  rationale: string,
  gate: string,
  stopRule: string,
): AllocationLine => ({ id: `allocation-${id}`, bucket, shareBps, rationale, gate, stopRule });

/** Where the surplus of a month goes in a tier. The shares add up to the whole. */
export function allocationPlan(tier: Tier, isReserveFull: boolean): readonly AllocationLine[] {
  switch (tier) {
    case 0:
      return [
        line(
          'operating',
          'Stays in the operating account',
          10_000,
          'Less than a month of fixed cost is free: no discretionary spending.',
          'Free cash of one month of fixed cost',
          'Ends when two month-ends in a row hold one month',
        ),
      ];
    case 1:
      return [
        line(
          'reserve',
          'Reserve account',
          10_000,
          'Less than three months of fixed cost are free.',
          'Free cash of three months of fixed cost',
          'Ends when two month-ends in a row hold three months',
        ),
      ];
    case 2:
      return [
        line(
          'payback',
          'Actions that pay back within two months',
          2_500,
          'Three months of fixed cost are free, but two months in a row have not paid for themselves or the season asks for more.',
          'Payback of at most 60 days, shown before spending',
          'Stop an action that has not paid back after 60 days',
        ),
        line(
          'reserve',
          'Reserve account',
          7_500,
          'What a weak month does not earn, the reserve pays.',
          'Break-even in two months in a row',
          'Ends when tier T3 is reached',
        ),
      ];
    case 3:
      return [
        line(
          'growth',
          'Growth, by contribution per dollar',
          5_000,
          'The reserve holds and two months in a row paid for themselves.',
          'Break-even in two months in a row',
          'Stop at once when a month falls below break-even',
        ),
        ...(isReserveFull
          ? []
          : [
              line(
                'reserve',
                'Reserve account',
                3_000,
                'Less than six months of fixed cost are free.',
                'Free cash below six months of fixed cost',
                'Ends at six months',
              ),
            ]),
        line(
          'upkeep',
          'Debt and maintenance',
          isReserveFull ? 5_000 : 2_000,
          isReserveFull
            ? 'The reserve is full: what it no longer needs keeps the boats up.'
            : 'Boats kept up and debt paid down cost less later.',
          'Work that is due, or debt with interest',
          'Ends when nothing is due',
        ),
      ];
  }
}
