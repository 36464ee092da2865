import { instantOfMs } from '../../../shared/kernel/calendar.ts';
import { newId } from '../../../shared/kernel/ids.ts';
import type { MeResponse } from '../../../shared/wire/sign-in.ts';
import type { Choice } from './choices.ts';
import type { Beginning } from './form-model.ts';

/** What something new begins with for whoever is signed in; the business, too, where there is but one. */
export function beginningFor(me: MeResponse, entities: readonly Choice[] | undefined): Beginning {
  const only = entities?.length === 1 ? entities[0]?.id : undefined;
  return {
    today: me.today,
    zone: me.zone,
    ...(only === undefined ? {} : { entityId: only }),
    newId: (prefix) => newId(prefix, instantOfMs(Date.now()), (count) => crypto.getRandomValues(new Uint8Array(count))),
  };
}
