import type { RoleSlot } from '../../../shared/records/charter.ts';
import type { MeResponse } from '../../../shared/wire/sign-in.ts';

/** Something a person can do to a role. */
export interface CrewAct {
  readonly act: 'claim' | 'release' | 'confirm' | 'check_in';
  readonly label: string;
  readonly loud: boolean;
}

/** What the person at the screen can do to a role now; nothing once the charter is over. */
export function crewActs(slot: RoleSlot, me: MeResponse | undefined, over: boolean): readonly CrewAct[] {
  if (me === undefined || over || !me.actions.includes('charter.crew')) return [];
  const mine = slot.claim?.userId === me.userId;
  const commands = me.roles.some((role) => role === 'admin' || role === 'captain');
  const claim = { act: 'claim', label: 'Claim', loud: true } as const;
  const release = { act: 'release', label: 'Release', loud: false } as const;
  switch (slot.claim?.state) {
    case undefined:
      return [claim];
    case 'claimed':
      return [
        ...(commands ? [{ act: 'confirm', label: 'Confirm', loud: true } as const] : []),
        ...(mine || commands ? [release] : []),
      ];
    case 'confirmed':
      return mine || commands ? [{ act: 'check_in', label: 'Check in', loud: true }, release] : [];
    case 'checked_in':
    case 'worked':
    case 'paid':
    case 'no_show':
      return [];
  }
}

/** How far a role is from being filled, in words, and how that feels. */
export function slotState(slot: RoleSlot): {
  readonly words: string;
  readonly tone: 'good' | 'info' | 'warn' | 'plain' | 'bad';
} {
  switch (slot.claim?.state) {
    case undefined:
      return slot.required ? { words: 'Open', tone: 'warn' } : { words: 'Open, optional', tone: 'plain' };
    case 'claimed':
      return { words: 'Claimed', tone: 'warn' };
    case 'confirmed':
      return { words: 'Confirmed', tone: 'info' };
    case 'checked_in':
      return { words: 'Checked in', tone: 'good' };
    case 'worked':
      return { words: 'Worked', tone: 'good' };
    case 'paid':
      return { words: 'Paid', tone: 'good' };
    case 'no_show':
      return { words: 'No show', tone: 'bad' };
  }
}

/** A role in words: first_mate is First mate. */
export function roleWords(role: RoleSlot['role']): string {
  const words = role.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
