import { matchBankLineBody, unmatchBankLineBody } from '../../shared/wire/bank.ts';
import { ROUTES } from '../../shared/wire/routes.ts';
import type { RouteHolder } from '../http/gated-routes.ts';
import { route } from '../http/gated-routes.ts';
import { jsonReply } from '../http/reply.ts';
import { matchLine, readMatches, unmatchLine } from './bank-service.ts';
import type { HostDeps } from './deps.ts';

/** Bank lines and what in the books explains them. */
export function mountBank(app: RouteHolder, deps: HostDeps): void {
  route(app, ROUTES.readBankMatches, {}, async (asked) =>
    jsonReply(await readMatches(deps, asked, asked.params.entityId)),
  );
  route(app, ROUTES.matchBankLine, { body: matchBankLineBody }, async (asked) =>
    jsonReply(await matchLine(deps, asked, asked.params, asked.body)),
  );
  route(app, ROUTES.unmatchBankLine, { body: unmatchBankLineBody }, async (asked) =>
    jsonReply(await unmatchLine(deps, asked, asked.params, asked.body)),
  );
}
