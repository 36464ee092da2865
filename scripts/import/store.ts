import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { OpenSheet } from '../../lambda/collect/spreadsheet/open-sheet.ts';
import type { HostDeps } from '../../lambda/host/deps.ts';
import type { Findings, ImportSettings } from '../../lambda/imports/check-import.ts';
import { checkImport } from '../../lambda/imports/check-import.ts';
import { saveImport, saveImportMove } from '../../lambda/imports/import-history.ts';
import type { ImportWorld } from '../../lambda/imports/import-world.ts';
import { importWorld } from '../../lambda/imports/import-world.ts';
import { NOTHING_YET, storeImport } from '../../lambda/imports/store-import.ts';
import type { Runtime } from '../../lambda/runtime.ts';
import type { ImportKind } from '../../shared/imports/import-kind.ts';
import { newId } from '../../shared/kernel/ids.ts';
import type { ImportCounts } from '../../shared/wire/imports.ts';
import { OPERATOR } from '../report/operator.ts';

/** A file to be imported, and where to. */
export interface StoreRequest {
  readonly path: string;
  readonly sizeBytes: number;
  readonly sheet: OpenSheet;
  readonly kind: ImportKind;
  readonly entityId: string;
  readonly settings: ImportSettings;
  readonly keepProblems: number;
  readonly say: (line: string) => void;
}

/** Progress is told every so many rows. */
const TOLD_EVERY = 1_000;

/** What came of it: why nothing was written, or what became of the rows. */
export type StoreOutcome =
  | { readonly findings: Findings; readonly counts?: undefined }
  | { readonly findings: Findings; readonly counts: ImportCounts };

/** Checks a whole file against the books and, when it is clean, imports it to its end. */
export async function storeFile(runtime: Runtime, request: StoreRequest): Promise<StoreOutcome> {
  const { tables } = runtime;
  const { clock, random } = runtime.reportingDeps;
  const { sheet, kind, entityId, settings, say } = request;
  const world = await operatorsWorld(runtime, kind, entityId);
  const { asking } = world;
  const deps: HostDeps = { ...world.deps, tables };
  const findings = await checkImport(world, sheet, settings, request.keepProblems, (step, rows) => {
    if (rows % 10_000 === 0) say(`${counted(rows)} rows ${step === 'survey' ? 'looked over' : 'checked'}`);
  });
  if (!findings.isClean) return { findings };
  const begun = await saveImportMove(
    deps,
    asking,
    undefined,
    {
      id: newId('imp', asking.now, random),
      fileName: [...basename(request.path)].slice(-120).join(''),
      sizeBytes: request.sizeBytes,
      digest: await digestOf(request.path),
      state: 'importing',
      kind: kind.id,
      entityId,
      throughRow: 0,
      ready: findings.ready,
      counts: NOTHING_YET,
      createdAt: asking.now,
      createdBy: OPERATOR.name,
    },
    'import.start',
  );
  let told = 0;
  const standing = await storeImport(
    world,
    sheet,
    settings,
    { ...begun, isDone: false },
    {
      isEnough: () => false,
      progress: ({ counts }) => {
        const rows = counts.new + counts.there + counts.differs + counts.leftOut;
        if (rows < told + TOLD_EVERY) return;
        told = rows - (rows % TOLD_EVERY);
        say(`${counted(rows)} of ${counted(findings.ready + findings.leftOut)} rows imported`);
      },
    },
  );
  const { throughRow, counts, refused } = standing;
  await tables.whenMoved?.([entityId]);
  if (refused) {
    await saveImport(deps, begun, { ...begun, throughRow, counts });
    throw refused;
  }
  await saveImportMove(
    deps,
    asking,
    begun,
    { ...begun, throughRow, counts, state: 'done', finishedAt: clock() },
    'import.finish',
  );
  return { findings, counts };
}

/** The books as whoever sits at the command line may import into them. @throws FaultError as `importWorld` does. */
export function operatorsWorld(runtime: Runtime, kind: ImportKind, entityId: string): Promise<ImportWorld> {
  const { config, tables, log, reporting, reportingDeps } = runtime;
  const { clock, random } = reportingDeps;
  const deps: HostDeps = { config, tables, log, clock, random, reporting };
  return importWorld(deps, { user: OPERATOR, now: clock() }, kind, entityId);
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
  return hash.digest('hex');
}

function counted(count: number): string {
  return count.toLocaleString('en-US');
}
