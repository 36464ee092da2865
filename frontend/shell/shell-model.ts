import type { MeResponse } from '../../shared/wire/sign-in.ts';
import type { Place } from '../router-model.ts';
import { hashOf } from '../router-model.ts';

/** One entry of the main navigation. */
export interface NavItem {
  readonly label: string;
  readonly hash: string;
  readonly current: boolean;
}

/** The rooms someone may enter, the present one marked; before it is known who they are, none. */
export function navItems(me: MeResponse | undefined, place: Place): readonly NavItem[] {
  if (me === undefined || place.at === 'sign-in') return [];
  const items = [
    ...(me.actions.includes('charter.list')
      ? [{ label: 'Charters', hash: '#/charters', current: place.at === 'charters' || place.at === 'charter' }]
      : []),
    ...(me.actions.includes('report.dashboard')
      ? [{ label: 'Reports', hash: '#/reports', current: place.at === 'reports' }]
      : []),
    ...(me.actions.includes('import.run')
      ? [{ label: 'Imports', hash: '#/imports', current: place.at === 'imports' }]
      : []),
  ];
  return items;
}

/** Where to send someone whose session ended: the sign-in page, which remembers where they were. */
export function signInHash(place: Place): string {
  if (place.at === 'sign-in') return hashOf(place);
  if (place.at === 'nowhere') return '#/sign-in';
  return hashOf({ at: 'sign-in', back: hashOf(place) });
}

/** The room someone starts in when the address names none: the first one they may enter. */
export function homeHash(me: MeResponse): string {
  return me.actions.includes('charter.list') ? '#/charters' : '#/reports';
}

/** Up to two letters that stand for a name: Quinn Avery is QA. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0).toUpperCase() ?? '')
    .join('');
}

const ROLE_WORDS = {
  admin: 'Office',
  captain: 'Captain',
  crew: 'Crew',
  executive: 'Executive',
  guest: 'Guest',
} as const;

/** What someone is, in words. */
export function rolesText(me: MeResponse): string {
  return me.roles.map((role) => ROLE_WORDS[role]).join(', ');
}
