import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { dayIn, monthOf, plusDays, plusMonths } from '../../shared/kernel/calendar.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import { ACCOUNTS } from '../../shared/ledger/accounts.ts';
import type { Movement } from '../../shared/ledger/bank-matching.ts';
import {
  BANK_ACCOUNTS,
  bankMatches,
  MATCH_TOLERANCE,
  mismatchProblems,
  movementsOf,
} from '../../shared/ledger/bank-matching.ts';
import type { BankLine } from '../../shared/records/bank-line.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type {
  BankLineResponse,
  BankLinesResponse,
  BankMatchesResponse,
  MatchBankLineBody,
  MatchBankLinesBody,
} from '../../shared/wire/bank.ts';
import { matchedAmong, matchedLine, matchWrite, unmatchWrite } from '../stores/bank-match-store.ts';
import { readEntries } from '../stores/ledger-store.ts';
import { readOpenItems, readRegister, registerWrite } from '../stores/register-store.ts';
import type { Write } from '../stores/transaction.ts';
import { mustCommit } from '../stores/transaction.ts';
import { requireVersion } from './charter-access.ts';
import type { Asking, HostDeps } from './deps.ts';
import { historyWrite } from './history.ts';
import { requireEntities } from './money-service.ts';

/** So many lines are looked at at a time, the oldest first, and the rest of the last day with them. */
const LINES_AT_ONCE = 200;

const ACCOUNT_NAMES = Object.fromEntries(
  ACCOUNTS.filter(({ code }) => BANK_ACCOUNTS.includes(code)).map(({ code, name }) => [code, name]),
);

/** The bank lines of a business nothing explains yet, each with the movements it may be. Matches none. */
export async function readMatches(deps: HostDeps, asking: Asking, entityId: string): Promise<BankMatchesResponse> {
  await requireEntities(deps, asking, { entityId });
  const { 'bank-line': open = [] } = await readOpenItems(deps.tables, entityId);
  const sorted = [...open].sort((a, b) => (a.on < b.on ? -1 : 1));
  const until = sorted[LINES_AT_ONCE - 1]?.on;
  const lines = until === undefined ? sorted : sorted.filter(({ on }) => on <= until);
  const [oldest] = lines;
  if (oldest === undefined) return { lines: [], unexplained: 0, accounts: ACCOUNT_NAMES };
  const movements = await movementsSince(deps, asking, entityId, plusDays(oldest.on, -MATCH_TOLERANCE.days));
  const near = bankMatches(lines, movements, { ...MATCH_TOLERANCE, most: movements.length });
  const places = near.flatMap(({ suggestions }) => suggestions.map(({ movement }) => movement));
  const taken = await matchedAmong(deps.tables, places);
  const free = movements.filter(({ entryId, account }) => !taken.has(`${entryId} ${account}`));
  return { lines: bankMatches(lines, free), unexplained: open.length, accounts: ACCOUNT_NAMES };
}

/**
 * Says which movement in the books a bank line is.
 * @throws FaultError `invalid` when it cannot be that one, `conflict` when line or movement were matched meanwhile.
 */
export async function matchLine(
  deps: HostDeps,
  asking: Asking,
  of: LineNames,
  body: MatchBankLineBody,
): Promise<BankLineResponse> {
  await requireEntities(deps, asking, of);
  const movements = await movementsSince(deps, asking, of.entityId, body.on as LocalDate);
  return { line: await matched(deps, asking, of, body, movements) };
}

/** The same for several lines. One that cannot be matched says why and keeps none of the others from it. */
export async function matchLines(
  deps: HostDeps,
  asking: Asking,
  entityId: string,
  { matches }: MatchBankLinesBody,
): Promise<BankLinesResponse> {
  await requireEntities(deps, asking, { entityId });
  const [earliest] = matches.map(({ on }) => on as LocalDate).sort();
  const movements = earliest === undefined ? [] : await movementsSince(deps, asking, entityId, earliest);
  const lines: BankLine[] = [];
  const refused: { lineId: string; message: string }[] = [];
  for (const match of matches) {
    const { lineId } = match;
    try {
      lines.push(await matched(deps, asking, { entityId, lineId }, match, movements));
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      const { message, problems } = error.fault;
      refused.push({ lineId, message: [message, ...problems.map((problem) => problem.message)].join(' ') });
    }
  }
  return { matched: lines, refused };
}

async function matched(
  deps: HostDeps,
  asking: Asking,
  of: LineNames,
  body: Omit<MatchBankLineBody, 'on'>,
  movements: readonly Movement[],
): Promise<BankLine> {
  const line = await lineOf(deps, of);
  requireVersion(line, body.version);
  if (line.matchedEntryId !== undefined) throw wrong('version', 'this line is matched already');
  const ofEntry = movements.filter(({ entryId }) => entryId === body.entryId);
  const movement = ofEntry.find(({ account }) => account === line.account) ?? ofEntry[0];
  if (movement === undefined) throw wrong('entryId', 'the books hold no such movement');
  const problems = mismatchProblems(line, movement);
  if (problems.length > 0) throw new FaultError(fault('invalid', NOT_SO, problems));
  const explained = { ...line, matchedEntryId: movement.entryId, version: line.version + 1, updatedAt: asking.now };
  await mustCommit(
    deps.tables,
    [
      registerWrite(deps.tables, 'bank-line', explained),
      matchWrite(deps.tables, movement, line.id),
      historyWrite(deps, asking, 'bank.match', line.id, { entry: movement.entryId }),
    ],
    'This line or this movement was matched in the meantime. Look at it again, then decide.',
  );
  return explained;
}

/** Takes a match back: the line is unexplained again. */
export async function unmatchLine(
  deps: HostDeps,
  asking: Asking,
  of: LineNames,
  body: { readonly version: number },
): Promise<BankLineResponse> {
  await requireEntities(deps, asking, of);
  const line = await lineOf(deps, of);
  requireVersion(line, body.version);
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

interface LineNames {
  readonly entityId: string;
  readonly lineId: string;
}

async function lineOf(deps: HostDeps, { entityId, lineId }: LineNames): Promise<BankLine> {
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
  return new FaultError(fault('invalid', NOT_SO, [{ field, message }]));
}

const NOT_SO = 'This line cannot be matched so.';
