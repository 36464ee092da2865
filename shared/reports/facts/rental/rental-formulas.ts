import type { BasisPoints, Cents } from '../../../kernel/money.ts';
import { cents, dividedRounded, ratio } from '../../../kernel/money.ts';

/** Nights slept of the nights there were; nothing without a night. */
export function occupancy(nights: number, calendarNights: number): BasisPoints | undefined {
  return ratio(nights, calendarNights);
}

/** Nights slept of those that could be let: nights the owner kept count on neither side. */
export function adjustedOccupancy(nights: number, calendarNights: number, blocked: number): BasisPoints | undefined {
  return calendarNights > blocked ? ratio(nights, calendarNights - blocked) : undefined;
}

/** Revenue per night slept, or per night there was; nothing without a night. */
export function perNight(revenueCents: number, nights: number): Cents | undefined {
  return nights > 0 ? cents(dividedRounded(revenueCents, nights)) : undefined;
}

/** What the property earns before its debt, its wear, its improvements and anybody's income tax. */
export function netOperatingIncome(incomeCents: number, operatingCostCents: number): Cents {
  return cents(incomeCents - operatingCostCents);
}

/** An amount of fewer than twelve months taken to a year; twelve months stand as they are. */
export function toAYear(amountCents: number, months: number): Cents {
  return cents(dividedRounded(amountCents * 12, months));
}
