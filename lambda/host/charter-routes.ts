import * as z from 'zod/mini';
import { monthOfYear } from '../../shared/records/fields.ts';
import {
  changeCharterBody,
  checklistBody,
  createCharterBody,
  guestBody,
  milestoneBody,
  moveBody,
  newGuestBody,
  newRoleBody,
  overrideBody,
  postCharterBody,
  roleBody,
  roleRemovalBody,
  slotBody,
  weatherBody,
} from '../../shared/wire/charters.ts';
import { ROUTES } from '../../shared/wire/routes.ts';
import type { RouteHolder } from '../http/gated-routes.ts';
import { route } from '../http/gated-routes.ts';
import { jsonReply } from '../http/reply.ts';
import { createCharter } from './charter-create.ts';
import { changeCharter } from './charter-edit.ts';
import { moveCharter } from './charter-moves.ts';
import { addGuest, checklistItem, crewSlot, guest } from './charter-parts.ts';
import { listCharters, readCharter } from './charter-reads.ts';
import { milestone, override, postCharterReport, weather } from './charter-records.ts';
import { addRole, changeRole, removeRole } from './charter-roles.ts';
import type { HostDeps } from './deps.ts';

const monthQuery = z.strictObject({ month: z.exactOptional(monthOfYear) });

/** Everything the charter list and the charter page ask for. */
export function mountCharters(app: RouteHolder, deps: HostDeps): void {
  route(app, ROUTES.listCharters, { query: monthQuery }, async (asked) =>
    jsonReply(await listCharters(deps, asked, asked.query.month)),
  );
  route(app, ROUTES.createCharter, { body: createCharterBody }, async (asked) =>
    jsonReply(await createCharter(deps, asked, asked.body), { status: 201 }),
  );
  route(app, ROUTES.readCharter, {}, async (asked) =>
    jsonReply(await readCharter(deps, asked, asked.params.charterId)),
  );
  route(app, ROUTES.moveCharter, { body: moveBody }, async (asked) =>
    jsonReply(await moveCharter(deps, asked, asked.params.charterId, asked.body)),
  );
  route(app, ROUTES.recordMilestone, { body: milestoneBody }, async (asked) =>
    jsonReply(await milestone(deps, asked, asked.params.charterId, asked.body)),
  );
  route(app, ROUTES.recordWeather, { body: weatherBody }, async (asked) =>
    jsonReply(await weather(deps, asked, asked.params.charterId, asked.body)),
  );
  route(app, ROUTES.recordOverride, { body: overrideBody }, async (asked) =>
    jsonReply(await override(deps, asked, asked.params.charterId, asked.body)),
  );
  route(app, ROUTES.submitPostCharter, { body: postCharterBody }, async (asked) =>
    jsonReply(await postCharterReport(deps, asked, asked.params.charterId, asked.body)),
  );
  route(app, ROUTES.completeItem, { body: checklistBody }, async (asked) =>
    jsonReply(await checklistItem(deps, asked, asked.params.charterId, asked.params.itemId, asked.body)),
  );
  route(app, ROUTES.changeSlot, { body: slotBody }, async (asked) =>
    jsonReply(await crewSlot(deps, asked, asked.params.charterId, asked.params.slotId, asked.body)),
  );
  route(app, ROUTES.addRole, { body: newRoleBody }, async (asked) =>
    jsonReply(await addRole(deps, asked, asked.params.charterId, asked.body), { status: 201 }),
  );
  route(app, ROUTES.changeRole, { body: roleBody }, async (asked) =>
    jsonReply(await changeRole(deps, asked, asked.params.charterId, asked.params.slotId, asked.body)),
  );
  route(app, ROUTES.removeRole, { body: roleRemovalBody }, async (asked) =>
    jsonReply(await removeRole(deps, asked, asked.params.charterId, asked.params.slotId, asked.body)),
  );
  route(app, ROUTES.changeCharter, { body: changeCharterBody }, async (asked) =>
    jsonReply(await changeCharter(deps, asked, asked.params.charterId, asked.body)),
  );
  route(app, ROUTES.addGuest, { body: newGuestBody }, async (asked) =>
    jsonReply(await addGuest(deps, asked, asked.params.charterId, asked.body), { status: 201 }),
  );
  route(app, ROUTES.changeGuest, { body: guestBody }, async (asked) =>
    jsonReply(await guest(deps, asked, asked.params.charterId, asked.params.guestId, asked.body)),
  );
}
