import { can } from '../../shared/access/permissions.ts';
import type { KnownNames } from '../../shared/imports/cell-reading.ts';
import type { ImportKind } from '../../shared/imports/import-kind.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import { ACCOUNTS } from '../../shared/ledger/accounts.ts';
import type { ClosedThrough } from '../../shared/ledger/closing.ts';
import type { Asking, HostDeps } from '../host/deps.ts';
import type { StoredCharterFile } from '../stores/charter-store.ts';
import { readCharterFile } from '../stores/charter-store.ts';
import { readClosedThrough } from '../stores/ledger-store.ts';
import { companyRegisters } from '../stores/register-store.ts';

/** What an import knows of the books while it reads one file for one business. */
export interface ImportWorld {
  /** Nobody is told of single rows; whoever imports tells of the whole. */
  readonly deps: HostDeps;
  readonly asking: Asking;
  readonly kind: ImportKind;
  readonly entityId: string;
  readonly names: KnownNames;
  readonly closed: ClosedThrough;
  /** The charter of this id with the money checked so far, or nothing when there is none. */
  readonly charter: (charterId: string) => Promise<StoredCharterFile | undefined>;
  /** Notes what a checked row would do to its charter's money, so that the next row is checked against it. */
  readonly noteCharter: (file: StoredCharterFile) => void;
}

/** Charters kept at hand while rows are checked. Beyond it they are read again: a file about more is checked row by row. */
const CHARTERS_AT_HAND = 2_000;

/** The accounts an expense may stand on, by code and name. */
export const EXPENSE_ACCOUNTS = ACCOUNTS.filter(({ type }) => type === 'cogs' || type === 'opex').map(
  ({ code, name }) => ({ id: code, names: [name] }),
);

/** The books as an import needs them. @throws FaultError `invalid` when the business is not the person's to write to. */
export async function importWorld(
  deps: HostDeps,
  asking: Asking,
  kind: ImportKind,
  entityId: string,
): Promise<ImportWorld> {
  const [{ entity = [], channel = [] }, closed] = await Promise.all([
    companyRegisters(deps.tables),
    readClosedThrough(deps.tables, [entityId]),
  ]);
  const isTheirs = can(asking.user, 'import.run', { entityIds: [entityId] });
  if (!isTheirs || !entity.some(({ id }) => id === entityId)) {
    const problem = { field: 'entityId', message: `there is no entity ${entityId}` };
    throw new FaultError(fault('invalid', 'This cannot be imported.', [problem]));
  }
  const { whenMoved: _told, ...tables } = deps.tables;
  const files = new Map<string, StoredCharterFile>();
  const noteCharter = (file: StoredCharterFile) => {
    if (files.size < CHARTERS_AT_HAND || files.has(file.charter.id)) files.set(file.charter.id, file);
  };
  return {
    deps: { ...deps, tables },
    asking,
    kind,
    entityId,
    names: { account: EXPENSE_ACCOUNTS, channel: channel.map(({ id, name }) => ({ id, names: [name] })) },
    closed,
    charter: async (charterId) => {
      const held = files.get(charterId) ?? (await readCharterFile(tables, charterId));
      if (held) noteCharter(held);
      return held;
    },
    noteCharter,
  };
}
