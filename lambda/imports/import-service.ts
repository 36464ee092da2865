import { can } from '../../shared/access/permissions.ts';
import type { ImportKind } from '../../shared/imports/import-kind.ts';
import { IMPORT_KINDS, importKindOf } from '../../shared/imports/kinds/catalog.ts';
import { epochMs } from '../../shared/kernel/calendar.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import { newId } from '../../shared/kernel/ids.ts';
import type {
  CheckImportBody,
  CheckImportResponse,
  ImportResponse,
  ListImportsResponse,
  OpenImportBody,
} from '../../shared/wire/imports.ts';
import { openSheet } from '../collect/spreadsheet/open-sheet.ts';
import type { Asking, HostDeps } from '../host/deps.ts';
import type { StoredImport } from '../stores/import-store.ts';
import { newestImports, saveImportPart } from '../stores/import-store.ts';
import { companyRegisters } from '../stores/register-store.ts';
import type { Findings, ImportSettings } from './check-import.ts';
import { checkImport } from './check-import.ts';
import { importOf, saveImport, saveImportMove, told } from './import-history.ts';
import { importWorld } from './import-world.ts';
import { NOTHING_YET, storeImport } from './store-import.ts';
import { partIn, requireFits, uploadedFile } from './uploaded-file.ts';

/** Parts of a file are kept a week: long enough to finish what was begun. */
const KEPT_SECONDS = 7 * 24 * 60 * 60;
const SHOWN_PROBLEMS = 200;
/** One request stores rows for this long at most: it must answer well before it is cut off. */
const STRETCH_MS = 8_000;

/** What can be imported, for which businesses, and what was imported. */
export async function listImports(deps: HostDeps, asking: Asking): Promise<ListImportsResponse> {
  const [{ entity = [] }, imports] = await Promise.all([companyRegisters(deps.tables), newestImports(deps.tables)]);
  const theirs = entity.filter(({ id }) => can(asking.user, 'import.run', { entityIds: [id] }));
  return {
    kinds: IMPORT_KINDS.map(kindView),
    entities: theirs.map(({ id, name, kind }) => ({ id, name, kind })),
    imports: imports.map(told),
  };
}

/** Announces a file, which is then sent in parts. */
export async function openImport(deps: HostDeps, asking: Asking, body: OpenImportBody): Promise<ImportResponse> {
  requireFits(body);
  const record = await saveImport(deps, undefined, {
    ...body,
    id: newId('imp', asking.now, deps.random),
    state: 'uploading',
    throughRow: 0,
    counts: NOTHING_YET,
    createdAt: asking.now,
    createdBy: asking.user.name,
  });
  return { import: told(record) };
}

/** Keeps one part of an announced file. */
export async function receivePart(
  deps: HostDeps,
  asking: Asking,
  of: { readonly importId: string; readonly part: string },
  pieces: readonly string[],
): Promise<{ readonly part: number }> {
  const part = partIn(await importOf(deps, of.importId), of.part, pieces);
  const exp = Math.floor(epochMs(asking.now) / 1_000) + KEPT_SECONDS;
  await saveImportPart(deps.tables, of.importId, { ...part, exp });
  return { part: part.number };
}

/** Reads a file against the books under what the person says about it. Nothing of it is stored. */
export async function checkUploaded(
  deps: HostDeps,
  asking: Asking,
  importId: string,
  body: CheckImportBody,
): Promise<CheckImportResponse> {
  const stored = await importOf(deps, importId);
  if (stored.state === 'importing' || stored.state === 'done') throw begun();
  const { about, findings } = await checked(deps, asking, stored, body);
  const { kind, entityId } = body;
  const state = findings.isClean ? 'checked' : 'uploading';
  await saveImport(deps, stored, { ...stored, state, kind, entityId, ready: findings.ready, settings: body });
  const { survey, ...rest } = findings;
  const { headerRow, columns } = survey.mapping;
  return {
    about,
    ...(headerRow === undefined ? {} : { headerRow }),
    columns: columns.map(({ letters, header, field }) => ({ letters, header, ...(field && { field }) })),
    ...rest,
  };
}

/**
 * Takes an import one stretch further. The first looks at the whole file once more and writes nothing of it; those after
 * it store rows, until it is done.
 */
export async function stepImport(deps: HostDeps, asking: Asking, importId: string): Promise<ImportResponse> {
  const stored = await importOf(deps, importId);
  const { settings } = stored;
  if (stored.state === 'done') return { import: told(stored) };
  if (stored.state === 'uploading' || settings === undefined) {
    throw new FaultError(
      fault('refused', 'The file must be checked, and every problem settled, before it is imported.'),
    );
  }
  if (stored.state === 'checked') return { import: told(await begin(deps, asking, stored, settings)) };
  const { sheet, world } = await opened(deps, asking, stored, settings);
  const since = epochMs(deps.clock());
  const standing = await storeImport(
    world,
    sheet,
    settingsIn(settings),
    { ...stored, isDone: false },
    {
      isEnough: () => epochMs(deps.clock()) - since > STRETCH_MS,
      progress: () => undefined,
    },
  );
  const { throughRow, counts, isDone, refused } = standing;
  const now = { ...stored, throughRow, counts };
  const saved = isDone
    ? await saveImportMove(deps, asking, stored, { ...now, state: 'done', finishedAt: asking.now }, 'import.finish')
    : await saveImport(deps, stored, now);
  await deps.tables.whenMoved?.([world.entityId]);
  if (refused) throw refused;
  return { import: told(saved) };
}

async function begin(
  deps: HostDeps,
  asking: Asking,
  stored: StoredImport,
  settings: CheckImportBody,
): Promise<StoredImport> {
  const { findings } = await checked(deps, asking, stored, settings);
  if (findings.isClean) return saveImportMove(deps, asking, stored, { ...stored, state: 'importing' }, 'import.start');
  await saveImport(deps, stored, { ...stored, state: 'uploading' });
  throw new FaultError(fault('refused', 'The books have changed since this file was checked. Check it again.'));
}

async function checked(
  deps: HostDeps,
  asking: Asking,
  stored: StoredImport,
  body: CheckImportBody,
): Promise<{ readonly about: string; readonly findings: Findings }> {
  const { sheet, world } = await opened(deps, asking, stored, body);
  return { about: sheet.about, findings: await checkImport(world, sheet, settingsIn(body), SHOWN_PROBLEMS) };
}

async function opened(deps: HostDeps, asking: Asking, stored: StoredImport, body: CheckImportBody) {
  const kind = importKindOf(body.kind);
  if (kind === undefined) {
    const message = `expected one of ${IMPORT_KINDS.map(({ id }) => id).join(', ')}`;
    throw new FaultError(fault('invalid', 'This cannot be imported.', [{ field: 'kind', message }]));
  }
  const world = await importWorld(deps, asking, kind, body.entityId);
  return { world, sheet: await openSheet(await uploadedFile(deps, stored)) };
}

function settingsIn(body: CheckImportBody): ImportSettings {
  const { columns, values, dateOrders, decimalMark, leaveOutBadRows, excluded } = body;
  return {
    wishes: { columns, values },
    answers: { dateOrders, ...(decimalMark && { decimalMark }) },
    leaveOutBadRows,
    excluded,
  };
}

function kindView(kind: ImportKind) {
  const fields = Object.entries(kind.columns).map(([name, { title, required, example }]) => ({
    name,
    title,
    required,
    example,
  }));
  const { id, title, business } = kind;
  return { id, title, ...(business && { business }), fields };
}

function begun(): FaultError {
  return new FaultError(fault('refused', 'This import has begun; what is said about its file stands. Finish it.'));
}
