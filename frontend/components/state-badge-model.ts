import type { Lifecycle } from '../../shared/records/charter-terms.ts';

/** How a state feels: done, going on now, agreed, still open, to be watched, or over without a trip. */
export type BadgeTone = 'good' | 'accent' | 'info' | 'plain' | 'warn' | 'bad';

interface Badge {
  readonly label: string;
  readonly tone: BadgeTone;
}

const BADGES: Readonly<Record<Lifecycle, Badge>> = {
  inquiry: { label: 'Inquiry', tone: 'plain' },
  quoted: { label: 'Quoted', tone: 'plain' },
  held: { label: 'Held', tone: 'warn' },
  booked: { label: 'Booked', tone: 'info' },
  confirmed: { label: 'Confirmed', tone: 'info' },
  boarding: { label: 'Boarding', tone: 'accent' },
  underway: { label: 'Underway', tone: 'accent' },
  returned: { label: 'Returned', tone: 'accent' },
  completed: { label: 'Completed', tone: 'good' },
  closed: { label: 'Closed', tone: 'good' },
  weather_hold: { label: 'Weather hold', tone: 'warn' },
  rescheduled: { label: 'Rescheduled', tone: 'plain' },
  cancelled: { label: 'Cancelled', tone: 'bad' },
  no_show: { label: 'No show', tone: 'bad' },
  expired: { label: 'Expired', tone: 'plain' },
  declined: { label: 'Declined', tone: 'plain' },
};

/** What a charter's state is called and how it is coloured. */
export function badgeOf(state: Lifecycle): Badge {
  return BADGES[state];
}

/** Every state, in the order a charter goes through them. */
export const LIFECYCLE_ORDER = Object.keys(BADGES) as readonly Lifecycle[];
