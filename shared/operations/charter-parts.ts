import { ZERO } from '../kernel/money.ts';
import type { ChecklistItem, Guest, RoleSlot } from '../records/charter.ts';
import { standardChecklist } from './standard-checklist.ts';

/** The credential a captain's role asks for. */
export const CAPTAIN_CREDENTIAL = 'captain license';

/** A guest as named when a charter is opened. */
export interface NewGuest {
  readonly name: string;
  readonly isMinor: boolean;
}

/** The standard checklist as this charter's own. */
export function ownChecklist(charterId: string): readonly ChecklistItem[] {
  return standardChecklist().map((item) => ({
    id: partId('itm', charterId, item.order),
    charterId,
    ...item,
    version: 1,
  }));
}

/** The roles a new charter starts with: a captain it needs, a first mate and a deckhand it may have. */
export function firstSlots(charterId: string): readonly RoleSlot[] {
  const slot = { charterId, payCents: ZERO, tipShareWeight: 1, version: 1 };
  return [
    {
      ...slot,
      id: partId('slt', charterId, 1),
      role: 'captain',
      required: true,
      requiredCredential: CAPTAIN_CREDENTIAL,
    },
    { ...slot, id: partId('slt', charterId, 2), role: 'first_mate', required: false },
    { ...slot, id: partId('slt', charterId, 3), role: 'deckhand', required: false },
  ];
}

/** The guests named when the charter was opened; nobody has answered yet. */
export function firstGuests(charterId: string, guests: readonly NewGuest[]): readonly Guest[] {
  return guests.map((guest, index) => guestOf(charterId, guest, index + 1));
}

/** A guest of a charter under their number; they have not answered yet. */
export function guestOf(charterId: string, { name, isMinor }: NewGuest, order: number): Guest {
  return {
    id: partId('gst', charterId, order),
    charterId,
    name: name.trim(),
    isMinor,
    rsvp: 'none',
    checkIn: 'none',
    version: 1,
  };
}

/** An open role of a charter under the next number; the tips are shared evenly until somebody says otherwise. */
export function slotOf(
  charterId: string,
  { role, payCents, required }: Pick<RoleSlot, 'role' | 'payCents' | 'required'>,
  known: readonly RoleSlot[],
): RoleSlot {
  const id = partId('slt', charterId, nextOrder(known));
  return { id, charterId, role, required, payCents, tipShareWeight: 1, version: 1 };
}

/** Parts are numbered as they are added, and no number in use is given twice. */
export function nextOrder(parts: readonly { readonly id: string }[]): number {
  return Math.max(0, ...parts.map(({ id }) => Number(id.slice(id.lastIndexOf('.') + 1)) || 0)) + 1;
}

/** chr_01J9ZQ and 7 give itm_01J9ZQ.07. */
function partId(prefix: string, charterId: string, order: number): string {
  return `${prefix}_${charterId.slice(charterId.indexOf('_') + 1)}.${String(order).padStart(2, '0')}`;
}
