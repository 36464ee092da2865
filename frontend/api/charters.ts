import type * as z from 'zod/mini';
import type {
  ChangedCharterResponse,
  checklistBody,
  guestBody,
  ListChartersResponse,
  MoveBody,
  milestoneBody,
  newGuestBody,
  newRoleBody,
  overrideBody,
  postCharterBody,
  ReadCharterResponse,
  roleBody,
  roleRemovalBody,
  slotBody,
  weatherBody,
} from '../../shared/wire/charters.ts';
import type { PostedResponse, paymentBody } from '../../shared/wire/money.ts';
import { call } from './client.ts';

/** The charters of a month; of the month it is when none is named. */
export function listCharters(month: string | undefined, signal: AbortSignal): Promise<ListChartersResponse> {
  return call('listCharters', { signal, ...(month === undefined ? {} : { query: { month } }) });
}

/** One charter with everything that belongs to it and what may happen next. */
export function readCharter(charterId: string, signal: AbortSignal): Promise<ReadCharterResponse> {
  return call('readCharter', { params: { charterId }, signal });
}

/** Everything a person can change on a charter's page, one kind per route. */
export type CharterChange =
  | { readonly kind: 'move'; readonly body: MoveBody }
  | { readonly kind: 'milestone'; readonly body: z.infer<typeof milestoneBody> }
  | { readonly kind: 'checklist'; readonly itemId: string; readonly body: z.infer<typeof checklistBody> }
  | { readonly kind: 'slot'; readonly slotId: string; readonly body: z.infer<typeof slotBody> }
  | { readonly kind: 'new-role'; readonly body: z.infer<typeof newRoleBody> }
  | { readonly kind: 'role-pay'; readonly slotId: string; readonly body: z.infer<typeof roleBody> }
  | { readonly kind: 'role-removal'; readonly slotId: string; readonly body: z.infer<typeof roleRemovalBody> }
  | { readonly kind: 'details'; readonly body: { readonly version: number; readonly change: object } }
  | { readonly kind: 'new-guest'; readonly body: z.infer<typeof newGuestBody> }
  | { readonly kind: 'guest'; readonly guestId: string; readonly body: z.infer<typeof guestBody> }
  | { readonly kind: 'override'; readonly body: z.infer<typeof overrideBody> }
  | { readonly kind: 'weather'; readonly body: z.infer<typeof weatherBody> }
  | { readonly kind: 'post-charter'; readonly body: z.infer<typeof postCharterBody> }
  | { readonly kind: 'payment'; readonly body: z.infer<typeof paymentBody> };

/** Sends one change of a charter to where it belongs. */
export function changeCharter(
  charterId: string,
  change: CharterChange,
): Promise<ChangedCharterResponse | PostedResponse> {
  const { body } = change;
  switch (change.kind) {
    case 'move':
      return call('moveCharter', { params: { charterId }, body });
    case 'milestone':
      return call('recordMilestone', { params: { charterId }, body });
    case 'checklist':
      return call('completeItem', { params: { charterId, itemId: change.itemId }, body });
    case 'slot':
      return call('changeSlot', { params: { charterId, slotId: change.slotId }, body });
    case 'new-role':
      return call('addRole', { params: { charterId }, body });
    case 'role-pay':
      return call('changeRole', { params: { charterId, slotId: change.slotId }, body });
    case 'role-removal':
      return call('removeRole', { params: { charterId, slotId: change.slotId }, body });
    case 'details':
      return call('changeCharter', { params: { charterId }, body });
    case 'new-guest':
      return call('addGuest', { params: { charterId }, body });
    case 'guest':
      return call('changeGuest', { params: { charterId, guestId: change.guestId }, body });
    case 'override':
      return call('recordOverride', { params: { charterId }, body });
    case 'weather':
      return call('recordWeather', { params: { charterId }, body });
    case 'post-charter':
      return call('submitPostCharter', { params: { charterId }, body });
    case 'payment':
      return call('recordPayment', { params: { charterId }, body });
  }
}
