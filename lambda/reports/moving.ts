import type { Delivery } from '../../shared/reports/sending/delivery.ts';
import type { Moved } from '../../shared/reports/sending/transitions.ts';
import { deliveryWrite, readDelivery } from '../stores/run-store.ts';
import { committed } from '../stores/transaction.ts';
import type { ReportingDeps } from './deps.ts';
import type { Step, StepData } from './steps.ts';
import { logStep, stepWrite } from './steps.ts';

/** Why, and at whose word, a delivery is moved, where it is not the product's own doing. */
export interface Word {
  readonly actor: string;
  readonly data: StepData;
}

/** How often a delivery others keep moving is looked at again before the move is left to the next sweep. */
const LOOKS = 10;

/**
 * A delivery taken a step further together with its line of history: the step is asked of the delivery as it stands, and
 * once more when somebody else moved it meanwhile. Answers it as it is then stored.
 */
export async function movedDelivery(
  deps: ReportingDeps,
  read: Delivery,
  step: (delivery: Delivery) => Moved | undefined,
  word: Word = { actor: 'scc', data: {} },
): Promise<Delivery> {
  let held = read;
  for (let look = 0; look < LOOKS; look += 1) {
    const next = step(held);
    if (next === undefined) return held;
    const line = lineOf(next, word);
    const { stored } = await committed(deps.tables, [
      deliveryWrite(deps.tables, next.delivery),
      stepWrite(deps, line, deps.clock(), word.actor),
    ]);
    if (stored) {
      logStep(deps, line);
      return { ...next.delivery, version: next.delivery.version + 1 };
    }
    held = (await readDelivery(deps.tables, read.runKey, read.id)) ?? held;
  }
  return held;
}

/** The line of history that goes with a move. */
export function lineOf({ delivery, action }: Moved, { data }: Pick<Word, 'data'>): Step {
  const { messageId, problem, parties } = delivery;
  return {
    runKey: delivery.runKey,
    action,
    object: delivery.id,
    data: {
      report: delivery.report,
      scope: delivery.scopeName,
      recipient: delivery.addressMark,
      attempt: delivery.attempt,
      ...(action === 'delivery.told' || parties.to.state !== parties.bcc.state
        ? { to: parties.to.state, bcc: parties.bcc.state }
        : {}),
      ...(messageId === undefined ? {} : { message: messageId }),
      ...(problem === undefined ? {} : { because: problem }),
      ...data,
    },
  };
}
