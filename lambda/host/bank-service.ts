import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { dayIn, monthOf, plusDays, plusMonths } from '../../shared/kernel/calendar.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import type { Movement } from '../../shared/ledger/bank-matching.ts';
import { bankMatches, MATCH_TOLERANCE, movementsOf } from '../../shared/ledger/bank-matching.ts';
import type { BankLine } from '../../shared/records/bank-line.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type { BankLineResponse, BankMatchesResponse, MatchBankLineBody } from '../../shared/wire/bank.ts';
import { matchedAmong, matchedLine, matchWrite, unmatchWrite } from '../stores/bank-match-store.ts';
import { readEntries } from '../stores/ledger-store.ts';
import { readOpenItems, readRegister, registerWrite } from '../stores/register-store.ts';
import type { Write } from '../stores/transaction.ts';
import { mustCommit } from '../stores/transaction.ts';
import { requireVersion } from './charter-access.ts';
import type { Asking, HostDeps } from './deps.ts';
import { historyWrite } from './history.ts';
import { requireEntities } from './money-service.ts';

/** Lines are looked at so many at a time, the oldest first. */
const LINES_AT_ONCE = 200;

/** The bank lines of a business nothing explains yet, each with the movements it may be. Matches none. */
export async function readMatches(deps: HostDeps, asking: Asking, entityId: string): Promise<BankMatchesResponse> {
  await requireEntities(deps, asking, { entityId });
  const { 'bank-line': open = [] } = await readOpenItems(deps.tables, entityId);
  const lines = [...open].sort((a, b) => (a.on < b.on ? -1 : 1)).slice(0, LINES_AT_ONCE);
  const [oldest] = lines;
  if (oldest === undefined) return { lines: [], unexplained: 0 };
  const movements = await movementsSince(deps, asking, entityId, plusDays(oldest.on, -MATCH_TOLERANCE.days));
  const near = bankMatches(lines, movements, { ...MATCH_TOLERANCE, most: movements.length });
  const places = near.flatMap(({ suggestions }) => suggestions.map(({ movement }) => movement));
  const taken = await matchedAmong(deps.tables, places);
  const free = movements.filter(({ entryId, account }) => !taken.has(`${entryId} ${account}`));
  return { lines: bankMatches(lines, free), unexplained: open.length };
}

/**
 * Says which movement in the books a bank line is.
 * @throws FaultError `invalid` when it cannot be that one, `conflict` when line or movement were matched meanwhile.
 */
export async function matchLine(
  deps: HostDeps,
  asking: Asking,
  of: { readonly entityId: string; readonly lineId: string },
  body: MatchBankLineBody,
): Promise<BankLineResponse> {
  const line = await lineOf(deps, asking, of);
  requireVersion(line.version, body.version);
  if (line.matchedEntryId !== undefined) throw wrong('version', 'this line is matched already');
  const movements = await movementsSince(deps, asking, of.entityId, body.on as LocalDate);
  const movement = movements.find(({ entryId, account }) => entryId === body.entryId && account === line.account);
  if (movement === undefined) throw wrong('entryId', 'the books hold no such movement on this account');
  if (Math.sign(movement.cents) !== Math.sign(line.cents)) throw wrong('entryId', 'the money went the other way');
  const matched = { ...line, matchedEntryId: movement.entryId, version: line.version + 1, updatedAt: asking.now };
  await mustCommit(
    deps.tables,
    [
      registerWrite(deps.tables, 'bank-line', matched),
      matchWrite(deps.tables, movement, line.id),
      historyWrite(deps, asking, 'bank.match', line.id, { entry: movement.entryId }),
    ],
    'This line or this movement was matched in the meantime. Look at it again, then decide.',
  );
  return { line: matched };
}

/** Takes a match back: the line is unexplained again. */
export async function unmatchLine(
  deps: HostDeps,
  asking: Asking,
  of: { readonly entityId: string; readonly lineId: string },
  body: { readonly version: number },
): Promise<BankLineResponse> {
  const line = await lineOf(deps, asking, of);
  requireVersion(line.version, body.version);
  const { matchedEntryId: entryId } = line;
  if (entryId === undefined) throw wrong('version', 'this line is not matched');
  const open = unexplained(asking, line);
  await mustCommit(
    deps.tables,
    [
      registerWrite(deps.tables, 'bank-line', open),
      unmatchWrite(deps.tables, { entryId, account: line.account }),
      historyWrite(deps, asking, 'bank.unmatch', line.id, { entry: entryId }),
    ],
    'Somebody changed this line in the meantime. Look at it again, then decide.',
  );
  return { line: open };
}

/** What goes with taking entries back: the bank lines they explained are unexplained again. */
export async function undoneMatchWrites(
  deps: HostDeps,
  asking: Asking,
  reversals: readonly JournalEntry[],
): Promise<Write[]> {
  const places = reversals.flatMap(({ reverses, ...entry }) =>
    reverses === undefined
      ? []
      : movementsOf([{ ...entry, id: reverses }]).map((movement) => ({ entityId: entry.entityId, movement })),
  );
  const writes = await Promise.all(
    places.map(async ({ entityId, movement }): Promise<Write[]> => {
      const lineId = await matchedLine(deps.tables, movement);
      const line = lineId && (await readRegister(deps.tables, 'bank-line', entityId, lineId));
      if (!line) return [];
      return [
        registerWrite(deps.tables, 'bank-line', unexplained(asking, line)),
        unmatchWrite(deps.tables, movement),
        historyWrite(deps, asking, 'bank.unmatch', line.id, { entry: movement.entryId }),
      ];
    }),
  );
  return writes.flat();
}

async function lineOf(
  deps: HostDeps,
  asking: Asking,
  { entityId, lineId }: { readonly entityId: string; readonly lineId: string },
): Promise<BankLine> {
  await requireEntities(deps, asking, { entityId });
  const line = await readRegister(deps.tables, 'bank-line', entityId, lineId);
  if (line) return line;
  throw new FaultError(fault('not-found', 'There is no such bank line.'));
}

/** Movements from a day until today. An entry is taken back on its day or later, so what was taken back is not among them. */
async function movementsSince(
  deps: HostDeps,
  asking: Asking,
  entityId: string,
  from: LocalDate,
): Promise<readonly Movement[]> {
  const last = monthOf(dayIn(deps.config.zone, asking.now));
  const entries: JournalEntry[] = [];
  for (let month = monthOf(from); month <= last; month = plusMonths(month, 1)) {
    entries.push(...(await readEntries(deps.tables, entityId, month)));
  }
  return movementsOf(entries);
}

function unexplained(asking: Asking, line: BankLine): BankLine {
  const { matchedEntryId: _was, ...rest } = line;
  return { ...rest, version: line.version + 1, updatedAt: asking.now };
}

function wrong(field: string, message: string): FaultError {
  return new FaultError(fault('invalid', 'This line cannot be matched so.', [{ field, message }]));
}
