import type { PutObjectCommand } from '@aws-sdk/client-s3';
import type { QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { FEEDBACK } from '../../../lambda/stores/keys.ts';
import { instantOfMs } from '../../../shared/kernel/calendar.ts';
import { SENDING_RULES } from '../../../shared/reports/sending/rules.ts';
import type { Design } from '../world/cloud.ts';

/** Designs that differ from the product in what stands between it and a service: each drops one precaution. */

/** The SDK's own retries, left on for SES: whatever is not an answer is asked again, three times in all. */
export const SES_RETRIES: Design = {
  name: 'SDK retries left on for SES',
  between: {
    mail: (send) => async (command) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await send(command);
        } catch (error) {
          if (attempt === 3) throw error;
        }
      }
    },
  },
};

/** No tick of the scheduler: what the fast path leaves behind stays behind. */
export const NO_SWEEPER: Design = { name: 'no sweeper', sweeps: false };

/** What is tried again is made anew, with the time it is then, and laid over what was archived before. */
export const RENDERED_AGAIN: Design = {
  name: 're-render on retry, overwrite the archive',
  between: {
    archive: (send) => (command) => {
      if (command.constructor.name === 'PutObjectCommand') delete (command as PutObjectCommand).input.IfNoneMatch;
      return send(command);
    },
    press: (press, world) => ({
      ...press,
      bytesOf: (message) => press.bytesOf({ ...message, at: instantOfMs(world.now) }),
    }),
  },
};

/** Whoever comes takes a delivery, whether somebody else has it or not. */
export const UNCONDITIONAL_CLAIM: Design = {
  name: 'claim without condition',
  between: {
    tables: (send) => (command) => {
      const { TransactItems = [] } = (command as TransactWriteCommand).input;
      for (const { Put } of TransactItems) {
        if (Put?.Item?.['state'] !== 'sending') continue;
        delete Put.ConditionExpression;
        delete Put.ExpressionAttributeNames;
        delete Put.ExpressionAttributeValues;
      }
      return send(command);
    },
  },
};

/** What nobody told of after twenty minutes goes again, whether events find their way or not. */
export const NO_PROOF_OF_LIFE: Design = {
  name: 'resend without proof of life',
  between: {
    tables: (send) => async (command) => {
      const { ':feedback': asked } = (command as QueryCommand).input.ExpressionAttributeValues ?? {};
      return asked === FEEDBACK ? { Items: [{}] } : send(command);
    },
  },
};

/** One event of a later mail is proof enough, although those of the mail in doubt may only be slower. */
export const NO_GRACE: Design = { name: 'G = 0', between: { sending: { ...SENDING_RULES, graceMs: 0 } } };

/** What nobody told of waits for a person: the rule for outsiders. */
export const HELD_RATHER_THAN_SENT: Design = {
  name: 'hold',
  between: { sending: { ...SENDING_RULES, onUnknown: 'hold' } },
};
