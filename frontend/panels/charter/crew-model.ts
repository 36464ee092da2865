import { ZERO } from '../../../shared/kernel/money.ts';
import { addedRole, removableRole, repaidRole } from '../../../shared/operations/crew-roles.ts';
import type { CharterFile, RoleSlot } from '../../../shared/records/charter.ts';
import { formatCell } from '../../../shared/reports/render/format.ts';
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

/** What somebody in command can do to the roles of a charter themselves, by the rules that decide it. */
export interface RoleChanges {
  readonly mayAdd: boolean;
  readonly pay: (slot: RoleSlot) => boolean;
  readonly remove: (slot: RoleSlot) => boolean;
}

/** Which roles can be added, paid otherwise and removed now; nothing for whoever does not command. */
export function roleChanges(
  file: Pick<CharterFile, 'charter' | 'slots'> | undefined,
  me: MeResponse | undefined,
): RoleChanges {
  if (file === undefined || me?.actions.includes('charter.roles') !== true) return NO_CHANGES;
  return {
    mayAdd: addedRole(file, { role: 'deckhand', payCents: ZERO, required: false }).ok,
    pay: (slot) => repaidRole(slot, slot.payCents, file.charter).ok,
    remove: (slot) => removableRole(slot, file).ok,
  };
}

const NO_CHANGES: RoleChanges = { mayAdd: false, pay: () => false, remove: () => false };

/** What a role pays, in words; nothing where nobody has said. */
export function payWords({ payCents }: RoleSlot): string | undefined {
  return payCents === 0 ? undefined : formatCell({ kind: 'cents', value: payCents });
}

/** A pay as its field shows it: 15000 is 150.00. */
export function payTyped(payCents: number): string {
  return (payCents / 100).toFixed(2);
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
