import { checkImportBody, importPartBody, openImportBody } from '../../shared/wire/imports.ts';
import { ROUTES } from '../../shared/wire/routes.ts';
import type { HostDeps } from '../host/deps.ts';
import type { RouteHolder } from '../http/gated-routes.ts';
import { route } from '../http/gated-routes.ts';
import { jsonReply } from '../http/reply.ts';
import { checkUploaded, listImports, openImport, receivePart, stepImport } from './import-service.ts';

/** Spreadsheets: sent, checked, imported, and what was imported. */
export function mountImports(app: RouteHolder, deps: HostDeps): void {
  route(app, ROUTES.listImports, {}, async (asked) => jsonReply(await listImports(deps, asked)));
  route(app, ROUTES.openImport, { body: openImportBody }, async (asked) =>
    jsonReply(await openImport(deps, asked, asked.body), { status: 201 }),
  );
  route(app, ROUTES.sendImportPart, { body: importPartBody }, async (asked) =>
    jsonReply(await receivePart(deps, asked, asked.params, asked.body.pieces)),
  );
  route(app, ROUTES.checkImport, { body: checkImportBody }, async (asked) =>
    jsonReply(await checkUploaded(deps, asked, asked.params.importId, asked.body)),
  );
  route(app, ROUTES.stepImport, {}, async (asked) => jsonReply(await stepImport(deps, asked, asked.params.importId)));
}
