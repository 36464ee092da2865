import type { Destination } from '../../api/session.ts';

/** The room a link should lead to, for someone who was at a place when the session ended. */
export function destinationOf(back: string | undefined): Destination {
  return back?.startsWith('#/reports') === true ? 'reports' : 'charters';
}

/** Where one lands after signing in: where one was, or the room the link was made for. */
export function landingHash(destination: Destination, back: string | undefined): string {
  return back ?? `#/${destination}`;
}
