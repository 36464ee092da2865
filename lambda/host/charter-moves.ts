import { FaultError, fault, orThrow } from '../../shared/kernel/fault.ts';
import type { Cents } from '../../shared/kernel/money.ts';
import { balancesAfter } from '../../shared/ledger/open-charter.ts';
import { decideTransition } from '../../shared/operations/lifecycle.ts';
import type { Move } from '../../shared/operations/move.ts';
import type { CharterFile } from '../../shared/records/charter.ts';
import type { Channel } from '../../shared/records/marketing.ts';
import type { ChangedCharterResponse, MoveBody } from '../../shared/wire/charters.ts';
import type { CompletionWrites } from '../reports/door.ts';
import { charterWrites, partsUnchanged } from '../stores/charter-store.ts';
import { openCharterWrite } from '../stores/open-charter-store.ts';
import { readRegister } from '../stores/register-store.ts';
import type { Write } from '../stores/transaction.ts';
import { committed } from '../stores/transaction.ts';
import { charterFor, requireVersion } from './charter-access.ts';
import { effectWrites } from './charter-effects.ts';
import { lifecycleContext } from './charter-reads.ts';
import type { Asking, HostDeps } from './deps.ts';
import { historyWrite } from './history.ts';

/**
 * Takes a charter to its next state. The charter, what it posts, its place on the list of those not settled, the report
 * run it starts and the audit line are one transaction. @throws FaultError `refused` with every reason at once, `conflict` when somebody was faster.
 */
export async function moveCharter(
  deps: HostDeps,
  asking: Asking,
  charterId: string,
  body: MoveBody,
): Promise<ChangedCharterResponse> {
  const file = await charterFor(deps, asking, 'charter.move', charterId);
  requireVersion(file.charter, body.version);
  const decision = orThrow(decideTransition(file, moveIn(body), await lifecycleContext(deps, asking, file)));
  const channel = await channelOf(deps, file);
  const effects = await effectWrites(deps, asking, file, decision.charter, decision.effects, channel);
  const moved = { ...decision.charter, updatedAt: asking.now };
  await storedWith(deps, effects.completion, [
    ...charterWrites(deps.tables, file.charter, moved),
    partsUnchanged(deps.tables, file),
    ...effects.writes,
    openCharterWrite(deps.tables, moved, balancesAfter(file.balances, effects.postings)),
    historyWrite(deps, asking, 'charter.moved', charterId, {
      from: file.charter.lifecycle,
      to: moved.lifecycle,
      ...(effects.completion ? { run: effects.completion.runKey } : {}),
    }),
  ]);
  await effects.completion?.announce();
  return {
    charter: { ...moved, version: moved.version + 1 },
    ...(effects.completion ? { runKey: effects.completion.runKey } : {}),
  };
}

/**
 * Stores a move with the run it starts. Where only the run it would join is closed already, it joins the one after.
 * @throws FaultError `conflict` when somebody was faster.
 */
async function storedWith(
  deps: HostDeps,
  completion: CompletionWrites | undefined,
  writes: readonly Write[],
): Promise<void> {
  const { join, writes: own = [] } = completion ?? {};
  const result = await committed(deps.tables, [...(join ? [join] : []), ...writes, ...own]);
  if (result.stored) return;
  if (join && result.unmet.length === 1 && result.unmet[0] === 0) {
    return storedWith(deps, completion?.later(), writes);
  }
  const message = 'Somebody changed this charter in the meantime. Look at it again, then decide.';
  throw new FaultError(fault('conflict', message));
}

async function channelOf(deps: HostDeps, file: CharterFile): Promise<Channel> {
  const channel = await readRegister(deps.tables, 'channel', 'company', file.charter.channelId);
  if (!channel) throw new Error(`channel ${file.charter.channelId} is not on record`);
  return channel as Channel;
}

/** The request as the decider's move. @throws FaultError `invalid` naming every field the move still needs. */
function moveIn(body: MoveBody): Move {
  const needed = <K extends keyof MoveBody>(...fields: K[]): { [P in K]: NonNullable<MoveBody[P]> } => {
    const missing = fields.filter((field) => body[field] === undefined);
    if (missing.length > 0) {
      const problems = missing.map((field) => ({ field, message: `needed to take a charter to ${body.to}` }));
      throw new FaultError(fault('invalid', 'The move is not complete.', problems));
    }
    return Object.fromEntries(fields.map((field) => [field, body[field]])) as { [P in K]: NonNullable<MoveBody[P]> };
  };
  switch (body.to) {
    case 'held':
      return { to: body.to, ...needed('holdExpiresAt') };
    case 'booked':
      return { to: body.to, ...(body.otaAcceptance === undefined ? {} : { otaAcceptance: body.otaAcceptance }) };
    case 'underway':
      return { to: body.to, ...needed('paxAboard', 'countCommunicatedAshore') };
    case 'returned':
      return body.reopenReason === undefined
        ? { to: body.to, ...needed('paxAshore') }
        : { to: body.to, reopenReason: body.reopenReason };
    case 'weather_hold':
      return { to: body.to, ...needed('forecast') };
    case 'rescheduled':
      return { to: body.to, ...needed('rebookedTo') };
    case 'cancelled': {
      const { by, reason } = needed('by', 'reason');
      const { retainedCents: kept, asCredit } = body;
      return {
        to: body.to,
        by,
        reason,
        ...(kept === undefined ? {} : { retainedCents: kept as Cents }),
        ...(asCredit === undefined ? {} : { asCredit }),
      };
    }
    case 'inquiry':
      throw new FaultError(
        fault('refused', 'No charter goes back to an inquiry.', [
          { field: 'to', message: 'enter a new charter instead' },
        ]),
      );
    case 'quoted':
    case 'confirmed':
    case 'boarding':
    case 'completed':
    case 'closed':
    case 'no_show':
    case 'expired':
    case 'declined':
      return { to: body.to };
  }
}
