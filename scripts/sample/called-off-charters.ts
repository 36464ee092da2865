import { dayIn, plusDays, plusMinutes } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import { cancellationOf } from '../../shared/operations/cancellation.ts';
import type { Charter } from '../../shared/records/charter.ts';
import type { CharterParts } from './charter-files.ts';
import type { CharterLedger } from './charter-ledger.ts';
import { calledOff } from './charter-money.ts';
import { depositPaid, dueRefunded } from './guest-money.ts';
import type { SampleDay } from './sample-day.ts';
import type { Story, Tale } from './tales.ts';

/** A charter that did not sail: who called it off decides what is kept of the deposit; the rest goes back in days. */
export function calledOffStory(day: SampleDay, tale: Tale): Story {
  const { booking, parts, plan } = tale;
  const { charter } = parts;
  const { hoursBefore, by, reason } = REASONS[plan.outcome === 'sails' ? 'operator' : plan.outcome];
  const wanted = plusMinutes(charter.startAt, -hoursBefore * 60);
  const at = wanted < charter.createdAt ? plusMinutes(charter.createdAt, 60) : wanted;
  const on = dayIn(day.zone, at);
  const isNoShow = plan.outcome === 'no-show';
  const after = (ledger: CharterLedger): Charter => {
    const file = { ...parts, charter: ledger.charter, balances: ledger.balances };
    const cancellation = cancellationOf(file, by, reason, at, isNoShow ? cents(ledger.owed('2100')) : undefined);
    return { ...charter, lifecycle: isNoShow ? 'no_show' : 'cancelled', cancellation, updatedAt: at };
  };
  return {
    events: [depositPaid(booking.bookedOn), calledOff(on, after), dueRefunded(plusDays(on, 3))],
    ending: (ledger) => ({ ...asItStood(parts, isNoShow), charter: ledger.charter }),
  };
}

interface Reason {
  readonly hoursBefore: number;
  readonly by: 'guest' | 'weather' | 'operator';
  readonly reason: string;
}

const REASONS: Readonly<Record<Exclude<Tale['plan']['outcome'], 'sails'>, Reason>> = {
  'guest-cancels': { hoursBefore: 100, by: 'guest', reason: 'Half of the party fell ill.' },
  weather: { hoursBefore: 22, by: 'weather', reason: 'Small craft advisory: gusts to 30 knots.' },
  operator: { hoursBefore: 50, by: 'operator', reason: 'No qualified mate could be found in time.' },
  'no-show': { hoursBefore: -1, by: 'guest', reason: 'The party did not come and could not be reached.' },
};

/** Whoever does not come, does not come; otherwise nobody ever had to check in. */
function asItStood(parts: CharterParts, isNoShow: boolean): CharterParts {
  return isNoShow ? { ...parts, guests: parts.guests.map((guest) => ({ ...guest, checkIn: 'no_show' })) } : parts;
}
